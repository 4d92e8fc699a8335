"""What one worker does with a portion of a project's articles: suggest, and store in one transaction."""

import threading
from dataclasses import dataclass
from functools import cache

from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from model.suggest.fitting import fit_to_schema
from model.suggest.pipeline import Pipeline, SuggesterError
from model.suggestion import SuggestionSet
from storage.project import Project
from storage.suggesting.pipelines import project_pipeline

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Portion:
    """Articles of the project at ``place`` that want suggestions.

    ``version`` is that of the pipeline the suggestions are for; ``only`` names the one suggester wanted.
    """

    place: str
    article_ids: tuple[str, ...]
    version: str
    only: str | None = None


@dataclass(frozen=True, slots=True)
class PortionDone:
    """How many articles have their suggestions stored now, and which suggesters went wrong on them."""

    articles: int
    problems: tuple[Message, ...] = ()


class OtherVersionError(TawsimError):
    """A worker would make other suggestions than those asked for."""


def suggest_portion(portion: Portion) -> PortionDone:
    """Suggest in a worker, which opens the project for itself and keeps it open for the next portion.

    Raises OtherVersionError when the program here differs from the one that asks, or a StoreError.
    """
    with _one_at_a_time:
        return suggest_articles(_opened(portion.place), portion)


@cache
def _opened(place: str) -> Project:
    return Project.open(place, shared=True)


def suggest_articles(project: Project, portion: Portion) -> PortionDone:
    """Suggest for the articles of a portion and store all of it, or nothing."""
    pipeline = project_pipeline(project, portion.only)
    if pipeline.version != portion.version:
        raise OtherVersionError(
            Message(
                "A worker has other suggesters or settings ({found} instead of {wanted}): install the same version of "
                "Tawsim with the same optional parts everywhere. Nothing of its portion was stored.",
                found=pipeline.version,
                wanted=portion.version,
            )
        )
    problems = list[Message]()
    found = [(key, _suggested(pipeline, project.article(key), problems)) for key in portion.article_ids]
    with project.one_transaction():
        for article_id, suggestions in found:
            _store(project, article_id, fit_to_schema(suggestions, project.schema), portion)
    return PortionDone(len(found), tuple(problems))


def _suggested(pipeline: Pipeline, article: Article, problems: list[Message]) -> SuggestionSet:
    try:
        return pipeline.run(article, published=article.published)
    except SuggesterError as error:
        problems += [failure.message for failure in error.failures]
        return error.results


def _store(project: Project, article_id: str, suggestions: SuggestionSet, portion: Portion) -> None:
    if portion.only is None:
        project.store_suggestions(article_id, suggestions, pipeline_version=portion.version)
    else:
        project.store_suggestions_of(article_id, portion.only, suggestions, version=portion.version)
