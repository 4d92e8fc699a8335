"""The format of a project: its version, as Alembic's revisions count it, and what to do about another one."""

from sqlalchemy import Connection, inspect, select

from model.messages import Message
from storage.errors import NewerFormatError, NotAProjectError
from storage.location import Location
from storage.tables.project import ALEMBIC_VERSION

FORMAT = "0004"
"""The revision that this program reads and writes: the newest in ``storage/migrations/versions``."""


def stored_format(connection: Connection, location: Location) -> str:
    """The revision of a project. Raises NotAProjectError when the database holds none."""
    if not inspect(connection).has_table(ALEMBIC_VERSION.name):
        raise NotAProjectError(
            Message("There is no Tawsim project in {path}. Nothing was changed.", path=location.shown)
        )
    revision: str = connection.execute(select(ALEMBIC_VERSION.c.version_num)).scalar_one()
    return revision


def is_older(stored: str, location: Location) -> bool:
    """Whether a project must be migrated. Raises NewerFormatError when this program is too old for it."""
    if stored > FORMAT:
        raise NewerFormatError(
            Message(
                "{path} was written by a newer Tawsim (format {stored}; this one reads up to {known}). "
                "It was not changed. Update Tawsim to open it.",
                path=location.shown,
                stored=stored,
                known=FORMAT,
            )
        )
    return stored < FORMAT
