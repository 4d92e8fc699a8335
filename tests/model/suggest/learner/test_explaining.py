"""What stands behind a suggestion: weights in words, and confirmed examples."""

from model.messages.catalogue import render
from model.suggest.context import Context
from model.suggest.learner.describing import describe
from model.suggest.learner.explaining import explain
from model.suggest.learner.suggester import LearnedSuggester
from model.suggest.learner.training import train
from model.suggest.pipeline import Pipeline
from model.suggestion import SuggestedMention
from tests.model.suggest.learner.builders import article_of, crop_lesson

MODEL = train([crop_lesson(number) for number in range(12)], rules=Pipeline(()))


def suggestion_in(text: str, word: str) -> tuple[SuggestedMention, Context]:
    article = article_of(text, "new")
    found = Pipeline((LearnedSuggester(MODEL.to_bytes()),)).run(article)
    one = next(mention for mention in found.mentions if mention.text == word)
    return one, Context(article, mentions=found.mentions)


def test_a_known_word_is_explained_by_its_examples_and_its_weights() -> None:
    one, context = suggestion_in("باع التجار القمح في السوق.", "القمح")
    told = explain(MODEL, one, context)
    assert told is not None
    assert told.confirmed > 0
    assert round(told.probability, 3) == one.score
    assert all(example.text == "القمح" for example in told.examples)
    assert {example.article for example in told.examples} <= {f"crops{number}" for number in range(12)}
    assert told.reasons[0].weight > 0
    assert [abs(reason.weight) for reason in told.reasons if reason.weight > 0] == sorted(
        (reason.weight for reason in told.reasons if reason.weight > 0), reverse=True
    )


def test_the_reason_names_what_was_confirmed_in_both_languages() -> None:
    one, _ = suggestion_in("باع التجار القمح في السوق.", "القمح")
    assert "confirmed as CROP" in one.reason.english()
    assert "أُكِّدت" in render(one.reason, "ar")


def test_a_word_never_seen_has_neighbours_for_a_reason() -> None:
    one, context = suggestion_in("باع التجار الفول في السوق.", "الفول")
    told = explain(MODEL, one, context)
    assert told is not None
    assert (told.confirmed, told.examples) == (0, ())
    assert any(
        "التجار" in render(reason.feature, "ar") or "في" in render(reason.feature, "ar") for reason in told.reasons
    )
    assert "resemble" in one.reason.english()


def test_where_the_learner_does_not_look_there_is_nothing_to_tell() -> None:
    one, _ = suggestion_in("باع التجار القمح في السوق.", "القمح")
    assert explain(MODEL, one, Context(article_of("لا شيء هنا.", "other"))) is None


def test_every_feature_has_words() -> None:
    for name in MODEL.detector.alphabet.names:
        assert render(describe(name), "ar") != ""
        assert "{" not in describe(name).english()
