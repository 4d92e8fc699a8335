"""Small bars for weights: to one side of the middle what speaks for something, to the other what speaks against it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.article.guard import guard
from ui.theme.spacing import grid

WEIGHT = Qt.ItemDataRole.UserRole
"""The weight of an item, as a share of the greatest one: -1 to 1."""
_HEIGHT = grid(2)


class WeightDelegate(QStyledItemDelegate):
    """Bars grow along the reading direction for positive weights; against it, and only framed, for negative ones."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room to tell weights apart."""
        return QSize(grid(40), grid(6))

    @guard
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as for any item, then the middle and the bar."""
        super().paint(painter, option, index)
        weight = index.data(WEIGHT)
        if weight is None:
            return
        area = QRectF(option.rect).adjusted(grid(2), 0, -grid(2), 0)
        middle, top = area.center().x(), area.center().y() - _HEIGHT / 2
        towards = -1 if option.direction == Qt.LayoutDirection.RightToLeft else 1
        tip = middle + towards * weight * area.width() / 2
        bar = QRectF(min(middle, tip), top, abs(tip - middle), _HEIGHT)
        colours = option.palette
        painter.save()
        painter.setPen(colours.color(QPalette.ColorRole.Mid))
        painter.drawLine(int(middle), option.rect.top(), int(middle), option.rect.bottom())
        if weight > 0:
            painter.fillRect(bar, colours.color(QPalette.ColorRole.Link))
        else:
            painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()
