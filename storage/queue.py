"""The queue: articles to work on, filtered and sorted by the database."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, false, func, literal, or_, select

from model.article import ArticleState
from model.text.folding import fold
from storage.search.holding import holds
from storage.search.index import SHORTEST, numbers_with
from storage.tables.articles import ArticleRow
from storage.tables.base import table_of
from storage.tables.types import ExactText

_ARTICLES = table_of(ArticleRow)


class QueueSort(StrEnum):
    """What the queue is sorted by; ties go by the order of import."""

    IMPORTED = "number"
    TITLE = "search_key"
    OUTLET = "outlet"
    PUBLISHED = "published"
    STATE = "state"
    WORDS = "words"
    MENTIONS = "mentions"
    EVENTS = "events"
    OPEN_SUGGESTIONS = "open_suggestions"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which articles, in which order. Every word of ``text`` must occur in title, name, outlet or text, spelling
    folded; one or two letters are looked for in the former only.

    Empty ``states`` and ``outlets`` mean all; both dates are included in the range; ``limit`` None means no limit.
    """

    text: str = ""
    states: tuple[ArticleState, ...] = ()
    outlets: tuple[str, ...] = ()
    published_from: date | None = None
    published_to: date | None = None
    sort: QueueSort = QueueSort.IMPORTED
    descending: bool = False
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An article as the queue shows it. ``decided`` counts decisions on its suggestions."""

    id: str
    title: str
    name: str
    outlet: str
    published: date | None
    state: ArticleState
    words: int
    mentions: int
    events: int
    open_suggestions: int
    decided: int
    copy_group: str | None


_SHOWN = (
    _ARTICLES.c.id,
    _ARTICLES.c.title,
    _ARTICLES.c.name,
    _ARTICLES.c.outlet,
    _ARTICLES.c.published,
    _ARTICLES.c.state,
    _ARTICLES.c.words,
    _ARTICLES.c.mentions,
    _ARTICLES.c.events,
    _ARTICLES.c.open_suggestions,
    _ARTICLES.c.decided,
    _ARTICLES.c.copy_group,
)


def queue_rows(connection: Connection, query: QueueQuery) -> list[QueueRow]:
    """The rows of the queue that the query asks for."""
    statement = _ordered(select(*_SHOWN).where(*_conditions(connection, query)), query)
    return [_queue_row(row) for row in connection.execute(statement.limit(query.limit).offset(query.offset or None))]


def queue_length(connection: Connection, query: QueueQuery) -> int:
    """How many articles the query finds, whatever its limit."""
    return connection.execute(
        select(func.count()).select_from(_ARTICLES).where(*_conditions(connection, query))
    ).scalar_one()


def _ordered(statement: Select[Any], query: QueueQuery) -> Select[Any]:
    first, second = _ARTICLES.c[query.sort.value], _ARTICLES.c.number
    if query.sort is QueueSort.IMPORTED:
        return statement.order_by(second.desc() if query.descending else second)
    if query.descending:
        return statement.order_by(first.desc().nulls_last(), second.desc())
    return statement.order_by(first.nulls_last(), second)


def _conditions(connection: Connection, query: QueueQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for word in fold(query.text).split():
        # by itself, this runs over the index of keys alone instead of the whole rows
        having = select(_ARTICLES.c.number).where(holds(_ARTICLES.c.search_key, literal(word, ExactText())))
        in_text = numbers_with(connection, [(word,)]) if len(word) >= SHORTEST else None
        conditions.append(or_(_ARTICLES.c.number.in_(having), false() if in_text is None else in_text))
    if query.states:
        conditions.append(_ARTICLES.c.state.in_([state.value for state in query.states]))
    if query.outlets:
        conditions.append(_ARTICLES.c.outlet.in_(query.outlets))
    if query.published_from is not None:
        conditions.append(_ARTICLES.c.published >= query.published_from)
    if query.published_to is not None:
        conditions.append(_ARTICLES.c.published <= query.published_to)
    return conditions


def _queue_row(row: Row[Any]) -> QueueRow:
    values = row._asdict()
    return QueueRow(**{**values, "state": ArticleState(row.state)})
