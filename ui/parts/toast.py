"""A message in passing, over the lower edge of the window."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.article.accessibility import announce
from ui.theme.spacing import grid

_SHOWN_MS = 4000


class Toast(QFrame):
    """Shows one text for some seconds; the next one takes its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("toast", True)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grid(4), grid(2), grid(4), grid(2))
        layout.addWidget(self._label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str) -> None:
        """Show a text."""
        self._label.setText(text)
        width = min(grid(150), _area(self).width() - grid(8), self._label.sizeHint().width() + grid(10))
        self.setFixedWidth(max(grid(40), width))
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def place(self) -> None:
        """Stand at the middle of the lower edge."""
        area = _area(self)
        self.move((area.width() - self.width()) // 2, area.height() - self.height() - grid(14))


def _area(toast: Toast) -> QRect:
    parent = toast.parentWidget()
    assert parent is not None
    return parent.rect()
