"""Readings of lengths of time, and of points so long before or after."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from model.suggest.phrases.lexemes import Lexeme
from model.suggest.phrases.number_words import number_value, numbers_in, ordinal_value
from model.suggest.phrases.patterns import Phrase
from model.suggest.times import surroundings
from model.suggest.times.outlook import PAST, outlook
from model.suggest.times.reading import Reading
from model.suggest.times.structures import Amounts, Duration, Offset

_SHARES = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal("0.333")}
_UNITS = {"unit", "plural", "time_unit", "day_unit", "day_word", "dual"}
_SMALLER_UNITS = {
    "TH": ("TM", 60),
    "TM": ("TS", 60),
    "Y": ("M", 12),
    "M": ("D", 30),
    "D": ("TH", 24),
    "W": ("D", 7),
    "10Y": ("Y", 10),
    "100Y": ("Y", 100),
}


def _unit(lexemes: Sequence[Lexeme]) -> str:
    for lexeme in lexemes:
        for kind in ("unit", "plural", "time_unit", "dual"):
            if kind in lexeme.values:
                return lexeme.values[kind]
        if "hour_word" in lexeme.values:
            return "TH"
    return "D"


def _extra(phrase: Phrase, unit: str) -> Amounts:
    """ونصف الساعة: a part of the unit more, in the next smaller unit."""
    extra = phrase.group("extra")
    if not extra:
        return ()
    kind = next(kind for kind in _SHARES if kind in extra[0].values)
    smaller, count = _SMALLER_UNITS.get(unit, (unit, 1))
    return ((Decimal(round(_SHARES[kind] * count)), smaller),)


def _plus(phrase: Phrase) -> Amounts:
    """What is added with a unit of its own: وثلاثة أشهر وعشرة أيام."""
    found, number = list[tuple[Decimal | None, str]](), list[Lexeme]()
    for lexeme in phrase.group("plus"):
        if _UNITS & lexeme.values.keys():
            one = Decimal(2 if "dual" in lexeme.values else 1)
            found.append((number_value(number) if number else one, _unit([lexeme])))
            number = []
        elif number or not {"and", "comma"} & lexeme.values.keys():
            number.append(lexeme)
    return tuple(found)


def _amounts(phrase: Phrase) -> Amounts | None:
    if phrase.has("amount"):
        amount = number_value(phrase.group("amount"))
        unit = _unit(phrase.group("unit"))
        return None if amount is None else ((amount, unit), *_extra(phrase, unit), *_plus(phrase))
    if phrase.has("some"):
        return ((None, _unit(phrase.group("unit_some"))),)
    if phrase.has("dual"):
        unit = _unit(phrase.group("dual"))
        return ((Decimal(2), unit), *_extra(phrase, unit), *_plus(phrase))
    if phrase.has("one"):
        unit = _unit(phrase.group("one"))
        return ((Decimal(1), unit), *_extra(phrase, unit), *_plus(phrase))
    if phrase.has("half_of"):
        unit = _unit(phrase.group("unit_half"))
        kind = next(kind for kind in _SHARES if kind in phrase.group("half_of")[0].values)
        return ((_SHARES[kind], unit),)
    if phrase.has("several"):
        return ((None, _unit(phrase.group("several"))),)
    return ((Decimal(1), _unit(phrase.group("single"))),)


def _length_modifier(phrase: Phrase) -> str | None:
    after = {"APPROX": "APPROX", "EQUAL_OR_MORE": "MORE_THAN", "EQUAL_OR_LESS": "LESS_THAN"}
    return phrase.value("mod") or after.get(phrase.value("mod_after") or "")


def _length(phrase: Phrase) -> Reading | None:
    amounts = _amounts(phrase)
    if amounts is None:
        return _last_of_lengths(phrase)
    if surroundings.length_is_other(phrase, amounts):
        return None
    return Reading(Duration(amounts), _length_modifier(phrase))


def _last_of_lengths(phrase: Phrase) -> Reading | None:
    """Numbers joined by a scale (ألف وثلاثة آلاف يوم): only the last one counts the unit."""
    begin, _, amount = numbers_in(phrase.group("amount"))[-1]
    start = phrase.start_of("amount") + begin
    return Reading(Duration(((amount, _unit(phrase.group("unit"))),)), start=start)


def _single_length(phrase: Phrase) -> Reading | None:
    amounts = _amounts(phrase)
    if amounts is None:
        return None
    if phrase.has("each"):
        return Reading(Duration(amounts), score=0.9)
    if surroundings.is_day_by_day(phrase) or not surroundings.bare_length_is_time(phrase):
        return None
    return Reading(Duration(amounts), _length_modifier(phrase), score=0.9)


def _ago(phrase: Phrase) -> Reading | None:
    """قبل شهرين; after لن nothing is past: not before so long a time has gone by."""
    if surroundings.follows_never(phrase):
        amounts = _amounts(phrase)
        start = phrase.start_of("body")
        return None if amounts is None else Reading(Duration(amounts), _length_modifier(phrase), start=start)
    return _offset(phrase, -1)


def _later(phrase: Phrase) -> Reading | None:
    other = surroundings.counts_from_event(phrase) or surroundings.is_day_by_day(phrase)
    return None if other else _offset(phrase, 1)


def _from_now(phrase: Phrase) -> Reading | None:
    """شهر وعشرة أيام من الآن: ahead, unless منذ or the clause's verb says that it is past."""
    amounts = _amounts(phrase)
    if amounts is None:
        return None
    past = surroundings.follows_since(phrase) or outlook(phrase.lexemes, phrase.start) == PAST
    return Reading(Offset(Duration(amounts), -1 if past else 1))


def _offset(phrase: Phrase, direction: int) -> Reading | None:
    amounts = _amounts(phrase)
    if amounts is None or surroundings.counts_from_clause(phrase):
        return None
    return Reading(Offset(Duration(amounts), direction), _length_modifier(phrase))


def _age(phrase: Phrase) -> Reading | None:
    if phrase.has("decade_age"):
        return Reading(Duration(((None, "Y"),)))
    if phrase.has("reached"):
        age = ordinal_value(phrase.group("reached"))
        return Reading(Duration(((Decimal(age), "Y"),)), score=0.8) if surroundings.tells_age(phrase, age) else None
    if "unit" in phrase.lexemes[phrase.start].values and "year_noun" not in phrase.lexemes[phrase.start].values:
        return None
    return Reading(Duration(((Decimal(ordinal_value(phrase.group("age"))), "Y"),)))


def _counted_period(phrase: Phrase) -> Reading | None:
    if phrase.has("dual"):
        return Reading(Duration(((Decimal(2), _unit(phrase.group("dual"))),)), score=0.9)
    name, unit_name = ("amount", "unit") if phrase.has("amount") else ("amount_first", "unit_last")
    amount = number_value(phrase.group(name))
    if amount is None:
        return None
    return Reading(Duration(((amount, _unit(phrase.group(unit_name))),)), score=0.9)


LENGTH_READERS: dict[str, Callable[[Phrase], Reading | None]] = {
    "counted_period": _counted_period,
    "length": _length,
    "single_length": _single_length,
    "ago": _ago,
    "later": _later,
    "from_now": _from_now,
    "age": _age,
}
"""By the names of the grammar's rules."""
