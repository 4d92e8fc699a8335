"""Readings of phrases that name a month, a year, or another stretch of the calendar."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from model.suggest.phrases.number_words import ordinal_value
from model.suggest.phrases.patterns import Phrase
from model.suggest.times import surroundings
from model.suggest.times.day_readings import month_of, range_of, year_of, year_shift_of
from model.suggest.times.reading import Reading, values_of
from model.suggest.times.structures import (
    CURRENT,
    LAST,
    LAST_OF_MONTH,
    NEXT,
    SAME,
    Deictic,
    Division,
    Duration,
    Era,
    Fixed,
    Month,
    Period,
    Season,
    Weekday,
    WeekOfMonth,
    WeekOfYear,
    Year,
)


def _named_month(phrase: Phrase) -> Reading | None:
    month = month_of(phrase)
    if month is None:
        return None
    year, hijri_year = year_of(phrase)
    hijri = month[1]
    if year is not None and hijri != (hijri_year or (hijri and year < 1600)):
        return None
    structure = Month(month[0], year, hijri, phrase.value("month_shift", "shift"), year_shift_of(phrase))
    if structure == Month(month[0], hijri=hijri) and not surroundings.bare_month_is_time(phrase):
        return None
    return Reading(structure, phrase.value("part_of", "part"))


def _first_of_months(phrase: Phrase) -> Reading | None:
    """بين تشرين الثاني وآذار 2023: the year is said once; a month later in the year than the last lies before it."""
    reading = _named_month(phrase)
    if reading is None or not isinstance(month := reading.structure, Month):
        return None
    (last, *_) = (value for kind in ("month", "month_unsure") for value in values_of(phrase.group("until"), kind))
    if month.year is not None and month.month > int(last):
        return replace(reading, structure=replace(month, year=month.year - 1))
    return reading


def _same_span(phrase: Phrase) -> Reading | None:
    """الفترة نفسها من العام الماضي: as far as it can be said, the year."""
    if phrase.has("same") and phrase.value("same", "shift") != SAME:
        return None
    year, _ = year_of(phrase)
    if year is not None:
        return Reading(Year(year), score=0.85)
    return Reading(Period(str(phrase.value("unit")), str(phrase.value("shift")), phrase.has("beyond")), score=0.85)


def _named_year(phrase: Phrase) -> Reading | None:
    year, hijri = year_of(phrase)
    if year is None:
        return None
    modifier = phrase.value("part_of", "part") or phrase.value("mod")
    return Reading(Year(year, hijri or year < 1500), modifier)


def _bare_year(phrase: Phrase) -> Reading | None:
    year, hijri = year_of(phrase)
    if year is None or not (phrase.has("part_of") or surroundings.bare_year_is_time(phrase, year)):
        return None
    return Reading(Year(year, hijri), phrase.value("part_of", "part"), score=0.85)


def _years(phrase: Phrase) -> Reading | None:
    years = range_of(phrase.group("range"))
    if years is None or not 1900 <= years[0] < years[1] <= 2100 or years[1] - years[0] > 60:
        return None
    return Reading(Year(years[0], until=years[1]), score=0.7)


def _period(phrase: Phrase) -> Reading | None:
    modifier = next(
        (value for name in ("part_of", "part_only", "part_this", "part_same") if (value := phrase.value(name, "part"))),
        None,
    )
    if phrase.has("unit"):
        shift = phrase.value("shift")
        return Reading(Period(str(phrase.value("unit")), str(shift), phrase.has("beyond")), modifier)
    for name in ("unit_only", "unit_this"):
        if phrase.has(name):
            return Reading(Period(str(phrase.value(name, "unit")), CURRENT), modifier)
    if phrase.has("unit_same"):
        return Reading(Period(str(phrase.value("unit_same", "unit")), str(phrase.value("same", "shift"))), modifier)
    unit = phrase.value("unit_that", "unit")
    return Reading(Period(unit or "any", SAME))


def _plural_period(phrase: Phrase) -> Reading:
    shift = phrase.value("shift", "shift") or LAST
    value = {NEXT: "FUTURE_REF", CURRENT: "PRESENT_REF"}.get(shift, "PAST_REF")
    return Reading(Fixed(value, is_time=str(phrase.value("plural")).startswith("T")), score=0.9)


def _era(phrase: Phrase) -> Reading | None:
    if phrase.has("century_only"):
        return Reading(Era(f"{ordinal_value(phrase.group('number_only')) - 1:02d}"))
    modifier = phrase.value("part_of", "part")
    decade = int(phrase.value("decade") or 0) // 10
    century = ordinal_value(phrase.group("number")) - 1 if phrase.has("number") else 19
    if not phrase.has("century") and decade <= 2:
        century = 20
    return Reading(Era(f"{century}{decade}"), modifier, score=0.9)


def _season(phrase: Phrase) -> Reading | None:
    if phrase.has("this"):
        return Reading(Season(str(phrase.value("season_this", "season")), shift=CURRENT))
    year, _ = year_of(phrase)
    shift = phrase.value("shift")
    if year is None and shift is None and not (phrase.has("the") and surroundings.bare_season_is_time(phrase)):
        return None
    return Reading(Season(str(phrase.value("season")), year, shift), phrase.value("part_of", "part"))


def _division(phrase: Phrase) -> Reading | None:
    letter, number = str(phrase.value("division")), ordinal_value(phrase.group("number"))
    text = phrase.value("year_after", "year_num")
    year = int(text) if text else year_of(phrase)[0]
    dated = year is not None or phrase.end - phrase.start > 5
    if number > {"Q": 4, "H": 2}[letter] or not (dated or surroundings.bare_division_is_time(phrase)):
        return None
    return Reading(Division(letter, number, year, phrase.value("shift")), phrase.value("part_of", "part"), score=0.9)


def _half_of_month(phrase: Phrase) -> Reading | None:
    """النصف الثاني من آب: the month, its start or its end."""
    month, number = month_of(phrase), ordinal_value(phrase.group("half_number"))
    if month is None or phrase.value("division") != "H" or number > 2:
        return None
    structure = Month(month[0], year_of(phrase)[0], shift=phrase.value("month_shift", "shift"))
    return Reading(structure, "START" if number == 1 else "END")


def _week_of_month(phrase: Phrase) -> Reading | None:
    number = ordinal_value(phrase.group("number")) or LAST_OF_MONTH
    if not phrase.has("month"):
        return Reading(WeekOfMonth(number, Period("M", phrase.value("shift") or CURRENT)))
    month = month_of(phrase)
    return (
        Reading(WeekOfMonth(number, Month(month[0], year_of(phrase)[0], shift=phrase.value("month_shift", "shift"))))
        if month
        else None
    )


def _sometime(phrase: Phrase) -> Reading:
    """في وقت سابق من هذا الشهر, في وقت لاحق اليوم: the stretch that it lies in."""
    if phrase.has("deictic"):
        return Reading(Deictic(int(phrase.value("deictic") or 0)))
    if phrase.has("weekday"):
        return Reading(Weekday(int(phrase.value("weekday") or 0), phrase.value("shift"), beyond=phrase.has("beyond")))
    unit, shift = str(phrase.value("unit")), phrase.value("shift") or CURRENT
    return Reading(Period(unit, shift, phrase.has("beyond")), phrase.value("part_of", "part"))


def _week_of_year(phrase: Phrase) -> Reading | None:
    """الأسبوع الثالث من عام 2027."""
    lexemes = phrase.group("number")
    number = int(lexemes[0].text) if lexemes[0].text.isdigit() else ordinal_value(lexemes)
    if not 1 <= number <= 53:
        return None
    return Reading(WeekOfYear(number, year_of(phrase)[0], phrase.value("shift") or CURRENT))


def _weekend(phrase: Phrase) -> Reading:
    """عطلة نهاية الأسبوع."""
    return Reading(Period("WE", phrase.value("shift") or CURRENT))


def _vague(phrase: Phrase) -> Reading:
    values = phrase.group("vague")[0].values
    kind = next(kind for kind in ("vague", "recurring", "recurring_time", "hour_of") if kind in values)
    return Reading(Fixed(values[kind], is_time=kind in {"recurring_time", "hour_of"}))


def _every_weekday(phrase: Phrase) -> Reading | None:
    """كل يوم سبت, أيام الجمعة."""
    if phrase.has("days") and phrase.value("days", "plural") != "D":
        return None
    return Reading(Fixed("P1W"))


def _season_years(phrase: Phrase) -> Reading | None:
    """2023/2024, as school and football count."""
    year, until = sorted(int(phrase.group(name)[0].text) for name in ("year", "until"))
    return Reading(Year(year, until=until), score=0.7) if until == year + 1 and year >= 1900 else None


def _whole_period(phrase: Phrase) -> Reading:
    """طوال العام."""
    return Reading(Duration(((Decimal(1), str(phrase.value("unit"))),)), score=0.85)


PERIOD_READERS: dict[str, Callable[[Phrase], Reading | None]] = {
    "month": _named_month,
    "first_of_months": _first_of_months,
    "same_span": _same_span,
    "year": _named_year,
    "bare_year": _bare_year,
    "years": _years,
    "period": _period,
    "plural_period": _plural_period,
    "era": _era,
    "season": _season,
    "division": _division,
    "half_of_month": _half_of_month,
    "week_of_month": _week_of_month,
    "week_of_year": _week_of_year,
    "weekend": _weekend,
    "sometime": _sometime,
    "every_weekday": _every_weekday,
    "season_years": _season_years,
    "whole_period": _whole_period,
    "vague": _vague,
    "writing_hour": _vague,
}
"""By the names of the grammar's rules."""
