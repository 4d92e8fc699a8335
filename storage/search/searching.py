"""Searching a project for what a query asks for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, select

from model.search.locating import Found, SearchedText, find
from model.search.query import FoundTag, Query, TagPart
from model.text.span import Span
from storage.overview import remembered_rejections
from storage.records.kinds import IDENTITIES
from storage.schemas import schema_in_place
from storage.search.index import numbers_with
from storage.search.portions import Portions
from storage.search.tags import Known, articles_with, tags_of
from storage.tables.articles import ArticleRow, ArticleTextRow
from storage.tables.base import table_of

if TYPE_CHECKING:
    from storage.database import Database

_ARTICLES, _TEXTS = table_of(ArticleRow), table_of(ArticleTextRow)
_ARABIC = "ar"
CONTEXT = 90
"""Letters of context on either side of a hit."""


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
    right_to_left: bool = True
    tag: FoundTag | None = None


class Search(Portions[Hit]):
    """The hits of a query, in the order of import."""

    def __init__(self, database: "Database", query: Query, defaults: Mapping[str, str]) -> None:
        super().__init__(database)
        self._query = query
        self._defaults = dict(defaults)
        self._tag_parts = [part for part in query.parts if isinstance(part, TagPart)]
        self._known = Known()

    def _begin(self, connection: Connection) -> Sequence[int]:
        self._known = self._look_up(connection)
        conditions: list[ColumnElement[bool]] = [articles_with(part, self._known) for part in self._tag_parts]
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
        return Known(identities, remembered_rejections(connection), schema_in_place(connection).now)

    def _look(self, connection: Connection, numbers: Sequence[int]) -> list[Hit]:
        rows = article_rows(connection, numbers)
        tags = tags_of(connection, [row.id for row in rows], self._tag_parts, self._known)
        texts = (SearchedText(row.text, tags.get(row.id, ()), self._defaults) for row in rows)
        return [
            hit_at(row, one.text, found)
            for row, one in zip(rows, texts, strict=True)
            for found in find(self._query, one)
        ]


def article_rows(connection: Connection, numbers: Sequence[int]) -> Sequence[Any]:
    """The articles with these numbers: what a hit shows of them, and their texts."""
    columns = [_ARTICLES.c[name] for name in ("number", "id", "title", "name", "outlet", "published", "language")]
    joined = select(*columns, _TEXTS.c.text).join(_TEXTS, _TEXTS.c.article_id == _ARTICLES.c.id)
    return connection.execute(joined.where(_ARTICLES.c.number.in_(numbers)).order_by(_ARTICLES.c.number)).all()


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
        row.language == _ARABIC,
        found.tag,
    )


def counts_by_source(hits: Sequence[Hit]) -> Counter[str]:
    """How many hits each source has."""
    return Counter(hit.outlet for hit in hits)


def counts_by_month(hits: Sequence[Hit]) -> Counter[str]:
    """How many hits each month has, as ``2024-03``; those of articles without a date under an empty name."""
    return Counter("" if hit.published is None else f"{hit.published:%Y-%m}" for hit in hits)
