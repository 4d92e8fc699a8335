"""Readings of an Arabic word as proclitics + stem + enclitic, the stem's span kept in the original.

The guidelines' rule: the article belongs to the stem; the conjunctions و ف, the prepositions ب ل ك and the future س do
not; where ل swallows the alef of the article (للعراق) the stem starts at the second lam and its key restores the alef.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.text.folding import FoldedText, fold_aligned
from model.text.span import Span
from model.text.tokens import Token

PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "فب", "فل", "فك", "وس", "فس")
ENCLITICS = ("", "ه", "ها", "هما", "هم", "هن", "ك", "كما", "كم", "كن", "ي", "ني", "نا")
_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word. ``key`` is the folded stem, article restored; ``span`` covers the stem in the article."""

    proclitics: str
    enclitic: str
    key: str
    span: Span


def readings(token: Token, *, enclitics: bool = True) -> tuple[Reading, ...]:
    """Every reading whose stem keeps at least two letters, the fewest clitics first."""
    folded = fold_aligned(token.text)
    found = [
        reading
        for proclitic in PROCLITICS
        if folded.text.startswith(proclitic)
        for enclitic in (ENCLITICS if enclitics else ("",))
        if folded.text.endswith(enclitic)
        for reading in _read(folded, token.span.start, proclitic, enclitic)
    ]
    return tuple(sorted(found, key=lambda reading: len(reading.proclitics) + len(reading.enclitic)))


def _read(folded: FoldedText, offset: int, proclitic: str, enclitic: str) -> Iterator[Reading]:
    start, end = len(proclitic), len(folded.text) - len(enclitic)
    if end - start < _SHORTEST_STEM:
        return
    stem = folded.text[start:end]
    span = folded.original_span(start, end).shifted(offset)
    yield Reading(proclitic, enclitic, stem, span)
    if proclitic.endswith("ل") and stem.startswith("ل") and len(stem) > _SHORTEST_STEM:
        yield Reading(proclitic, enclitic, "ا" + stem, span)
