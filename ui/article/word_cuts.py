"""What a double click may mean: the word without its clitics, with them, other cuts, joined letters."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from model.text.sentences import sentences
from model.text.span import Span

if TYPE_CHECKING:
    from model.text.clitics import Reading

_BOUNDARY = regex.compile(r"(?w)\b")
"""Word boundaries of Unicode (UAX 29): numbers, tatweel and words with Latin letters stay whole."""
_SHORTEST_WITH_ARTICLE = 5
"""Shorter ones (والده، كالسو) more often have no article at all."""
_SHORTEST_KNOWN = 3


def word_spans(line: str) -> Iterator[Span]:
    """The words and numbers of a line, without white space and marks."""
    places = [match.start() for match in _BOUNDARY.finditer(line)]
    for start, end in pairwise(places):
        if any(character.isalnum() for character in line[start:end]):
            yield Span(start, end)


def vocabulary(text: str) -> frozenset[str]:
    """The folded words of an article: a stem that stands alone elsewhere in it is likely to be a word."""
    # folding loads camel-tools' character sets, which the first paint need not wait for
    from model.text.folding import fold

    return frozenset(fold(text[match.start() : match.end()]) for match in regex.finditer(r"\w+", text))


def word_cuts(line: str, offset: int, known: frozenset[str]) -> tuple[Span, ...]:
    """The spans that clicks on a character choose in turn, none twice; empty on white space and punctuation.

    The first is the word without its clitics, as far as the article shows them: before the article ال, or where the
    rest stands alone elsewhere (``known``, see ``vocabulary``). Where nothing shows a clitic it is the whole word.
    """
    from model.text.clitics import readings
    from model.text.folding import fold
    from model.text.tokens import Token

    word = next((span for span in word_spans(line) if span.start <= offset < span.end), None)
    if word is None:
        return ()
    token = Token(word, word.of(line), fold(word.of(line)))
    possible = [reading for reading in readings(token, enclitics=False) if reading.proclitics]
    stem = _likely(possible, known)
    cuts = [
        *([stem.span] if stem else []),
        word,
        *(reading.span for reading in possible),
        *_letters(line, word, offset),
    ]
    return tuple(dict.fromkeys(cuts))


def _likely(possible: Iterable["Reading"], known: frozenset[str]) -> "Reading | None":
    by_length = sorted(possible, key=lambda reading: -len(reading.proclitics))
    for reading in by_length:
        if (
            reading.key.startswith("ال")
            and len(reading.key) >= _SHORTEST_WITH_ARTICLE
            and "س" not in reading.proclitics
        ):
            return reading
    return next((one for one in by_length if len(one.key) >= _SHORTEST_KNOWN and one.key in known), None)


@cache
def _letter_group() -> "regex.Pattern[str]":
    """Letters that join: up to and with one that joins only what stands before it."""
    joins, ends = r"[^\W\d_اأإآٱدذرزوؤةىء]", "[اأإآٱدذرزوؤةىء]"
    return regex.compile(rf"{joins}[\p{{M}}ـ]*(?:{joins}[\p{{M}}ـ]*)*(?:{ends}\p{{M}}*)?|{ends}\p{{M}}*")


def _letters(line: str, word: Span, offset: int) -> Iterator[Span]:
    for match in _letter_group().finditer(line, word.start, word.end):
        if match.start() <= offset < match.end():
            yield Span(match.start(), match.end())


def sentence_at(line: str, offset: int) -> Span | None:
    """The sentence of a line that holds this character, or the one before it; None where the line is blank."""
    found = None
    for span in sentences(line):
        if found is None or span.start <= offset:
            found = span
    return found
