"""One line of the article's text as Qt lays it out: a paragraph of one or more lines on the page."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from model.text.offsets import OffsetMap
from model.text.paragraphs import line_bounds
from ui.article.boxes import Box, LineText, line_boxes
from ui.article.display import cluster_starts, display_copy
from ui.article.metrics import PageMetrics
from ui.article.tags import Tag

_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a tag on one line, in code points of the paragraph."""

    tag: Tag
    start: int
    end: int
    level: int
    first: bool
    """Whether the tag starts here, so that its chip does too."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part with its place: stretches ``(left, right)`` from left to right."""

    part: Part
    stretches: list[tuple[float, float]]

    @property
    def tag(self) -> Tag:
        """The tag."""
        return self.part.tag

    @property
    def level(self) -> int:
        """How many frames lie inside."""
        return self.part.level


@dataclass(slots=True)
class Chip:
    """A chip in paragraph coordinates; ``left`` and ``width`` are what is free for it."""

    tag: Tag
    left: float
    width: float
    top: float
    lane: int


@dataclass(slots=True)
class Line:
    """A line of the page, in code points and vertical pixels of its paragraph; chips reach up to ``top``."""

    number: int
    start: int
    end: int
    with_marks: bool
    ascent: float
    top: float = 0.0
    baseline: float = 0.0
    ink_top: float = 0.0
    """Above all letters, those of fallback fonts too: chips stay above it."""
    frame_top: float = 0.0
    """Above the letters of the text font: where frames start."""
    ink_bottom: float = 0.0
    bottom: float = 0.0
    told: float = -1.0
    """The base line that Qt was told."""
    boxes: tuple[Box, ...] | None = None
    parts: list[Part] | None = None
    """What ``pieces`` and ``chips`` were made for."""
    pieces: list[Piece] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)


class Paragraph:
    """A paragraph with its layout, built when first needed.

    ``start`` and ``end`` are code points of the article; inside, all offsets count from ``start``. Qt's UTF-16 units
    appear only in this module and in ``boxes``.
    """

    def __init__(self, index: int, start: int, raw: str, zone: str) -> None:
        self.index = index
        self.start = start
        self.end = start + len(raw)
        self.text = display_copy(raw)
        self.zone = zone
        self.blank = not raw.strip()
        self.tags: list[Tag] = []
        self.lines: list[Line] = []
        self.layout: QTextLayout | None = None
        self.arranged = False

    @cached_property
    def offsets(self) -> OffsetMap:
        """Between code points and Qt's units."""
        return OffsetMap(self.text)

    @cached_property
    def clusters(self) -> list[int]:
        """Where grapheme clusters start, and the end."""
        return cluster_starts(self.text)

    def shape(self, metrics: PageMetrics) -> None:
        """Break the text into lines as wide as the column; their vertical places are not set here."""
        style = metrics.style(self.zone)
        layout = QTextLayout(self.text, style.font)
        layout.setTextOption(_text_option(metrics.direction))
        layout.setCacheEnabled(True)
        self.lines = []
        layout.beginLayout()
        while (placed := layout.createLine()).isValid():
            placed.setLineWidth(metrics.column)
            start = self.offsets.from_utf16(placed.textStart())
            end = self.offsets.from_utf16(placed.textStart() + placed.textLength())
            marks = _MARKS.search(self.text, start, end) is not None
            self.lines.append(Line(len(self.lines), start, end, marks, placed.ascent()))
        layout.endLayout()
        self.layout = layout
        self.arranged = False

    def forget_layout(self) -> None:
        """Drop what depends on fonts and widths."""
        self.layout = None
        self.lines = []
        self.arranged = False

    def move_lines(self) -> None:
        """Tell Qt where the lines stand."""
        assert self.layout is not None
        for line in self.lines:
            if line.told != line.baseline:
                placed = self.layout.lineAt(line.number)
                placed.setPosition(QPointF(0.0, line.baseline - placed.ascent()))
                line.told = line.baseline

    def line_at(self, offset: int) -> Line:
        """The line that shows this code point of the paragraph; at its end, the last line."""
        return self.lines[max(0, bisect_right(self.lines, offset, key=lambda line: line.start) - 1)]

    def lines_of(self, start: int, end: int) -> list[Line]:
        """The lines that show any of a range."""
        if start >= end or not self.lines:
            return []
        first = self.line_at(start).number
        return self.lines[first : self.line_at(end - 1).number + 1]

    def lines_between(self, top: float, bottom: float) -> list[Line]:
        """The lines that show anything between two heights of the paragraph."""
        first = bisect_right(self.lines, top, key=lambda line: line.bottom)
        last = bisect_right(self.lines, bottom, key=lambda line: line.top)
        return self.lines[first:last]

    def boxes(self, line: Line, metrics: PageMetrics) -> tuple[Box, ...]:
        """The boxes of a line, computed once."""
        if line.boxes is None:
            assert self.layout is not None
            first = bisect_left(self.clusters, line.start)
            last = bisect_left(self.clusters, line.end)
            described = LineText(line.number, self.text, self.offsets, self.clusters[first : last + 1])
            line.boxes = (
                line_boxes(self.layout, described, right_to_left=metrics.right_to_left, width=metrics.column)
                if line.end > line.start
                else ()
            )
        return line.boxes


def _text_option(direction: Qt.LayoutDirection) -> QTextOption:
    right_to_left = direction == Qt.LayoutDirection.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
    # with the direction set, AlignRight is physical: without it lines of right-to-left text would stand left
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def split(text: str, zones: Sequence[tuple[int, int, str]]) -> list[Paragraph]:
    """The paragraphs of a text, each with the zone ``(start, end, name)`` that overlaps it, else body."""
    zones = sorted(zones)
    starts = [start for start, _, _ in zones]
    found = []
    for index, (start, end) in enumerate(line_bounds(text)):
        at = bisect_left(starts, max(end, start + 1)) - 1
        zone = zones[at][2] if at >= 0 and zones[at][1] > start else "body"
        found.append(Paragraph(index, start, text[start:end], zone))
    return found
