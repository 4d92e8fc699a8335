"""Places equal to a tag's through a project, the open article first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from model.schema.schema import Schema
from model.search.equals import Remark, Template, closed_zones, equal_places, places_of
from model.search.locating import Found, SearchedText
from model.search.query import Standing, TagPart
from storage.overview import remembered_rejections
from storage.schemas import schema_in_place
from storage.search.index import numbers_with
from storage.search.portions import Portions
from storage.search.searching import Hit, article_rows, hit_at
from storage.search.tags import Known, tags_of
from storage.search.zones import lines_in_zones
from storage.tables.articles import ArticleRow
from storage.tables.base import table_of

if TYPE_CHECKING:
    from storage.database import Database

_ARTICLES = table_of(ArticleRow)


@dataclass(frozen=True, slots=True)
class EqualHit:
    """An equal place as a row of the preview."""

    hit: Hit
    remark: Remark


class EqualSearch(Portions[EqualHit]):
    """Finds the equals of a template, ``first`` being the article that is looked at before the others."""

    def __init__(self, database: "Database", template: Template, schema: Schema, first: str) -> None:
        super().__init__(database)
        self._closed = closed_zones(schema, template)
        self._template = template
        self._pattern = template.pattern
        self._part = TagPart(event=template.event, standings=frozenset(Standing))
        self._first = first
        self._known = Known()

    def other_articles(self) -> int:
        """In how many articles besides the first the words may stand, as far as the index alone can tell."""
        with self._database.reading() as connection:
            held = None if self._pattern is None else numbers_with(connection, self._pattern.needs)
            if held is None:
                return 0
            counted = select(func.count()).select_from(_ARTICLES).where(held, _ARTICLES.c.id != self._first)
            return connection.execute(counted).scalar_one()

    def _begin(self, connection: Connection) -> Sequence[int]:
        if self._pattern is None:
            return ()
        self._known = Known(rejections=remembered_rejections(connection), now=schema_in_place(connection).now)
        query = select(_ARTICLES.c.number, _ARTICLES.c.id).order_by(_ARTICLES.c.id != self._first, _ARTICLES.c.number)
        held = numbers_with(connection, self._pattern.needs)
        return connection.execute(query if held is None else query.where(held)).scalars().all()

    def _look(self, connection: Connection, numbers: Sequence[int]) -> list[EqualHit]:
        if self._pattern is None:
            return []
        rows = sorted(article_rows(connection, numbers), key=lambda row: row.id != self._first)
        spans = {row.id: found for row in rows if (found := places_of(self._pattern, SearchedText(row.text)))}
        written = {span.of(row.text) for row in rows for span in spans.get(row.id, ())}
        tags = tags_of(connection, list(spans), [self._part], self._known, holding=sorted(written)) if spans else {}
        closed = lines_in_zones(connection, list(spans), self._closed)
        return [
            EqualHit(hit_at(row, row.text, Found(place.span, place.tag)), place.remark)
            for row in rows
            if row.id in spans
            for place in equal_places(self._template, spans[row.id], tags.get(row.id, ()), closed[row.id])
        ]
