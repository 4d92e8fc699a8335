"""The tour: five steps on whatever project is open, skippable, and there again from the menu."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from model.messages import Message
from ui.article.guard import guard
from ui.keys.chord import chord_of_event
from ui.language import digits, say, tr
from ui.theme.spacing import grid


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its words, and the part of the window that it is about."""

    title: Message
    text: Message
    part: QWidget


class Tour(QFrame):
    """A small card beside each part in turn. ``ended`` is called once, when it is finished or skipped."""

    def __init__(self, steps: tuple[Step, ...], ended: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("popup", True)
        self.setProperty("takesKeys", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._steps = steps
        self._ended = ended
        self._at = 0
        self._title = QLabel(self)
        self._title.setProperty("strong", True)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._place = QLabel(self)
        self._place.setProperty("quiet", True)
        self._next = QPushButton(self)
        self._next.setProperty("primary", True)
        self._next.clicked.connect(lambda: self.go(1))
        self._skip = QPushButton(tr("Skip the tour"), self)
        self._skip.clicked.connect(self.finish)
        row = QHBoxLayout()
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self._skip)
        row.addWidget(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grid(5), grid(4), grid(5), grid(4))
        layout.setSpacing(grid(2))
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(row)
        self.setFixedWidth(grid(90))
        self._show_step()

    def go(self, step: int) -> None:
        """Go to the next or the former step; past the last one it ends."""
        self._at = max(0, self._at + step)
        if self._at >= len(self._steps):
            self.finish()
        else:
            self._show_step()

    def finish(self) -> None:
        """End the tour."""
        self.hide()
        self.deleteLater()
        self._ended()

    def _show_step(self) -> None:
        step = self._steps[self._at]
        self._title.setText(say(step.title))
        self._text.setText(say(step.text))
        self._place.setText(digits(f"{self._at + 1} / {len(self._steps)}"))
        last = self._at == len(self._steps) - 1
        self._next.setText(tr("Begin") if last else tr("Next"))
        self._skip.setVisible(not last)
        self._text.setMinimumHeight(self._text.heightForWidth(grid(80)))
        self.adjustSize()
        self.move(self._beside(step.part))
        self.show()
        self.raise_()
        self.setFocus()

    def _beside(self, part: QWidget) -> QPoint:
        """A place near the part's middle that lies within the window."""
        window = self.parentWidget()
        assert window is not None
        area = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        at = area.center() - QPoint(self.width() // 2, self.height() // 2)
        rightmost, lowest = window.width() - self.width() - grid(4), window.height() - self.height() - grid(4)
        return QPoint(min(max(at.x(), grid(4)), rightmost), min(max(at.y(), grid(4)), lowest))

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and the arrows walk through it, Escape ends it."""
        chord = chord_of_event(event)
        key = chord.key if chord is not None else ""
        if key in {"Return", "Space", "Down"}:
            self.go(1)
        elif key == "Up":
            self.go(-1)
        elif key == "Escape":
            self.finish()
        else:
            super().keyPressEvent(event)
