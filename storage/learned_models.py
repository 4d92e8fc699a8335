"""Learned models in and out of their table; the latest few are kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from model.messages import Message
from storage.errors import StoreError
from storage.records.keeper import insert_rows
from storage.tables.base import table_of
from storage.tables.learning import LearnedModelRow

KEPT = 5
"""Models to go back to; each is a few hundred kilobytes."""

VERDICTS = {
    "better": Message("on: better on held-out articles"),
    "not better": Message("off: not better than the rules"),
    "too few": Message("off: too little confirmed to tell"),
}
"""Why a learned model is on or off for a label, by ``Verdict`` of its report."""

_MODELS = table_of(LearnedModelRow)


class UnknownModelError(StoreError):
    """The project holds no learned model of this version (any more)."""


class NothingToLearnError(StoreError):
    """No article of the project has confirmed or rejected anything."""


@dataclass(frozen=True, slots=True)
class Trained:
    """The bytes of what was learned, with what is told of it. ``labels`` are those that it is switched on for."""

    version: str
    content: bytes
    lessons: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredModel:
    """A learned model without its bytes. ``number`` counts trainings; ``lessons`` are the articles it learned from."""

    number: int
    version: str
    trained_at: datetime
    lessons: int


def add_model(connection: Connection, version: str, content: bytes, *, lessons: int, at: datetime) -> None:
    """Keep a model; the oldest go. One of the same version takes the place of the earlier one."""
    connection.execute(delete(_MODELS).where(_MODELS.c.version == version))
    number = (connection.execute(select(func.max(_MODELS.c.number))).scalar() or 0) + 1
    insert_rows(
        connection,
        _MODELS,
        [{"number": number, "version": version, "trained_at": at, "lessons": lessons, "content": content}],
    )
    connection.execute(delete(_MODELS).where(_MODELS.c.number <= number - KEPT))


def models(connection: Connection) -> tuple[StoredModel, ...]:
    """The models that are kept, latest first."""
    columns = (_MODELS.c.number, _MODELS.c.version, _MODELS.c.trained_at, _MODELS.c.lessons)
    return tuple(StoredModel(*row) for row in connection.execute(select(*columns).order_by(_MODELS.c.number.desc())))


def content_of(connection: Connection, version: str) -> bytes:
    """The bytes of a model. Raises UnknownModelError."""
    content: bytes | None = connection.execute(select(_MODELS.c.content).where(_MODELS.c.version == version)).scalar()
    if content is None:
        raise UnknownModelError(
            Message("The learned model {version} is no longer kept; choose another or train anew.", version=version)
        )
    return content
