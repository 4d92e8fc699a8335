"""Pieces of a text that a model can read at once: whole sentences, as many as fit."""

import re
from collections.abc import Iterable, Iterator

from model.text.span import Span

CHARACTERS = 900
"""About 250 pieces of a usual Arabic tokenizer: half of what most models read at once."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def windows(sentences: Iterable[Span], text: str, most: int = CHARACTERS) -> Iterator[Span]:
    """Stretches of whole sentences, none longer than ``most`` code points; never over a gap of an empty line.

    A sentence that is longer is cut at spaces, at worst within a word.
    """
    start, end = -1, -1
    for part in (part for sentence in sentences for part in _cut(sentence, text, most)):
        joins = start >= 0 and part.end - start <= most and "\n\n" not in text[end : part.start]
        if not joins and start >= 0:
            yield Span(start, end)
        start = start if joins else part.start
        end = part.end
    if start >= 0:
        yield Span(start, end)


def _cut(sentence: Span, text: str, most: int) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > most:
        space = text.rfind(" ", start + 1, start + most)
        end = space if space > start else start + most
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def encodable(text: str) -> str:
    """The text with half characters, which libraries and servers choke on, replaced one for one."""
    return _SURROGATE.sub("\ufffd", text)
