"""How much of everything a project holds, so that exports can say beforehand what a format cannot hold."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, not_, or_, select

from model.article import ArticleState
from storage.log import Status
from storage.tables.annotations import ArgumentRow, EventRow, MentionRow
from storage.tables.articles import ArticleRow, ArticleSourceRow, ZoneRow
from storage.tables.base import table_of
from storage.tables.operations import OperationRow
from storage.tables.suggestions import DecisionRow

_ARTICLES, _SOURCES, _ZONES = table_of(ArticleRow), table_of(ArticleSourceRow), table_of(ZoneRow)
_MENTIONS, _EVENTS, _ARGUMENTS = table_of(MentionRow), table_of(EventRow), table_of(ArgumentRow)
_DECISIONS, _OPERATIONS = table_of(DecisionRow), table_of(OperationRow)


@dataclass(frozen=True, slots=True)
class Contents:
    """Counts over the articles in some states. Annotations are mentions and events together."""

    articles: int
    sources: int
    steps: int
    """Operations that can be undone, of the whole project."""
    zones: int
    mentions: int
    discontinuous: int
    """Mentions in several fragments."""
    identified: int
    """Mentions that share an identity."""
    valued: int
    """Mentions with a value or a modifier."""
    idle: int
    """Mentions that fill no role of an event."""
    events: int
    described: int
    """Annotations with attributes."""
    noted: int
    """Annotations with a note."""
    described_mentions: int
    noted_mentions: int
    decisions: int


def contents_of(connection: Connection, states: tuple[ArticleState, ...]) -> Contents:
    """Count what the articles in these states hold; of all articles if none is named."""

    def count(table: FromClause, *conditions: ColumnElement[bool]) -> int:
        among = (_in_states(table, states),) if states else ()
        query = select(func.count()).select_from(table).where(*conditions, *among)
        found: int = connection.execute(query).scalar_one()
        return found

    described = count(_MENTIONS, _MENTIONS.c.attributes.is_not(None))
    noted = count(_MENTIONS, _MENTIONS.c.note != "")
    return Contents(
        articles=count(_ARTICLES),
        sources=count(_SOURCES),
        steps=_steps(connection),
        zones=count(_ZONES),
        mentions=count(_MENTIONS),
        discontinuous=count(_MENTIONS, _MENTIONS.c.pieces > 1),
        identified=count(_MENTIONS, _MENTIONS.c.identity_id.is_not(None)),
        valued=count(_MENTIONS, or_(_MENTIONS.c.value.is_not(None), _MENTIONS.c.modifier.is_not(None))),
        idle=count(_MENTIONS, _is_idle()),
        events=count(_EVENTS),
        described=described + count(_EVENTS, _EVENTS.c.attributes.is_not(None)),
        noted=noted + count(_EVENTS, _EVENTS.c.note != ""),
        described_mentions=described,
        noted_mentions=noted,
        decisions=count(_DECISIONS),
    )


def _steps(connection: Connection) -> int:
    standing = _OPERATIONS.c.status == Status.STANDING.value
    query = select(func.count()).select_from(_OPERATIONS).where(standing)
    count: int = connection.execute(query).scalar_one()
    return count


def _in_states(table: Any, states: tuple[ArticleState, ...]) -> ColumnElement[bool]:
    among = _ARTICLES.c.state.in_([state.value for state in states])
    if table is _ARTICLES:
        return among
    condition: ColumnElement[bool] = table.c.article_id.in_(select(_ARTICLES.c.id).where(among))
    return condition


def _is_idle() -> ColumnElement[bool]:
    filling = (_ARGUMENTS.c.article_id == _MENTIONS.c.article_id) & (_ARGUMENTS.c.mention_id == _MENTIONS.c.id)
    return not_(select(_ARGUMENTS.c.position).where(filling).exists())
