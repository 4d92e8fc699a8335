"""Pieces of a text that a model can read at once: whole sentences, as many as fit."""

from collections.abc import Iterable, Iterator

from model.text.span import Span

CHARACTERS = 900
"""About 250 pieces of a usual Arabic tokenizer: half of what most models read at once."""


def windows(sentences: Iterable[Span], text: str, most: int = CHARACTERS) -> Iterator[Span]:
    """Stretches of whole sentences, none longer than ``most`` code points unless one sentence is; never over a gap of
    an empty line."""
    start, end = -1, -1
    for sentence in sentences:
        joins = start >= 0 and sentence.end - start <= most and "\n\n" not in text[end : sentence.start]
        if not joins and start >= 0:
            yield Span(start, end)
        start = start if joins else sentence.start
        end = sentence.end
    if start >= 0:
        yield Span(start, end)
