"""The grammar of numbers: patterns over classes of words. Words stand in ``seeds/lexicons/numbers``."""

from functools import cache

import regex

from model.suggest.phrases.number_words import PARTS as NUMBER_PARTS
from model.suggest.phrases.patterns import compile_pattern
from model.suggest.phrases.vocabulary import vocabulary

_PARTS = {
    **NUMBER_PARTS,
    "amount": """(?P<amount>{number})(?:<and>(?P<more><fraction>)(?:<the>?<scale>)?+)?
        | (?P<fraction><fraction>)(?P<fraction_scale><scale>)? | (?P<range><range>)(?P<range_scale><scale>)?""",
    "vague": "(?P<vague><the>?<vague_number|scale>)(?:<the>?<scale>)*(?:<the>)",
    "currency_name": "(?P<currency><currency|currency_sign>)(?P<country><currency_of>)?+",
}

_RULES = {
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
    "ordinal": "(?P<the><the>)?(?P<number><ordinal>(?:<ten>|<and><the>?<tens>)?) | (?P<the><the>)(?P<number><tens>)",
    "digit_ordinal": "<the>(?P<digits><num>)",
}


@cache
def rules() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """All rules by name, compiled; of matches that start together and are equally long the earlier rule's is kept."""
    return tuple((name, compile_pattern(source, _PARTS, vocabulary())) for name, source in _RULES.items())
