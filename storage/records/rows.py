"""Rows changed by the names of their columns."""

from collections.abc import Callable, Iterable
from typing import Any

from storage.records.keeper import Row, Rows
from storage.tables.base import Base

Change = Callable[..., tuple[Any, ...]]


def changed(rows: Rows, columns: tuple[str, ...], change: Change) -> Rows:
    """Rows whose values in these columns are what ``change`` makes of them; tables without them stay as they are."""
    return {name: _changed(of_table, _places(name, columns), change) for name, of_table in rows.items()}


def _places(table: str, columns: tuple[str, ...]) -> tuple[int, ...]:
    names = Base.metadata.tables[table].columns.keys()
    return tuple(names.index(column) for column in columns if column in names)


def _changed(rows: Iterable[Row], places: tuple[int, ...], change: Change) -> list[Row]:
    if not places:
        return list(rows)
    found = []
    for row in rows:
        values = list(row)
        for place, value in zip(places, change(*(row[place] for place in places)), strict=True):
            values[place] = value
        found.append(tuple(values))
    return found


def articles_of(rows: Rows) -> set[str]:
    """The ids of the articles that rows belong to."""
    return {
        row[place] for name, of_table in rows.items() for place in _places(name, ("article_id",)) for row in of_table
    }
