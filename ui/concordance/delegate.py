"""Paints a hit: tick box, its line aligned on it, title and date of the article.

The line is laid out whole, so that letters join across the edges of the hit (والعراق), and moved so that hits stand
under each other; what is too long is cut off at both ends.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from model.text.offsets import OffsetMap
from ui.article.guard import guard
from ui.concordance.rows import ROW, TICKED, Row
from ui.fonts import interface_font, text_font
from ui.language import day, isolated
from ui.parts.lines import draw_line, split
from ui.theme.palette import Palette
from ui.theme.spacing import INTERFACE_SIZE, RADIUS, grid

_HEIGHT = grid(8)
_BOX = grid(3.5)
_LEAD = grid(9)
_TITLE = grid(52)
_NARROW = grid(150)
"""Below this width the title has no room."""
_TEXT_SIZE = 17
_HIT_AT = 0.42
"""Where hits begin, as a share of the line's width, from where reading begins."""


@dataclass(frozen=True, slots=True)
class Areas:
    """Where the parts of a row stand."""

    lead: QRect
    """Around the tick box."""
    box: QRect
    line: QRect
    title: QRect


def areas_of(row: QRect, *, right_to_left: bool) -> Areas:
    """The parts of a row, from where reading begins: tick box, line, title."""
    lead, rest = split(row, _LEAD, right_to_left=right_to_left)
    width = _TITLE if row.width() >= _NARROW else 0
    line, title = split(rest, rest.width() - width, right_to_left=right_to_left)
    box = QRect(0, 0, _BOX, _BOX)
    box.moveCenter(lead.center())
    return Areas(lead, box, line, title)


class HitDelegate(QStyledItemDelegate):
    """Rows of a concordance."""

    colours: Palette

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every row."""
        return QSize(grid(60), _HEIGHT)

    @guard
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row: Row = index.data(ROW)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        areas = areas_of(option.rect, right_to_left=right_to_left)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.colours.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self.colours.ground))
        self._paint_box(painter, areas.box, ticked=bool(index.data(TICKED)))
        self._paint_line(painter, areas.line.adjusted(grid(1), 0, -grid(1), 0), row)
        self._paint_title(painter, areas.title.adjusted(grid(1), 0, -grid(2), 0), row, right_to_left=right_to_left)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        painter.setPen(QColor(self.colours.accent if ticked else self.colours.quiet))
        painter.setBrush(QColor(self.colours.accent) if ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if ticked:
            painter.setPen(QColor(self.colours.on_accent))
            painter.setFont(interface_font(INTERFACE_SIZE - 2, bold=True))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "✓")

    def _paint_line(self, painter: QPainter, area: QRect, row: Row) -> None:
        hit = row.hit
        layout, start, end = _laid_out(hit.before, hit.text, hit.after, right_to_left=hit.right_to_left)
        line = layout.lineAt(0)
        left, right = sorted((_x(layout, start), _x(layout, end)))
        share = area.width() * _HIT_AT
        origin = area.right() - share - right if hit.right_to_left else area.left() + share - left
        top = area.top() + (area.height() - line.height()) / 2
        painter.setClipRect(area)
        band = QRectF(origin + left, area.top() + grid(1), right - left, area.height() - grid(2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.selection))
        painter.drawRoundedRect(band.adjusted(-2, 0, 2, 0), RADIUS, RADIUS)
        painter.setPen(QColor(self.colours.text))
        layout.draw(painter, QPointF(origin, top))
        painter.setClipping(False)

    def _paint_title(self, painter: QPainter, area: QRect, row: Row, *, right_to_left: bool) -> None:
        if area.width() <= 0:
            return
        painter.setFont(interface_font(INTERFACE_SIZE - 1))
        painter.setPen(QColor(self.colours.amber if row.doubtful else self.colours.quiet))
        when = row.remark or (day(row.hit.published) if row.hit.published is not None else "")
        shown = " · ".join(filter(None, (isolated(when) if when else "", isolated(row.hit.title))))
        draw_line(painter, area, shown, right_to_left=right_to_left)


def _laid_out(before: str, text: str, after: str, *, right_to_left: bool) -> tuple[QTextLayout, int, int]:
    """The line in one piece, with the places of the hit in Qt's units."""
    whole = before + text + after
    offsets = OffsetMap(whole)
    layout = QTextLayout(whole.replace("\r", " ").replace("\u2028", " "), text_font(_TEXT_SIZE))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    width = line.naturalTextWidth()
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout, offsets.to_utf16(len(before)), offsets.to_utf16(len(before) + len(text))


def _x(layout: QTextLayout, unit: int) -> float:
    # PySide6 returns the position beside the coordinate
    return float(layout.lineAt(0).cursorToX(unit)[0])  # type: ignore[index]
