"""How far a change of the schema reaches: the articles that hold what it touches, and labels still in use."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Column, Connection, func, select

from model.schema.changes.change import SchemaChange
from model.schema.changes.parts import Part, labels_of
from storage.tables.annotations import ArgumentRow, EventRow, IdentityRow, MentionRow
from storage.tables.articles import ArticleRow, ZoneRow
from storage.tables.base import table_of
from storage.tables.suggestions import DecisionRow

_MENTIONS, _EVENTS, _ARGUMENTS = table_of(MentionRow), table_of(EventRow), table_of(ArgumentRow)
_ZONES, _DECISIONS, _ARTICLES = table_of(ZoneRow), table_of(DecisionRow), table_of(ArticleRow)
_IDENTITIES = table_of(IdentityRow)
_IN_ARTICLES: Mapping[Part, Sequence[Column[str]]] = {
    Part.MENTION: (_MENTIONS.c.label, _DECISIONS.c.label),
    Part.EVENT: (_EVENTS.c.label, _DECISIONS.c.label),
    Part.ROLE: (_ARGUMENTS.c.role,),
    Part.ZONE: (_ZONES.c.zone,),
}


def articles_touched(connection: Connection, change: SchemaChange) -> list[str]:
    """The articles with anything that has a label which the change touches, in their order of import."""
    touched: set[str] = set()
    for part, labels in _labels_touched(change).items():
        for column in _IN_ARTICLES[part]:
            query = select(column.table.c.article_id).where(column.in_(sorted(labels))).distinct()
            touched.update(connection.execute(query).scalars())
    if not touched:
        return []
    order = connection.execute(select(_ARTICLES.c.id).order_by(_ARTICLES.c.number)).scalars()
    return [article_id for article_id in order if article_id in touched]


def _labels_touched(change: SchemaChange) -> dict[Part, set[str]]:
    found: dict[Part, set[str]] = {}
    for move in change.moves:
        found.setdefault(move.part, set()).add(move.label)
    for label in change.before.events:
        after = change.after.event_labels.get(label.name)
        if after is not None and not set(label.roles) <= set(after.roles):
            found.setdefault(Part.EVENT, set()).add(label.name)
    return found


def still_in_use(connection: Connection, change: SchemaChange) -> dict[tuple[Part, str], int]:
    """The labels that the change takes away without saying what becomes of what has them, with their counts."""
    moved = {(move.part, move.label) for move in change.moves if move.groups is None and move.events is None}
    found: dict[tuple[Part, str], int] = {}
    for part in Part:
        kept = {label.name for label in labels_of(change.after, part)}
        gone = [label.name for label in labels_of(change.before, part) if label.name not in kept]
        for name in gone:
            if (part, name) not in moved and (count := _uses(connection, part, name)):
                found[part, name] = count
    return found


def _uses(connection: Connection, part: Part, name: str) -> int:
    """How many annotations, and for mentions identities, have a label; decisions outlive it."""
    columns = [_IN_ARTICLES[part][0], *([_IDENTITIES.c.label] if part is Part.MENTION else [])]
    counts = [connection.execute(select(func.count()).where(column == name)).scalar_one() for column in columns]
    return sum(counts)
