"""The value of a number written in digits, in words or in both: ستة وعشرون ألفاً، 4.4 ملايين، مليون ومئتا ألف."""

import re
from collections.abc import Sequence
from decimal import Decimal

from model.suggest.phrases.lexemes import Lexeme

PARTS = {
    "below_hundred": "<small|one><ten> | <small|one><and><tens> | <tens> | <small> | <ten>",
    "below_thousand": "<small>?<hundred>(?:<and>{below_hundred}|<small><ten>)? | {below_hundred}",
    "group": "(?:<num>|{below_thousand})(?:<scale>{1,2})? | <scale> | <scale_dual>",
    "scaled": "(?:<num>|{below_thousand})<scale>{1,2} | <scale> | <scale_dual>",
    "number": "(?:{scaled}(?:<and>|(?=<small><ten>)))*{group}",
    "ordinal_number": "<the>?<ordinal>(?:<ten>|<and><the><tens>|<and><tens>)? | <the><tens>",
}
"""Named parts of patterns. A number's parts fall in size; ``numbers_in`` cuts where they do not.

Folding makes وأحد and واحد one word, so that مئة وأحد عشر and ألف وأحد عشر have no conjunction there.
"""

_AND_ONE = "واحد"
_THOUSANDS = re.compile(r"[,٬،.]")
_DECIMAL = re.compile(r"[,٫،]")


def digits_value(text: str, scaled: bool = False) -> Decimal:
    """The value of digits with separators; before a scale word, a single separator is a decimal point.

    Agencies that write the decimal sign as the letter ر put the fraction first: 5ر33 is 33.5.
    """
    if "ر" in text:
        fraction, whole = text.split("ر")
        return Decimal(f"{whole}.{fraction}")
    if re.fullmatch(r"\d{1,3}(?:[,٬،.]\d{3})+", text) and not (scaled and len(_THOUSANDS.findall(text)) == 1):
        return Decimal(_THOUSANDS.sub("", text))
    return Decimal(_DECIMAL.sub(".", text))


def numbers_in(lexemes: Sequence[Lexeme]) -> list[tuple[int, int, Decimal]]:
    """The numbers in a row that matched ``{number}``: start and end indexes with the value, joined ones cut apart."""
    found: list[tuple[int, int, Decimal]] = []
    start, total, last_size, last_end = 0, Decimal(0), None, 0
    for begin, end in _groups(lexemes):
        value, size = _group_value(lexemes[begin:end])
        if last_size is not None and value >= last_size:
            found.append((start, last_end, total))
            start, total = begin, Decimal(0)
        total += value
        last_size, last_end = size, end
    return [*found, (start, len(lexemes), total)]


def number_value(lexemes: Sequence[Lexeme]) -> Decimal | None:
    """The value of a row that is one number; None when it is several, or none."""
    numbers = numbers_in(lexemes)
    return numbers[0][2] if len(numbers) == 1 else None


def ordinal_value(lexemes: Sequence[Lexeme]) -> int:
    """The value of an ordinal: الحادي والعشرين is 21, الثانية عشرة 12."""
    kinds = ("ordinal", "ten", "tens")
    return sum(
        next(int(lexeme.values[kind]) for kind in kinds if kind in lexeme.values)
        for lexeme in lexemes
        if any(kind in lexeme.values for kind in kinds)
    )


def _groups(lexemes: Sequence[Lexeme]) -> list[tuple[int, int]]:
    """Stretches between the conjunctions that follow a scale word, written apart or one with the word after them."""
    found, start = [], 0
    for index in range(1, len(lexemes)):
        values = lexemes[index].values
        apart, within = "and" in values, lexemes[index].text == _AND_ONE
        if (apart or within) and {"scale", "scale_dual"} & lexemes[index - 1].values.keys():
            found.append((start, index))
            start = index + apart
    return [*found, (start, len(lexemes))]


def _group_value(lexemes: Sequence[Lexeme]) -> tuple[Decimal, Decimal]:
    """The value of a stretch and the size of its scale."""
    scales = [lexeme for lexeme in lexemes if {"scale", "scale_dual"} & lexeme.values.keys()]
    counted = [lexeme for lexeme in lexemes if lexeme not in scales]
    size = Decimal(1)
    amount = _below_thousand(counted, bool(scales)) if counted else Decimal(1)
    for lexeme in scales:
        value = Decimal(lexeme.values.get("scale") or lexeme.values["scale_dual"])
        if not counted and "scale_dual" in lexeme.values and "scale" not in lexeme.values:
            amount, value = Decimal(2), value / 2
        size *= value
    return amount * size, size


def _below_thousand(lexemes: Sequence[Lexeme], scaled: bool) -> Decimal:
    amount = Decimal(0)
    for lexeme in lexemes:
        times = amount if "hundred" in lexeme.values and 0 < amount < 10 else Decimal(1)
        amount = amount * (times == 1) + times * _amount(lexeme, scaled)
    return amount


def _amount(lexeme: Lexeme, scaled: bool) -> Decimal:
    if "num" in lexeme.values:
        return digits_value(lexeme.text, scaled)
    for kind in ("small", "one", "ten", "tens", "hundred"):
        if kind in lexeme.values:
            return Decimal(lexeme.values[kind])
    return Decimal(0)
