"""What reading a page as a whole tells before anything is suggested."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from model.annotation import Zone
from model.article import Article


@dataclass(frozen=True, slots=True)
class PageReading:
    """The zones of a page's lines, the day that its relative times count from, and those of glued stories."""

    zones: tuple[Zone, ...] = ()
    published: date | None = None
    related_dates: Mapping[int, date] = field(default_factory=dict)
    """By the start of each line of a related story that shows its own date."""


PageReader = Callable[[Article, date | None], PageReading]
"""Reads an article; a given date overrides the one that the page shows."""
