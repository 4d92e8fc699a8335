"""Someone in front of a real window: presses keys and waits until the window has acted, for pictures and benchmarks."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.keys.chord import Chord
from ui.session.state import WorkState
from ui.window.main_window import MainWindow

_PATIENCE = 60.0
_TICK_MS = 200
_NAMED = {"Space": Qt.Key.Key_Space, "Return": Qt.Key.Key_Return}


class Visitor:
    """Acts in one window. Works off screen too, where no window is ever the active one."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def state(self) -> WorkState:
        """What the window shows of the open article."""
        state = self.window.session.state
        assert state is not None
        return state

    def do(self, action: str) -> None:
        """Press the first key of an action, and wait until it is done and painted."""
        self.press(self.window.bindings.keys_of(action)[0])
        self.settle()

    def press(self, chord: Chord) -> None:
        """Press and release one key, where the focus is."""
        held = Qt.KeyboardModifier.NoModifier
        for wanted, modifier in (
            (chord.shift, Qt.KeyboardModifier.ShiftModifier),
            (chord.control, Qt.KeyboardModifier.ControlModifier),
            (chord.alt, Qt.KeyboardModifier.AltModifier),
        ):
            held |= modifier if wanted else Qt.KeyboardModifier.NoModifier
        key = _NAMED.get(chord.key) or ord(chord.key)
        target = self.focus
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, int(key), held))

    @property
    def focus(self) -> QWidget:
        """What has the focus, in the dialog or popup that is open if there is one."""
        top = QApplication.activeModalWidget() or QApplication.activePopupWidget() or self.window
        focus: QWidget | None = top.focusWidget()
        return top if focus is None else focus

    def settle(self) -> None:
        """Wait until everything asked for is done, in sight and painted."""
        view = self.window.pane.view
        self.wait(lambda: self.window.is_settled and not view.gliding)
        QApplication.processEvents()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Handle events until a condition holds. Raises TimeoutError."""
        loop, tick = QEventLoop(), QTimer(interval=_TICK_MS)
        tick.start()
        end = monotonic() + _PATIENCE
        while not condition():
            if monotonic() > end:
                raise TimeoutError("the window did not get there")
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
