"""Moves of the caret: by character, word, line, in reading order; folded text is passed over."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QPointF, Qt

from ui.article.flow import Flow
from ui.article.geometry import caret_place, cluster_at
from ui.article.paragraph import Paragraph
from ui.article.word_cuts import word_spans

_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


def moves_caret(key: int) -> bool:
    """Whether a key is one that moves a caret."""
    return key in _KEYS


def moved(flow: Flow, offset: int, key: int, *, far: bool) -> int:
    """Where the caret goes from a code point of the article; ``far`` by word, or to the end of the page."""
    forward_key = Qt.Key.Key_Left if flow.metrics.right_to_left else Qt.Key.Key_Right
    if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
        step = _by_word if far else _by_cluster
        return step(flow, offset, forward=key == forward_key)
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        return _by_line(flow, offset, down=key == Qt.Key.Key_Down)
    return _to_edge(flow, offset, end=key == Qt.Key.Key_End, page=far)


def _shown_from(flow: Flow, index: int, *, forward: bool) -> Paragraph | None:
    """The next shown paragraph after (before) this one."""
    rest = range(index + 1, len(flow.paragraphs)) if forward else range(index - 1, -1, -1)
    return next((flow.paragraphs[other] for other in rest if not flow.is_hidden(flow.paragraphs[other])), None)


def _by_cluster(flow: Flow, offset: int, *, forward: bool) -> int:
    paragraph = flow.paragraphs[flow.index_at(offset)]
    local = min(offset - paragraph.start, len(paragraph.text))
    if not flow.is_hidden(paragraph):
        if forward and local < len(paragraph.text):
            return paragraph.start + paragraph.clusters[bisect_right(paragraph.clusters, local)]
        if not forward and local > 0:
            return paragraph.start + paragraph.clusters[bisect_left(paragraph.clusters, local) - 1]
    other = _shown_from(flow, paragraph.index, forward=forward)
    if other is None:
        return offset
    return other.start if forward else other.end


def _by_word(flow: Flow, offset: int, *, forward: bool) -> int:
    paragraph = flow.paragraphs[flow.index_at(offset)]
    local = offset - paragraph.start
    words = [] if flow.is_hidden(paragraph) else list(word_spans(paragraph.text))
    if forward:
        inside = next((word.end for word in words if word.end > local), None)
    else:
        inside = next((word.start for word in reversed(words) if word.start < local), None)
    if inside is not None:
        return paragraph.start + inside
    other = _shown_from(flow, paragraph.index, forward=forward)
    if other is None:
        return paragraph.end if forward else paragraph.start
    return other.start if forward else other.end


def _by_line(flow: Flow, offset: int, *, down: bool) -> int:
    place = caret_place(flow, offset)
    if place is None:
        return _by_cluster(flow, offset, forward=down)
    index = flow.index_at(offset)
    paragraph = flow.paragraphs[index]
    if paragraph.lines:
        line = paragraph.line_at(offset - paragraph.start)
        number = line.number + (1 if down else -1)
        if 0 <= number < len(paragraph.lines):
            beside = flow.text_top(paragraph) + paragraph.lines[number].baseline
            return _nearest(flow, QPointF(place.x(), beside), offset)
    other = _shown_from(flow, index, forward=down)
    if other is None:
        return offset
    flow.ensure(other.index)
    if not other.lines:
        return other.start
    line = other.lines[0 if down else -1]
    return _nearest(flow, QPointF(place.x(), flow.text_top(other) + line.baseline), offset)


def _nearest(flow: Flow, point: QPointF, otherwise: int) -> int:
    """The boundary of a character nearest to a place."""
    cluster = cluster_at(flow, point)
    if cluster is None:
        return otherwise
    places = [(offset, caret_place(flow, offset)) for offset in cluster]
    return min((abs(place.x() - point.x()), offset) for offset, place in places if place is not None)[1]


def _to_edge(flow: Flow, offset: int, *, end: bool, page: bool) -> int:
    if page:
        shown = [paragraph for paragraph in flow.paragraphs if not flow.is_hidden(paragraph)]
        return (shown[-1].end if end else shown[0].start) if shown else offset
    paragraph = flow.paragraphs[flow.index_at(offset)]
    flow.ensure(paragraph.index)
    if not paragraph.lines:
        return paragraph.end if end else paragraph.start
    line = paragraph.line_at(min(offset - paragraph.start, len(paragraph.text)))
    if not end:
        return paragraph.start + line.start
    last_one = line.number == len(paragraph.lines) - 1
    # the end of a wrapped line is the start of the next one: the caret stops before the space that wraps
    return paragraph.start + (
        line.end if last_one else paragraph.clusters[bisect_left(paragraph.clusters, line.end) - 1]
    )
