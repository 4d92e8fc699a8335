"""Buttons: the one that a dialog is about, and buttons that show their key as a small key cap."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

from ui.article.guard import guard
from ui.fonts import interface_font
from ui.parts.lines import split
from ui.theme.spacing import INTERFACE_SIZE, RADIUS, grid

_PAD = grid(2)
_CAP_PAD = grid(1.5)
_HEIGHT = grid(7)


def make_primary(button: QPushButton) -> None:
    """Dress a button as the one that its dialog is about; a button box may have dressed it otherwise already."""
    button.setProperty("primary", True)
    button.style().unpolish(button)
    button.style().polish(button)


class KeyButton(QToolButton):
    """A button with the key that does the same drawn as a key cap behind its title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ""
        self._key = ""

    def set_hint(self, title: str, key: str) -> None:
        """What it does, and the name of its key."""
        self._title, self._key = title, key
        self.setText(f"{title}  {key}")
        self.setAccessibleName(f"{title} ({key})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both."""
        title = QFontMetrics(interface_font(INTERFACE_SIZE)).horizontalAdvance(self._title)
        return QSize(title + self._cap_width() + grid(1.5) + 2 * _PAD, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Nothing is left out."""
        return self.sizeHint()

    @guard
    def paintEvent(self, event: QPaintEvent) -> None:
        """The button's ground by the style, then the title and the cap."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        with QPainter(self) as painter:
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        colours = QApplication.palette()
        inner = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        cap, title = split(inner, self._cap_width(), right_to_left=not right_to_left)
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.setFont(interface_font(INTERFACE_SIZE))
        painter.setPen(colours.color(QPalette.ColorRole.ButtonText))
        painter.drawText(title, flags, self._title)
        box = QRect(cap.left(), cap.center().y() - grid(2.25), cap.width(), grid(4.5))
        painter.setPen(colours.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        painter.setFont(interface_font(INTERFACE_SIZE - 2))
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def _cap_width(self) -> int:
        metrics = QFontMetrics(interface_font(INTERFACE_SIZE - 2))
        return max(grid(5), metrics.horizontalAdvance(self._key) + 2 * _CAP_PAD)
