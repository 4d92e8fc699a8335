"""Boxes of the characters of a laid-out line: the single source for painting, hit testing and selection.

Caret positions cannot be used: at the ends of opposite runs they stand on the wrong side, and a range that crosses runs
is more than one rectangle. The box of one grapheme cluster comes from its glyph run, as wide as Qt drew it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

from model.text.bidi import CONTROL
from model.text.offsets import OffsetMap

_ONE_RUN_RTL = re.compile("[\u0621-\u065f\u0670-\u06d3 «»،؛؟!:.…()\\[\\]\"'–—-]*")
"""Lines of these alone are one right-to-left run, where cursor positions are right and cheap."""
_ONE_RUN_LTR = re.compile(r"[ -~\u00a0-\u024f‘’“”–—…]*")
_ARABIC = re.compile("[\u0621-\u064a\u0670-\u06d3]")
_ZERO = 0.3
_TOUCHING = 0.7
_RETRIEVED = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
_SPLIT = QGlyphRun.GlyphRunFlag.SplitLigature


@dataclass(frozen=True, slots=True)
class Box:
    """A grapheme cluster: code points ``start``–``end`` of its paragraph between ``left`` and ``right`` pixels."""

    start: int
    end: int
    left: float
    right: float
    right_to_left: bool

    @property
    def middle(self) -> float:
        """The middle in pixels."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class LineText:
    """A line of a layout: its number, the paragraph's display text and offsets, and the starts of its clusters."""

    number: int
    text: str
    offsets: OffsetMap
    clusters: Sequence[int]
    """Starts of the line's clusters in code points of the paragraph, and the line's end."""


def line_boxes(layout: QTextLayout, line: LineText, *, right_to_left: bool, width: float) -> tuple[Box, ...]:
    """The boxes of a line in logical order, kept within 0 and ``width``."""
    placed = layout.lineAt(line.number)
    whole = line.text[line.clusters[0] : line.clusters[-1]]
    if (_ONE_RUN_RTL if right_to_left else _ONE_RUN_LTR).fullmatch(whole):
        boxes = _of_one_run(placed, line, right_to_left=right_to_left)
    else:
        boxes = _of_glyph_runs(placed, line, right_to_left=right_to_left)
    return tuple(
        Box(box.start, box.end, _within(box.left, width), _within(box.right, width), box.right_to_left)
        for box in _shared_with_zero_width(boxes, line.text)
    )


def _within(x: float, width: float) -> float:
    return min(max(x, 0.0), width)


def _cursor(placed: QTextLine, unit: int) -> float:
    # PySide6 returns the position beside the coordinate
    return float(placed.cursorToX(unit)[0])  # type: ignore[index]


def _of_one_run(placed: QTextLine, line: LineText, *, right_to_left: bool) -> list[Box]:
    at = [_cursor(placed, line.offsets.to_utf16(start)) for start in line.clusters]
    return [
        Box(start, end, min(here, there), max(here, there), right_to_left)
        for start, end, here, there in zip(line.clusters, line.clusters[1:], at, at[1:], strict=False)
    ]


def _of_glyph_runs(placed: QTextLine, line: LineText, *, right_to_left: bool) -> list[Box]:
    units = [line.offsets.to_utf16(start) for start in line.clusters]
    inside = _inside_base_runs(line) if right_to_left else [False] * (len(units) - 1)
    boxes: list[Box] = []
    index = 0
    while index < len(units) - 1:
        if inside[index]:
            right, left = _cursor(placed, units[index]), _cursor(placed, units[index + 1])
            boxes.append(Box(line.clusters[index], line.clusters[index + 1], left, right, right_to_left=True))
            index += 1
            continue
        last, extent = _whole_extent(placed, line, units, index, right_to_left=right_to_left)
        boxes += _divided(line.clusters[index : last + 1], extent)
        index = last
    return boxes


def _inside_base_runs(line: LineText) -> list[bool]:
    """Which clusters of a right-to-left line have only Arabic letters around them: cursor positions are right there,
    and ten times cheaper. None in a paragraph with controls, which may override the direction of letters."""
    if CONTROL.search(line.text):
        return [False] * (len(line.clusters) - 1)
    arabic = [_ARABIC.match(line.text, start) is not None for start in line.clusters[:-1]]
    return [
        before and here and after
        for before, here, after in zip([False, *arabic[:-1]], arabic, [*arabic[1:], False], strict=True)
    ]


def _whole_extent(
    placed: QTextLine, line: LineText, units: Sequence[int], index: int, *, right_to_left: bool
) -> tuple[int, "_Extent"]:
    """Where the glyphs of a cluster stand; of several clusters when they share a glyph. Also the index after them."""
    last = index + 1
    extent = _extent(placed, units[index], units[last])
    while extent is not None and extent.split and last < len(units) - 1:
        wider = _extent(placed, units[index], units[last + 1])
        if wider is None:
            break
        last, extent = last + 1, wider
    if extent is None:
        x = _cursor(placed, units[index])
        there = _cursor(placed, units[last]) if line.text[line.clusters[index]] == "\t" else x
        extent = _Extent(min(x, there), max(x, there), right_to_left, split=False)
    return last, extent


@dataclass(frozen=True, slots=True)
class _Extent:
    left: float
    right: float
    right_to_left: bool
    split: bool


def _extent(placed: QTextLine, first: int, last: int) -> _Extent | None:
    runs = placed.glyphRuns(first, last - first, _RETRIEVED)
    if not runs:
        return None
    rects = [run.boundingRect() for run in runs]
    return _Extent(
        min(rect.left() for rect in rects),
        max(rect.right() for rect in rects),
        runs[0].isRightToLeft(),
        split=any(bool(run.flags() & _SPLIT) for run in runs),
    )


def _divided(clusters: Sequence[int], extent: _Extent) -> Iterable[Box]:
    count = len(clusters) - 1
    step = (extent.right - extent.left) / count
    for index, (start, end) in enumerate(pairwise(clusters)):
        place = count - 1 - index if extent.right_to_left else index
        left = extent.left + place * step
        yield Box(start, end, left, left + step, extent.right_to_left)


def _shared_with_zero_width(boxes: list[Box], text: str) -> Iterable[Box]:
    """Some fonts draw two letters as one glyph and give the second no width: they share the first one's box."""
    shared = list(boxes)
    for index in range(1, len(shared)):
        box, before = shared[index], shared[index - 1]
        if box.right - box.left >= _ZERO or before.right - before.left < _ZERO or not text[box.start].isalpha():
            continue
        middle = before.middle
        first, second = (middle, before.right), (before.left, middle)
        if not before.right_to_left:
            first, second = second, first
        shared[index - 1] = Box(before.start, before.end, *first, before.right_to_left)
        shared[index] = Box(box.start, box.end, *second, before.right_to_left)
    return shared


def extents(boxes: Sequence[Box], start: int, end: int) -> list[tuple[float, float]]:
    """The stretches ``(left, right)`` from left to right that the code points ``start``–``end`` of a line cover.

    A cluster that is covered in part counts as a whole: a diacritic has no box of its own.
    """
    return merged((box.left, box.right) for box in boxes if box.start < end and start < box.end)


def merged(stretches: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches sorted from left to right, those that touch made one."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(stretches):
        if found and left - found[-1][1] < _TOUCHING:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def nearest_box(boxes: Sequence[Box], x: float) -> Box:
    """The box at a place of the line, or the one nearest to it."""
    return min(boxes, key=lambda box: (max(box.left - x, x - box.right, 0.0), box.right - box.left < _ZERO))
