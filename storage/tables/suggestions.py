"""Tables of suggestions and of the decisions on them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, and_, column
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.annotations import FragmentColumns
from storage.tables.base import ARTICLE, CLUSTERED, DEFERRED, Base, Id, Word

_REMEMBERED = and_(column("verdict") == "reject", column("scope") != "here")


class SuggestionRunRow(Base):
    """The latest run of a pipeline over an article; zones as ``[start, end, zone, annotator]``."""

    __tablename__ = "suggestion_runs"

    article_id: Mapped[Id] = mapped_column(ForeignKey(ARTICLE), primary_key=True)
    pipeline_version: Mapped[str]
    zones: Mapped[list[Any] | None]


class SuggesterRunRow(Base):
    """One suggester that ran alone over an article since the latest run of a whole pipeline."""

    __tablename__ = "suggester_runs"
    __table_args__ = CLUSTERED

    article_id: Mapped[Id] = mapped_column(ForeignKey(ARTICLE), primary_key=True)
    suggester: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str]


class SuggestionRow(Base):
    """A suggested mention or event; arguments as ``[role, mention id, score, reason]``."""

    __tablename__ = "suggestions"
    __table_args__ = CLUSTERED

    article_id: Mapped[Id] = mapped_column(ForeignKey(ARTICLE), primary_key=True)
    id: Mapped[Id] = mapped_column(primary_key=True)
    position: Mapped[int]
    kind: Mapped[Word]
    label: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    pieces: Mapped[int]
    text: Mapped[str]
    suggester: Mapped[str]
    suggester_version: Mapped[str]
    score: Mapped[float]
    reason: Mapped[dict[str, Any]]
    attributes: Mapped[list[Any] | None]
    value: Mapped[str | None]
    modifier: Mapped[str | None]
    identity_key: Mapped[str | None]
    identity_score: Mapped[float | None]
    arguments: Mapped[list[Any] | None]


class SuggestionFragmentRow(FragmentColumns, Base):
    """One span of a discontinuous suggestion."""

    __tablename__ = "suggestion_fragments"
    __table_args__ = (
        ForeignKeyConstraint(["article_id", "owner_id"], ["suggestions.article_id", "suggestions.id"], **DEFERRED),
        CLUSTERED,
    )


class DecisionRow(Base):
    """The standing decision on a suggestion; it outlives the suggestion."""

    __tablename__ = "decisions"
    __table_args__ = (
        UniqueConstraint("article_id", "suggestion_id"),
        Index(
            "ix_decisions_remembered",
            "folded",
            "label",
            "suggester",
            sqlite_where=_REMEMBERED,
            postgresql_where=_REMEMBERED,
        ),
        CLUSTERED,
    )

    article_id: Mapped[Id] = mapped_column(ForeignKey(ARTICLE), primary_key=True)
    id: Mapped[Id] = mapped_column(primary_key=True)
    suggestion_id: Mapped[Id]
    verdict: Mapped[Word]
    annotator: Mapped[str]
    at: Mapped[datetime]
    folded: Mapped[str]
    label: Mapped[str]
    suggester: Mapped[str]
    duration_ms: Mapped[int]
    scope: Mapped[Word]
