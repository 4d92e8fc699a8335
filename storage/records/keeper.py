"""What every kind of record can do with its tables: load, list, insert, delete, in bulk."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Protocol, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Table, bindparam, delete

from model.operation import Record
from storage.tables.base import Base

Row = tuple[Any, ...]
"""The values of a row, in the order of its table's columns."""
Rows = dict[str, list[Row]]
"""Rows by the name of their table."""
Key = tuple[str, str]
"""The article's id (empty for what belongs to the project) and the record's id."""
R = TypeVar("R", bound=Record)
T = TypeVar("T")
CHUNK = 400
"""Values in one statement; small enough for every database's limit on parameters."""
_KEYS_AT_ONCE = 100
"""Articles times ids are looked up, so that this is squared where every key has an article of its own."""


class Keeper(Protocol[R]):
    """Loads and stores one kind of record."""

    kind: type[R]
    word: str
    """How the log names the kind."""

    def load(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, R]:
        """The records that exist, by key."""

    def of_articles(self, connection: Connection, article_ids: Sequence[str]) -> list[R]:
        """All records of this kind in a portion of articles, in the order of their places or ids."""

    def rows(self, records: Sequence[R]) -> Rows:
        """The rows that hold records; each table once, whether or not it gets rows."""

    def insert(self, connection: Connection, records: Sequence[R]) -> None:
        """Add records that do not exist."""

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        """Remove records with all that belongs to them."""


def chunks(items: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """The items in pieces of at most ``size``."""
    return (items[start : start + size] for start in range(0, len(items), size))


def key_chunks(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """The keys in pieces for ``has_keys``, those of one article together."""
    return chunks(sorted(keys), _KEYS_AT_ONCE)


def batches(items: Iterator[T], size: int) -> Iterator[list[T]]:
    """What an iterator gives, in lists of at most ``size``."""
    while batch := list(islice(items, size)):
        yield batch


def has_keys(table: FromClause, keys: Sequence[Key], id_column: str = "id") -> ColumnElement[bool]:
    """The condition that finds the rows of the keys in a table clustered by article, by its primary key.

    SQLite would read the whole table for pairs of columns. What this may find besides (the same id in another of
    these articles) does no harm to who looks its keys up in the result.
    """
    article_ids = list(dict.fromkeys(article_id for article_id, _ in keys))
    return table.c.article_id.in_(article_ids) & table.c[id_column].in_([record_id for _, record_id in keys])


def in_articles(table: FromClause, article_ids: Sequence[str]) -> ColumnElement[bool]:
    """The condition that a row belongs to one of the articles."""
    return table.c.article_id.in_(article_ids)


def delete_keys(connection: Connection, table: Table, keys: Sequence[Key], id_column: str = "id") -> None:
    """Delete the rows of the keys."""
    condition = (table.c.article_id == bindparam("of_article")) & (table.c[id_column] == bindparam("of_record"))
    connection.execute(delete(table).where(condition), [{"of_article": a, "of_record": r} for a, r in keys])


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows in bulk; none is fine."""
    if rows:
        connection.execute(table.insert(), rows)


def insert_in_bulk(connection: Connection, rows: Rows) -> None:
    """Insert rows as the driver takes them: several times faster than ``insert_rows``, for millions of annotations."""
    for name, of_table in rows.items():
        if of_table:
            table = Base.metadata.tables[name]
            columns = zip(table.columns, zip(*of_table, strict=True), strict=True)
            values = [_as_stored(connection, column, of_column) for column, of_column in columns]
            connection.exec_driver_sql(_insertion(connection, table), [*zip(*values, strict=True)])


def _insertion(connection: Connection, table: Table) -> str:
    quoted = connection.dialect.identifier_preparer
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    names = ", ".join(quoted.format_column(column) for column in table.columns)
    marks = ", ".join([mark] * len(table.columns))
    return f"INSERT INTO {quoted.format_table(table)} ({names}) VALUES ({marks})"


def _as_stored(connection: Connection, column: Column[Any], values: Iterable[Any]) -> Iterable[Any]:
    """The values of a column as the driver wants them; most repeat, so that each is converted once."""
    dialect = connection.dialect
    convert: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    if convert is None:
        return values
    converted = {value: convert(value) for value in set(values)}
    return map(converted.__getitem__, values)
