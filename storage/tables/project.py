"""Tables about the project itself: its name and revision, its schemas, its settings."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, String, Table
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Json


class MetaRow(Base):
    """One row. ``revision`` grows with every transaction that writes; taking it is what serialises writers."""

    __tablename__ = "meta"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    name: Mapped[str]
    revision: Mapped[int]
    created_at: Mapped[datetime]
    created_with: Mapped[str]


class SchemaRow(Base):
    """A schema that the project has or had; the one with the highest number counts."""

    __tablename__ = "schemas"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    name: Mapped[str]
    version: Mapped[str]
    content: Mapped[dict[str, Any]]
    added_at: Mapped[datetime]


class SettingRow(Base):
    """A small JSON value of the project: how its queue is sorted, where its annotator was."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(Json, nullable=True)


ALEMBIC_VERSION = Table("alembic_version", Base.metadata, Column("version_num", String(32), primary_key=True))
"""Alembic's own table; declared so that a new project can be made without loading Alembic."""
