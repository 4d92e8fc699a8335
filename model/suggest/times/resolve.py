"""From structures to TIMEX3 values: what a recognised expression means on the day that its page counts from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.messages import Message
from model.suggest.times import calendars
from model.suggest.times.structures import (
    CURRENT,
    FOLLOWING,
    LAST,
    NEXT,
    PREVIOUS,
    SAME,
    Amounts,
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
    Offset,
    Period,
    Season,
    StoryDay,
    Structure,
    Weekday,
    WeekOfMonth,
    Year,
)

UNRESOLVED = ""
_STEPS = {LAST: -1, PREVIOUS: -1, NEXT: 1, FOLLOWING: 1, CURRENT: 0, SAME: 0}
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_AFTERNOON, _EVENING, _NIGHT, _MORNING = "AF", "EV", "NI", "MO"


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
    told_night: bool = False
    """Whether the text has come to that day's night, so that a morning is the next day's."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value with the reason for it. ``day``: a day in the time; ``exact``: the value names that very day."""

    value: str
    reason: Message
    day: date | None = None
    exact: bool = False
    is_time: bool = False


def resolve(structure: Structure, anchors: Anchors) -> Resolved | None:
    """The value of a structure; None when it names no possible time or there is no day to count from."""
    resolver: Callable[..., Resolved | None] = _RESOLVERS[type(structure)]
    return resolver(structure, anchors)


def _on(day: date, reason: Message) -> Resolved:
    return Resolved(day.isoformat(), reason, day, exact=True)


def _deictic(structure: Deictic, anchors: Anchors) -> Resolved | None:
    if anchors.reference is None:
        return None
    day = calendars.add_days(anchors.reference, structure.offset)
    if structure.weekday is not None:
        day = calendars.weekday_near(day, structure.weekday)
        return _on(day, Message("day counted from the publication date, with its weekday"))
    return _on(day, Message("day counted from the publication date"))


def _weekday(structure: Weekday, anchors: Anchors) -> Resolved | None:
    reference = anchors.reference
    if reference is None:
        return None
    if structure.week is not None:
        week = calendars.add_days(reference, 7 * _STEPS.get(structure.week, 0) - reference.weekday())
        return _on(calendars.add_days(week, structure.weekday), Message("weekday of a named week"))
    ahead = structure.shift in {NEXT, FOLLOWING} or (structure.shift is None and anchors.ahead is True)
    strictly = structure.shift in {LAST, NEXT, FOLLOWING}
    behind = (reference.weekday() - structure.weekday) % 7 or (7 if strictly else 0)
    before = (structure.weekday - reference.weekday()) % 7 or (7 if strictly else 0)
    further = 7 if structure.beyond else 0
    if ahead:
        return _on(calendars.add_days(reference, before + further), Message("weekday after the publication date"))
    return _on(calendars.add_days(reference, -behind - further), Message("weekday before the publication date"))


def _build_day(structure: Day, day: int) -> Callable[[int], date | None]:
    if structure.hijri:
        return lambda year: calendars.from_hijri(year, structure.month, day)
    return lambda year: calendars.in_month(year, structure.month, day)


def _year_near(reference: date | None, hijri: bool) -> int | None:
    if reference is None:
        return None
    return calendars.hijri_year_of(reference) if hijri else reference.year


def _choose(build: Callable[[int], date | None], structure: Day | Month, anchors: Anchors) -> date | None:
    """The date in the year that is written, shifted to, or likeliest."""
    if structure.year is not None:
        return build(structure.year)
    year = _year_near(anchors.reference, structure.hijri)
    if year is None or anchors.reference is None:
        return None
    if structure.year_shift is not None:
        return build(
            (anchors.named_before or anchors.reference).year
            if structure.year_shift == SAME
            else year + _STEPS.get(structure.year_shift, 0)
        )
    if anchors.named is not None and structure.shift is None:
        following = calendars.candidates(build, _year_near(anchors.named, structure.hijri) or year)
        return calendars.nearest(following, anchors.named, ahead=True, strictly=False)
    days = calendars.candidates(build, year)
    if structure.shift in {LAST, PREVIOUS}:
        return calendars.nearest(days, anchors.reference, ahead=False, strictly=True)
    if structure.shift in {NEXT, FOLLOWING}:
        return calendars.nearest(days, anchors.reference, ahead=True, strictly=True)
    if structure.shift == CURRENT:
        return min(days, key=lambda day: abs((day - anchors.reference).days)) if days else None
    return calendars.likely(days, anchors.reference, anchors.ahead)


