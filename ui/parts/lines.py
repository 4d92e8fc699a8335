"""Painting helpers for rows of lists: leading pieces and elided lines, by the direction of the interface."""

from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter


def split(line: QRect, lead: int, *, right_to_left: bool) -> tuple[QRect, QRect]:
    """The leading piece of a line, ``lead`` pixels wide, and the rest."""
    if right_to_left:
        leading = QRect(line.right() - lead + 1, line.top(), lead, line.height())
        return leading, line.adjusted(0, 0, -lead, 0)
    return QRect(line.left(), line.top(), lead, line.height()), line.adjusted(lead, 0, 0, 0)


def draw_line(
    painter: QPainter, area: QRect, text: str, *, right_to_left: bool, text_right_to_left: bool | None = None
) -> None:
    """One line of text at the leading side, shortened where it does not fit.

    ``text_right_to_left`` is the direction of the text itself where it is not the interface's: words of articles.
    """
    runs_left = right_to_left if text_right_to_left is None else text_right_to_left
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _flags(right_to_left, runs_left), shown)


@cache
def _flags(right_to_left: bool, runs_left: bool) -> int:
    # worked out once, since combining flags of Qt in Python takes longer than drawing a line
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    direction = Qt.TextFlag.TextForceRightToLeft if runs_left else Qt.TextFlag.TextForceLeftToRight
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return int(flags) | int(Qt.TextFlag.TextSingleLine) | int(direction)
