"""Runs the whole program through ``main`` while a test presses its keys."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import main as program
from ui.parts.chooser import Chooser
from ui.session.saving import Safety
from ui.session.state import WorkState
from ui.window.main_window import MainWindow

PATIENCE_MS = 30_000
"""Only a hanging program takes this long, on the slowest machine."""
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Annotator:
    """Somebody at the keyboard of the window that is open."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    @property
    def state(self) -> WorkState:
        """What the window shows."""
        assert self.window.session.state is not None
        return self.window.session.state

    @property
    def text(self) -> str | None:
        """The text of the current tag."""
        return None if self.state.item is None else self.state.item.text

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait for something to come about."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until everything asked for is done and on disk."""
        session = self.window.session
        self.wait(lambda: session.is_idle and session.saving.safety is Safety.SAVED)

    def press(self, key: int, held: Qt.KeyboardModifier = NONE, text: str = "") -> None:
        """One key where the focus is."""
        popup = QApplication.activePopupWidget()
        inner = popup.focusWidget() if popup is not None else None
        target: QWidget = inner or popup or QApplication.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, held, 0, 0, 0, text))
        self.settle()

    def type(self, text: str) -> None:
        """Letters, one after another."""
        for letter in text:
            self.press(0, text=letter)

    def go_to(self, text: str, *, among_all: bool = False) -> None:
        """Walk with J, or Shift+J, until a tag on this text is current."""
        for _ in range(len(self.state.items) + 1):
            if self.text == text:
                return
            self.press(Qt.Key.Key_J, SHIFT if among_all else NONE)
        raise AssertionError(f"no tag on {text!r} among {[item.text for item in self.state.items]}")

    def select(self, text: str) -> None:
        """Walk with the caret to a text and select it, keys only."""
        view = self.window.pane.view
        view.setFocus()
        if not view.caret_mode:
            self.press(Qt.Key.Key_F7)
        self.press(Qt.Key.Key_Home, CONTROL)
        start = self.state.article.text.index(text)
        while view.state.caret is not None and view.state.caret < start:
            self.press(Qt.Key.Key_Left)
        for _ in text:
            self.press(Qt.Key.Key_Left, SHIFT)
        selection = view.selection
        assert selection is not None
        assert selection.of(self.state.article.text) == text

    def choose(self, typed: str) -> None:
        """Type into the chooser that is open, or opens soon, and take what it finds first."""
        self.wait(lambda: bool(choosers()))
        (chooser,) = choosers()
        chooser.field.setFocus()
        if typed.isdigit():
            self.press(Qt.Key.Key_0 + int(typed))
        else:
            self.type(typed)
            self.press(Qt.Key.Key_Return)
        self.wait(lambda: chooser not in choosers())
        self.settle()


def choosers() -> list[Chooser]:
    """The choosers in sight."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible()]


def windows() -> list[MainWindow]:
    """The windows in sight."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]


def run_program(qtbot: QtBot, arguments: list[str], work: Callable[[Annotator], None]) -> int:
    """``main`` with these arguments; once an article is open ``work`` is done, then the window is closed."""
    failures: list[BaseException] = []

    def drive() -> None:
        try:
            qtbot.waitUntil(lambda: bool(windows()), timeout=PATIENCE_MS)
            (window,) = windows()
            annotator = Annotator(window, qtbot)
            annotator.wait(lambda: window.session.state is not None)
            annotator.settle()
            work(annotator)
        except BaseException as error:  # noqa: BLE001 - raised again below, outside Qt's loop
            failures.append(error)
        finally:
            for window in windows():
                window.close()

    QTimer.singleShot(0, drive)
    code = program.main(arguments)
    for failure in failures:
        raise failure
    return code


def command(*arguments: str | Path) -> None:
    """A command of the command line that must go well."""
    assert program.main([str(argument) for argument in arguments]) == 0
