"""Readings of phrases that name a day."""

from collections.abc import Callable, Sequence

import regex

from model.suggest.phrases.lexemes import Lexeme
from model.suggest.phrases.number_words import number_value, ordinal_value
from model.suggest.phrases.patterns import Phrase
from model.suggest.times import surroundings
from model.suggest.times.reading import Reading, values_of
from model.suggest.times.structures import (
    CURRENT,
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


def _day_number(lexemes: Sequence[Lexeme]) -> int:
    """The number of a day in digits, as an ordinal, or as a number in words; 0 when it is none."""
    for lexeme in lexemes:
        for kind in ("day_num", "fatih"):
            if kind in lexeme.values:
                return int(lexeme.values[kind])
    if any("ordinal" in lexeme.values for lexeme in lexemes):
        return ordinal_value(lexemes)
    return int(number_value([lexeme for lexeme in lexemes if "the" not in lexeme.values]) or 0)


def month_of(phrase: Phrase) -> tuple[int, bool] | None:
    """The month and whether it is Hijri; None when a doubled name names two different months."""
    lexemes = phrase.group("month")
    months = {value for kind in ("month", "month_unsure") for value in values_of(lexemes, kind)}
    if months:
        return (int(months.pop()), False) if len(months) == 1 else None
    return int(values_of(lexemes, "hijri_month")[0]), True


def year_of(phrase: Phrase) -> tuple[int | None, bool]:
    """The year in digits or in words, and whether it says that it is Hijri."""
    if not phrase.has("year"):
        return None, False
    text = phrase.value("year", "year_num")
    year = int(text) if text else int(number_value(phrase.group("year")) or 0)
    return year or None, phrase.value("era", "hijri_era") is not None


def year_shift_of(phrase: Phrase) -> str | None:
    return CURRENT if phrase.has("this_year") else phrase.value("year_shift", "shift")


def range_of(lexemes: Sequence[Lexeme]) -> tuple[int, int] | None:
    texts = values_of(lexemes, "range")
    if not texts:
        return None
    numbers = regex.split(" ?[-–—] ?", texts[0])
    return (int(numbers[0]), int(numbers[1])) if all(number.isdigit() for number in numbers) else None


def _named_day(phrase: Phrase) -> Reading | None:
    month = month_of(phrase)
    if month is None:
        return None
    days = range_of(phrase.group("day"))
    day, until = days or (_day_number(phrase.group("day")), None)
    if phrase.has("year") and year_of(phrase)[0] not in range(1300, 2101):
        return None
    if not 1 <= day <= 31 or (until is not None and not day < until <= 31):
        return None
    year, hijri_year = year_of(phrase)
    hijri = month[1]
    if year is not None and hijri != (hijri_year or (hijri and year < 1600)):
        return None
    shift = phrase.value("month_shift", "shift")
    if phrase.has("deictic"):
        shift = shift or CURRENT
    if surroundings.inside_name(phrase, dated=year is not None):
        return None
    weekday = int(phrase.value("weekday") or 0) if phrase.has("weekday") else None
    return Reading(Day(day, month[0], year, hijri, shift, year_shift_of(phrase), until, weekday))


def _month_then_day(phrase: Phrase) -> Reading | None:
    """أيار الحادي عشر; not the month before something counted (في أيار 12 قتيلاً)."""
    if not phrase.has("dated") and surroundings.counts_something(phrase):
        return None
    return _named_day(phrase)


def _dotted_date(phrase: Phrase) -> Reading | None:
    """16. أيار 2016: a full stop after the day's number, where a date may stand."""
    due = phrase.has("year") or surroundings.date_is_due(phrase) or "day_word" in phrase.lexemes[phrase.start].values
    return _named_day(phrase) if due else None


def _short_date(phrase: Phrase) -> Reading | None:
    """4/22, 22-4, 4.22 without a year, where words say that it is a date. Both at most 12: the day stands first."""
    match = regex.fullmatch(r"(\d{1,2}) ?([-–./]) ?(\d{1,2})", phrase.text("short"))
    if match is None:
        return None
    day, month = int(match[1]), int(match[3])
    if month > 12:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if not phrase.has("year") and not surroundings.short_date_is_due(phrase, by_slash=match[2] == "/", clear=day > 12):
        return None
    return Reading(Day(day, month, year_of(phrase)[0]), score=0.8)


def _foreign_date(phrase: Phrase) -> Reading:
    """May 15, 2024; 15 mai 2024."""
    month, year = int(phrase.value("month", "foreign_month") or 0), year_of(phrase)[0]
    return Reading(Day(_day_number(phrase.group("day")), month, year))


def _numeric_date(phrase: Phrase) -> Reading | None:
    numbers = [int(number) for number in regex.split("[ ./-]+", phrase.group("numdate")[0].text)]
    year_first = numbers[0] > 31
    year, month, day = numbers if year_first else reversed(numbers)
    if year < 100:
        year += 2000 if year < 70 else 1900
    if month > 12 >= day:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1300 <= year <= 2100):
        return None
    hijri = year < 1600
    return Reading(Day(day, month, year, hijri))


