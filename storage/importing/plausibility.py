"""How much a text looks like Arabic prose: the frequencies of letters tell the Arabic code pages apart."""

import math
from functools import cache

_PER_THOUSAND = {
    "ا": 160, "ل": 122, "ي": 72, "م": 58, "و": 56, "ن": 55, "ر": 48, "ت": 45, "ب": 37, "ع": 36, "د": 32, "ة": 31,
    "ه": 28, "ف": 27, "س": 27, "ق": 25, "أ": 25, "ك": 22, "ح": 19, "ج": 15, "إ": 12, "ش": 11, "ط": 11, "ص": 11,
    "خ": 9, "ى": 8, "ض": 7, "ز": 6, "ء": 6, "ث": 6, "غ": 5, "ئ": 4, "ذ": 5, "ظ": 2, "ؤ": 2, "آ": 1,
}  # fmt: skip
"""Of a thousand letters of Arabic news, counted on the sample corpus and rounded."""
_RARE = 0.2
_FOREIGN = 0.02
SAMPLE = 200_000
"""Characters that are looked at."""


@cache
def _weights() -> dict[str, float]:
    return {letter: math.log(share / 1000) for letter, share in _PER_THOUSAND.items()}


def arabic_likelihood(text: str) -> float:
    """The mean logarithm of the frequency of its characters beyond ASCII; minus infinity if there are none.

    Arabic letters that prose hardly uses weigh little, and what is no Arabic letter at all less still.
    """
    weights, total, count = _weights(), 0.0, 0
    for character in text[:SAMPLE]:
        if character < "\x80":
            continue
        count += 1
        total += weights.get(character) or math.log((_RARE if is_arabic(character) else _FOREIGN) / 1000)
    return total / count if count else -math.inf


def is_arabic(character: str) -> bool:
    """Whether a character is a letter or mark of the Arabic script."""
    return "\u0600" <= character <= "\u06ff" or "\u0750" <= character <= "\u077f" or "\ufb50" <= character <= "\ufefc"


def arabic_share(text: str) -> float:
    """Of the letters in the text, the part that is Arabic, 0 to 1."""
    letters = [character for character in text[:SAMPLE] if character.isalpha()]
    return sum(map(is_arabic, letters)) / len(letters) if letters else 0.0
