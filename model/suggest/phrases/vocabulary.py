"""Classes of words, read from tables ``kind, value, forms`` in ``seeds/lexicons``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from model.seeds import seeds_folder
from model.text.folding import fold

TABLES = ("numbers/words.tsv", "numbers/units.tsv", "times/words.tsv")
PLAIN_KINDS = (
    "num",  # 26 000, 4.4
    "range",  # 5-8
    "numdate",  # 27.03.2024
    "clock",  # 14:29
    "code",  # F-16, a telephone number, a handle, an address of the web
    "word",
    "the",
    "and",
    "prep",
    "pronoun",
    "comma",
    "slash",
    "open",
    "close",
    "dash",
    "stop",
    "mark",
    "line",
)
NUMBER_KINDS = ("year_num", "day_num")
"""Digits that may be a year (1000 to 2099), or a day of a month."""
BOUND_KINDS = frozenset({"day_word", "day_unit", "unit", "fraction", "part_of", "one_of", "vague_number", "ordinal"})
"""Kinds whose words may carry a pronoun: يومها، نصفهم، أحدهم."""
PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا", "كم")
ARTICLE = "ال"
PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")

Values = Mapping[str, str]
"""What a word means, by kind."""


@dataclass(frozen=True, slots=True)
class Split:
    """A word as proclitics, article and ``head``; ``head_start`` counts letters. ``pronoun``: letters at the end."""

    proclitics: str
    article: bool
    head: str
    head_start: int
    pronoun: int = 0


@dataclass(frozen=True)
class Vocabulary:
    """Words and word sequences with their values by kind; ``codes`` gives each combination of kinds one character."""

    single: Mapping[str, Values]
    sequences: Mapping[str, tuple[tuple[tuple[str, ...], Values], ...]]
    """By first word: the further words and the values, the longest first."""
    codes: Mapping[frozenset[str], str]

    @cached_property
    def bound(self) -> Mapping[str, tuple[str, int]]:
        """Words with a pronoun: the word without it, and the pronoun's length."""
        return {
            word[:-1] + "ت" + pronoun if word.endswith("ه") else word + pronoun: (word, len(pronoun))
            for word, values in self.single.items()
            if BOUND_KINDS & values.keys()
            for pronoun in PRONOUNS
        }

    def characters(self, kind: str) -> str:
        """The codes of all words that are of this kind, possibly among others."""
        return "".join(code for kinds, code in self.codes.items() if kind in kinds)

    def code(self, values: Values) -> str:
        """The character that stands for these kinds together."""
        return self.codes[frozenset(values)]

    def knows(self, head: str) -> bool:
        """Whether a word is in the tables, alone or as the first of several."""
        return head in self.single or head in self.sequences


@lru_cache(maxsize=1 << 15)
def splits(word: str) -> tuple[Split, ...]:
    """The ways to read a folded word that end in a known head, the fewest proclitics first."""
    words = vocabulary()
    return tuple(split for split in _splits(word, words.bound) if words.knows(split.head))


def _splits(word: str, bound: Mapping[str, tuple[str, int]]) -> Iterable[Split]:
    yield Split("", False, word, 0)
    if word in bound:
        head, pronoun = bound[word]
        yield Split("", False, head, 0, pronoun)
    for proclitic in ("", *PROCLITICS):
        rest = word[len(proclitic) :]
        if not word.startswith(proclitic) or len(rest) < 2:
            continue
        yield Split(proclitic, False, rest, len(proclitic))
        if rest in bound:
            head, pronoun = bound[rest]
            yield Split(proclitic, False, head, len(proclitic), pronoun)
        if rest.startswith(ARTICLE) and len(rest) > 3:
            yield Split(proclitic, True, rest[2:], len(proclitic) + 2)
        if proclitic.endswith("ل") and rest.startswith("ل"):
            yield Split(proclitic, False, "ا" + rest, len(proclitic))
            yield Split(proclitic, True, rest[1:], len(proclitic) + 1)


@cache
def vocabulary() -> Vocabulary:
    """The words of times and numbers, from the lexicon's tables."""
    single: dict[str, dict[str, str]] = {}
    sequences: dict[str, dict[tuple[str, ...], dict[str, str]]] = {}
    for kind, value, form in _rows():
        first, *further = fold(form).split()
        if further:
            sequences.setdefault(first, {}).setdefault(tuple(further), {}).setdefault(kind, value)
        else:
            single.setdefault(first, {}).setdefault(kind, value)
    longest_first = {
        first: tuple(sorted(by_rest.items(), key=lambda item: -len(item[0]))) for first, by_rest in sequences.items()
    }
    combinations = [frozenset({kind}) for kind in PLAIN_KINDS]
    combinations += [frozenset({"num", kind}) for kind in NUMBER_KINDS]
    combinations += [frozenset(values) for values in single.values()]
    combinations += [frozenset(values) for by_rest in sequences.values() for values in by_rest.values()]
    codes = {kinds: chr(0xE000 + index) for index, kinds in enumerate(dict.fromkeys(combinations))}
    return Vocabulary(single, longest_first, codes)


def _rows() -> Iterable[tuple[str, str, str]]:
    for table in TABLES:
        lines = (seeds_folder() / "lexicons" / table).read_text("utf-8").splitlines()[1:]
        for line in lines:
            kind, value, forms = line.split("\t")
            for form in forms.split(" | "):
                yield kind, value, form
