"""From matched phrases to numbers with values: one function a rule of the grammar."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import regex

from model.messages import Message
from model.suggest.numbers import surroundings
from model.suggest.phrases.lexemes import Lexeme
from model.suggest.phrases.number_words import digits_value, number_value, numbers_in, ordinal_value
from model.suggest.phrases.patterns import Phrase

_VAGUE_SCALES = frozenset({"الاف", "ملايين", "مليارات", "الوف", "بلايين", "تريليونات"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number in lexemes ``[start, end)`` with its label, its value (None: unknown) and the reason."""

    start: int
    end: int
    label: str
    value: str | None
    reason: Message
    score: float = 0.9


def read(rule: str, phrase: Phrase) -> Iterator[Number]:
    """The numbers that a phrase matched by this rule holds: none, one, or several joined by «and»."""
    return _READERS[rule](phrase)


def plain(value: Decimal) -> str:
    """Digits without exponent or closing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _fraction(lexeme: Lexeme) -> Decimal:
    share = Fraction(lexeme.values.get("fraction") or lexeme.values.get("part_of") or lexeme.values["half"])
    return round(Decimal(share.numerator) / share.denominator, 3)


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount that begins at a lexeme; ``value`` as it is written in a mention's value."""

    start: int
    value: str
    first: tuple[tuple[int, int, Decimal], ...] = ()
    """Numbers that were joined before it (خمسة آلاف وعشرة آلاف), as places and values."""


def _amount(phrase: Phrase) -> _Amount | None:
    """The amount of a phrase, by digits, words, a fraction or a range."""
    if phrase.has("amount"):
        start = phrase.start_of("amount")
        *first, (begin, _, value) = numbers_in(phrase.group("amount"))
        if phrase.has("more"):
            value += _fraction(phrase.group("more")[0]) * _last_scale(phrase.group("amount"))
        joined = tuple((start + from_, start + to, number) for from_, to, number in first)
        return _Amount(start + begin, plain(value), joined)
    if phrase.has("fraction"):
        scale = _last_scale(phrase.group("fraction_scale"))
        return _Amount(phrase.start_of("fraction"), plain(_fraction(phrase.group("fraction")[0]) * scale))
    if phrase.has("range"):
        scale = _last_scale(phrase.group("range_scale"))
        numbers = [digits_value(text) * scale for text in regex.split(" ?[-–—] ?", phrase.group("range")[0].text)]
        return _Amount(phrase.start_of("range"), "-".join(map(plain, numbers)))
    return None


def _last_scale(lexemes: Sequence[Lexeme]) -> Decimal:
    for lexeme in reversed(lexemes):
        if "scale" in lexeme.values:
            return Decimal(lexeme.values["scale"])
        if "scale_dual" in lexeme.values:
            return Decimal(lexeme.values["scale_dual"]) / 2
    return Decimal(1)


def _counted(phrase: Phrase, label: str, unit: str, reason: Message) -> Iterator[Number]:
    """An amount with its unit; the numbers joined before it count nothing and are cardinals."""
    if phrase.has("dual"):
        yield Number(phrase.start, phrase.end, label, f"2 {unit}".strip(), reason)
        return
    amount = _amount(phrase)
    if amount is None:
        return
    for begin, end, number in amount.first:
        yield _cardinal_number(begin, end, number)
    start = phrase.start if not amount.first else amount.start
    if (
        not amount.first
        and phrase.lexemes[phrase.start].values.keys() == {"the"}
        and "num" in phrase.lexemes[phrase.start + 1].values
    ):
        start += 1
    yield Number(start, phrase.end, label, f"{amount.value} {unit}".strip(), reason, 0.95)


def _cardinal_number(start: int, end: int, value: Decimal) -> Number:
    return Number(start, end, "CARDINAL", plain(value), Message("number"))


def _percent(phrase: Phrase) -> Iterator[Number]:
    return _counted(phrase, "PERCENT", "", Message("number with a word or sign of percent"))


