"""What one worker does with a portion of a project's articles: suggest, and store in one transaction."""

import threading
from dataclasses import dataclass
from functools import cache

from model.errors import TawsimError
from model.messages import Message
from model.suggest.fitting import fit_to_schema
from storage.project import Project
from storage.suggesting.pipelines import project_pipeline, suggested
from storage.suggesting.spec import Suggested

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
    found = [suggested(pipeline, project.article(key)) for key in portion.article_ids]
    with project.one_transaction():
        for one in found:
            _store(project, one, portion)
    return PortionDone(len(found), tuple(problem.message for one in found for problem in one.problems))


def _store(project: Project, one: Suggested, portion: Portion) -> None:
    fitting = fit_to_schema(one.suggestions, project.schema)
    if portion.only is None:
        project.store_suggestions(one.article_id, fitting, pipeline_version=one.stored_version, failed=one.failed)
    else:
        project.store_suggestions_of(
            one.article_id, portion.only, fitting, version=one.stored_version, failed=portion.only in one.failed
        )
