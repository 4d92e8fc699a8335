"""Brings faults of the program before the user, on top of the log that ``main`` writes."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.dialogs.fault import FaultDialog

_SHOWN = 5
"""Faults shown in one dialog; a fault in painting comes back with every frame."""


class Faults(QObject):
    """Stands behind ``sys.excepthook`` while the window runs; exceptions in slots and overrides come there."""

    _met = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._former = sys.excepthook
        self._count = 0
        self.dialog: FaultDialog | None = None
        # queued: a fault may come in the middle of painting, or on another thread
        self._met.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take every uncaught exception from now on, and hand it to the hook before as well."""
        self._former = sys.excepthook
        sys.excepthook = self.take

    def remove(self) -> None:
        """Put the former hook back."""
        sys.excepthook = self._former
        if self.dialog is not None:
            self.dialog.close()

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The hook: log as before, then tell."""
        self._former(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._met.emit("".join(traceback.format_exception(kind, error, trace)))

    def _show(self, trace: str) -> None:
        if self.dialog is None:
            self._count = 0
            self.dialog = FaultDialog(_window())
            self.dialog.destroyed.connect(self._forget)
            self.dialog.show()
        self._count += 1
        if self._count <= _SHOWN:
            self.dialog.add(trace)

    def _forget(self) -> None:
        self.dialog = None


def _window() -> QWidget | None:
    return QApplication.activeModalWidget() or QApplication.activeWindow()