def _money(phrase: Phrase) -> Iterator[Number]:
    return _counted(phrase, "MONEY", _currency(phrase), Message("number with a currency"))


def _millions(phrase: Phrase) -> Iterator[Number]:
    """324.4 م د: millions, abbreviated with their currency."""
    if phrase.has("amount") and (amount := number_value(phrase.group("amount"))) is not None:
        value = f"{plain(amount * 1_000_000)} {phrase.value('millions', 'million_of')}"
        yield Number(phrase.start, phrase.end, "MONEY", value, Message("number with a currency"), 0.95)


def _currency(phrase: Phrase) -> str:
    name = (
        phrase.value("currency")
        or phrase.value("currency", "currency_sign")
        or phrase.value("dual", "currency_dual")
        or ""
    )
    country = phrase.value("country", "currency_of") or ""
    return country or name


def _vague_money(phrase: Phrase) -> Iterator[Number]:
    if _is_vague(phrase.group("vague")):
        yield Number(
            phrase.start, phrase.end, "MONEY", _currency(phrase) or None, Message("uncounted sum of a currency")
        )


def _is_vague(lexemes: Sequence[Lexeme]) -> bool:
    return any("vague_number" in lexeme.values or lexeme.text in _VAGUE_SCALES for lexeme in lexemes)


def _quantity(phrase: Phrase) -> Iterator[Number]:
    unit = phrase.value("measure") or phrase.value("measure", "point") or phrase.value("dual", "measure_dual") or ""
    return _counted(phrase, "QUANTITY", unit, Message("number with a unit of measure"))


def _cardinal(phrase: Phrase) -> Iterator[Number]:
    amount = _amount(phrase)
    if amount is None or surroundings.number_is_other(phrase):
        return
    for begin, end, number in amount.first:
        yield _cardinal_number(begin, end, number)
    lexemes = phrase.lexemes[amount.start : phrase.end]
    digits = "num" in lexemes[0].values
    start = amount.start if digits or amount.first else phrase.start
    value = None if len(lexemes) == 1 and lexemes[0].text in _VAGUE_SCALES else amount.value
    yield Number(start, phrase.end, "CARDINAL", value, Message("number"))


def _vague_cardinal(phrase: Phrase) -> Iterator[Number]:
    yield Number(phrase.start, phrase.end, "CARDINAL", None, Message("uncounted number"))


def _share(phrase: Phrase) -> Iterator[Number]:
    if phrase.has("share"):
        value = plain(_fraction(phrase.group("share")[0]))
        yield Number(phrase.start, phrase.end, "CARDINAL", value, Message("part of a number"))
    elif surroundings.one_is_counted(phrase):
        yield Number(phrase.start, phrase.end, "CARDINAL", "1", Message("one of several"))


def _ordinal(phrase: Phrase) -> Iterator[Number]:
    if surroundings.ordinal_is_other(phrase):
        return
    if "ordinal" not in phrase.group("number")[0].values and not surroundings.counts_in_order(phrase):
        return
    value = str(ordinal_value(phrase.group("number")))
    yield Number(phrase.start, phrase.end, "ORDINAL", value, Message("ordinal number"))


def _digit_ordinal(phrase: Phrase) -> Iterator[Number]:
    if surroundings.counts_in_order(phrase):
        value = plain(digits_value(phrase.group("digits")[0].text))
        yield Number(phrase.start, phrase.end, "ORDINAL", value, Message("ordinal number in digits"))


_READERS: dict[str, Callable[[Phrase], Iterator[Number]]] = {
    "percent": _percent,
    "money": _money,
    "millions": _millions,
    "vague_money": _vague_money,
    "quantity": _quantity,
    "cardinal": _cardinal,
    "vague_cardinal": _vague_cardinal,
    "share": _share,
    "ordinal": _ordinal,
    "digit_ordinal": _digit_ordinal,
}
