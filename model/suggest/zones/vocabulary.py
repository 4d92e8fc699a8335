"""The words that saved pages show around their stories, from seeds/lexicons/zones, matched on folded words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from model.errors import TawsimError
from model.messages import Message
from model.seeds import seeds_folder
from model.suggest.lexicon.tables import forms_of, read_table
from model.text.folding import fold

COLUMNS = ("phrase", "kind")
TIME_COLUMNS = ("kind", "value", "forms")
DAY_AND_MONTH_KINDS = frozenset(("weekday", "month", "month_unsure", "hijri_month"))
"""Kinds of the times' own table whose words make date lines."""
KINDS = frozenset(
    (
        "agency",
        "byline",
        "clock",
        "credit",
        "date",
        "desk",
        "invitation",
        "kicker",
        "notice",
        "outlet",
        "publication",
        "related",
        "relation",
        "section",
        "story_noun",
        "tags",
        "ticker",
        "widget",
    )
)
WORD = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?")


def words_of(text: str) -> tuple[str, ...]:
    """The folded words and numbers of a text in order; marks of punctuation and symbols are no words."""
    return tuple(WORD.findall(fold(text)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words that say what a line is for; its kind is one of KINDS."""

    words: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a line's words, at ``[start, end)`` of them."""

    start: int
    end: int
    kind: str


@cache
def _by_first_word() -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = {}
    for phrase in (*_phrases(), *_days_and_months()):
        index.setdefault(phrase.words[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in index.items()}


def _days_and_months() -> Iterator[Phrase]:
    for row in read_table(seeds_folder() / "lexicons" / "times" / "words.tsv", TIME_COLUMNS):
        if row.cells[0] in DAY_AND_MONTH_KINDS:
            for form in forms_of(row, 2):
                yield Phrase(words_of(form), "date")
                yield Phrase(words_of(f"ال{form}"), "date")


def _phrases() -> Iterator[Phrase]:
    for row in read_table(seeds_folder() / "lexicons" / "zones" / "vocabulary.tsv", COLUMNS):
        text, kind = row.cells
        words = words_of(text)
        if kind not in KINDS or not words:
            raise TawsimError(
                Message(
                    "{file}, line {line}: needs a phrase and one of these kinds: {kinds}",
                    file=row.file,
                    line=row.line,
                    kinds=", ".join(sorted(KINDS)),
                )
            )
        yield Phrase(words, kind)


def hits(words: Sequence[str]) -> Iterator[Hit]:
    """Every phrase of the vocabulary that stands in these folded words."""
    index = _by_first_word()
    for start, word in enumerate(words):
        for phrase in index.get(word, ()):
            end = start + len(phrase.words)
            if tuple(words[start:end]) == phrase.words:
                yield Hit(start, end, phrase.kind)
