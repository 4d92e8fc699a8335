"""Moves the edges of a span by letter, clitic or word, within the line that holds it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from model.text.clitics import readings
from model.text.paragraphs import line_bounds
from model.text.span import Span
from model.text.tokens import tokenize


class Edge(StrEnum):
    """The first or the last boundary of a span."""

    START = "start"
    END = "end"


class Unit(StrEnum):
    """How far an edge moves at a time."""

    LETTER = "letter"
    CLITIC = "clitic"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class EdgeMove:
    """One step of one edge: ``step`` 1 goes along the text, -1 against it."""

    edge: Edge
    unit: Unit
    step: int


def moved(text: str, span: Span, move: EdgeMove) -> Span | None:
    """The span with one edge moved to the next boundary; None when the line ends there or nothing would be left."""
    at = span.start if move.edge is Edge.START else span.end
    line = _line_at(text, span)
    places = _boundaries(text, line, move.edge, move.unit)
    ahead = [place for place in places if (place > at if move.step > 0 else place < at)]
    if not ahead:
        return None
    target = min(ahead) if move.step > 0 else max(ahead)
    start, end = (target, span.end) if move.edge is Edge.START else (span.start, target)
    return Span(start, end) if start < end else None


def _line_at(text: str, span: Span) -> tuple[int, int]:
    """The line or, for a span over several, the stretch from the first line to the last."""
    bounds = [(start, end) for start, end in line_bounds(text) if start < span.end and span.start <= end]
    return bounds[0][0], bounds[-1][1]


def _boundaries(text: str, line: tuple[int, int], edge: Edge, unit: Unit) -> Iterable[int]:
    start, end = line
    if unit is Unit.LETTER:
        inner = (at for at in range(start, end) if not unicodedata.combining(text[at]))
        return {*inner, end}
    tokens = tokenize(text[start:end], start)
    words = {token.span.start if edge is Edge.START else token.span.end for token in tokens}
    if unit is Unit.WORD:
        return words
    stems = [reading.span for token in tokens if token.is_word for reading in readings(token)]
    return words | {stem.start if edge is Edge.START else stem.end for stem in stems}
