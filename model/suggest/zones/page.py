"""What reading a page as a whole tells before anything is suggested."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from model.annotation import Zone
from model.article import Article


@dataclass(frozen=True, slots=True)
class PageReading:
    """The zones of a page's lines, the day that its relative times count from, and those of glued stories."""

    zones: tuple[Zone, ...] = ()
    published: date | None = None
    related_dates: Mapping[int, date] = field(default_factory=dict)
    """By the start of each line of a related story that shows its own date."""


class PageReader(Protocol):
    """Reads an article; a given date overrides the one that the page shows."""

    @property
    def version(self) -> str:
        """Changes whenever the same page may be read otherwise."""

    def __call__(self, article: Article, published: date | None, /) -> PageReading:
        """What the page tells as a whole."""
