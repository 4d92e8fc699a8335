"""Operations: each intention of a user as one named, durable, undoable step with a before and an after."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from model.annotation import Event, Identity, Mention, Zone
from model.article import ArticleState
from model.decision import Decision
from model.identifiers import new_id
from model.messages import Message
from model.schema.schema import Schema


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """The state of an article, as a record that operations change."""

    article_id: str
    state: ArticleState

    @property
    def id(self) -> str:
        """An article has one mark."""
        return self.article_id


@dataclass(frozen=True, slots=True)
class CurrentSchema:
    """The schema of the project, as a record that operations change."""

    schema: Schema

    @property
    def id(self) -> str:
        """A project has one schema at a time."""
        return "schema"


Record = Mention | Event | Identity | Zone | Decision | ArticleMark | CurrentSchema


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; ``before`` None adds it, ``after`` None removes it."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record in its later form, or in the form it had when it was removed."""
        record = self.after if self.after is not None else self.before
        if record is None:
            raise ValueError("a change of nothing")
        return record

    def inverted(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Operation:
    """One intention. ``name`` is for machines (``accept``), ``title`` for people («Accept: بغداد»)."""

    id: str
    name: str
    title: Message
    annotator: str
    at: datetime
    changes: tuple[Change, ...]
    duration_ms: int = 0

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The articles it touches, in order of first touch."""
        touched = (article_of(change.record) for change in self.changes)
        return tuple(dict.fromkeys(article for article in touched if article is not None))

    @property
    def schema(self) -> Schema | None:
        """The schema that it puts in place, if it changes the schema."""
        after = (change.after for change in self.changes if isinstance(change.record, CurrentSchema))
        return next((record.schema for record in after if isinstance(record, CurrentSchema)), None)

    def inverted(self) -> "Operation":
        """The same operation backwards, its changes in reverse order."""
        return replace(self, changes=tuple(change.inverted() for change in reversed(self.changes)))


def article_of(record: Record) -> str | None:
    """The article a record belongs to; identities and the schema belong to the project."""
    return None if isinstance(record, Identity | CurrentSchema) else record.article_id


def operation(
    name: str,
    title: Message,
    changes: Iterable[Change],
    *,
    annotator: str,
    at: datetime,
    duration_ms: int = 0,
) -> Operation:
    """A new operation with an id of its own."""
    return Operation(new_id(), name, title, annotator, at, tuple(changes), duration_ms)
