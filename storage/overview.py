"""What concerns the project as a whole: how far the work is, which rejections are remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection, func, select

from model.article import ArticleState
from model.decision import Decision, Scope, Verdict
from storage.records.kinds import DECISIONS
from storage.tables.articles import ArticleRow
from storage.tables.base import table_of
from storage.tables.suggestions import DecisionRow

_ARTICLES, _DECISIONS = table_of(ArticleRow), table_of(DecisionRow)


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over the whole project; every state has its number of articles."""

    states: Mapping[ArticleState, int]
    mentions: int
    events: int
    open_suggestions: int
    decided: int

    @property
    def articles(self) -> int:
        """All of them, whatever their state."""
        return sum(self.states.values())


def progress_of(connection: Connection) -> Progress:
    """Sums of the counts that are kept with each article."""
    columns = (_ARTICLES.c.mentions, _ARTICLES.c.events, _ARTICLES.c.open_suggestions, _ARTICLES.c.decided)
    query = select(_ARTICLES.c.state, func.count(), *map(func.sum, columns)).group_by(_ARTICLES.c.state)
    states = dict.fromkeys(ArticleState, 0)
    totals = [0, 0, 0, 0]
    for state, count, *sums in connection.execute(query):
        states[ArticleState(state)] = count
        totals = [total + part for total, part in zip(totals, sums, strict=True)]
    return Progress(MappingProxyType(states), *totals)


def remembered_rejections(connection: Connection) -> tuple[Decision, ...]:
    """Rejections for their whole article or for everywhere, latest first."""
    reaching = [Scope.ARTICLE.value, Scope.EVERYWHERE.value]
    condition = (_DECISIONS.c.verdict == Verdict.REJECT.value) & _DECISIONS.c.scope.in_(reaching)
    return tuple(sorted(DECISIONS.select(connection, condition), key=lambda d: (d.at, d.id), reverse=True))
