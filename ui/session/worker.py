"""One thread that does slow work in order, and brings each result back to the GUI thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Outcome:
    future: "Future[Any]"
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]


class Worker(QObject):
    """Runs callables one after another on a thread of its own.

    The worker outlives its results: one long-lived bridge object carries them all, since a result whose sender is gone
    is lost.
    """

    _finished = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        # queued even where the work is done before the callback is set, so that submit never calls back itself
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._waiting = 0
        self._closed = False

    @property
    def is_idle(self) -> bool:
        """Whether every result has been delivered."""
        return self._waiting == 0

    def submit(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None]) -> None:
        """Do ``work`` on the thread; then call ``done`` or ``failed`` on the thread that this object lives in."""
        self._waiting += 1
        future = self._pool.submit(work)
        future.add_done_callback(lambda finished: self._finished.emit(_Outcome(finished, done, failed)))

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be submitted any more."""
        return self._closed

    def close(self) -> None:
        """Finish what was submitted and end the thread; results not delivered yet are dropped."""
        self._closed = True
        self._pool.shutdown(wait=True)

    def _deliver(self, outcome: _Outcome) -> None:
        self._waiting -= 1
        if self._closed:
            return
        error = outcome.future.exception()
        if error is None:
            outcome.done(outcome.future.result())
        else:
            outcome.failed(error)
