"""Paints a row of the suggestion panel: the text with its type and score, and the reason below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from model.schema.schema import Schema
from model.suggestion import Suggestion
from ui.article.guard import guard
from ui.fonts import interface_font
from ui.language import isolated, number, percent, say
from ui.parts.lines import draw_line, split
from ui.session.describe import label_name
from ui.session.state import is_event
from ui.suggestions.model import ROW
from ui.suggestions.rows import Heading
from ui.theme.palette import Palette, TagColours
from ui.theme.spacing import INTERFACE_SIZE, grid

_PAD = grid(3)
_LINE = grid(5.5)
_SCORE_WIDTH = grid(11)


class SuggestionDelegate(QStyledItemDelegate):
    """A bar of the label's colour leads each row; events have a lower half bar, so that shape tells them too."""

    colours: Palette
    schema: Schema

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for all, so that a list of thousands need not be measured; a heading has air above it."""
        return QSize(grid(40), 2 * _LINE + grid(2))

    @guard
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, option.rect, row, right_to_left=right_to_left)
        else:
            self._paint_ground(painter, option)
            self._paint_suggestion(painter, option.rect, row, right_to_left=right_to_left)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, row: Heading, *, right_to_left: bool) -> None:
        painter.setFont(interface_font(INTERFACE_SIZE - 1, bold=True))
        painter.setPen(QColor(self.colours.quiet))
        inner = QRect(area.left() + _PAD, area.bottom() - _LINE, area.width() - 2 * _PAD, _LINE)
        draw_line(painter, inner, f"{row.text} · {number(row.count)}", right_to_left=right_to_left)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.colours.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self.colours.ground))

    def _paint_suggestion(self, painter: QPainter, area: QRect, row: Suggestion, *, right_to_left: bool) -> None:
        event = is_event(row)
        inks = self.colours.events if event else self.colours.for_mention(row.label)
        inner = area.adjusted(_PAD, grid(1), -_PAD, -grid(1))
        bar, rest = split(inner, grid(3), right_to_left=right_to_left)
        self._paint_bar(painter, bar, inks, event=event)
        top = QRect(rest.left(), rest.top(), rest.width(), _LINE)
        below = QRect(rest.left(), rest.top() + _LINE, rest.width(), _LINE - grid(0.5))
        score, words = split(top, _SCORE_WIDTH, right_to_left=not right_to_left)
        painter.setFont(interface_font(INTERFACE_SIZE))
        painter.setPen(QColor(self.colours.text))
        draw_line(painter, words, row.text, right_to_left=right_to_left, text_right_to_left=True)
        painter.setPen(QColor(self.colours.quiet))
        draw_line(painter, score, percent(row.score), right_to_left=not right_to_left, text_right_to_left=right_to_left)
        painter.setFont(interface_font(INTERFACE_SIZE - 1))
        reason = f"{isolated(label_name(self.schema, row))} · {isolated(say(row.reason))}"
        draw_line(painter, below, reason, right_to_left=right_to_left)

    def _paint_bar(self, painter: QPainter, area: QRect, inks: TagColours, *, event: bool) -> None:
        height = area.height() // 2 if event else area.height()
        painter.fillRect(QRect(area.center().x(), area.bottom() - height, 3, height), QColor(inks.frame))
