"""Days, weeks and months as TIMEX3 writes them; Gregorian and Hijri (Umm al-Qura) arithmetic."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

FAR_PAST_DAYS, NEAR_FUTURE_DAYS = 240, 125
"""A day or month without a year lies behind, unless that is this far and the next one this near."""
JUST_PAST_DAYS = 14
"""A day so lately past is meant even where the clause looks ahead: a deadline of next year would say its year."""


def in_month(year: int, month: int, day: int) -> date | None:
    """The day, if the month has it and the year is one of ours."""
    if not 1 <= year <= 9999 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


@lru_cache(maxsize=1024)
def from_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one by the Umm al-Qura calendar (1343 to 1500 AH); None outside of it."""
    from hijridate import Hijri

    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=256)
def hijri_year_of(day: date) -> int | None:
    """The Hijri year in which a Gregorian day lies; None outside of the Umm al-Qura tables."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def candidates(build: Callable[[int], date | None], year: int) -> list[date]:
    """What a date without its year may be in the years around this one, in order."""
    return [day for offset in (-2, -1, 0, 1, 2) if (day := build(year + offset)) is not None]


def nearest(days: list[date], reference: date, *, ahead: bool, strictly: bool) -> date | None:
    """The last day up to the reference, or the first from it on; ``strictly``: the reference itself is out."""
    if ahead:
        return next((day for day in days if day > reference or (day == reference and not strictly)), None)
    return next((day for day in reversed(days) if day < reference or (day == reference and not strictly)), None)


def likely(days: list[date], reference: date, outlook_ahead: bool | None) -> date | None:
    """The day that a date without a year means, given whether its clause looks ahead (None: unknown)."""
    past = nearest(days, reference, ahead=False, strictly=False)
    future = nearest(days, reference, ahead=True, strictly=False)
    if past and future and outlook_ahead and (reference - past).days <= JUST_PAST_DAYS:
        return past
    if past is None or future is None or outlook_ahead is not None:
        return (future if outlook_ahead else past) or past or future
    far = (reference - past).days > FAR_PAST_DAYS and (future - reference).days <= NEAR_FUTURE_DAYS
    return future if far else past


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last one."""
    index = day.year * 12 + day.month - 1 + months
    year, month = max(1, min(index // 12, 9999)), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_days(day: date, days: int) -> date:
    """The day so many days on, kept within the years 1 to 9999."""
    return date.fromordinal(max(1, min(day.toordinal() + days, date.max.toordinal())))


def week_value(day: date) -> str:
    """The ISO week of a day: 2024-W13."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_value(day: date) -> str:
    """2024-03."""
    return f"{day.year:04d}-{day.month:02d}"


def weekday_near(day: date, weekday: int) -> date:
    """The day with this weekday that is nearest to a day."""
    distance = (weekday - day.weekday() + 3) % 7 - 3
    return day + timedelta(days=distance)
