"""Readings of phrases that name a day."""

from collections.abc import Callable, Sequence

import regex

from model.suggest.phrases.lexemes import Lexeme
from model.suggest.phrases.number_words import ordinal_value
from model.suggest.phrases.patterns import Phrase
from model.suggest.times import surroundings
from model.suggest.times.reading import Reading, values_of
from model.suggest.times.structures import CURRENT, SAME, Day, DayOfMonth, Deictic, Feast, Period, StoryDay, Weekday


def _day_number(lexemes: Sequence[Lexeme]) -> int:
    for lexeme in lexemes:
        for kind in ("day_num", "fatih"):
            if kind in lexeme.values:
                return int(lexeme.values[kind])
    return ordinal_value(lexemes)


def month_of(phrase: Phrase) -> tuple[int, bool] | None:
    """The month and whether it is Hijri; None when a doubled name names two different months."""
    lexemes = phrase.group("month")
    months = {value for kind in ("month", "month_unsure") for value in values_of(lexemes, kind)}
    if months:
        return (int(months.pop()), False) if len(months) == 1 else None
    return int(values_of(lexemes, "hijri_month")[0]), True


def year_of(phrase: Phrase) -> tuple[int | None, bool]:
    text = phrase.value("year", "year_num")
    if text is None:
        return None, False
    return int(text), phrase.value("era", "hijri_era") is not None


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
    return Reading(Weekday(weekday, shift, phrase.value("week", "shift"), phrase.has("beyond")))


def _deictic(phrase: Phrase) -> Reading | None:
    if surroundings.deictic_is_other(phrase):
        return None
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


def _feast(phrase: Phrase) -> Reading:
    number = ordinal_value(phrase.group("number"))
    if phrase.has("hijri"):
        return Reading(Feast(number, int(str(phrase.value("hijri", "hijri_month"))), 1))
    month, day = str(phrase.value("feast")).split("-")
    return Reading(Feast(number, int(month), int(day)))


def _story_day(phrase: Phrase) -> Reading | None:
    return None if surroundings.story_day_is_other(phrase) else Reading(StoryDay(), score=0.8)


DAY_READERS: dict[str, Callable[[Phrase], Reading | None]] = {
    "day_of_month_name": _named_day,
    "foreign_date": _foreign_date,
    "numeric_date": _numeric_date,
    "weekday": _weekday,
    "deictic": _deictic,
    "day_by_reference": _day_by_reference,
    "day_alone": _day_alone,
    "story_day_by_reference": _story_day_by_reference,
    "pair_of_weekdays": _pair_of_weekdays,
    "first_of_days": _first_of_days,
    "feast": _feast,
    "story_day": _story_day,
}
"""By the names of the grammar's rules."""
