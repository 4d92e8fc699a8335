"""What all tables share: the declarative base, names of constraints and annotated column types."""

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, cast

from sqlalchemy import JSON, Date, Float, Integer, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, mapped_column

from storage.tables.types import ExactText, UtcDateTime

Id = Annotated[str, mapped_column(String(16))]
Word = Annotated[str, mapped_column(String(16))]
"""A value of one of the program's own enumerations."""
Json = JSON(none_as_null=True)


class Base(DeclarativeBase):
    """The base of all mapped tables; strings are exact, moments are in UTC."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: ExactText,
        int: Integer,
        float: Float,
        date: Date,
        datetime: UtcDateTime,
        dict[str, Any]: Json,
        list[Any]: Json,
    }


def table_of(mapped: type[Base]) -> Table:
    """The table behind a mapped class, for statements in bulk."""
    return cast(Table, mapped.__table__)


ARTICLE = "articles.id"
DEFERRED: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
"""References are checked when an operation is complete, whatever the order of its changes."""
CLUSTERED = {"sqlite_with_rowid": False}
"""Rows of one article lie together (a hint for SQLite, ignored by PostgreSQL)."""
