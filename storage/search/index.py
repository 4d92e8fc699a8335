"""The index of folded texts: FTS5 with trigrams in SQLite; in PostgreSQL a column, with trigrams where it has them.

It is made and filled by statements of its own, since no table of the model stands behind it: ``article_index`` holds
the folded text of each article by the article's number. In SQLite that text itself is not kept, only where its
trigrams stand.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Text,
    and_,
    column,
    false,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.exc import DBAPIError

from model.search.words import Need
from model.text.folding import fold
from storage.tables.articles import ArticleRow
from storage.tables.base import table_of
from storage.tables.types import escape

NAME = "article_index"
SHORTEST = 3
"""Letters of a trigram: SQLite's index knows nothing of shorter pieces."""
_IN_SQLITE = f"CREATE VIRTUAL TABLE {NAME} USING fts5(folded, content='', tokenize='trigram case_sensitive 1')"
_IN_POSTGRESQL = f"CREATE TABLE {NAME} (number BIGINT PRIMARY KEY, folded TEXT NOT NULL)"
_EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public"
_WHERE_EXTENSION = (
    "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm'"
)

_ARTICLES = table_of(ArticleRow)
_ROWS = table(NAME, column("rowid", BigInteger), column("number", BigInteger), column("folded", Text))


def create_index(connection: Connection) -> None:
    """Make the empty index."""
    if _is_sqlite(connection):
        connection.exec_driver_sql(_IN_SQLITE)
        return
    connection.exec_driver_sql(_IN_POSTGRESQL)
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(_EXTENSION)
            home = connection.exec_driver_sql(_WHERE_EXTENSION).scalar_one()
            connection.exec_driver_sql(
                f'CREATE INDEX ix_{NAME}_folded ON {NAME} USING gin (folded "{home}".gin_trgm_ops)'
            )
    except DBAPIError:
        # whoever may not add extensions searches by reading the column, which finds the same
        return


def add_texts(connection: Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Index the texts of articles, each with the article's number."""
    rows = [(number, escape(fold(written))) for number, written in texts]
    if not rows:
        return
    if _is_sqlite(connection):
        connection.exec_driver_sql(f"INSERT INTO {NAME} (rowid, folded) VALUES (?, ?)", rows)
    else:
        connection.exec_driver_sql(f"INSERT INTO {NAME} (number, folded) VALUES (%s, %s)", rows)


def numbers_with(connection: Connection, needs: Sequence[Need]) -> ColumnElement[bool] | None:
    """The condition on ``articles.number`` that an article's text may hold what is needed.

    Each need is met by one of its pieces. None where the index knows nothing about any of them, so that every article
    must be looked at.
    """
    number = _ARTICLES.c.number
    if _is_sqlite(connection):
        known = [need for need in needs if all(len(piece) >= SHORTEST for piece in need)]
        if not known:
            return None
        match = " AND ".join(f"({' OR '.join(map(_quoted, need))})" for need in known)
        return number.in_(select(_ROWS.c.rowid).where(literal_column(NAME).op("MATCH")(match)))
    known = [need for need in needs if all(need)]
    if not known:
        return None
    held = [or_(false(), *(_ROWS.c.folded.like(_pattern(piece)) for piece in need)) for need in known]
    return number.in_(select(_ROWS.c.number).where(and_(*held)))


def _quoted(piece: str) -> str:
    return '"' + escape(piece).replace('"', '""') + '"'


def _pattern(piece: str) -> str:
    return "%" + "".join(f"\\{letter}" if letter in "%_\\" else letter for letter in escape(piece)) + "%"


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
