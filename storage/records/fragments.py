"""Fragments of discontinuous spans, in tables of their own; a span in one piece needs no row there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Table, select

from model.text.span import Fragments, Span
from storage.records.keeper import Key, Row


class Placed(Protocol):
    """A mention, an event or a suggestion."""

    @property
    def id(self) -> str: ...
    @property
    def article_id(self) -> str: ...
    @property
    def fragments(self) -> Fragments: ...


def place(record: Placed) -> dict[str, Any]:
    """The columns that say where a record stands."""
    fragments = record.fragments
    return {
        "article_id": record.article_id,
        "id": record.id,
        "start": fragments[0].start,
        "end": fragments[-1].end,
        "pieces": len(fragments),
    }


def fragment_rows(records: Iterable[Placed]) -> list[Row]:
    """The rows of the discontinuous ones."""
    return [
        (record.article_id, record.id, span.start, span.end)
        for record in records
        if len(record.fragments) > 1
        for span in record.fragments
    ]


def load_fragments(
    connection: Connection, table: Table, condition: ColumnElement[bool], rows: Sequence[Any]
) -> dict[Key, Fragments]:
    """The fragments of those rows that stand in several pieces; asks the database only if there are any."""
    if all(row.pieces == 1 for row in rows):
        return {}
    found: dict[Key, list[Span]] = defaultdict(list)
    for article_id, owner_id, start, end in connection.execute(select(table).where(condition).order_by(table.c.start)):
        found[article_id, owner_id].append(Span(start, end))
    return {key: tuple(spans) for key, spans in found.items()}
