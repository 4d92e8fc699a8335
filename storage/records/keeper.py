"""What every kind of record can do with its tables: load, list, insert, delete, in bulk."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, FromClause, Table, bindparam, delete, tuple_

from model.operation import Record

Key = tuple[str, str]
"""The article's id (empty for what belongs to the project) and the record's id."""
R = TypeVar("R", bound=Record)
T = TypeVar("T")
CHUNK = 400
"""Keys or records in one statement; small enough for every database's limit on parameters."""


class Keeper(Protocol[R]):
    """Loads and stores one kind of record."""

    kind: type[R]
    word: str
    """How the log names the kind."""

    def load(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, R]:
        """The records that exist, by key."""

    def of_article(self, connection: Connection, article_id: str) -> list[R]:
        """All records of this kind in an article, in the order of their places or ids."""

    def insert(self, connection: Connection, records: Sequence[R]) -> None:
        """Add records that do not exist."""

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        """Remove records with all that belongs to them."""


def chunks(items: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """The items in pieces of at most ``size``."""
    return (items[start : start + size] for start in range(0, len(items), size))


def batches(items: Iterator[T], size: int) -> Iterator[list[T]]:
    """What an iterator gives, in lists of at most ``size``."""
    while batch := list(islice(items, size)):
        yield batch


def has_keys(table: FromClause, keys: Sequence[Key], id_column: str = "id") -> ColumnElement[bool]:
    """The condition that a row of a table clustered by article is among the keys."""
    if len(keys) == 1:
        return (table.c.article_id == keys[0][0]) & (table.c[id_column] == keys[0][1])
    return tuple_(table.c.article_id, table.c[id_column]).in_(keys)


def delete_keys(connection: Connection, table: Table, keys: Sequence[Key], id_column: str = "id") -> None:
    """Delete the rows of the keys."""
    condition = (table.c.article_id == bindparam("of_article")) & (table.c[id_column] == bindparam("of_record"))
    connection.execute(delete(table).where(condition), [{"of_article": a, "of_record": r} for a, r in keys])


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows in bulk; none is fine."""
    if rows:
        connection.execute(table.insert(), rows)