def _weekday(phrase: Phrase) -> Reading | None:
    weekday = int(phrase.value("weekday") or 0)
    deictic = phrase.value("deictic")
    if surroundings.weekday_is_name(phrase):
        return None
    if deictic is not None:
        return Reading(Deictic(int(deictic), weekday))
    shift = phrase.value("shift")
    return Reading(Weekday(weekday, shift, _week_of(phrase), phrase.has("beyond")))


def _week_of(phrase: Phrase) -> str | None:
    this = phrase.has("this_week") or phrase.has("this_day")
    return CURRENT if this else phrase.value("week", "shift")


def _weekday_of_week(phrase: Phrase) -> Reading:
    """الأسبوع المقبل الجمعة."""
    return Reading(Weekday(int(phrase.value("weekday") or 0), week=_week_of(phrase)))


def _nth_weekday(phrase: Phrase) -> Reading | None:
    """أول جمعة من رمضان; without a month, of the one that the text is written in."""
    number = (
        -1 if phrase.has("number") and phrase.value("number", "last_one") else ordinal_value(phrase.group("number"))
    )
    weekday = int(phrase.value("weekday") or phrase.value("weekday", "bare_weekday") or 0)
    if number > 5:
        return None
    month: Month | Period = Period("M", phrase.value("shift") or CURRENT)
    if phrase.has("month"):
        named = month_of(phrase)
        if named is None or surroundings.is_day_of_month(phrase):
            return None
        month = Month(named[0], year_of(phrase)[0], named[1], phrase.value("month_shift", "shift"))
    return Reading(NthWeekday(number, weekday, month), score=0.85 if phrase.has("month") else 0.7)


def _weekday_and_number(phrase: Phrase) -> Reading | None:
    """الأربعاء 27, الخميس في السابع: the day of a month that is near and has it on this weekday."""
    day = _day_number(phrase.group("day"))
    if not 1 <= day <= 31 or surroundings.counts_something(phrase) or surroundings.names_hour(phrase, day):
        return None
    return Reading(DayOfMonth(day, None, int(phrase.value("weekday") or 0)), score=0.8)


def _day_of_travel(phrase: Phrase) -> Reading | None:
    """سأعود في 15: a number alone, after a verb of going."""
    day = _day_number(phrase.group("day"))
    if not 1 <= day <= 31 or not surroundings.ends_journey(phrase):
        return None
    return Reading(DayOfMonth(day, None), score=0.6)


def _deictic(phrase: Phrase) -> Reading | None:
    if surroundings.deictic_is_other(phrase):
        return None
    if surroundings.which_follows(phrase):
        return Reading(Period("D", SAME))
    return Reading(Deictic(int(phrase.value("deictic") or 0)))


