"""Values of months, years, and other stretches of the calendar."""

from datetime import date

from model.messages import Message
from model.suggest.times import calendars
from model.suggest.times.anchors import STEPS, Anchors, Resolved
from model.suggest.times.resolve_days import choose_date, reason_without_year
from model.suggest.times.structures import (
    CURRENT,
    FOLLOWING,
    LAST,
    NEXT,
    PREVIOUS,
    SAME,
    Division,
    Era,
    Month,
    Period,
    Season,
    Year,
)

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def resolve_month(structure: Month, anchors: Anchors) -> Resolved | None:
    if structure.hijri:
        day = choose_date(lambda year: calendars.from_hijri(year, structure.month, 15), structure, anchors)
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
    day = choose_date(lambda year: calendars.in_month(year, structure.month, 1), structure, whole)
    if structure.year is not None:
        return _month_of(day, Message("month and year"))
    return _month_of(day, reason_without_year(structure.shift, whole, day) if day else Message("month and year"))


def _month_of(day: date | None, reason: Message) -> Resolved | None:
    return Resolved(calendars.month_value(day), reason, day) if day else None


def resolve_year(structure: Year, _anchors: Anchors) -> Resolved | None:
    if structure.hijri:
        day = calendars.from_hijri(structure.year, 6, 15)
        return Resolved(f"{day.year:04d}", Message("Hijri year, the Gregorian one of its middle"), day) if day else None
    if structure.until is not None:
        return Resolved(f"{structure.year:04d}/{structure.until:04d}", Message("range of years"))
    return Resolved(f"{structure.year:04d}", Message("year"), date(structure.year, 1, 1))


def resolve_period(structure: Period, anchors: Anchors) -> Resolved | None:
    told = structure.shift in {SAME, FOLLOWING, PREVIOUS}
    base = (anchors.named or anchors.named_before if told else None) or anchors.reference
    if base is None:
        return None
    steps = STEPS.get(structure.shift, 0)
    steps += (steps > 0) - (steps < 0) if structure.beyond else 0
    reason = Message("counted from a date named before") if told else Message("counted from the publication date")
    day = _moved(base, structure.unit, steps)
    if day is None:
        return None
    value = unit_value(day, structure.unit)
    return Resolved(value, reason, day, exact=structure.unit in {"D", "any"})


def _moved(day: date, unit: str, steps: int) -> date | None:
    if unit in {"D", "any"}:
        return calendars.add_days(day, steps)
    if unit in {"W", "WE"}:
        return calendars.add_days(day, 7 * steps)
    if unit == "M":
        return calendars.add_months(day.replace(day=1), steps)
    years = {"Y": 1, "10Y": 10, "100Y": 100}.get(unit)
    return calendars.add_months(day.replace(month=1, day=1), 12 * years * steps) if years else None


def unit_value(day: date, unit: str) -> str:
    return {
        "W": calendars.week_value(day),
        "WE": f"{calendars.week_value(day)}-WE",
        "M": calendars.month_value(day),
        "Y": f"{day.year:04d}",
        "10Y": f"{day.year // 10:03d}",
        "100Y": f"{day.year // 100:02d}",
    }.get(unit, day.isoformat())


def resolve_era(structure: Era, _anchors: Anchors) -> Resolved:
    return Resolved(structure.value, Message("decade or century"))


def resolve_season(structure: Season, anchors: Anchors) -> Resolved | None:
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
    if structure.shift is None and not ahead:
        start = calendars.likely(starts, anchors.reference, anchors.ahead)
    else:
        start = calendars.nearest(starts, anchors.reference, ahead=ahead, strictly=False)
    if structure.shift == LAST and start and (anchors.reference - start).days < 90:
        start = calendars.add_months(start, -12)
    if start is None:
        return None
    return Resolved(f"{start.year:04d}-{structure.season}", Message("season, counted from the publication date"), start)


def resolve_division(structure: Division, anchors: Anchors) -> Resolved | None:
    year = structure.year
    if year is None:
        if anchors.reference is None:
            return None
        year = anchors.reference.year + STEPS.get(structure.shift or CURRENT, 0)
    months = 3 if structure.letter == "Q" else 6
    start = date(year, (structure.number - 1) * months + 1, 1)
    return Resolved(f"{year:04d}-{structure.letter}{structure.number}", Message("part of a year"), start)
