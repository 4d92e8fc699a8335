"""From structures to TIMEX3 values: what a recognised expression means on the day that its page counts from."""

from collections.abc import Callable
from datetime import date

from model.messages import Message
from model.suggest.times import calendars
from model.suggest.times.anchors import STEPS, Anchors, Resolved, on_day
from model.suggest.times.resolve_days import (
    resolve_day,
    resolve_day_of_month,
    resolve_deictic,
    resolve_feast,
    resolve_nth_weekday,
    resolve_story_day,
    resolve_weekday,
)
from model.suggest.times.resolve_lengths import is_time_of_day, resolve_duration, resolve_fixed, resolve_offset
from model.suggest.times.resolve_periods import (
    resolve_division,
    resolve_era,
    resolve_month,
    resolve_period,
    resolve_season,
    resolve_year,
)
from model.suggest.times.structures import (
    LAST_OF_MONTH,
    ClockTime,
    Day,
    DayOfMonth,
    DayPart,
    Deictic,
    Division,
    Duration,
    Era,
    Feast,
    Fixed,
    Month,
    NthWeekday,
    Offset,
    Period,
    Season,
    StoryDay,
    Structure,
    Weekday,
    WeekOfMonth,
    WeekOfYear,
    Year,
)

_AFTERNOON, _EVENING, _NIGHT, _MORNING = "AF", "EV", "NI", "MO"


def without_reference(structure: Structure) -> Resolved:
    """A time whose value stays open, because nobody knows the day that it counts from."""
    length = structure.length.amounts if isinstance(structure, Offset) else None
    is_time = isinstance(structure, (DayPart, ClockTime)) or (length is not None and is_time_of_day(length))
    return Resolved(None, Message("counted from a publication date that is not known"), is_time=is_time)


def resolve(structure: Structure, anchors: Anchors) -> Resolved | None:
    """The value of a structure; None when it names no possible time or there is no day to count from."""
    resolver: Callable[..., Resolved | None] = _RESOLVERS[type(structure)]
    return resolver(structure, anchors)


def _week_of_month(structure: WeekOfMonth, anchors: Anchors) -> Resolved | None:
    month = resolve(structure.month, anchors)
    if month is None or month.day is None:
        return None
    if structure.number == LAST_OF_MONTH:
        last = calendars.add_days(calendars.add_months(month.day.replace(day=1), 1), -4)
        return Resolved(calendars.week_value(last), Message("week of a month"), last)
    middle = calendars.add_days(month.day.replace(day=1), 7 * (structure.number - 1) + 3)
    return Resolved(calendars.week_value(middle), Message("week of a month"), middle)


def _week_of_year(structure: WeekOfYear, anchors: Anchors) -> Resolved | None:
    year = structure.year
    if year is None and anchors.reference is not None:
        year = anchors.reference.year + STEPS.get(structure.shift, 0)
    if year is None:
        return None
    thursday = calendars.add_days(date(year, 1, 4), 7 * (structure.number - 1))
    return Resolved(f"{year:04d}-W{structure.number:02d}", Message("week of a year"), thursday)


def _own_day(structure: DayPart | ClockTime, anchors: Anchors) -> Resolved | None:
    if structure.day is not None:
        resolved = resolve(structure.day, anchors)
        return resolved if resolved is not None and resolved.day is not None else None
    day = anchors.told or anchors.reference
    if day is not None and anchors.told_night and structure.part == _MORNING:
        day = calendars.add_days(day, 1)
    return None if day is None else on_day(day, Message("part of the day that the text tells of"))


def _day_part(structure: DayPart, anchors: Anchors) -> Resolved | None:
    own = _own_day(structure, anchors)
    if own is None or own.day is None:
        return None
    day = calendars.add_days(own.day, -1) if structure.eve else own.day
    return Resolved(f"{day.isoformat()}T{structure.part}", own.reason, day, exact=True, is_time=True)


def _clock_time(structure: ClockTime, anchors: Anchors) -> Resolved | None:
    own = _own_day(structure, anchors)
    if own is None or own.day is None:
        return None
    hour = _hour_of_day(structure.hour, structure.part)
    minutes = "" if structure.minute is None else f":{structure.minute:02d}"
    seconds = "" if structure.second is None else f":{structure.second:02d}"
    reason = Message("time of the clock")
    return Resolved(f"{own.day.isoformat()}T{hour:02d}{minutes}{seconds}", reason, own.day, exact=True, is_time=True)


def _hour_of_day(hour: int, part: str | None) -> int:
    if part in {_AFTERNOON, _EVENING} and hour < 12 and not (part == _AFTERNOON and hour in {10, 11}):
        return hour + 12
    if part == _NIGHT and 6 <= hour <= 11:
        return hour + 12
    return 0 if hour == 12 and part in {_MORNING, _NIGHT} else hour


_RESOLVERS: dict[type, Callable[..., Resolved | None]] = {
    Deictic: resolve_deictic,
    Weekday: resolve_weekday,
    Day: resolve_day,
    DayOfMonth: resolve_day_of_month,
    Month: resolve_month,
    Year: resolve_year,
    Period: resolve_period,
    Era: resolve_era,
    Season: resolve_season,
    Division: resolve_division,
    WeekOfMonth: _week_of_month,
    WeekOfYear: _week_of_year,
    NthWeekday: resolve_nth_weekday,
    Feast: resolve_feast,
    Duration: resolve_duration,
    Offset: resolve_offset,
    StoryDay: resolve_story_day,
    Fixed: resolve_fixed,
    DayPart: _day_part,
    ClockTime: _clock_time,
}
