"""The schemas of a project: the current one and those before it."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from model.schema.schema import Schema
from storage.plain import from_plain, to_plain
from storage.records.keeper import insert_rows
from storage.tables.base import table_of
from storage.tables.project import SchemaRow

_SCHEMAS = table_of(SchemaRow)


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


def current_schema(connection: Connection) -> Schema:
    """The schema that counts."""
    content = connection.execute(select(_SCHEMAS.c.content).order_by(_SCHEMAS.c.number.desc()).limit(1)).scalar_one()
    return from_plain(Schema, content)
