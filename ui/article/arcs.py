"""Arcs from an event to its arguments: cubic Bézier curves from chip to chip."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from ui.article.flow import Flow
from ui.article.geometry import chip_anchor
from ui.article.state import ViewState

_LOWEST = 8.0
_HIGHEST = 34.0
_RISE = 0.07
_SAME_LINE = 6.0
_HEAD = 3.5


def arc_paths(flow: Flow, state: ViewState) -> Iterator[QPainterPath]:
    """The arcs on show, in page coordinates; those that lead to unknown tags are left out."""
    for arc in state.shown_arcs():
        event, mention = state.tags.get(arc.event_id), state.tags.get(arc.mention_id)
        if event is not None and mention is not None:
            yield arc_path(chip_anchor(flow, event), chip_anchor(flow, mention))


def arc_path(start: QPointF, end: QPointF) -> QPainterPath:
    """The curve between two chips: a low bow over their line, or leaving and arriving upwards on two lines. It ends in
    a small arrow head."""
    path = QPainterPath(start)
    distance = abs(start.x() - end.x())
    rise = min(_HIGHEST, _LOWEST + _RISE * distance)
    if abs(start.y() - end.y()) <= _SAME_LINE:
        third = (end.x() - start.x()) / 4
        path.cubicTo(QPointF(start.x() + third, start.y() - rise), QPointF(end.x() - third, end.y() - rise), end)
    else:
        path.cubicTo(QPointF(start.x(), start.y() - rise), QPointF(end.x(), end.y() - 1.6 * rise), end)
    path.moveTo(end.x() - _HEAD, end.y() - 1.6 * _HEAD)
    path.lineTo(end)
    path.lineTo(end.x() + _HEAD, end.y() - 1.6 * _HEAD)
    return path
