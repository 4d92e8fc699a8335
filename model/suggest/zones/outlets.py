"""The outlet that a page names: in its byline, in the copyright line, or by itself on top."""

import re
from collections.abc import Iterator, Sequence

from model.annotation import Zone
from model.suggest.zones.features import features_of
from model.suggest.zones.vocabulary import words_of
from model.text.span import Span

_PARTS = re.compile(r"(?<!\s)\s*(?:[|/•:؛،]|\s[-–—]\s|[ \t\u00a0]{3,}|»(?=\s)|[()\[\]])\s*")
_COPYRIGHT = re.compile(r"©\s*(?:\d{4}\s*)?([^\d|,،.©–—-]{2,40})")
_MARKS = " \u00a0«»\"'“”:.-–—"
_LONGEST_NAME = 5


def outlet_of(text: str, zones: Sequence[Zone]) -> str:
    """The outlet's name as the page writes it; empty when none is found.

    A part of a byline that says what it is (صحيفة، وكالة …) comes first, then the copyright line, then a name standing
    alone above the headline.
    """
    found = (*_called(text, zones), *_copyrighted(text, zones), *_on_top(text, zones))
    return next(iter(found), "")


def _called(text: str, zones: Sequence[Zone]) -> Iterator[str]:
    for zone in zones:
        if zone.zone in ("byline", "dateline"):
            for part in _parts(zone.span.of(text)):
                line = features_of(part, Span(0, len(part)))
                if line.has("outlet") and line.count <= _LONGEST_NAME:
                    yield part


def _copyrighted(text: str, zones: Sequence[Zone]) -> Iterator[str]:
    for zone in zones:
        match = _COPYRIGHT.search(zone.span.of(text)) if zone.zone == "boilerplate" else None
        if match and words_of(match[1]):
            yield match[1].strip(_MARKS)


def _on_top(text: str, zones: Sequence[Zone]) -> Iterator[str]:
    for zone in zones:
        if zone.zone == "headline":
            return
        if zone.zone == "byline":
            yield from _parts(zone.span.of(text))


def _parts(line: str) -> Iterator[str]:
    for part in _PARTS.split(line):
        name = part.strip(_MARKS)
        if words_of(name):
            yield _closed(name)


def _closed(name: str) -> str:
    """A name whose inner quotation lost its closing mark to the strip, with the mark again."""
    if name.count("«") > name.count("»"):
        return name + "»"
    return name + '"' if name.count('"') % 2 else name
