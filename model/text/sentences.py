"""Sentences of Arabic news: a line never holds a part of two, and a line splits at final punctuation."""

import re
from collections.abc import Iterator

from model.text.paragraphs import lines
from model.text.span import Span

_CLOSING = "\"'”’»)\\]"
_FINAL = re.compile(rf"(?<!\.)(?:[!?؟]+|\.(?!\.))[{_CLOSING}]*(?=\s)")
_ABBREVIATED = re.compile(r"(?:^|[\s(«\"])(?:[^\W\d_]\.)*[^\W\d_]$")


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text in order; final punctuation and closing quotes belong to the sentence they end.

    A full stop after a single letter (د. محمد) or inside a number, and two or more stops in a row, end nothing.
    """
    for line in lines(text):
        yield from _split(line.of(text), line.start)


def _split(line: str, offset: int) -> Iterator[Span]:
    start = 0
    for match in _FINAL.finditer(line):
        if match[0].startswith(".") and _ABBREVIATED.search(line[start : match.start()]):
            continue
        yield Span(offset + start, offset + match.end())
        start = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
    if start < len(line):
        yield Span(offset + start, offset + len(line))
