"""The grammar of numbers: patterns over classes of words. Words stand in ``seeds/lexicons/numbers``."""

from collections.abc import Iterator
from functools import cache

import regex

from model.suggest.phrases.number_words import PARTS as NUMBER_PARTS
from model.suggest.phrases.patterns import compile_pattern
from model.suggest.phrases.vocabulary import vocabulary

_PARTS = {
    **NUMBER_PARTS,
    "amount": """(?P<amount>{number})(?:<and>(?P<more><fraction>)(?:<the>?<scale>)?+)?
        | (?P<fraction><fraction>)(?P<fraction_scale><scale>)? | (?P<range><range>)(?P<range_scale><scale>)?""",
    "vague": "(?P<vague><the>?<vague_number|scale>)(?:<the>?<scale>)*<from>?<the>",
    "currency_name": "(?P<currency><currency|currency_sign>)(?P<country><currency_of>)?+",
}

RULES = {
    "percent": "{amount}<percent> | <percent>(?P<amount><num>)",
    "money": "<the>?{amount}{currency_name} | (?P<currency><currency_sign>){amount}"
    " | (?P<dual><currency_dual>)(?P<country><currency_of>)?+",
    "millions": "{amount}(?P<millions><million_of>)",
    "vague_money": "{vague}{currency_name}",
    "quantity": "<the>?{amount}(?P<measure><measure>) | (?P<fraction><fraction>)(?P<measure><point>)"
    " | (?P<dual><measure_dual>)",
    "cardinal": "(?P<the><the>)?{amount}",
    "vague_cardinal": "<the>?(?P<vague><vague_number>)(?:<the>?<scale>)?",
    "share": "(?P<share><fraction|part_of>)(?=<pronoun>) | (?P<one><one|one_of>)",
    "ordinal": "(?P<the><the>)?(?P<number><ordinal>(?:<ten>|<and><the>?<tens>|<pronoun>)?)"
    " | (?P<the><the>)(?P<number><tens>)",
    "digit_ordinal": "<the>(?P<digits><num>)",
}


_MONEY = "currency|currency_sign|currency_dual"
_COUNTS = "num|small|one|ten|tens|hundred|scale|scale_dual|fraction|range"
_NEEDED = {
    "percent": "percent",
    "money": _MONEY,
    "millions": "million_of",
    "vague_money": _MONEY,
    "quantity": "measure|measure_dual|point",
    "cardinal": _COUNTS,
    "vague_cardinal": "vague_number",
    "share": "fraction|part_of|one|one_of",
    "ordinal": "ordinal|tens",
    "digit_ordinal": "num",
}
"""Kinds of words without which a rule cannot match."""


@cache
def rule(name: str) -> regex.Pattern[str]:
    """A rule, compiled when a text first has the words for it."""
    return compile_pattern(RULES[name], _PARTS, vocabulary())


@cache
def _needed() -> dict[str, frozenset[str]]:
    kinds = vocabulary().characters
    return {name: frozenset("".join(map(kinds, entry.split("|")))) for name, entry in _NEEDED.items()}


def rules_for(codes: str) -> Iterator[tuple[str, regex.Pattern[str]]]:
    """The rules that a row has the words for. Of matches equally long from one start, the earlier rule's is kept."""
    present = frozenset(codes)
    for name, entry in _needed().items():
        if present & entry:
            yield name, rule(name)
