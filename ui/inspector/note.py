"""A field for notes: written when it is left or with Ctrl+Return, put back with Escape."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from ui.article.guard import guard
from ui.theme.spacing import grid


class NoteEdit(QPlainTextEdit):
    """``written`` gets the id of the tag that a changed note was typed for, and the note."""

    written = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._owner: str | None = None
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setFixedHeight(grid(18))

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not written yet."""
        return self.toPlainText() != self._shown

    def show_note(self, owner: str, text: str) -> None:
        """Show the note of a tag. Text being typed is not overwritten by the note that it started from, and is
        written for its own tag when another one is shown."""
        if owner != self._owner:
            self._commit()
        elif text == self._shown and self.hasFocus():
            return
        self._owner = owner
        self._shown = text
        self.setPlainText(text)

    def _commit(self) -> None:
        if self._owner is not None and self.is_changed:
            self._shown = self.toPlainText()
            self.written.emit(self._owner, self._shown)

    @guard
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving writes."""
        self._commit()
        super().focusOutEvent(event)

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return writes and leaves, Escape puts back and leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self._commit()
            self.clearFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._shown)
            event.ignore()
        else:
            super().keyPressEvent(event)
