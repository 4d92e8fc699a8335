"""The pipeline that a process of its own was given: made once, used for many articles."""

from model.article import Article, text_digest
from model.garbage import spare_what_is_loaded
from model.suggest.configured import ConfiguredPipeline
from model.suggest.context import Context
from model.suggest.learner.suggester import LearnedSuggester
from model.suggestion import SuggestionSet
from storage.suggesting.explained import Confirmed, Explained, Speaking
from storage.suggesting.pipelines import pipeline_of_spec, suggested
from storage.suggesting.spec import PipelineSpec, Suggested

_prepared: dict[str, ConfiguredPipeline] = {}


def prepare(spec: PipelineSpec) -> str:
    """Make the pipeline, in place of the one before, load what it looks up, and return its version.

    The garbage collector then never walks those tables again, which would take a third of the time.
    """
    for former in _prepared.values():
        former.close()
    _prepared.clear()
    pipeline = pipeline_of_spec(spec)
    _prepared[pipeline.version] = pipeline
    text = "كتب"
    suggest(pipeline.version, Article("", text, text_digest(text)))
    spare_what_is_loaded()
    return pipeline.version


def suggest(version: str, article: Article) -> Suggested:
    """Run the prepared pipeline of that version over an article."""
    return suggested(_prepared[version], article)


def explain(version: str, article: Article, suggestions: SuggestionSet, suggestion_id: str) -> Explained | None:
    """What the learner of the prepared pipeline of that version thinks of one of an article's suggestions.

    None where no learner suggests, or where it does not look. Raises TawsimError when its model is damaged.
    """
    # the first to need it loads it
    from model.suggest.learner import explaining

    pipeline = _prepared[version]
    learned = next((one for one in pipeline.suggesters if isinstance(one, LearnedSuggester)), None)
    asked = next((one for one in suggestions.in_reading_order if one.id == suggestion_id), None)
    if learned is None or asked is None:
        return None
    page = pipeline.reader(article, article.published)
    context = Context(
        article,
        page.published,
        page.zones,
        suggestions.mentions,
        suggestions.events,
        related_dates=dict(page.related_dates),
    )
    found = explaining.explain(learned.model, asked, context)
    if found is None:
        return None
    return Explained(
        found.probability,
        found.detected,
        found.policy.is_on,
        tuple(Speaking(one.feature, one.weight) for one in found.reasons),
        found.confirmed,
        found.rejected,
        tuple(Confirmed(one.article_id, one.article, one.text) for one in found.examples),
    )
