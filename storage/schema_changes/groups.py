"""What has a label, in groups by which it can be split."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from model.schema.changes.change import Grouping
from model.schema.changes.parts import Part
from model.text.folding import fold
from storage.tables.annotations import ArgumentRow, EventRow, IdentityRow, MentionRow
from storage.tables.base import table_of

_MENTIONS, _EVENTS, _ARGUMENTS = table_of(MentionRow), table_of(EventRow), table_of(ArgumentRow)
_IDENTITIES = table_of(IdentityRow)
_COLUMNS = {Grouping.TEXT: "text", Grouping.IDENTITY: "identity_id", Grouping.SUGGESTER: "suggester"}


@dataclass(frozen=True, slots=True)
class Group:
    """Annotations of one label that share a key. ``text`` shows what they are; empty where they have no key."""

    key: str
    text: str
    count: int


def groups_of(connection: Connection, part: Part, label: str, grouping: Grouping) -> tuple[Group, ...]:
    """What has a label, in groups, the largest first. Roles are grouped by the text of what fills them, and events
    have no identities."""
    rows = connection.execute(_query(part, label, grouping)).all()
    if grouping is Grouping.TEXT:
        return _grouped((fold(text), text, count) for text, count in rows)
    names = _identity_names(connection) if grouping is Grouping.IDENTITY else {}
    return _grouped((key or "", names.get(key, key or ""), count) for key, count in rows)


def _query(part: Part, label: str, grouping: Grouping) -> Select[Any]:
    if part is Part.ROLE:
        fills = (_ARGUMENTS.c.article_id == _MENTIONS.c.article_id) & (_ARGUMENTS.c.mention_id == _MENTIONS.c.id)
        text = _MENTIONS.c.text
        return select(text, func.count()).where(fills, _ARGUMENTS.c.role == label).group_by(text)
    table = _MENTIONS if part is Part.MENTION else _EVENTS
    column = table.c[_COLUMNS[grouping]]
    return select(column, func.count()).where(table.c.label == label).group_by(column)


def _identity_names(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(_IDENTITIES.c.id, _IDENTITIES.c.key, _IDENTITIES.c.name))
    return {identity_id: name or key for identity_id, key, name in rows}


def _grouped(rows: Iterable[tuple[str, str, int]]) -> tuple[Group, ...]:
    by_key: dict[str, Group] = {}
    for key, text, count in rows:
        known = by_key.get(key)
        by_key[key] = Group(key, text if known is None else known.text, count + (known.count if known else 0))
    return tuple(sorted(by_key.values(), key=lambda group: (-group.count, group.text)))
