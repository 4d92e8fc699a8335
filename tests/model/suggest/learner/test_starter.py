"""The starter model is what its recipe makes."""

from model.suggest.learner.learned_model import LearnedModel
from model.suggest.learner.starter import corpus_lessons, starter
from model.suggest.learner.suggester import LearnedSuggester
from model.suggest.learner.training import train
from model.suggest.pipeline import Pipeline, rules_pipeline


def test_training_it_again_gives_the_same_bytes() -> None:
    assert train(corpus_lessons()).version == LearnedModel.from_bytes(starter(), "starter").version, (
        "the rules or the corpus have changed: ./run train --starter"
    )


def test_it_suggests_at_least_what_the_rules_suggest_where_it_is_off() -> None:
    rules = rules_pipeline()
    learner = LearnedSuggester(starter())
    both = Pipeline((*rules.suggesters, learner), reader=rules.reader)
    article = corpus_lessons()[0].article
    alone, combined = rules.run(article), both.run(article)
    on = {tag.partition(":")[2] for tag in LearnedModel.from_bytes(starter(), "starter").policies}
    assert [one for one in combined.mentions if one.label not in on] == [
        one for one in alone.mentions if one.label not in on
    ]
    assert both.version != rules.version
