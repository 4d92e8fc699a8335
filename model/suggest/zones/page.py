"""What the zoner tells of a page."""

from dataclasses import dataclass
from datetime import date

from model.annotation import Zone


@dataclass(frozen=True, slots=True)
class ZonedPage:
    """The zone of each line that is not empty, and the dates of related stories by the starts of their lines."""

    zones: tuple[Zone, ...] = ()
    related_dates: tuple[tuple[int, date], ...] = ()
