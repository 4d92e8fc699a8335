"""Gives the lines of a paragraph their vertical places: more room above those with chips, none above the others."""

import math
from collections.abc import Iterator

from ui.article.boxes import extents
from ui.article.lanes import Wish, place_chips
from ui.article.metrics import LineStyle, PageMetrics
from ui.article.nesting import levels
from ui.article.paragraph import Chip, Line, Paragraph, Part, Piece
from ui.article.tags import Tag, TagKind

LEVEL_STEP = 3.0
"""By how many pixels a frame stands out, above and below, over the frames inside it."""
LEVEL_SIDE_STEP = 1.0
SIDE = 1.0
"""By how many pixels the innermost frame stands out at the sides: letters lean a little over their boxes."""
UNDERLINE = 3.0
CHIP_PADDING = 5.0
_LEAST_CHIP = 34.0
_BREATH = 3.0
_SLACK = 14.0
_EMPTY_ASCENT = 0.18
"""How much of a line's ascent stays empty in Amiri, in ems."""


def arrange(paragraph: Paragraph, metrics: PageMetrics) -> int:
    """Place the lines of a shaped paragraph and its chips; returns the height in whole pixels, without the space
    after it."""
    style = metrics.style(paragraph.zone)
    y = 0.0
    for line, parts in zip(paragraph.lines, _parts_by_line(paragraph), strict=True):
        if line.parts != parts:
            line.parts = parts
            line.pieces = [Piece(part, _stretches(paragraph, line, part, metrics)) for part in parts]
            _find_chips(paragraph, line, metrics)
        y = _place(line, y, style, metrics)
    paragraph.move_lines()
    paragraph.arranged = True
    return math.ceil(y)


def _parts_by_line(paragraph: Paragraph) -> list[list[Part]]:
    found: list[list[Part]] = [[] for _ in paragraph.lines]
    mentions = [tag for tag in paragraph.tags if tag.kind is TagKind.MENTION]
    hulls = [(tag.hull.start, tag.hull.end) for tag in mentions]
    level_of = {tag.id: level for tag, level in zip(mentions, levels(hulls), strict=True)}
    for tag in paragraph.tags:
        for number, part in _parts_of(tag, level_of.get(tag.id, 0), paragraph):
            found[number].append(part)
    return found


def _parts_of(tag: Tag, level: int, paragraph: Paragraph) -> Iterator[tuple[int, Part]]:
    for span in tag.fragments:
        start, end = max(span.start - paragraph.start, 0), min(span.end, paragraph.end) - paragraph.start
        for line in paragraph.lines_of(start, end):
            here, there = max(start, line.start), min(end, line.end)
            if end > line.end:
                # spaces at which a line wraps hang beyond the text and have no frame
                there = here + len(paragraph.text[here : line.end].rstrip())
            if here < there:
                yield line.number, Part(tag, here, there, level, first=paragraph.start + here == tag.hull.start)


def _stretches(paragraph: Paragraph, line: Line, part: Part, metrics: PageMetrics) -> list[tuple[float, float]]:
    return extents_of(paragraph, line, part.start, part.end, metrics)


def extents_of(
    paragraph: Paragraph, line: Line, start: int, end: int, metrics: PageMetrics
) -> list[tuple[float, float]]:
    """Where a range of code points stands on a line, from left to right."""
    return extents(paragraph.boxes(line, metrics), start, end)


def natural_chip_width(text: str, kind: TagKind, metrics: PageMetrics) -> float:
    """The width of a chip that shows all of a text."""
    if kind is TagKind.EVENT:
        return metrics.event_chip_measure.horizontalAdvance(text) + 2 * CHIP_PADDING + metrics.chip_size
    return metrics.chip_measure.horizontalAdvance(text) + 2 * CHIP_PADDING


def _find_chips(paragraph: Paragraph, line: Line, metrics: PageMetrics) -> None:
    """Choose the chips of a line, their places in the column and their lanes."""
    starting = [piece for piece in line.pieces if piece.part.first and piece.stretches]
    wishes = [_wish(paragraph, line, piece, metrics) for piece in starting]
    places = place_chips(wishes, metrics.column)
    line.chips = []
    for piece, place in zip(starting, places, strict=True):
        left = metrics.column - place.start - place.width if metrics.right_to_left else place.start
        line.chips.append(Chip(piece.tag, left, place.width, 0.0, place.lane))


def _wish(paragraph: Paragraph, line: Line, piece: Piece, metrics: PageMetrics) -> Wish:
    box = next(box for box in paragraph.boxes(line, metrics) if box.end > piece.part.start)
    left, right = next(
        (stretch for stretch in piece.stretches if stretch[0] <= box.middle <= stretch[1]), piece.stretches[0]
    )
    natural = natural_chip_width(piece.tag.label_text, piece.tag.kind, metrics)
    start = metrics.column - right if metrics.right_to_left else left
    length = piece.tag.hull.end - piece.tag.hull.start
    least = _LEAST_CHIP + (metrics.chip_size if piece.tag.kind is TagKind.EVENT else 0)
    return Wish(max(0.0, start), natural, min(natural, least), length, min(_SLACK, (right - left) / 2))


def _place(line: Line, y: float, style: LineStyle, metrics: PageMetrics) -> float:
    """Set the line's vertical measures below ``y``; returns where the next line starts."""
    lanes = 1 + max((chip.lane for chip in line.chips), default=-1)
    deepest = max((piece.level for piece in line.pieces), default=0)
    has_event = any(piece.tag.kind is TagKind.EVENT for piece in line.pieces)
    framed = style.above_with_marks if line.with_marks else style.above
    above = max(framed, line.ascent - _EMPTY_ASCENT * style.pixels)
    spare = max(2.0, style.slot - above - style.below)
    frames = LEVEL_STEP * deepest
    needed = lanes * metrics.lane_height + frames + _BREATH if lanes else frames
    line.top = y
    line.ink_top = math.ceil(y + max(spare, needed))
    line.baseline = math.ceil(line.ink_top + above)
    line.frame_top = line.baseline - round(framed)
    line.ink_bottom = line.baseline + style.below
    line.bottom = math.ceil(line.ink_bottom + frames + (UNDERLINE + 1.0 if has_event else 0.0))
    for chip in line.chips:
        bottom = min(line.ink_top, line.frame_top - frames) - _BREATH - chip.lane * metrics.lane_height
        chip.top = bottom - metrics.chip_height
    return line.bottom
