"""All tables, in one metadata."""

from sqlalchemy import MetaData

from storage.tables import annotations, articles, learning, operations, project, suggestions
from storage.tables.base import Base

ROOMS = (project, articles, annotations, suggestions, operations, learning)


def metadata() -> MetaData:
    """Every table of a project's current format."""
    return Base.metadata
