"""Finds what a language model quotes in the text it was given; what is not there is counted, never guessed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.text.clitics import PROCLITICS
from model.text.folding import fold, fold_aligned
from model.text.span import Span

_SPACE = re.compile(r"\s+")
_PARTICLES = frozenset(joined for joined in PROCLITICS if "س" not in joined)
"""What may be written together with a name; س stands before verbs only."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words said to stand in the text, with their label and what is said to stand before them."""

    text: str
    label: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Where quotes stand, in code points of the text, and how many stand nowhere."""

    found: tuple[tuple[Span, str], ...]
    lost: int


def locate(quotes: Iterable[Quote], text: str, labels: Iterable[str]) -> Places:
    """The place of each quote with one of these labels: where what stands before it fits, else the first one left.

    Spelling is compared folded, spaces of any length are alike. A quote that ends within a word, or begins within one
    after other letters than joined particles, is not there.
    """
    finder, known = _Finder(text), set(labels)
    found: dict[tuple[Span, str], None] = {}
    lost = 0
    for quote in quotes:
        taken = {span for span, label in found if label == quote.label}
        place = finder.place(quote, taken) if quote.label in known else None
        if place is None:
            lost += 1
        else:
            found[place, quote.label] = None
    return Places(tuple(found), lost)


class _Finder:
    def __init__(self, text: str) -> None:
        self._folded = fold_aligned(text)

    def place(self, quote: Quote, taken: set[Span]) -> Span | None:
        places = list(self._places(quote.text))
        before = _SPACE.sub(" ", fold(quote.before)).strip()
        fitting = [place for place, context in places if before and context.endswith(before)]
        for candidates in (fitting, [place for place, _ in places]):
            free = [place for place in candidates if place not in taken]
            if free:
                return free[0]
        return fitting[0] if fitting else next((place for place, _ in places), None)

    def _places(self, quoted: str) -> Iterator[tuple[Span, str]]:
        words = fold(quoted).split()
        if not words:
            return
        text = self._folded.text
        for match in re.finditer(r"\s+".join(map(re.escape, words)), text):
            start, end = match.span()
            if self._is_whole(start, end):
                context = _SPACE.sub(" ", text[:start]).strip()
                yield self._folded.original_span(start, end), context

    def _is_whole(self, start: int, end: int) -> bool:
        text = self._folded.text
        if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            return False
        if not text[start].isalnum():
            return True
        begin = start
        while begin and text[begin - 1].isalnum():
            begin -= 1
        return text[begin:start] in _PARTICLES
