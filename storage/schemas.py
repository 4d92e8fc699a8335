"""The schemas of a project: the current one and those before it, and what their labels are called now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select

from model.schema.changes.over_time import AS_EVER, LabelsNow, labels_now
from model.schema.changes.parts import Part
from model.schema.schema import Schema
from storage.plain import from_plain, to_plain
from storage.records.keeper import insert_rows
from storage.tables.base import table_of
from storage.tables.project import SchemaRow, SettingRow

_SCHEMAS, _SETTINGS = table_of(SchemaRow), table_of(SettingRow)
_NOT_OFFERED = "labels_not_offered"
"""The setting that names the labels, by their part, whose suggestions are not asked; kept for counting."""


@dataclass(frozen=True, slots=True)
class SchemaInPlace:
    """The schema that counts, its number, and what labels of all schemas so far are called in it."""

    number: int
    schema: Schema
    now: Mapping[Part, LabelsNow] = field(default_factory=lambda: AS_EVER)


def add_schema(connection: Connection, schema: Schema, *, at: datetime) -> None:
    """Make a schema the current one; earlier ones are kept."""
    number = (connection.execute(select(func.max(_SCHEMAS.c.number))).scalar() or 0) + 1
    row = {
        "number": number,
        "name": schema.name,
        "version": schema.version,
        "content": to_plain(schema),
        "added_at": at,
    }
    insert_rows(connection, _SCHEMAS, [row])
    if number > 1:
        _note_not_offered(connection, schema_in_place(connection).now)


def current_schema(connection: Connection) -> Schema:
    """The schema that counts."""
    content = connection.execute(select(_SCHEMAS.c.content).order_by(_SCHEMAS.c.number.desc()).limit(1)).scalar_one()
    return from_plain(Schema, content)


def schema_number(connection: Connection) -> int:
    """The number of the schema that counts; it grows with every change."""
    number: int = connection.execute(select(func.max(_SCHEMAS.c.number))).scalar_one()
    return number


def schema_in_place(connection: Connection) -> SchemaInPlace:
    """The schema that counts, with what it makes of the labels before it."""
    number = schema_number(connection)
    contents = connection.execute(select(_SCHEMAS.c.content).order_by(_SCHEMAS.c.number.desc())).scalars()
    current, *former = _distinct(contents)
    return SchemaInPlace(number, current, labels_now(current, former))


def _distinct(contents: Any) -> list[Schema]:
    """The schemas, each as often as it is different from all later ones: undo and redo put the same in place again."""
    found: list[Schema] = []
    for content in contents:
        schema = from_plain(Schema, content)
        if schema not in found:
            found.append(schema)
    return found


def labels_not_offered(connection: Connection) -> Mapping[str, frozenset[str]]:
    """The labels whose suggestions are not asked, for ``mention`` and ``event``."""
    stored = connection.execute(select(_SETTINGS.c.value).where(_SETTINGS.c.key == _NOT_OFFERED)).scalar()
    return {part: frozenset(labels) for part, labels in (stored or {}).items() if labels}


def _note_not_offered(connection: Connection, now: Mapping[Part, LabelsNow]) -> None:
    kept = {part.value: sorted(now[part].gone) for part in (Part.MENTION, Part.EVENT)}
    connection.execute(delete(_SETTINGS).where(_SETTINGS.c.key == _NOT_OFFERED))
    insert_rows(connection, _SETTINGS, [{"key": _NOT_OFFERED, "value": kept}])
