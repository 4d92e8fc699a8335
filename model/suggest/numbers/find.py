"""Numbers of a text outside its times: recognised, the longest kept where they overlap."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from model.messages import Message
from model.suggest.numbers.grammar import rules_for
from model.suggest.numbers.readings import Number, read
from model.suggest.phrases.lexemes import Lexeme, lex
from model.suggest.phrases.patterns import phrases, row_of
from model.text.folding import FoldedText, fold_aligned
from model.text.span import Span

_ONE_OF = re.compile("وأحد")
"""Folded it is واحد (one), but the conjunction stays outside."""


@dataclass(frozen=True, slots=True)
class NumberExpression:
    """A number found in a text: span in code points, label, value (``3000000000 USD``, ``35 km``, ``0.5``), reason."""

    span: Span
    label: str
    value: str | None
    reason: Message
    score: float


def find_numbers(text: str, times: Sequence[Span] = ()) -> tuple[NumberExpression, ...]:
    """All numbers of a text that lie outside the given times."""
    return numbers_of(fold_aligned(text), times)


def numbers_of(folded: FoldedText, times: Sequence[Span] = ()) -> tuple[NumberExpression, ...]:
    """All numbers of a folded text outside the given times, in order, none overlapping."""
    lexemes = lex(folded.text)
    taken = sorted(times)
    starts = [span.start for span in taken]
    found = []
    for number in _recognise(lexemes, folded, taken, starts):
        span = folded.original_span(lexemes[number.start].start, lexemes[number.end - 1].end)
        if _ONE_OF.match(folded.original, span.start):
            span = Span(span.start + 1, span.end)
        found.append(NumberExpression(span, number.label, number.value, number.reason, number.score))
    return tuple(found)


def _recognise(
    lexemes: Sequence[Lexeme], folded: FoldedText, taken: Sequence[Span], starts: Sequence[int]
) -> list[Number]:
    row = row_of(lexemes)
    found = [
        (number.start, -number.end, order, number)
        for order, (name, pattern) in enumerate(rules_for(row.codes))
        for phrase in phrases(pattern, lexemes, row)
        for number in read(name, phrase)
    ]
    kept: list[Number] = []
    for start, _, _, number in sorted(found, key=lambda item: item[:3]):
        if kept and start < kept[-1].end:
            continue
        span = folded.original_span(lexemes[number.start].start, lexemes[number.end - 1].end)
        index = bisect_right(starts, span.end - 1) - 1
        if (index < 0 or not taken[index].overlaps(span)) and not _is_homograph(
            span.of(folded.original), number, lexemes
        ):
            kept.append(number)
    return kept


def _follows_feminine(number: Number, lexemes: Sequence[Lexeme]) -> bool:
    """Whether the noun before is feminine: «الدرجة الأولي», as Egyptian pages write الأولى."""
    return number.start > 0 and lexemes[number.start - 1].text.endswith(("ه", "ات"))


def _is_homograph(original: str, number: Number, lexemes: Sequence[Lexeme]) -> bool:
    """Words that only folding makes numbers: أوّلي (preliminary) and the name باول."""
    if lexemes[number.end - 1].text == "اولي":
        return original.endswith("ي") and not _follows_feminine(number, lexemes)
    before = lexemes[number.start - 1] if number.start else None
    after_bare_preposition = before is not None and before.text == "ب" and before.end == lexemes[number.start].start
    return after_bare_preposition and original == "اول"
