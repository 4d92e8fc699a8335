"""Tables of annotations. ``start`` and ``end`` are the hull; only discontinuous spans have rows of fragments."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, column
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import ARTICLE, CLUSTERED, DEFERRED, Base, Id

_IDENTIFIED = column("identity_id").is_not(None)


class IdentityRow(Base):
    """A thing in the world that mentions share."""

    __tablename__ = "identities"

    id: Mapped[Id] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str]
    name: Mapped[str]
    note: Mapped[str]


class AnnotationColumns:
    """The columns that mentions and events share; ``pieces`` is the number of fragments."""

    article_id: Mapped[Id] = mapped_column(ForeignKey(ARTICLE), primary_key=True)
    id: Mapped[Id] = mapped_column(primary_key=True)
    label: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    pieces: Mapped[int]
    text: Mapped[str]
    annotator: Mapped[str]
    at: Mapped[datetime]
    duration_ms: Mapped[int]
    suggestion_id: Mapped[Id | None]
    suggester: Mapped[str | None]
    suggester_version: Mapped[str | None]
    score: Mapped[float | None]
    attributes: Mapped[list[Any] | None]
    note: Mapped[str]


class MentionRow(AnnotationColumns, Base):
    """A mention without further fragments."""

    __tablename__ = "mentions"

    value: Mapped[str | None]
    modifier: Mapped[str | None]
    identity_id: Mapped[Id | None] = mapped_column(ForeignKey("identities.id", **DEFERRED))

    __table_args__ = (
        Index("ix_mentions_identity_id", "identity_id", sqlite_where=_IDENTIFIED, postgresql_where=_IDENTIFIED),
        CLUSTERED,
    )


class EventRow(AnnotationColumns, Base):
    """An event's trigger."""

    __tablename__ = "events"
    __table_args__ = CLUSTERED


class FragmentColumns:
    """One span of a discontinuous mention, trigger or suggestion."""

    article_id: Mapped[Id] = mapped_column(primary_key=True)
    owner_id: Mapped[Id] = mapped_column(primary_key=True)
    start: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    end: Mapped[int]


class MentionFragmentRow(FragmentColumns, Base):
    """One span of a discontinuous mention."""

    __tablename__ = "mention_fragments"
    __table_args__ = (
        ForeignKeyConstraint(["article_id", "owner_id"], ["mentions.article_id", "mentions.id"], **DEFERRED),
        CLUSTERED,
    )


class EventFragmentRow(FragmentColumns, Base):
    """One span of a discontinuous trigger."""

    __tablename__ = "event_fragments"
    __table_args__ = (
        ForeignKeyConstraint(["article_id", "owner_id"], ["events.article_id", "events.id"], **DEFERRED),
        CLUSTERED,
    )


class ArgumentRow(Base):
    """A role of an event and the mention of the same article that fills it, in the event's order."""

    __tablename__ = "arguments"
    __table_args__ = (
        ForeignKeyConstraint(["article_id", "event_id"], ["events.article_id", "events.id"], **DEFERRED),
        ForeignKeyConstraint(["article_id", "mention_id"], ["mentions.article_id", "mentions.id"], **DEFERRED),
        Index(None, "article_id", "mention_id"),
        CLUSTERED,
    )

    article_id: Mapped[Id] = mapped_column(primary_key=True)
    event_id: Mapped[Id] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    role: Mapped[str]
    mention_id: Mapped[Id]
