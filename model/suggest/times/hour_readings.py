"""Readings of parts of a day and of hours."""

from collections.abc import Callable

import regex

from model.suggest.phrases.number_words import digits_value, number_value, ordinal_value
from model.suggest.phrases.patterns import Phrase
from model.suggest.times import surroundings
from model.suggest.times.day_readings import DAY_READERS, holiday_of
from model.suggest.times.grammar import day_rules
from model.suggest.times.reading import Reading
from model.suggest.times.structures import SAME, ClockTime, DayPart, DayStructure, Deictic

_SHARES_OF_HOUR = {"half": 30, "quarter": 15, "third": 20}
_MERIDIEM = {"am": "MO", "pm": "EV"}


def _day_of(phrase: Phrase, group: str) -> DayStructure | None:
    """The day inside a larger expression, read with the rules for days."""
    if not phrase.has(group):
        return None
    start, end = phrase.match.span(group)
    for rule, pattern in day_rules():
        match = pattern.fullmatch(phrase.match.string, start, end)
        reading = DAY_READERS[rule](Phrase(phrase.lexemes, match, phrase.shift)) if match else None
        if reading is not None:
            structure = reading.structure
            assert isinstance(structure, DayStructure)
            return structure
    return None


def _part_of_day(phrase: Phrase) -> Reading | None:
    day = _day_of(phrase, "whose")
    if day is None:
        return None
    part = phrase.group("part")[0].values
    return Reading(DayPart(part.get("day_part") or part["day_part_adverb"], day), _edge_of(phrase))


def _edge_of(phrase: Phrase) -> str | None:
    """The mod of وقت متأخر من, ساعة مبكرة من, منتصف, الباكر."""
    kinds = (("edge", "early_late"), ("edge", "part"), ("edge_after", "early_late"))
    return next((value for group, kind in kinds if (value := phrase.value(group, kind))), None)


def _edge_of_part(phrase: Phrase) -> Reading | None:
    """ساعة متأخرة من الليل, الصباح الباكر: of the day that the text tells of."""
    day = _day_of(phrase, "whose")
    if phrase.has("whose") and day is None:
        return None
    return Reading(DayPart(str(phrase.value("part", "day_part")), day), _edge_of(phrase), score=0.8)


def _first_of_hours(phrase: Phrase) -> Reading | None:
    """من الثامنة إلى العاشرة صباحاً: the part of the day is said once, and so is the day."""
    if not surroundings.opens_range_of_hours(phrase):
        return None
    return _hour(phrase)


def _holiday_eve(phrase: Phrase) -> Reading:
    """ليلة رأس السنة is the night before; صباح عيد الفطر the day itself."""
    day, part = holiday_of(phrase), str(phrase.value("part", "day_part"))
    return Reading(DayPart(part, day, eve=part == "NI"), score=0.8)


def _night_between(phrase: Phrase) -> Reading | None:
    """الليلة الفاصلة بين الأحد والاثنين: the night that begins on the first day."""
    day = _day_of(phrase, "whose")
    return Reading(DayPart("NI", day)) if day else None


def _part_alone(phrase: Phrase) -> Reading | None:
    same = phrase.value("same", "shift")
    if (same is None and surroundings.night_is_other(phrase)) or same not in {None, SAME}:
        return None
    values = phrase.group("part")[0].values
    kind = next(kind for kind in ("last_night", "this_day_part", "midnight_word", "day_part_adverb") if kind in values)
    score = 0.8 if kind == "day_part_adverb" else 0.9
    day = {"last_night": Deictic(-1), "this_day_part": Deictic(0)}.get(kind) if same is None else None
    return Reading(DayPart(values[kind], day), score=score)


def _the_part(phrase: Phrase) -> Reading | None:
    part = phrase.group("part")[0]
    if "sun_part" in part.values:
        return Reading(DayPart(part.values["sun_part"]), score=0.8)
    return Reading(DayPart(part.values["day_part"]), score=0.7) if surroundings.bare_part_is_time(phrase) else None


def _midnight(phrase: Phrase) -> Reading | None:
    day = _day_of(phrase, "whose")
    return Reading(DayPart("24", day)) if day else None


def _part_of_clock(phrase: Phrase) -> str | None:
    if not phrase.has("part"):
        return None
    values = phrase.group("part")[0].values
    for kind in ("day_part", "day_part_adverb"):
        if kind in values:
            return values[kind]
    if "midnight_word" in values:
        return "NI"
    return _MERIDIEM["am" if "am" in values else "pm"]


def _hour_and_minute(phrase: Phrase) -> tuple[int, int | None, int | None] | None:
    lexemes = phrase.group("hour")
    if len(lexemes) == 1 and "clock" in lexemes[0].values:
        numbers = [int(number) for number in regex.split("[:h]", lexemes[0].text)]
        return numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None
    if len(lexemes) == 1 and "num" in lexemes[0].values:
        hour = digits_value(lexemes[0].text)
        whole = int(hour)
        return whole, _minutes(phrase) if hour == whole else round((hour - whole) * 100), None
    return ordinal_value(lexemes), _minutes(phrase), None


def _minutes(phrase: Phrase) -> int | None:
    for group, sign in (("past", 1), ("lacking", -1)):
        if phrase.has(group):
            kind = next(kind for kind in _SHARES_OF_HOUR if kind in phrase.group(group)[0].values)
            return sign * _SHARES_OF_HOUR[kind]
    if phrase.has("minutes"):
        minutes = number_value(phrase.group("minutes"))
        return None if minutes is None else int(minutes)
    return None


def _hour(phrase: Phrase) -> Reading | None:
    time = _hour_and_minute(phrase)
    day = _day_of(phrase, "whose")
    if time is None or (phrase.has("whose") and day is None):
        return None
    hour, minute, second = time
    if minute is not None and minute < 0:
        hour, minute = hour - 1, minute + 60
    if not 0 <= hour <= 24 or not 0 <= (minute or 0) < 60:
        return None
    in_digits = "clock" in phrase.lexemes[phrase.start].values
    return Reading(ClockTime(hour, minute, _part_of_clock(phrase), day, second, in_digits), phrase.value("mod"))


def _hour_without_word(phrase: Phrase) -> Reading | None:
    return None if surroundings.hour_is_other(phrase) else _hour(phrase)


def _clock(phrase: Phrase) -> Reading | None:
    if phrase.has("hour_digits"):
        hour, minute = int(phrase.group("hour_digits")[0].text), phrase.group("minute_digits")[0].text
        valid = hour < 25 and minute.isdigit() and int(minute) < 60
        return Reading(ClockTime(hour, int(minute), in_digits=True)) if valid else None
    return _hour(phrase)


HOUR_READERS: dict[str, Callable[[Phrase], Reading | None]] = {
    "part_of_day": _part_of_day,
    "day_then_part": _part_of_day,
    "night_between": _night_between,
    "part_alone": _part_alone,
    "holiday_eve": _holiday_eve,
    "the_part": _the_part,
    "midnight": _midnight,
    "hour": _hour,
    "hour_without_word": _hour_without_word,
    "hour_and_share": _hour,
    "first_of_hours": _first_of_hours,
    "edge_of_part": _edge_of_part,
    "clock": _clock,
}
"""By the names of the grammar's rules."""
