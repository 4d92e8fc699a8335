"""Engines: how connections to SQLite and to other databases are set up."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from model.messages import Message
from storage.errors import StoreError
from storage.location import Location
from storage.tables.types import json_text, json_value

WRITING = "tawsim_writing"
"""The execution option of a connection whose transaction will write."""
BUSY_SECONDS = 10.0
_PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -65536")


def engine_of(location: Location, *, mode: str = "rw", read_only: bool = False) -> Engine:
    """An engine for a project. ``mode`` is SQLite's: ``rw``, ``rwc`` (may make it), ``ro`` (where it cannot write).

    ``read_only`` refuses statements that write; with mode ``rw`` no files stay behind beside the project.

    Transactions begin when told to, never by themselves; those that write begin with BEGIN IMMEDIATE.
    """
    if location.path is None:
        assert location.url is not None
        return _server_engine(location.url)
    path = location.path
    engine = create_engine(
        "sqlite://",
        creator=lambda: _configured(connect_file(path, mode=mode), read_only=read_only),
        poolclass=QueuePool,
        json_serializer=json_text,
        json_deserializer=json_value,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _server_engine(url: str) -> Engine:
    try:
        return create_engine(url, json_serializer=json_text, json_deserializer=json_value)
    except ImportError as error:
        raise StoreError(
            Message(
                "Databases are reached through psycopg, which is not installed here. Nothing was opened. "
                "Install requirements/postgres.txt, or open a file."
            )
        ) from error


def connect_file(path: Path, *, mode: str) -> sqlite3.Connection:
    """A plain connection in autocommit mode.

    Where the folder cannot be written (a CD, a share), nobody else can write the file either: then SQLite is told to do
    without the files it would need beside it.
    """
    alone = mode == "ro" and not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists()
    return sqlite3.connect(
        f"{path.as_uri()}?mode={mode}{'&immutable=1' if alone else ''}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def _configured(connection: sqlite3.Connection, *, read_only: bool) -> sqlite3.Connection:
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA query_only = {read_only:d}")
    except BaseException:
        # of a damaged or full file nobody else would close it
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
