"""The log of operations: a tree, since what follows an undone operation starts another branch."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import ARTICLE, CLUSTERED, Base, Id, Word


class OperationRow(Base):
    """One operation. ``parent`` is the operation that was the latest standing one when this was performed."""

    __tablename__ = "operations"
    __table_args__ = (Index(None, "status", "sequence"),)

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[Id] = mapped_column(unique=True)
    name: Mapped[str]
    title: Mapped[dict[str, Any]]
    annotator: Mapped[str]
    at: Mapped[datetime]
    duration_ms: Mapped[int]
    parent: Mapped[int | None] = mapped_column(ForeignKey("operations.sequence"))
    status: Mapped[Word]
    marked_by: Mapped[str | None]
    """Who undid or redid it last, and when."""
    marked_at: Mapped[datetime | None]


class OperationChangeRow(Base):
    """One record before and after; a change of an identity belongs to no article."""

    __tablename__ = "operation_changes"
    __table_args__ = (Index(None, "article_id", "sequence"), CLUSTERED)

    sequence: Mapped[int] = mapped_column(ForeignKey("operations.sequence"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article_id: Mapped[Id | None] = mapped_column(ForeignKey(ARTICLE))
    kind: Mapped[Word]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
