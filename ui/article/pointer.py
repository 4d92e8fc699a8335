"""The mouse: what is under it, and selections from the character under the press to the one under the pointer."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QPoint
from PySide6.QtWidgets import QApplication

from model.text.span import Span


@dataclass(frozen=True, slots=True)
class Characters:
    """The code points of the character under the pointer; empty on a blank line."""

    start: int
    end: int

    def until(self, other: "Characters") -> Span | None:
        """From one character to the other, both included; None between two blank lines at one place."""
        start, end = min(self.start, other.start), max(self.end, other.end)
        return Span(start, end) if end > start else None


class Drag:
    """A press that may become a selection: it does once the pointer has left its place."""

    def __init__(self) -> None:
        self.pressed_at: QPoint | None = None
        self.origin: Characters | None = None
        self.selecting = False

    def press(self, point: QPoint, under: Characters | None) -> None:
        """Remember where it began."""
        self.pressed_at, self.origin, self.selecting = point, under, False

    def move(self, point: QPoint, under: Characters | None) -> Span | None:
        """The selection so far, or None while the press is still a click."""
        if self.pressed_at is None or self.origin is None or under is None:
            return None
        far = (point - self.pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if not (self.selecting or far or under != self.origin):
            return None
        self.selecting = True
        return self.origin.until(under)

    def release(self) -> bool:
        """End it; returns whether it was a plain click."""
        clicked = self.pressed_at is not None and not self.selecting
        self.pressed_at = self.origin = None
        self.selecting = False
        return clicked


class Clicks:
    """Counts double clicks on one word, and knows a triple click."""

    def __init__(self) -> None:
        self._word: Span | None = None
        self._turn = 0
        self._since_double = QElapsedTimer()
        self._double_at = QPoint()

    def double(self, cuts: tuple[Span, ...], point: QPoint) -> Span | None:
        """The next cut of the word that was double-clicked."""
        self._since_double.start()
        self._double_at = point
        if not cuts:
            self._word = None
            return None
        widest = max(cuts, key=len)
        self._turn = self._turn + 1 if widest == self._word else 0
        self._word = widest
        return cuts[self._turn % len(cuts)]

    def is_triple(self, point: QPoint) -> bool:
        """Whether this press follows a double click closely enough."""
        soon = self._since_double.isValid() and self._since_double.elapsed() < QApplication.doubleClickInterval()
        near = (point - self._double_at).manhattanLength() < QApplication.startDragDistance()
        if soon and near:
            self._since_double.invalidate()
            return True
        return False

    def forget(self) -> None:
        """Start with the first cut again."""
        self._word = None
