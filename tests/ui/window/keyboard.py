"""Somebody at the keyboard of a window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.window.main_window import MainWindow

PATIENCE_MS = 20_000
"""Only what hangs takes this long, on the slowest machine."""
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Presses keys where the focus is and waits until the window has acted."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot

    def press(self, key: int, held: Qt.KeyboardModifier = NONE, *, scan: int = 0, text: str = "") -> None:
        """One key, down and up."""
        target: QWidget = QApplication.focusWidget() or self._window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, held, scan, 0, 0, text))
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked for is done."""
        self._qtbot.waitUntil(lambda: self._window.is_settled, timeout=PATIENCE_MS)

    def type(self, letters: str) -> None:
        """Letters, one after another."""
        for letter in letters:
            self.press(0, text=letter)
