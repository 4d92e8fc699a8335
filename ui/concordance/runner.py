"""Runs a search portion by portion on the store's thread, where other work finds its turn between two portions."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from storage.search.portions import Portions
from ui.session.worker import Worker


class SearchRunner(QObject):
    """One search at a time; a new one ends the one before. It can be shown by a ``JobBar``."""

    found = Signal(object)
    """The rows of one portion."""
    ended = Signal(object)
    """None when everything was looked at, else the error that ended it."""

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._running: Portions[Any] | None = None
        self.done = 0
        self.total: int | None = None

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._running is not None

    def start(self, search: Portions[Any]) -> None:
        """Begin a search."""
        self._running = search
        self.done, self.total = 0, None
        self._go_on(search)

    def cancel(self) -> None:
        """Stop where it is; what was found stays, and ``ended`` does not come."""
        self._running = None

    def _go_on(self, search: Portions[Any]) -> None:
        if self._worker.is_closed:
            self._running = None
            return

        def took(rows: list[Any]) -> None:
            if search is self._running:
                self._take(search, rows)

        def failed(error: BaseException) -> None:
            if search is self._running:
                self._running = None
                self.ended.emit(error)

        self._worker.submit(search.next_hits, took, failed)

    def _take(self, search: Portions[Any], rows: list[Any]) -> None:
        self.done, self.total = search.done, search.total
        if rows:
            self.found.emit(rows)
        if search is not self._running:
            return
        if search.is_finished:
            self._running = None
            self.ended.emit(None)
        else:
            self._go_on(search)
