"""A real window off screen, its keys and its pointer, for benchmarks that act as an annotator does."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from model.text.span import Span
from storage import Project
from ui.fonts import load_fonts
from ui.keys.chord import Chord
from ui.session.session import Session
from ui.session.state import WorkState
from ui.settings import SettingsStore
from ui.theme.palette import ColouredLabel, Scheme, palette
from ui.theme.style import dress
from ui.window.main_window import MainWindow

P = ParamSpec("P")
T = TypeVar("T")
_PATIENCE = 30.0
_NAMED = {"Space": Qt.Key.Key_Space, "Return": Qt.Key.Key_Return}


class _Inline(Executor):
    """Does the work at once, in this thread."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Run it, and answer with a finished future."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@contextmanager
def opened_window(project: Project, folder: Path) -> Iterator["Workplace"]:
    """A window of 1280 × 800 on a project that has suggestions already; it is closed, and the project with it."""
    application = QApplication.instance() or QApplication(["tawsim"])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    load_fonts()
    window = MainWindow(Session(project, "bench"), SettingsStore(folder / "settings.json"), _Inline())
    labels = [ColouredLabel(label.name, label.family, label.colour) for label in project.schema.mentions]
    colours = palette(Scheme.LIGHT, labels)
    dress(application, colours)
    window.set_colours(colours)
    window.refresh_project()
    window.show()
    try:
        yield Workplace(window)
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Workplace:
    """Presses keys and clicks as a person does; ``acts`` counts both, a drag as two."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.acts = 0

    @property
    def state(self) -> WorkState:
        """What the window shows of the open article."""
        state = self.window.session.state
        assert state is not None
        return state

    def open(self, article_id: str) -> None:
        """Open an article and wait until it is shown."""
        self.window.open_article(article_id)
        self.wait(lambda: self.window.session.state is not None and self.state.article.id == article_id)
        self.settle()

    def press(self, chord: Chord, *, settle: bool = True) -> None:
        """One key, where the focus is."""
        self.acts += 1
        held = Qt.KeyboardModifier.NoModifier
        for wanted, modifier in (
            (chord.shift, Qt.KeyboardModifier.ShiftModifier),
            (chord.control, Qt.KeyboardModifier.ControlModifier),
            (chord.alt, Qt.KeyboardModifier.AltModifier),
        ):
            held |= modifier if wanted else Qt.KeyboardModifier.NoModifier
        key = _NAMED.get(chord.key) or ord(chord.key)
        target = self._focus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, int(key), held))
        if settle:
            self.settle()

    def type(self, letters: str) -> None:
        """Letters into the field that has the focus."""
        for letter in letters:
            self.acts += 1
            QTest.keyClicks(self._focus(), letter)

    def _focus(self) -> QWidget:
        """What has the focus, in the dialog or popup that is open if there is one; off screen, none may be active."""
        top = QApplication.activeModalWidget() or QApplication.activePopupWidget() or self.window
        focus: QWidget | None = top.focusWidget()
        return top if focus is None else focus

    def click(self, span: Span) -> bool:
        """Click on the first letter of a span; False when it is folded away."""
        point = self._point(span)
        if point is None:
            return False
        self.acts += 1
        viewport = self.window.pane.view.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
        self.settle()
        return True

    def select(self, span: Span) -> None:
        """Select a span with the pointer; spans that a drag does not meet (over lines) are selected directly."""
        view = self.window.pane.view
        first, last = self._point(Span(span.start, span.start + 1)), self._point(Span(span.end - 1, span.end))
        self.acts += 2
        if first is not None and last is not None and (first - last).manhattanLength() >= 2:
            viewport = view.viewport()
            QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
            QTest.mouseMove(viewport, last)
            QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)
        if view.selection != span:
            view.select(span)
        self.settle()

    def _point(self, span: Span) -> QPoint | None:
        view = self.window.pane.view
        view.reveal(span)
        self.wait(lambda: not view.gliding)
        rects = view.rects_of(span)
        return rects[0].center().toPoint() if rects else None

    def settle(self) -> None:
        """Wait until everything asked for is done and painted."""
        self.wait(lambda: self.window.session.is_idle)
        QApplication.processEvents()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Handle events until a condition holds. Raises TimeoutError."""
        loop, tick = QEventLoop(), QTimer(interval=200)
        tick.start()
        end = monotonic() + _PATIENCE
        while not condition():
            if monotonic() > end:
                raise TimeoutError("the window did not get there")
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
