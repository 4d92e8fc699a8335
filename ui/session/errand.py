"""Work that somebody waits for in a dialog, in a process of its own that cancelling ends at once."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


@dataclass(frozen=True, slots=True)
class _Ends:
    """What is called when a piece of work ends, by how it does."""

    finished: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    cancelled: Callable[[], None]


class Errand(QObject):
    """One piece of work at a time. The process is started for the first one and kept for more until ``close``.

    ``done`` and ``total`` are for whoever shows the progress of work in several pieces.
    """

    _came_back = Signal(object)

    def __init__(self, make_executor: Callable[[], Executor], parent: QObject) -> None:
        super().__init__(parent)
        self._make_executor = make_executor
        self._pool: Executor | None = None
        self._future: Future[Any] | None = None
        self._ends: _Ends | None = None
        self.done = 0
        self.total: int | None = None
        # queued, also where the work is done at once: ``start`` never calls back itself
        self._came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether a piece of work is under way."""
        return self._future is not None

    def start(
        self,
        work: Callable[..., Any],
        *arguments: Any,
        finished: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        cancelled: Callable[[], None],
    ) -> None:
        """Begin; one of the three is called at the end, on the GUI thread."""
        if self._pool is None:
            self._pool = self._make_executor()
        self._ends = _Ends(finished, failed, cancelled)
        self._future = self._pool.submit(work, *arguments)
        self._future.add_done_callback(self._came_back.emit)

    def cancel(self) -> None:
        """End the process with what it is at; the next piece of work starts another one."""
        ends = self._ends
        if self._future is not None and ends is not None:
            self.close()
            ends.cancelled()

    def close(self) -> None:
        """End the process; nothing comes back any more."""
        self._future = None
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, future: "Future[Any]") -> None:
        ends = self._ends
        if future is not self._future or ends is None:
            return
        self._future = None
        error = future.exception()
        if error is None:
            ends.finished(future.result())
        else:
            ends.failed(error)
