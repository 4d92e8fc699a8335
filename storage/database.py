"""One project's database: transactions that read or write, and its errors put into words."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from model.messages import Message
from storage.engine import WRITING
from storage.errors import (
    BrokenReferenceError,
    NotAProjectError,
    ReadOnlyProjectError,
    StoreBusyError,
    StoreError,
    StoreFullError,
    StoreWriteError,
)
from storage.location import Location, damaged
from storage.tables.base import table_of
from storage.tables.project import MetaRow

_META = table_of(MetaRow)


class Database:
    """Transactions for one thread at a time; a transaction within another joins it as a savepoint."""

    def __init__(self, engine: Engine, location: Location, *, read_only: bool) -> None:
        self.engine = engine
        self.location = location
        self.read_only = read_only
        self._lock = threading.RLock()
        self._reading: Connection | None = None
        self._writing: Connection | None = None
        self._own_writes = 0
        # SQLite's transactions always see one state; other databases must be asked to
        self._snapshot = {} if location.path is not None else {"isolation_level": "REPEATABLE READ"}

    @property
    def is_writing(self) -> bool:
        """Whether a transaction that writes is under way, whose results may yet be taken back."""
        return self._writing is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the project throughout."""
        with self._lock:
            outer = self._writing or self._reading
            if outer is not None:
                yield outer
                return
            with translated(self.location), self.engine.connect() as plain:
                connection = plain.execution_options(**self._snapshot)
                with connection.begin():
                    self._reading = connection
                    try:
                        yield connection
                    finally:
                        self._reading = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; all of it is durable afterwards, or nothing."""
        with self._lock:
            if self.read_only:
                raise ReadOnlyProjectError(
                    Message("{path} is open for reading only. Nothing was stored.", path=self.location.shown)
                )
            if self._writing is not None:
                with translated(self.location), self._writing.begin_nested():
                    yield self._writing
                return
            with translated(self.location), self.engine.connect() as plain:
                connection = plain.execution_options(**{WRITING: True})
                with connection.begin():
                    yield from self._outermost(connection)
            self._own_writes += 1

    def _outermost(self, connection: Connection) -> Iterator[Connection]:
        connection.execute(update(_META).values(revision=_META.c.revision + 1))
        self._writing = connection
        try:
            yield connection
        finally:
            self._writing = None

    def others_version(self) -> int:
        """A number that changes whenever another process, or another Project, has written."""
        with self.reading() as connection:
            pending = self._own_writes + (self._writing is not None)
            revision: int = connection.execute(select(_META.c.revision)).scalar_one()
            return revision - pending

    def close(self) -> None:
        """Give the connections back; SQLite then folds its write-ahead log into the file."""
        with self._lock:
            self.engine.dispose()


@contextmanager
def translated(location: Location) -> Iterator[None]:
    """Put errors of the database into words."""
    try:
        yield
    except DBAPIError as error:
        raise store_error(_root(error), location) from error


def _root(error: DBAPIError) -> DBAPIError:
    """The error that came first: a full disk ends the transaction, whose savepoint can then not be rolled back."""
    root, earlier = error, error.__context__
    while earlier is not None:
        root, earlier = (earlier if isinstance(earlier, DBAPIError) else root), earlier.__context__
    return root


@contextmanager
def translated_driver(location: Location) -> Iterator[None]:
    """Put errors of a bare SQLite connection into words."""
    try:
        yield
    except sqlite3.Error as error:
        raise _driver_error(error, location) from error


def store_error(error: DBAPIError, location: Location) -> StoreError:
    """An error of the database as a person can understand it."""
    if isinstance(error, IntegrityError):
        return BrokenReferenceError(
            Message(
                "This was not stored, since it would leave a link without its target or use a key twice ({reason}). "
                "Everything stored before is kept.",
                reason=_first_line(error.orig),
            )
        )
    if error.orig is None:
        return _unusable(location, _first_line(error))
    return _driver_error(error.orig, location)


def _driver_error(error: BaseException, location: Location) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    place, reason = location.shown, _first_line(error)
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return damaged(place, reason)
    if code == sqlite3.SQLITE_FULL or getattr(error, "sqlstate", None) == "53100":
        return StoreFullError(
            Message(
                "The disk of {path} is full: the last step was not stored, everything before it is kept. "
                "Make room, then repeat the step.",
                path=place,
            )
        )
    if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return StoreWriteError(
            Message(
                "{path} cannot be written ({reason}): the last step was not stored, everything before it is kept. "
                "Check the disk and the rights on the folder, then repeat the step.",
                path=place,
                reason=reason,
            )
        )
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreBusyError(
            Message(
                "Another program is writing to {path}: the last step was not stored. Repeat it in a moment.", path=place
            )
        )
    return _unusable(location, reason)


def _unusable(location: Location, reason: str) -> StoreError:
    return NotAProjectError(
        Message(
            "The database {path} cannot be used ({reason}). Nothing was changed. "
            "Check the address, and that a Tawsim project is in it.",
            path=location.shown,
            reason=reason,
        )
    )


def _first_line(error: BaseException | None) -> str:
    return str(error).strip().partition("\n")[0]
