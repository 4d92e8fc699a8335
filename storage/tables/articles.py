"""Tables of articles. Texts stand apart, so that the queue reads narrow rows only."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import ARTICLE, CLUSTERED, Base, Id, Word


class ArticleRow(Base):
    """An article without its text; ``number`` is the order of import. Counts are kept for the queue."""

    __tablename__ = "articles"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    id: Mapped[Id] = mapped_column(unique=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    title: Mapped[str]
    name: Mapped[str]
    outlet: Mapped[str] = mapped_column(index=True)
    url: Mapped[str]
    published: Mapped[date | None] = mapped_column(index=True)
    language: Mapped[str]
    encoding: Mapped[str]
    imported_at: Mapped[datetime | None]
    state: Mapped[Word]
    copy_group: Mapped[str | None]
    further: Mapped[dict[str, Any] | None]
    search_key: Mapped[str]
    """Title, name and outlet, folded."""
    words: Mapped[int]
    mentions: Mapped[int]
    events: Mapped[int]
    open_suggestions: Mapped[int]
    decided: Mapped[int]

    __table_args__ = (
        Index(None, "state", "number"),
        Index(None, "open_suggestions", "number"),
        Index(None, "search_key", "number"),
    )


class ArticleTextRow(Base):
    """The text of an article, exactly as decoded."""

    __tablename__ = "article_texts"

    article_id: Mapped[Id] = mapped_column(ForeignKey(ARTICLE), primary_key=True)
    text: Mapped[str]


class ArticleSourceRow(Base):
    """The bytes an article was read from (a saved page), kept beside it."""

    __tablename__ = "article_sources"

    article_id: Mapped[Id] = mapped_column(ForeignKey(ARTICLE), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ZoneRow(Base):
    """What a line of an article is, as annotators settled it."""

    __tablename__ = "zones"
    __table_args__ = CLUSTERED

    article_id: Mapped[Id] = mapped_column(ForeignKey(ARTICLE), primary_key=True)
    start: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    end: Mapped[int]
    zone: Mapped[str]
    annotator: Mapped[str | None]
