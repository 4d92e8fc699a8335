"""Lines and paragraphs of an article: every line break that Unicode or old files know, separators kept outside."""

import re
from collections.abc import Iterator

from model.text.span import Span

LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def line_bounds(text: str) -> Iterator[tuple[int, int]]:
    """``(start, end)`` of every line in code points, empty lines included, without the line breaks."""
    start = 0
    for match in LINE_BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def lines(text: str) -> Iterator[Span]:
    """The lines that hold something other than white space, trimmed of white space at both ends."""
    for start, end in line_bounds(text):
        line = text[start:end]
        content = line.strip()
        if content:
            lead = len(line) - len(line.lstrip())
            yield Span(start + lead, start + lead + len(content))
