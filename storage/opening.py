"""Making and opening projects: everything between a place and a database that is ready for work."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from model.messages import Message
from model.schema.schema import Schema
from model.version import VERSION
from storage import backups
from storage.database import Database, translated
from storage.engine import engine_of
from storage.errors import MissingProjectError, ProjectExistsError, ReadOnlyProjectError
from storage.format import FORMAT, is_older, stored_format
from storage.location import APPLICATION_ID, Location, damaged, inspect_file, is_writable
from storage.lock import WindowLock
from storage.records.keeper import insert_rows
from storage.schemas import add_schema
from storage.search.index import create_index
from storage.tables.base import table_of
from storage.tables.everything import metadata
from storage.tables.project import ALEMBIC_VERSION, MetaRow

logger = logging.getLogger(__name__)

CHECKED_AT_ONCE = 32 << 20
"""Files up to this many bytes are checked whole when opened; bigger ones by their daily backup."""


@dataclass(slots=True)
class Opened:
    """A database ready for work, with what has to be given back."""

    database: Database
    lock: WindowLock | None
    notices: tuple[Message, ...] = ()

    def close(self) -> None:
        """Give everything back."""
        self.database.close()
        if self.lock is not None:
            self.lock.release()


def create(location: Location, schema: Schema, *, name: str) -> Opened:
    """Make a new project; on any failure nothing is left behind. Raises ProjectExistsError."""
    path = location.path
    if path is None:
        return Opened(_create_in_database(location, schema, name), None)
    if path.exists():
        raise ProjectExistsError(
            Message("{path} exists already and was left as it is. Choose another name.", path=str(path))
        )
    if not path.parent.is_dir():
        raise MissingProjectError(Message("There is no folder {path}. Nothing was made.", path=str(path.parent)))
    lock = WindowLock.acquire(path)
    engine = engine_of(location, mode="rwc")
    try:
        with translated(location):
            _initialise_file(engine)
            _fill(engine, location, schema, name)
    except BaseException:
        engine.dispose()
        _remove(path)
        lock.release()
        raise
    return Opened(Database(engine, location, read_only=False), lock)


def _create_in_database(location: Location, schema: Schema, name: str) -> Database:
    engine = engine_of(location)
    try:
        with translated(location):
            _fill(engine, location, schema, name)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, location, read_only=False)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _initialise_file(engine: Engine) -> None:
    """Set what SQLite keeps in the file itself."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _fill(engine: Engine, location: Location, schema: Schema, name: str) -> None:
    with engine.begin() as connection:
        if inspect(connection).has_table(MetaRow.__tablename__):
            raise ProjectExistsError(
                Message("{path} exists already and was left as it is. Choose another name.", path=location.shown)
            )
        metadata().create_all(connection)
        create_index(connection)
        now = datetime.now(UTC)
        insert_rows(connection, ALEMBIC_VERSION, [{"version_num": FORMAT}])
        meta = {"id": 1, "name": name, "revision": 0, "created_at": now, "created_with": VERSION}
        insert_rows(connection, table_of(MetaRow), [meta])
        add_schema(connection, schema, at=now)


def open_existing(location: Location, *, read_only: bool, shared: bool) -> Opened:
    """Open a project, migrating an older one after a backup; see the errors for what can be wrong with it."""
    notices: tuple[Message, ...] = ()
    if location.path is not None:
        inspect_file(location.path)
        if not read_only and not is_writable(location.path):
            read_only = True
            notices = (Message("{path} may not be written and is open for reading only.", path=location.shown),)
    exclusive = not (read_only or shared or location.path is None)
    lock = WindowLock.acquire(location.path) if exclusive and location.path is not None else None
    try:
        return Opened(_open_database(location, read_only=read_only), lock, notices)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _open_database(location: Location, *, read_only: bool) -> Database:
    writable = location.path is None or is_writable(location.path)
    engine = engine_of(location, mode="rw" if writable else "ro", read_only=read_only)
    try:
        with translated(location):
            _make_ready(engine, location, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, location, read_only=read_only)


def _make_ready(engine: Engine, location: Location, *, read_only: bool) -> None:
    with engine.begin() as connection:
        if location.path is not None:
            _check_pages(connection, location.path)
        outdated = is_older(stored_format(connection, location), location)
    if outdated and read_only:
        raise ReadOnlyProjectError(
            Message(
                "{path} has an older format. Open it once for writing, so that it is converted.", path=location.shown
            )
        )
    if outdated:
        _migrate(engine, location)


def _check_pages(connection: Connection, path: Path) -> None:
    if path.stat().st_size <= CHECKED_AT_ONCE:
        verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
        if verdict != "ok":
            raise damaged(path, str(verdict).partition("\n")[0])


def _migrate(engine: Engine, location: Location) -> None:
    # loaded only here, since Alembic takes longer to load than a project to open
    from storage.migrations import upgrade

    if location.path is not None:
        kept = backups.make_automatic_backup(location.path, datetime.now(UTC))
        logger.info("backup before the migration: %s", kept)
    upgrade(engine, location)
