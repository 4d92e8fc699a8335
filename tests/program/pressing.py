"""A window that presses its own keys for ever, for a parent that kills it: ``python -m tests.program.pressing FILE``.

After every operation that the window calls saved it writes how many decisions and annotations the article has.
"""

import sys
from collections.abc import Iterator
from functools import partial
from itertools import cycle

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

import main as program
import ui.application
from tests.ui.bench import InlineExecutor
from ui.session.saving import Safety
from ui.window.main_window import MainWindow

_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_X, Qt.Key.Key_1, Qt.Key.Key_S, Qt.Key.Key_Space, Qt.Key.Key_2)
_LOOK_MS = 1


class Presser:
    """Presses a key whenever the one before has been done and saved."""

    def __init__(self) -> None:
        self._keys: Iterator[Qt.Key] = cycle(_KEYS)
        self._timer = QTimer(interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                self._go_on(window)

    def _go_on(self, window: MainWindow) -> None:
        session, state = window.session, window.session.state
        if state is None or not session.is_idle or session.saving.safety is not Safety.SAVED:
            return
        sys.stdout.write(f"{len(state.sheet.decisions)} {len(state.annotations)}\n")
        sys.stdout.flush()
        if not state.open:
            self._timer.stop()
            return
        QApplication.sendEvent(
            window.pane.view, QKeyEvent(QEvent.Type.KeyPress, next(self._keys), Qt.KeyboardModifier.NoModifier)
        )


if __name__ == "__main__":
    application = QApplication([])
    ui.application.Desk = partial(  # type: ignore[assignment, misc]
        ui.application.Desk, make_executor=InlineExecutor
    )
    presser = Presser()
    sys.exit(program.main(["open", sys.argv[1]]))
