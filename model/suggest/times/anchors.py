"""What relative times count from, and what a resolved time is."""

from dataclasses import dataclass
from datetime import date

from model.messages import Message
from model.suggest.times.structures import CURRENT, FOLLOWING, LAST, NEXT, PREVIOUS, SAME

STEPS = {LAST: -1, PREVIOUS: -1, NEXT: 1, FOLLOWING: 1, CURRENT: 0, SAME: 0}
"""How many units a shift moves."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative times count from."""

    reference: date | None
    """The publication date of the story."""
    ahead: bool | None = None
    """Whether the clause looks ahead; None when nothing says so."""
    named: date | None = None
    """The last calendar day or month that the same sentence named."""
    named_before: date | None = None
    """The last one that the article named."""
    told: date | None = None
    """The day that the text is telling of, never far from the reference: bare hours belong to it."""
    told_weekdays: tuple[date, ...] = ()
    """Days near the publication date that the text has named: أمس الأحد. A later bare الأحد is the same one."""
    told_night: bool = False
    """Whether the text has come to that day's night, so that a morning is the next day's."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value with the reason for it. ``day``: a day in the time; ``exact``: the value names that very day."""

    value: str | None
    reason: Message
    day: date | None = None
    exact: bool = False
    is_time: bool = False


def on_day(day: date, reason: Message) -> Resolved:
    """The value that is this very day."""
    return Resolved(day.isoformat(), reason, day, exact=True)
