"""Which lines speak of the same story: overlap of crude stems."""

from collections.abc import Iterable
from collections.abc import Set as AnySet
from functools import lru_cache

_PREFIXES = ("وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ب", "ل", "ف")
_STEM = 5
_SHORTEST = 3
_COMMON = frozenset(
    (
        "الذي",
        "التي",
        "الذين",
        "هذا",
        "هذه",
        "ذلك",
        "تلك",
        "على",
        "الى",
        "عن",
        "بعد",
        "قبل",
        "خلال",
        "عند",
        "منذ",
        "حتي",
        "بين",
        "كما",
        "وفق",
        "قال",
        "قالت",
        "اكد",
        "اعلن",
        "كان",
        "كانت",
        "انه",
        "انها",
        "مع",
        "من",
        "في",
        "او",
        "لكن",
        "حول",
        "عبر",
        "ضد",
        "نحو",
        "غير",
        "كل",
        "بعض",
        "اكثر",
        "اقل",
        "اول",
        "عام",
        "يوم",
        "اليوم",
        "امس",
    )
)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A crude stem of a folded word: without proclitics and article, its first five letters."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            word = word[len(prefix) :]
            break
    return word[:_STEM]


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words if len(word) >= _SHORTEST and word not in _COMMON)


def overlap(part: AnySet[str], whole: AnySet[str]) -> float:
    """The share of the first's stems that the second has too; 0 when there are none."""
    return len(part & whole) / len(part) if part else 0.0
