"""Places of spans, tags and characters. Page coordinates: x from the column's left edge, y from the top of the page."""

from PySide6.QtCore import QPointF, QRectF

from model.text.span import Span
from ui.article.arrange import LEVEL_SIDE_STEP, LEVEL_STEP, SIDE, extents_of
from ui.article.boxes import nearest_box
from ui.article.chips import shown_chips
from ui.article.flow import Flow
from ui.article.folding import Fold
from ui.article.paragraph import Line, Paragraph, Piece
from ui.article.state import ViewState
from ui.article.tags import Tag, TagKind


def piece_rects(line: Line, piece: Piece) -> list[QRectF]:
    """The frames of a tag on a line, in paragraph coordinates: outer ones stand out around inner ones."""
    out = LEVEL_STEP * piece.level
    side = SIDE + LEVEL_SIDE_STEP * piece.level
    height = line.ink_bottom - line.frame_top + 2 * out
    return [
        QRectF(left - side, line.frame_top - out, right - left + 2 * side, height) for left, right in piece.stretches
    ]


def rects_of(flow: Flow, span: Span) -> list[QRectF]:
    """The rectangles that cover a span's letters; none where it is folded away."""
    found = []
    for index in flow.indices_of(span.start, span.end):
        paragraph = flow.paragraphs[index]
        flow.ensure(index)
        if flow.is_hidden(paragraph) or paragraph.blank:
            continue
        top = flow.text_top(paragraph)
        start, end = max(0, span.start - paragraph.start), min(span.end, paragraph.end) - paragraph.start
        for line in paragraph.lines_of(start, end):
            height = line.ink_bottom - line.frame_top
            found += [
                QRectF(left, top + line.frame_top, right - left, height)
                for left, right in extents_of(paragraph, line, start, end, flow.metrics)
            ]
    return found


def vertical_extent(flow: Flow, span: Span) -> tuple[int, int]:
    """From the top of the span's first line, chips included, to the bottom of its last one."""
    indices = flow.indices_of(span.start, span.end)
    first, last = flow.paragraphs[indices[0]], flow.paragraphs[indices[-1]]
    for index in (first.index, last.index):
        flow.ensure(index)
    top = bottom = None
    if first.lines:
        top = flow.text_top(first) + first.line_at(max(0, span.start - first.start)).top
    if last.lines:
        bottom = flow.text_top(last) + last.line_at(max(0, min(span.end, last.end) - last.start - 1)).bottom
    return (
        int(flow.top(first.index) if top is None else top),
        int(flow.top(last.index + 1) if bottom is None else bottom),
    )


def paragraph_under(flow: Flow, y: float) -> Paragraph | None:
    """The shown paragraph nearest to a height of the page; None on the quiet line of a fold, or without text."""
    if not flow.paragraphs or fold_at(flow, y) is not None:
        return None
    index = flow.index_at_height(y)
    while index > 0 and flow.is_hidden(flow.paragraphs[index]):
        index -= 1
    flow.ensure(index)
    paragraph = flow.paragraphs[index]
    return None if flow.is_hidden(paragraph) else paragraph


def fold_at(flow: Flow, y: float) -> Fold | None:
    """The fold whose quiet line stands at this height."""
    for fold in flow.folds:
        top = flow.top(fold.first)
        if top <= y < top + flow.metrics.fold_height:
            return fold
    return None


def cluster_at(flow: Flow, point: QPointF) -> tuple[int, int] | None:
    """The code points of the character at or nearest to a place; empty on a blank line, None where no text is."""
    paragraph = paragraph_under(flow, point.y())
    if paragraph is None:
        return None
    if not paragraph.lines or not paragraph.text:
        return paragraph.start, paragraph.start
    line = _line_under(paragraph, point.y() - flow.text_top(paragraph))
    boxes = paragraph.boxes(line, flow.metrics)
    if not boxes:
        return paragraph.start + line.start, paragraph.start + line.start
    box = nearest_box(boxes, point.x())
    return paragraph.start + box.start, paragraph.start + box.end


def _line_under(paragraph: Paragraph, y: float) -> Line:
    return next((line for line in paragraph.lines if y < line.bottom), paragraph.lines[-1])


def tags_at(flow: Flow, state: ViewState, point: QPointF) -> list[Tag]:
    """The tags at a place: a chip's alone, else those whose frames hold it, the innermost first."""
    paragraph = paragraph_under(flow, point.y())
    if paragraph is None or not paragraph.lines:
        return []
    x, y = point.x(), point.y() - flow.text_top(paragraph)
    line = _line_under(paragraph, y)
    for chip in reversed(shown_chips(line, state, state.roles(), flow.metrics)):
        if chip.contains(x, y, flow.metrics.chip_height):
            return [chip.tag]
    hit = [piece for piece in line.pieces if any(rect.contains(x, y) for rect in piece_rects(line, piece))]
    return [piece.tag for piece in sorted(hit, key=_innermost_first)]


def _innermost_first(piece: Piece) -> tuple[bool, int, int]:
    return piece.tag.kind is not TagKind.EVENT, piece.level, piece.tag.hull.end - piece.tag.hull.start


def chip_anchor(flow: Flow, tag: Tag) -> QPointF:
    """Where arcs to a tag end: the top of its chip; in a paragraph that nobody has seen yet, about where it is."""
    index = flow.index_at(tag.hull.start)
    paragraph = flow.paragraphs[index]
    if not paragraph.arranged or flow.is_hidden(paragraph) or not paragraph.lines:
        return QPointF(flow.metrics.column / 2, flow.top(index))
    line = paragraph.line_at(tag.hull.start - paragraph.start)
    top = flow.text_top(paragraph)
    for chip in line.chips:
        if chip.tag.id == tag.id:
            x = chip.left + (chip.width - 10.0 if flow.metrics.right_to_left else 10.0)
            return QPointF(x, top + chip.top)
    return QPointF(flow.metrics.column / 2, top + line.top)


def caret_place(flow: Flow, offset: int) -> QRectF | None:
    """The caret before a code point, in page coordinates, without width; None where the text is folded away."""
    index = flow.index_at(offset)
    flow.ensure(index)
    paragraph = flow.paragraphs[index]
    if flow.is_hidden(paragraph):
        return None
    top = flow.text_top(paragraph)
    if not paragraph.lines or not paragraph.text:
        edge = flow.metrics.column if flow.metrics.right_to_left else 0
        return QRectF(edge, top, 0.0, max(flow.metrics.blank_height, 8))
    local = min(offset - paragraph.start, len(paragraph.text))
    line = paragraph.line_at(local)
    boxes = paragraph.boxes(line, flow.metrics)
    box = next((box for box in boxes if box.end > local), None)
    if box is not None:
        x = box.right if box.right_to_left else box.left
    else:
        x = boxes[-1].left if boxes[-1].right_to_left else boxes[-1].right
    return QRectF(x, top + line.frame_top, 0.0, line.ink_bottom - line.frame_top)