def _day(structure: Day, anchors: Anchors) -> Resolved | None:
    day = _choose(_build_day(structure, structure.day), structure, anchors)
    if day is None:
        return None
    if structure.until is not None:
        last = calendars.add_days(day, structure.until - structure.day)
        return Resolved(f"{day.isoformat()}/{last.isoformat()}", Message("range of days"), day)
    if structure.hijri:
        return _on(day, Message("Hijri date by the Umm al-Qura calendar"))
    if structure.year is not None:
        return _on(day, Message("full date"))
    return _on(day, _reason_without_year(structure.shift, anchors, day))


def _reason_without_year(shift: str | None, anchors: Anchors, day: date) -> Message:
    if anchors.named is not None and shift is None:
        return Message("date in the year of the date before it")
    if anchors.reference is not None and day > anchors.reference:
        return Message("date without a year, after the publication date")
    return Message("date without a year, before the publication date")


def _day_of_month(structure: DayOfMonth, anchors: Anchors) -> Resolved | None:
    base = anchors.named_before if structure.shift == SAME else anchors.reference
    if base is None:
        return None
    month = calendars.add_months(base.replace(day=1), _STEPS.get(structure.shift, 0))
    day = calendars.in_month(month.year, month.month, structure.day)
    return _on(day, Message("day of a month that was named or is counted from the publication date")) if day else None


def _month(structure: Month, anchors: Anchors) -> Resolved | None:
    if structure.hijri:
        day = _choose(lambda year: calendars.from_hijri(year, structure.month, 15), structure, anchors)
        return (
            Resolved(calendars.month_value(day), Message("Hijri month by the Umm al-Qura calendar"), day)
            if day
            else None
        )
    reference = anchors.reference
    if structure.shift == CURRENT and reference is not None:
        return _month_of(
            calendars.in_month(reference.year, structure.month, 1), Message("month of the publication date's year")
        )
    whole = Anchors(
        reference.replace(day=1) if reference else None,
        anchors.ahead,
        anchors.named.replace(day=1) if anchors.named else None,
        anchors.named_before,
    )
    day = _choose(lambda year: calendars.in_month(year, structure.month, 1), structure, whole)
    if structure.year is not None:
        return _month_of(day, Message("month and year"))
    return _month_of(day, _reason_without_year(structure.shift, whole, day) if day else Message("month and year"))


def _month_of(day: date | None, reason: Message) -> Resolved | None:
    return Resolved(calendars.month_value(day), reason, day) if day else None


def _year(structure: Year, anchors: Anchors) -> Resolved | None:
    if structure.hijri:
        day = calendars.from_hijri(structure.year, 6, 15)
        return Resolved(f"{day.year:04d}", Message("Hijri year, the Gregorian one of its middle"), day) if day else None
    if structure.until is not None:
        return Resolved(f"{structure.year:04d}/{structure.until:04d}", Message("range of years"))
    return Resolved(f"{structure.year:04d}", Message("year"), date(structure.year, 1, 1))


def _period(structure: Period, anchors: Anchors) -> Resolved | None:
    told = structure.shift in {SAME, FOLLOWING, PREVIOUS}
    base = (anchors.named or anchors.named_before if told else None) or anchors.reference
    if base is None:
        return None
    steps = _STEPS.get(structure.shift, 0)
    steps += (steps > 0) - (steps < 0) if structure.beyond else 0
    reason = Message("counted from a date named before") if told else Message("counted from the publication date")
    day = _moved(base, structure.unit, steps)
    if day is None:
        return None
    value = _unit_value(day, structure.unit)
    return Resolved(value, reason, day, exact=structure.unit in {"D", "any"})


