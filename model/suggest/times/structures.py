"""What the grammar recognises, before any date is worked out; and the resolved expression."""

from dataclasses import dataclass
from decimal import Decimal

from model.messages import Message
from model.text.span import Span

LAST, NEXT, CURRENT, SAME, FOLLOWING, PREVIOUS = "last", "next", "current", "same", "following", "previous"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time found in a text, its span in code points, its TIMEX3 type, value and mod, and how the value was found.

    ``value`` is None where it hangs on a publication date that is not known.
    """

    span: Span
    label: str
    value: str | None
    modifier: str | None
    reason: Message
    score: float


@dataclass(frozen=True, slots=True)
class Deictic:
    """A day counted from the reference: اليوم, أمس, غداً; with its weekday when that is said (أمس الأربعاء)."""

    offset: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (Monday 0), last or next or by the outlook of its clause; ``week``: of last or next week."""

    weekday: int
    shift: str | None = None
    week: str | None = None
    beyond: bool = False
    """قبل الماضي, بعد القادم: one week further."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month. Hijri when ``hijri``; ``shift`` of the month, ``year_shift`` of the year; None: not said."""

    day: int
    month: int
    year: int | None = None
    hijri: bool = False
    shift: str | None = None
    year_shift: str | None = None
    until: int | None = None
    """The last day of a range 5-8."""
    weekday: int | None = None
    """The weekday beside it, which tells the year where none is written."""


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month is said by reference: 26 منه, 26 من الشهر الجاري; or not at all: يوم 26."""

    day: int
    shift: str | None = SAME
    weekday: int | None = None
    """The weekday beside it, which tells the month."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month by name."""

    month: int
    year: int | None = None
    hijri: bool = False
    shift: str | None = None
    year_shift: str | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A year by number; of a range (2020-2024) the last one too."""

    year: int
    hijri: bool = False
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The day, week, weekend (WE), month, year, decade or century that a word points to: الأسبوع الماضي, الشهر نفسه."""

    unit: str
    shift: str
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Era:
    """A decade (199) or a century (19) as TIMEX3 writes them, without further calculation."""

    value: str


@dataclass(frozen=True, slots=True)
class Season:
    """A season (SP SU FA WI)."""

    season: str
    year: int | None = None
    shift: str | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """The nth quarter (Q) or half (H) of a year."""

    letter: str
    number: int
    year: int | None = None
    shift: str | None = None


LAST_OF_MONTH = -1
"""The number of the last week or weekday of a month."""


@dataclass(frozen=True, slots=True)
class WeekOfYear:
    """The nth ISO week of a year that is named or pointed to."""

    number: int
    year: int | None
    shift: str = CURRENT


@dataclass(frozen=True, slots=True)
class WeekOfMonth:
    """The nth week of a month, or its last."""

    number: int
    month: Month | Period


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The nth such weekday of a month, or its last."""

    number: int
    weekday: int
    month: Month | Period


@dataclass(frozen=True, slots=True)
class Feast:
    """The nth day of a Hijri feast or month that begins on ``day`` of ``month``; ``year``: the Gregorian one said."""

    number: int
    month: int
    day: int
    year: int | None = None


Amounts = tuple[tuple[Decimal | None, str], ...]
"""Numbers with units (D W M Y 10Y 100Y TH TM TS); None is an unknown number."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time."""

    amounts: Amounts


@dataclass(frozen=True, slots=True)
class Offset:
    """A point so long before (-1) or after (1) the reference."""

    length: Duration
    direction: int


@dataclass(frozen=True, slots=True)
class StoryDay:
    """A day that is named by its number in a story: اليوم الثامن والأربعين, يومه الأول."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that stands in the lexicon: PAST_REF, P1D."""

    value: str
    is_time: bool = False


DayStructure = Deictic | Weekday | Day | DayOfMonth | Period | Offset | NthWeekday | Feast


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day (MO AF EV NI, or 24 for midnight); without a day, of the day that the text speaks of."""

    part: str
    day: DayStructure | None = None
    eve: bool = False
    """The part of the day before: ليلة العيد."""


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time on the clock. ``part`` (MO AF EV NI) tells morning from evening; ``minute`` None: not said."""

    hour: int
    minute: int | None
    part: str | None = None
    day: DayStructure | None = None
    second: int | None = None
    in_digits: bool = False
    """Written 14:29, with no word of the hour: it belongs to the date on its line, or to the day of publication."""


Structure = (
    Deictic
    | Weekday
    | Day
    | DayOfMonth
    | Month
    | Year
    | Period
    | Era
    | Season
    | Division
    | WeekOfMonth
    | WeekOfYear
    | NthWeekday
    | Feast
    | Duration
    | Offset
    | StoryDay
    | Fixed
    | DayPart
    | ClockTime
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A recognised expression: lexemes ``[start, end)``, its structure, and the mod that its words say."""

    start: int
    end: int
    structure: Structure
    modifier: str | None = None
    score: float = 0.95
