"""Migrations between the formats of a project, by Alembic; each revision's number is a format's version."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from model.messages import Message
from storage.engine import WRITING
from storage.errors import StoreError
from storage.location import Location

NEWEST = "head"


class MigrationError(StoreError):
    """A project could not be converted; it is as it was."""


def upgrade(engine: Engine, location: Location, *, target: str = NEWEST) -> None:
    """Bring a project to the newest format (or to ``target``), in one transaction. Raises MigrationError."""
    with _unreferenced(engine) as connection, connection.begin():
        command.upgrade(_configuration(connection), target)
        _check_references(connection, location)


def downgrade(engine: Engine, location: Location, *, target: str) -> None:
    """Bring a project to an older format, in one transaction. Raises MigrationError."""
    with _unreferenced(engine) as connection, connection.begin():
        command.downgrade(_configuration(connection), target)
        _check_references(connection, location)


def _unreferenced(engine: Engine) -> Connection:
    """A connection on which rebuilding a table does not delete the rows that refer to it."""
    connection = engine.connect().execution_options(**{WRITING: True})
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys = OFF")
        connection.detach()
    return connection


def _configuration(connection: Connection) -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    configuration.set_main_option("path_separator", "os")
    configuration.attributes["connection"] = connection
    return configuration


def _check_references(connection: Connection, location: Location) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise MigrationError(
            Message(
                "{path} could not be converted: rows of {table} point at nothing. It was left in its old format.",
                path=location.shown,
                table=str(broken[0]),
            )
        )