def _moved(day: date, unit: str, steps: int) -> date | None:
    if unit in {"D", "any"}:
        return calendars.add_days(day, steps)
    if unit == "W":
        return calendars.add_days(day, 7 * steps)
    if unit == "M":
        return calendars.add_months(day.replace(day=1), steps)
    years = {"Y": 1, "10Y": 10, "100Y": 100}.get(unit)
    return calendars.add_months(day.replace(month=1, day=1), 12 * years * steps) if years else None


def _unit_value(day: date, unit: str) -> str:
    return {
        "W": calendars.week_value(day),
        "M": calendars.month_value(day),
        "Y": f"{day.year:04d}",
        "10Y": f"{day.year // 10:03d}",
        "100Y": f"{day.year // 100:02d}",
    }.get(unit, day.isoformat())


def _era(structure: Era, anchors: Anchors) -> Resolved:
    return Resolved(structure.value, Message("decade or century"))


def _season(structure: Season, anchors: Anchors) -> Resolved | None:
    month = _SEASON_MONTHS[structure.season]
    if structure.year is not None:
        return Resolved(
            f"{structure.year:04d}-{structure.season}", Message("season and year"), date(structure.year, month, 1)
        )
    if anchors.reference is None:
        return None
    starts = calendars.candidates(lambda year: calendars.in_month(year, month, 1), anchors.reference.year)
    ahead = structure.shift == NEXT or (structure.shift is None and anchors.ahead is True)
    if structure.shift == CURRENT:
        ahead = anchors.reference.month < month
    start = calendars.nearest(starts, anchors.reference, ahead=ahead, strictly=False)
    if structure.shift == LAST and start and (anchors.reference - start).days < 90:
        start = calendars.add_months(start, -12)
    if start is None:
        return None
    return Resolved(f"{start.year:04d}-{structure.season}", Message("season, counted from the publication date"), start)


def _division(structure: Division, anchors: Anchors) -> Resolved | None:
    year = structure.year
    if year is None:
        if anchors.reference is None:
            return None
        year = anchors.reference.year + _STEPS.get(structure.shift or CURRENT, 0)
    months = 3 if structure.letter == "Q" else 6
    start = date(year, (structure.number - 1) * months + 1, 1)
    return Resolved(f"{year:04d}-{structure.letter}{structure.number}", Message("part of a year"), start)


def _week_of_month(structure: WeekOfMonth, anchors: Anchors) -> Resolved | None:
    month = resolve(structure.month, anchors)
    if month is None or month.day is None:
        return None
    middle = calendars.add_days(month.day.replace(day=1), 7 * (structure.number - 1) + 3)
    return Resolved(calendars.week_value(middle), Message("week of a month"), middle)


def _feast(structure: Feast, anchors: Anchors) -> Resolved | None:
    if anchors.reference is None:
        return None
    first = Day(structure.day, structure.month, hijri=True)
    days = calendars.candidates(_build_day(first, structure.day), calendars.hijri_year_of(anchors.reference) or 0)
    if not days:
        return None
    near = min(days, key=lambda day: abs((day - (anchors.reference or day)).days))
    return _on(
        calendars.add_days(near, structure.number - 1),
        Message("day of a Hijri feast or month, by the Umm al-Qura calendar"),
    )


