"""One search through a project, a portion of articles at a time, so that its first rows come at once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, select

from model.search.locating import Found, SearchedText, find
from model.search.query import FoundTag, Query, TagPart
from model.text.span import Span
from storage.overview import remembered_rejections
from storage.records.kinds import IDENTITIES
from storage.search.index import numbers_with
from storage.search.tags import Known, articles_with, tags_of
from storage.tables.articles import ArticleRow, ArticleTextRow
from storage.tables.base import table_of

if TYPE_CHECKING:
    from storage.database import Database

_ARTICLES, _TEXTS = table_of(ArticleRow), table_of(ArticleTextRow)
CONTEXT = 90
"""Letters of context on either side of a hit."""
_FIRST_PORTION = 20
_LARGEST_PORTION = 400
_GROWTH = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a search found, with the line around it."""

    article_id: str
    title: str
    outlet: str
    published: date | None
    span: Span
    text: str
    before: str
    after: str
    tag: FoundTag | None = None


class Search:
    """Goes through the articles that may hold what a query asks for, in their order of import.

    ``next_hits`` is called until ``is_finished``; between two calls others may write.
    """

    def __init__(self, database: "Database", query: Query, defaults: Mapping[str, str]) -> None:
        self._database = database
        self._query = query
        self._defaults = dict(defaults)
        self._tag_parts = [part for part in query.parts if isinstance(part, TagPart)]
        self._numbers: Sequence[int] | None = None
        self._known = Known()
        self._portion = _FIRST_PORTION
        self.done = 0
        """How many of these articles have been looked at."""

    @property
    def total(self) -> int | None:
        """How many articles may hold hits; None before the first call."""
        return None if self._numbers is None else len(self._numbers)

    @property
    def is_finished(self) -> bool:
        """Whether every article has been looked at."""
        return self._numbers is not None and self.done >= len(self._numbers)

    def next_hits(self) -> list[Hit]:
        """The hits of the next portion, which may be none. Raises SlowExpressionError."""
        with self._database.reading() as connection:
            if self._numbers is None:
                self._numbers = self._candidates(connection)
                self._known = self._look_up(connection)
            portion = self._numbers[self.done : self.done + self._portion]
            articles = self._searched(connection, portion)
            hits = [hit_at(row, one.text, found) for row, one in articles for found in find(self._query, one)]
        self.done += len(portion)
        self._portion = min(_GROWTH * self._portion, _LARGEST_PORTION)
        return hits

    def _candidates(self, connection: Connection) -> Sequence[int]:
        conditions: list[ColumnElement[bool]] = [articles_with(part) for part in self._tag_parts]
        held = numbers_with(connection, self._query.needs)
        if held is not None:
            conditions.append(held)
        query = select(_ARTICLES.c.number).where(*conditions).order_by(_ARTICLES.c.number)
        return connection.execute(query).scalars().all()

    def _look_up(self, connection: Connection) -> Known:
        if not self._tag_parts:
            return Known()
        named = any(part.identity is not None for part in self._tag_parts)
        identities = {one.id: one for one in IDENTITIES.all(connection)} if named else {}
        return Known(identities, remembered_rejections(connection))

    def _searched(self, connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[Any, SearchedText]]:
        columns = [_ARTICLES.c[name] for name in ("id", "title", "name", "outlet", "published")]
        joined = select(*columns, _TEXTS.c.text).join(_TEXTS, _TEXTS.c.article_id == _ARTICLES.c.id)
        found = connection.execute(joined.where(_ARTICLES.c.number.in_(numbers)).order_by(_ARTICLES.c.number)).all()
        tags = tags_of(connection, [row.id for row in found], self._tag_parts, self._known)
        for row in found:
            yield row, SearchedText(row.text, tags.get(row.id, ()), self._defaults)


def hit_at(row: Any, text: str, found: Found) -> Hit:
    """A place with its line around it; ``row`` is that of its article."""
    span = found.span
    line_start, line_end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    start = max(line_start, span.start - CONTEXT)
    end = min(len(text) if line_end < 0 else line_end, span.end + CONTEXT)
    return Hit(
        row.id,
        row.title or row.name,
        row.outlet,
        row.published,
        span,
        span.of(text),
        text[start : span.start],
        text[span.end : end],
        found.tag,
    )


def counts_by_source(hits: Sequence[Hit]) -> Counter[str]:
    """How many hits each source has."""
    return Counter(hit.outlet for hit in hits)


def counts_by_month(hits: Sequence[Hit]) -> Counter[str]:
    """How many hits each month has, as ``2024-03``; those of articles without a date under an empty name."""
    return Counter("" if hit.published is None else f"{hit.published:%Y-%m}" for hit in hits)
