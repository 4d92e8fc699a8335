"""Hands keys to actions by physical position, wherever the focus is, but never steals what is being typed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.keys.bindings import Bindings
from ui.keys.chord import Chord, chord_of_event

_TYPING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_NAVIGATION = frozenset({"Left", "Right", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Return", "Space", "Tab"})
_CARET = frozenset({"Left", "Right", "Up", "Down", "Home", "End"})


class KeyFilter(QObject):
    """An application-wide event filter for one window. ``act`` gets the name of the action that a key stands for."""

    def __init__(self, window: QWidget, bindings: Bindings, act: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self.bindings = bindings
        self._act = act
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the presses that stand for an action; claim them first where Qt would make a shortcut of them."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        chord = chord_of_event(event)
        action = self.bindings.action_of(chord) if chord is not None else None
        if chord is None or action is None or _belongs_to_focus(chord):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        self._act(action)
        return True


def _belongs_to_focus(chord: Chord) -> bool:
    """Whether the focused widget needs the key itself: text being typed, lists being walked through."""
    focus = QApplication.focusWidget()
    if focus is not None and focus.property("takesKeys"):
        return True
    if focus is not None and focus.property("movesCaret") and chord.key in _CARET:
        return True
    if isinstance(focus, _TYPING):
        return chord.is_plain or chord.key in _NAVIGATION or (chord.control and chord.key in "ZYXCVA")
    if isinstance(focus, QAbstractItemView | QComboBox):
        return chord.key in _NAVIGATION and not (chord.control or chord.alt)
    if focus is not None and focus.focusPolicy() & Qt.FocusPolicy.TabFocus and _is_button(focus):
        return chord.key in {"Space", "Return", "Tab"} and chord.is_plain
    return False


def _is_button(widget: QWidget) -> bool:
    return widget.inherits("QAbstractButton") or widget.inherits("QAbstractSlider") or widget.inherits("QTabBar")
