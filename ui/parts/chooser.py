"""A chooser: a small popup in which one row is taken by its digit, by typing its name, or with the mouse."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from model.text.folding import fold
from ui.keys.chord import chord_of_event
from ui.language import digits, isolated
from ui.theme.spacing import grid

_ROWS_SHOWN = 12
_MOVES = {"Down": 1, "Up": -1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: what it stands for, its text, and further words by which it can be found."""

    key: str
    text: str
    hint: str = ""
    words: str = ""


class Chooser(QFrame):
    """Shows choices beside a place of the screen. The first nine carry digits while nothing is typed.

    ``chosen`` gets the choice's key. With ``free`` text, what was typed can be taken too: then ``typed`` gets it.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        choices: Sequence[Choice],
        chosen: Callable[[str], None],
        *,
        typed: Callable[[str], None] | None = None,
        new_text: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", True)
        self._choices = tuple(choices)
        self._chosen = chosen
        self._typed = typed
        self._new_text = new_text
        self.field = QLineEdit(self)
        self._list = QListWidget(self)
        self._build(title)
        self._fill()

    def open_at(self, place: QRect) -> None:
        """Show it under a rectangle of the screen, or above where there is no room."""
        self.adjustSize()
        size = self.sizeHint()
        at = QPoint(place.right() - size.width(), place.bottom() + grid(1))
        screen = self.screen().availableGeometry()
        if at.y() + size.height() > screen.bottom():
            at.setY(max(screen.top(), place.top() - size.height() - grid(1)))
        at.setX(min(max(at.x(), screen.left()), max(screen.left(), screen.right() - size.width())))
        self.move(at)
        self.show()
        self.field.setFocus()

    def _build(self, title: str) -> None:
        heading = QLabel(title, self)
        heading.setProperty("quiet", True)
        self.field.setAccessibleName(title)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(self._take)
        self._list.setMinimumWidth(grid(70))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grid(3), grid(2), grid(3), grid(2))
        layout.setSpacing(grid(1))
        for part in (heading, self.field, self._list):
            layout.addWidget(part)

    def _fill(self) -> None:
        wanted = fold(self.field.text()).split()
        self._list.clear()
        for choice in self._choices:
            haystack = fold(f"{choice.text} {choice.key} {choice.words}")
            if all(word in haystack for word in wanted):
                self._add(choice)
        if self._typed is not None and self.field.text().strip():
            row = QListWidgetItem(f"{self._new_text} {isolated(self.field.text().strip())}")
            self._list.addItem(row)
        self._list.setCurrentRow(0)
        rows = max(1, min(_ROWS_SHOWN, self._list.count()))
        self._list.setFixedHeight(rows * max(grid(6), self._list.sizeHintForRow(0)) + grid(1))

    def _add(self, choice: Choice) -> None:
        place = self._list.count() + 1
        numbered = place <= 9 and not self.field.text()
        lead = f"{digits(str(place))}   " if numbered else ""
        hint = f"   {choice.hint}" if choice.hint else ""
        row = QListWidgetItem(f"{lead}{isolated(choice.text)}{hint}")
        row.setData(Qt.ItemDataRole.UserRole, choice.key)
        self._list.addItem(row)

    def _take(self, row: QListWidgetItem | None) -> None:
        if row is None:
            return
        key = row.data(Qt.ItemDataRole.UserRole)
        typed = self.field.text().strip()
        self.close()
        if key is not None:
            self._chosen(key)
        elif self._typed is not None:
            self._typed(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits take a row while nothing is typed; arrows move, Return takes, Escape leaves."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        chord = chord_of_event(event)
        if chord is None:
            return False
        if chord.key in _MOVES:
            count = max(1, self._list.count())
            self._list.setCurrentRow((self._list.currentRow() + _MOVES[chord.key]) % count)
            return True
        if chord.key == "Return":
            self._take(self._list.currentItem())
            return True
        if chord.key.isdigit() and not self.field.text() and not (chord.control or chord.alt):
            self._take(self._list.item(int(chord.key) - 1))
            return True
        return False
