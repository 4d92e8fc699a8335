"""Paints a row of the queue: title, then source, date and what is open, in quiet letters."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from model.article import ArticleState
from storage import QueueRow
from ui.article.guard import guard
from ui.fonts import interface_font
from ui.language import day, isolated
from ui.parts.lines import draw_line, split
from ui.queue.model import ROW, open_text, title_of
from ui.queue.states import MARKS
from ui.theme.palette import Palette
from ui.theme.spacing import INTERFACE_SIZE, grid

_PAD = grid(3)
_LINE = grid(5.5)


class QueueDelegate(QStyledItemDelegate):
    """Two lines a row; the bar below shows the share of decided suggestions."""

    colours: Palette

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every row."""
        return QSize(grid(50), 2 * _LINE + grid(4))

    @guard
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row: QueueRow = index.data(ROW)
        area: QRect = option.rect
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.colours.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.colours.ground))
        inner = area.adjusted(_PAD, grid(2), -_PAD, -grid(2))
        self._paint_title(painter, inner, row, right_to_left=right_to_left)
        self._paint_facts(painter, inner, row, right_to_left=right_to_left)
        self._paint_bar(painter, area, row, right_to_left=right_to_left)
        painter.restore()

    def _paint_title(self, painter: QPainter, inner: QRect, row: QueueRow, *, right_to_left: bool) -> None:
        painter.setFont(interface_font(INTERFACE_SIZE, bold=row.state is not ArticleState.DONE))
        done = row.state is ArticleState.DONE
        painter.setPen(QColor(self.colours.quiet if done else self.colours.text))
        mark_width = grid(5)
        line = QRect(inner.left(), inner.top(), inner.width(), _LINE)
        mark, rest = split(line, mark_width, right_to_left=right_to_left)
        painter.drawText(mark, int(Qt.AlignmentFlag.AlignCenter), MARKS[row.state])
        draw_line(painter, rest, title_of(row), right_to_left=right_to_left, text_right_to_left=True)

    def _paint_facts(self, painter: QPainter, inner: QRect, row: QueueRow, *, right_to_left: bool) -> None:
        painter.setFont(interface_font(INTERFACE_SIZE - 1))
        painter.setPen(QColor(self.colours.quiet))
        line = QRect(inner.left(), inner.top() + _LINE, inner.width(), _LINE)
        _, rest = split(line, grid(5), right_to_left=right_to_left)
        facts = [isolated(row.outlet)] if row.outlet else []
        facts += [isolated(day(row.published)), isolated(open_text(row))]
        draw_line(painter, rest, " · ".join(facts), right_to_left=right_to_left)

    def _paint_bar(self, painter: QPainter, area: QRect, row: QueueRow, *, right_to_left: bool) -> None:
        whole = row.decided + row.open_suggestions
        bar = QRect(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(bar, QColor(self.colours.hairline))
        if whole:
            width = round(area.width() * row.decided / whole)
            left = area.right() + 1 - width if right_to_left else area.left()
            painter.fillRect(QRect(left, bar.top(), width, 1), QColor(self.colours.accent))
