"""Values of days."""

from collections.abc import Callable
from datetime import date

from model.messages import Message
from model.suggest.times import calendars
from model.suggest.times.anchors import STEPS, Anchors, Resolved, on_day
from model.suggest.times.structures import (
    CURRENT,
    FOLLOWING,
    LAST,
    NEXT,
    PREVIOUS,
    SAME,
    Day,
    DayOfMonth,
    Deictic,
    Feast,
    Month,
    NthWeekday,
    Period,
    StoryDay,
    Weekday,
)


def resolve_deictic(structure: Deictic, anchors: Anchors) -> Resolved | None:
    if anchors.reference is None:
        return None
    day = calendars.add_days(anchors.reference, structure.offset)
    if structure.weekday is not None:
        day = calendars.weekday_near(day, structure.weekday)
        return on_day(day, Message("day counted from the publication date, with its weekday"))
    return on_day(day, Message("day counted from the publication date"))


def resolve_weekday(structure: Weekday, anchors: Anchors) -> Resolved | None:
    reference = anchors.reference
    if reference is None:
        return None
    if structure.week is not None:
        week = calendars.add_days(reference, 7 * STEPS.get(structure.week, 0) - reference.weekday())
        return on_day(calendars.add_days(week, structure.weekday), Message("weekday of a named week"))
    told = next((day for day in anchors.told_weekdays if day.weekday() == structure.weekday), None)
    if told is not None and structure.shift is None and not structure.beyond:
        return on_day(told, Message("weekday that the text has dated before"))
    ahead = structure.shift in {NEXT, FOLLOWING} or (structure.shift is None and anchors.ahead is True)
    strictly = structure.shift in {LAST, NEXT, FOLLOWING}
    behind = (reference.weekday() - structure.weekday) % 7 or (7 if strictly else 0)
    before = (structure.weekday - reference.weekday()) % 7 or (7 if strictly else 0)
    further = 7 if structure.beyond else 0
    if ahead:
        return on_day(calendars.add_days(reference, before + further), Message("weekday after the publication date"))
    return on_day(calendars.add_days(reference, -behind - further), Message("weekday before the publication date"))


def build_day(structure: Day, day: int) -> Callable[[int], date | None]:
    if structure.hijri:
        return lambda year: calendars.from_hijri(year, structure.month, day)
    return lambda year: calendars.in_month(year, structure.month, day)


def _year_near(reference: date | None, hijri: bool) -> int | None:
    if reference is None:
        return None
    return calendars.hijri_year_of(reference) if hijri else reference.year


def closest(days: list[date], reference: date) -> date | None:
    """The day with the least distance to the reference."""
    return min(days, key=lambda day: abs((day - reference).days), default=None)


def choose_date(build: Callable[[int], date | None], structure: Day | Month, anchors: Anchors) -> date | None:
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
            else year + STEPS.get(structure.year_shift, 0)
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
        return closest(days, anchors.reference)
    weekday = structure.weekday if isinstance(structure, Day) else None
    if weekday is not None and (fitting := [day for day in days if day.weekday() == weekday]):
        return closest(fitting, anchors.reference)
    return calendars.likely(days, anchors.reference, anchors.ahead)


def resolve_day(structure: Day, anchors: Anchors) -> Resolved | None:
    day = choose_date(build_day(structure, structure.day), structure, anchors)
    if day is None:
        return None
    if structure.until is not None:
        last = calendars.add_days(day, structure.until - structure.day)
        return Resolved(f"{day.isoformat()}/{last.isoformat()}", Message("range of days"), day)
    if structure.hijri:
        return on_day(day, Message("Hijri date by the Umm al-Qura calendar"))
    if structure.year is not None:
        return on_day(day, Message("full date"))
    return on_day(day, reason_without_year(structure.shift, anchors, day))


def reason_without_year(shift: str | None, anchors: Anchors, day: date) -> Message:
    if anchors.named is not None and shift is None:
        return Message("date in the year of the date before it")
    if anchors.reference is not None and day > anchors.reference:
        return Message("date without a year, after the publication date")
    return Message("date without a year, before the publication date")


def resolve_day_of_month(structure: DayOfMonth, anchors: Anchors) -> Resolved | None:
    if structure.shift is None:
        return _day_of_near_month(structure, anchors)
    base = anchors.named_before if structure.shift == SAME else anchors.reference
    if base is None:
        return None
    month = calendars.add_months(base.replace(day=1), STEPS.get(structure.shift, 0))
    day = calendars.in_month(month.year, month.month, structure.day)
    return (
        on_day(day, Message("day of a month that was named or is counted from the publication date")) if day else None
    )


def _day_of_near_month(structure: DayOfMonth, anchors: Anchors) -> Resolved | None:
    reference = anchors.reference
    if reference is None:
        return None
    months = [calendars.add_months(reference.replace(day=1), step) for step in (-1, 0, 1)]
    days = [day for month in months if (day := calendars.in_month(month.year, month.month, structure.day)) is not None]
    fitting = [day for day in days if day.weekday() == structure.weekday]
    near = closest(fitting, reference) or calendars.nearest(
        days, reference, ahead=anchors.ahead is True, strictly=False
    )
    return (
        on_day(near, Message("day of a month that was named or is counted from the publication date")) if near else None
    )


def resolve_nth_weekday(structure: NthWeekday, anchors: Anchors) -> Resolved | None:
    first = _first_of_month(structure.month, anchors)
    if first is None:
        return None
    day = calendars.add_days(first, (structure.weekday - first.weekday()) % 7)
    if structure.number < 0:
        length = 29 if isinstance(structure.month, Month) and structure.month.hijri else 28
        last = calendars.add_days(day, 28)
        day = last if (last - first).days < length or last.month == first.month else calendars.add_days(day, 21)
    else:
        day = calendars.add_days(day, 7 * (structure.number - 1))
    return on_day(day, Message("weekday counted within a month"))


def _first_of_month(month: Month | Period, anchors: Anchors) -> date | None:
    if isinstance(month, Month):
        build = build_day(Day(1, month.month, hijri=month.hijri), 1)
        return choose_date(build, month, anchors)
    base = (anchors.named_before if month.shift == SAME else None) or anchors.reference
    return calendars.add_months(base.replace(day=1), STEPS.get(month.shift, 0)) if base else None


def resolve_story_day(_structure: StoryDay, anchors: Anchors) -> Resolved | None:
    if anchors.reference is None:
        return None
    return on_day(anchors.reference, Message("numbered day of a story, taken as the day of publication"))


def resolve_feast(structure: Feast, anchors: Anchors) -> Resolved | None:
    reference = date(structure.year, 7, 1) if structure.year is not None else anchors.reference
    if reference is None:
        return None
    first = Day(structure.day, structure.month, hijri=True)
    days = calendars.candidates(build_day(first, structure.day), calendars.hijri_year_of(reference) or 0)
    near = closest([day for day in days if structure.year in {None, day.year}], reference)
    if near is None:
        return None
    return on_day(
        calendars.add_days(near, structure.number - 1),
        Message("day of a Hijri feast or month, by the Umm al-Qura calendar"),
    )