def _pair_of_weekdays(phrase: Phrase) -> Reading | None:
    first, second = int(phrase.value("weekday") or 0), int(phrase.value("second", "weekday") or 0)
    return Reading(Weekday(first)) if (first + 1) % 7 == second else None


def _day_by_reference(phrase: Phrase) -> Reading | None:
    day = _day_number(phrase.group("day"))
    if not 1 <= day <= 31:
        return None
    return Reading(DayOfMonth(day, phrase.value("shift") or SAME))


def _day_alone(phrase: Phrase) -> Reading | None:
    """يوم 27, its month not said."""
    if surroundings.day_alone_is_other(phrase):
        return None
    return Reading(DayOfMonth(_day_number(phrase.group("day")), None), score=0.75)


def _story_day_by_reference(phrase: Phrase) -> Reading:
    return Reading(Period("D", phrase.value("shift") or SAME))


def _first_of_days(phrase: Phrase) -> Reading | None:
    month = month_of(phrase)
    if month is None or not surroundings.opens_list_of_days(phrase):
        return None
    shift = phrase.value("month_shift", "shift")
    return Reading(Day(_day_number(phrase.group("day")), month[0], year_of(phrase)[0], month[1], shift), score=0.85)


def _first_of_month(phrase: Phrase) -> Reading | None:
    """من 4 إلى 23 من الشهر الجاري."""
    if not surroundings.opens_list_of_days(phrase):
        return None
    return Reading(DayOfMonth(_day_number(phrase.group("day")), phrase.value("shift") or CURRENT), score=0.85)


def _feast(phrase: Phrase) -> Reading:
    number = ordinal_value(phrase.group("number"))
    if phrase.has("hijri"):
        return Reading(Feast(number, int(str(phrase.value("hijri", "hijri_month"))), 1))
    month, day = str(phrase.value("feast")).split("-")
    return Reading(Feast(number, int(month), int(day)))


def holiday_of(phrase: Phrase) -> Day:
    """The day of a feast by its name, H before those of the Hijri calendar."""
    text = str(phrase.value("holiday"))
    month, day = text.removeprefix("H").split("-")
    return Day(int(day), int(month), year_of(phrase)[0], text.startswith("H"), phrase.value("shift"))


def _holiday(phrase: Phrase) -> Reading | None:
    """يوم عاشوراء, عيد الأضحى 2019; a feast by itself is an event."""
    if phrase.has("lead") and phrase.value("lead", "plural") not in {None, "D"}:
        return None
    day = holiday_of(phrase)
    if day.hijri and day.shift is None and (day.year is None or day.year > 1600):
        return Reading(Feast(1, day.month, day.day, day.year), score=0.8)
    return Reading(day, score=0.8)


def _story_day(phrase: Phrase) -> Reading | None:
    return None if surroundings.story_day_is_other(phrase) else Reading(StoryDay(), score=0.8)


DAY_READERS: dict[str, Callable[[Phrase], Reading | None]] = {
    "day_of_month_name": _named_day,
    "month_then_day": _month_then_day,
    "dotted_date": _dotted_date,
    "short_date": _short_date,
    "nth_weekday": _nth_weekday,
    "weekday_and_number": _weekday_and_number,
    "day_of_travel": _day_of_travel,
    "weekday_of_week": _weekday_of_week,
    "foreign_date": _foreign_date,
    "numeric_date": _numeric_date,
    "weekday": _weekday,
    "deictic": _deictic,
    "day_by_reference": _day_by_reference,
    "day_alone": _day_alone,
    "story_day_by_reference": _story_day_by_reference,
    "pair_of_weekdays": _pair_of_weekdays,
    "first_of_days": _first_of_days,
    "first_of_month": _first_of_month,
    "feast": _feast,
    "holiday": _holiday,
    "story_day": _story_day,
}
"""By the names of the grammar's rules."""
