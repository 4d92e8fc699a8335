"""The names that a project's annotators confirmed, gathered from its mentions and decisions."""

from sqlalchemy import Connection, func, select

from model.decision import Verdict
from model.suggest.known_names.names import UNKNOWABLE, ConfirmedText, KnownNames, known_names
from model.text.folding import fold
from storage.tables.annotations import IdentityRow, MentionRow
from storage.tables.articles import ArticleRow
from storage.tables.base import table_of
from storage.tables.suggestions import DecisionRow

_MENTIONS, _IDENTITIES = table_of(MentionRow), table_of(IdentityRow)
_DECISIONS, _ARTICLES = table_of(DecisionRow), table_of(ArticleRow)


def known_names_of(connection: Connection) -> KnownNames:
    """Every name of the project with how often it was confirmed and refused."""
    refused = _refused(connection)
    example = func.max(_MENTIONS.c.article_id)
    grouped = (
        select(_MENTIONS.c.text, _MENTIONS.c.label, _IDENTITIES.c.key, func.count(), example)
        .select_from(_MENTIONS.outerjoin(_IDENTITIES, _IDENTITIES.c.id == _MENTIONS.c.identity_id))
        .where(_MENTIONS.c.label.not_in(UNKNOWABLE), _MENTIONS.c.pieces == 1)
        .group_by(_MENTIONS.c.text, _MENTIONS.c.label, _IDENTITIES.c.key)
    )
    rows = connection.execute(grouped).all()
    titles = _names_of_articles(connection, {row[4] for row in rows})
    return known_names(
        ConfirmedText(text, label, key, count, titles[article], refused.get((fold(text), label), 0))
        for text, label, key, count, article in rows
    )


def _refused(connection: Connection) -> dict[tuple[str, str], int]:
    against = [Verdict.REJECT.value, Verdict.CORRECT.value]
    query = (
        select(_DECISIONS.c.folded, _DECISIONS.c.label, func.count())
        .where(_DECISIONS.c.verdict.in_(against))
        .group_by(_DECISIONS.c.folded, _DECISIONS.c.label)
    )
    return {(folded, label): count for folded, label, count in connection.execute(query)}


def _names_of_articles(connection: Connection, wanted: set[str]) -> dict[str, str]:
    query = select(_ARTICLES.c.id, _ARTICLES.c.title, _ARTICLES.c.name)
    return {row.id: row.title or row.name or row.id for row in connection.execute(query) if row.id in wanted}
