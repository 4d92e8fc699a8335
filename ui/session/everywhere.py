"""An act at many places through the session, with progress and a way to stop it."""

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from model.messages import Message
from model.operation import Operation
from model.operations.spots import AtSpots, Spot
from storage.search.acting import act_at
from ui.session.session import Session


class EverywhereAct(QObject):
    """One act at a time; can be shown by a ``JobBar``. Cancelled, it leaves everything as it was."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._cancelled = threading.Event()
        self.done = 0
        self.total: int | None = None
        self.is_running = False

    def start(self, act: AtSpots, spots: Sequence[Spot], ended: Callable[[bool], None]) -> None:
        """Begin; ``ended`` gets whether the act was carried out, once the session has shown it."""
        self._cancelled.clear()
        self.done, self.total, self.is_running = 0, None, True
        session = self._session

        def progress(done: int, total: int | None) -> bool:
            self.done, self.total = done, total
            return not self._cancelled.is_set()

        def finished(operation: Operation | None) -> None:
            self.is_running = False
            nothing = Message("There was nothing left to do.")
            session.told.emit(nothing if operation is None else Message("{title}: one step", title=operation.title))
            ended(True)

        def failed(error: BaseException) -> None:
            self.is_running = False
            session.report(error)
            ended(False)

        session.carry_out(lambda author: act_at(session.project, act, spots, author, progress), finished, failed)

    def cancel(self) -> None:
        """Ask it to stop."""
        self._cancelled.set()
