"""A real window off screen, its keys and its pointer, for benchmarks that act as an annotator does."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.text.span import Span
from storage import Project
from ui.documents.visitor import Visitor
from ui.fonts import load_fonts
from ui.keys.chord import Chord
from ui.session.session import Session
from ui.settings import SettingsStore
from ui.theme.palette import ColouredLabel, Scheme, palette
from ui.theme.style import dress
from ui.window.main_window import MainWindow

P = ParamSpec("P")
T = TypeVar("T")


class _Inline(Executor):
    """Does the work at once, in this thread."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Run it, and answer with a finished future."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class _Never(Executor):
    """Takes work and leaves it: what is measured is not learning."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Answer with a future that stays as it is."""
        return Future()


@contextmanager
def opened_window(project: Project, folder: Path) -> Iterator["Workplace"]:
    """A window of 1280 × 800 on a project that has suggestions already; it is closed, and the project with it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["tawsim"])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    load_fonts()
    window = MainWindow(
        Session(project, "bench"),
        SettingsStore(folder / "settings.json"),
        suggesting=_Inline(),
        learning=_Never(),
        make_executor=_Never,
    )
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


class Workplace(Visitor):
    """Counts what it takes: ``acts`` are keys and clicks, a drag counting as two."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.acts = 0

    def open(self, article_id: str) -> None:
        """Open an article and wait until it is shown."""
        self.window.open_article(article_id)
        self.wait(lambda: self.window.session.state is not None and self.state.article.id == article_id)
        self.settle()

    def press(self, chord: Chord) -> None:
        """One key, counted."""
        self.acts += 1
        super().press(chord)

    def type(self, letters: str) -> None:
        """Letters into the field that has the focus."""
        self.acts += len(letters)
        QTest.keyClicks(self.focus, letters)

    def click(self, span: Span) -> bool:
        """Click on the first letter of a span; False when it is folded away."""
        point = self._point(span)
        if point is None:
            return False
        self.acts += 1
        QTest.mouseClick(self.window.pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self.settle()
        return True

    def select(self, span: Span) -> None:
        """Select a span with the pointer; spans that a drag does not meet (over lines) are selected directly."""
        view = self.window.pane.view
        first, last = self._point(Span(span.start, span.start + 1)), self._point(Span(span.end - 1, span.end))
        self.acts += 2
        if first is not None and last is not None:
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
