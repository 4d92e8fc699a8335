"""The counts kept for the queue with each article: always counted anew from the rows, so that they cannot drift."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, ScalarSelect, and_, exists, func, not_, select, update

from storage.records.keeper import chunks
from storage.schemas import labels_not_offered
from storage.tables.annotations import EventRow, MentionRow
from storage.tables.articles import ArticleRow
from storage.tables.base import table_of
from storage.tables.suggestions import DecisionRow, SuggestionRow

_ARTICLES, _MENTIONS, _EVENTS = table_of(ArticleRow), table_of(MentionRow), table_of(EventRow)
_SUGGESTIONS, _DECISIONS = table_of(SuggestionRow), table_of(DecisionRow)


def recount(connection: Connection, article_ids: Sequence[str]) -> None:
    """Count the mentions, events, open suggestions and decisions of these articles again.

    Suggestions whose label the schema does not offer are not open.
    """
    if not article_ids:
        return
    open_suggestions = _open_suggestions(labels_not_offered(connection))
    for part in chunks(article_ids):
        statement = update(_ARTICLES).where(_ARTICLES.c.id.in_(part))
        connection.execute(
            statement.values(
                mentions=_count_of(_MENTIONS.c.article_id),
                events=_count_of(_EVENTS.c.article_id),
                decided=_count_of(_DECISIONS.c.article_id),
                open_suggestions=open_suggestions,
            )
        )


def _count_of(article_column: ColumnElement[str]) -> ScalarSelect[int]:
    return select(func.count()).where(article_column == _ARTICLES.c.id).scalar_subquery()


def _open_suggestions(not_offered: Mapping[str, frozenset[str]]) -> ScalarSelect[int]:
    decided = exists().where(
        and_(
            _DECISIONS.c.article_id == _SUGGESTIONS.c.article_id,
            _DECISIONS.c.suggestion_id == _SUGGESTIONS.c.id,
        )
    )
    query = select(func.count()).where(_SUGGESTIONS.c.article_id == _ARTICLES.c.id, not_(decided))
    for kind, labels in not_offered.items():
        query = query.where(not_(and_(_SUGGESTIONS.c.kind == kind, _SUGGESTIONS.c.label.in_(sorted(labels)))))
    return query.scalar_subquery()