def _number(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _length_value(amounts: Amounts) -> str:
    days, times = "", ""
    for amount, unit in amounts:
        letter, factor = unit[-1], Decimal(unit[:-1]) if unit[:-1].isdigit() else Decimal(1)
        text = "X" if amount is None else _number(amount * factor)
        if unit.startswith("T"):
            times += text + letter
        else:
            days += text + letter
    return f"P{days}T{times}" if times else f"P{days}"


def _split_fractions(amounts: Amounts) -> Amounts:
    """Half an hour as 30 minutes, half a year as 6 months."""
    (amount, unit), *rest = amounts
    smaller = {
        "TH": ("TM", 60),
        "TM": ("TS", 60),
        "Y": ("M", 12),
        "10Y": ("Y", 10),
        "100Y": ("Y", 100),
        "D": ("TH", 24),
    }
    if amount is None or amount >= 1 or unit not in smaller:
        return amounts
    name, count = smaller[unit]
    return ((Decimal(round(amount * count)), name), *rest)


def is_time_of_day(amounts: Amounts) -> bool:
    """Whether a length is a TIME: hours up to less than a day, minutes, seconds."""
    amount, unit = amounts[0]
    if not unit.startswith("T"):
        return False
    return unit != "TH" or amount is None or amount < 24


def _duration(structure: Duration, anchors: Anchors) -> Resolved:
    amounts = _split_fractions(structure.amounts)
    return Resolved(_length_value(amounts), Message("length of time"), is_time=is_time_of_day(amounts))


def _offset(structure: Offset, anchors: Anchors) -> Resolved | None:
    amounts = structure.length.amounts
    is_time = is_time_of_day(amounts)
    if structure.direction < 0 or anchors.named is None:
        base, reason = anchors.reference, Message("counted from the publication date")
    else:
        base, reason = anchors.named, Message("counted from a date named before")
    if amounts[0][0] is None or amounts[0][1].startswith("T"):
        value = "PAST_REF" if structure.direction < 0 else "FUTURE_REF"
        return Resolved(value, Message("an unknown time before or after"), is_time=is_time)
    if base is None:
        return None
    day = base
    for amount, unit in _split_fractions(amounts):
        day = _counted(day, amount or Decimal(0), unit, structure.direction)
    unit = amounts[-1][1]
    value = _unit_value(day, {"W": "D", "10Y": "Y", "100Y": "Y"}.get(unit, unit))
    return Resolved(value, reason, day, exact=unit in {"D", "W"})


def _counted(day: date, amount: Decimal, unit: str, direction: int) -> date:
    if unit in {"D", "W"}:
        return calendars.add_days(day, direction * int(amount * (7 if unit == "W" else 1)))
    months = {"M": 1, "Y": 12, "10Y": 120, "100Y": 1200}.get(unit, 0)
    return calendars.add_months(
        day, direction * min(int(amount * months), 12 * day.year - 12 if direction < 0 else 60000)
    )


def _story_day(structure: StoryDay, anchors: Anchors) -> Resolved | None:
    if anchors.reference is None:
        return None
    return _on(anchors.reference, Message("numbered day of a story, taken as the day of publication"))


def _fixed(structure: Fixed, anchors: Anchors) -> Resolved:
    return Resolved(structure.value, Message("time that names no calendar point"), is_time=structure.is_time)


def _own_day(structure: DayPart | ClockTime, anchors: Anchors) -> Resolved | None:
    if structure.day is not None:
        resolved = resolve(structure.day, anchors)
        return resolved if resolved is not None and resolved.day is not None else None
    day = anchors.told or anchors.reference
    if day is not None and anchors.told_night and structure.part == _MORNING:
        day = calendars.add_days(day, 1)
    return None if day is None else _on(day, Message("part of the day that the text tells of"))


def _day_part(structure: DayPart, anchors: Anchors) -> Resolved | None:
    own = _own_day(structure, anchors)
    if own is None or own.day is None:
        return None
    day = calendars.add_days(own.day, -1) if structure.night_before else own.day
    time = "24" if structure.part == "24" else structure.part
    return Resolved(f"{day.isoformat()}T{time}", own.reason, day, exact=True, is_time=True)


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
    Deictic: _deictic,
    Weekday: _weekday,
    Day: _day,
    DayOfMonth: _day_of_month,
    Month: _month,
    Year: _year,
    Period: _period,
    Era: _era,
    Season: _season,
    Division: _division,
    WeekOfMonth: _week_of_month,
    Feast: _feast,
    Duration: _duration,
    Offset: _offset,
    StoryDay: _story_day,
    Fixed: _fixed,
    DayPart: _day_part,
    ClockTime: _clock_time,
}
