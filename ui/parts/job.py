"""A long piece of work on a thread, with progress and a way to cancel."""

import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.language import digits, language, number, tr
from ui.theme.spacing import grid

Progress = Callable[[int, int | None], bool]
"""Called by the work with how much is done and, if known, of how much; False asks it to stop."""

_SHOWN_AFTER_MS = 300


class Watched(Protocol):
    """Something under way whose progress can be shown. ``total`` is None where nobody knows how much there is."""

    done: int
    total: int | None

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""

    def cancel(self) -> None:
        """Ask it to stop."""


class Runner(Protocol):
    """What a job runs on: a worker, or something that waits its turn."""

    def submit(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None], /
    ) -> None:
        """Do ``work`` on a thread; then call one of the others on the GUI thread."""


class Job(QObject):
    """Runs ``work(progress)`` on a worker. Progress is passed on at most as often as the GUI asks for it."""

    def __init__(self, worker: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._cancelled = threading.Event()
        self.done = 0
        self.total: int | None = None
        self.is_running = False

    def start(
        self,
        work: Callable[[Progress], Any],
        finished: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Begin; one of ``finished`` and ``failed`` is called at the end, on the GUI thread."""
        self._cancelled.clear()
        self.done, self.total, self.is_running = 0, None, True

        def progress(done: int, total: int | None) -> bool:
            self.done, self.total = done, total
            return not self._cancelled.is_set()

        def ended(take: Callable[[Any], None]) -> Callable[[Any], None]:
            def end(outcome: Any) -> None:
                self.is_running = False
                take(outcome)

            return end

        self._worker.submit(lambda: work(progress), ended(finished), ended(failed))

    def cancel(self) -> None:
        """Ask the work to stop; it ends with an error that says so."""
        self._cancelled.set()


class JobBar(QWidget):
    """Shows a job: what, how much, how fast, how long still, and a button to cancel. Invisible for short ones."""

    cancelled = Signal()
    _TICK_MS = 100

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._job: Watched | None = None
        self._what = ""
        self._clock = QElapsedTimer()
        self._text = QLabel(self)
        self._text.setProperty("quiet", True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self)
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grid(1))
        layout.addLayout(row)
        layout.addWidget(self._bar)
        self._timer = QTimer(self)
        self._timer.setInterval(self._TICK_MS)
        self._timer.timeout.connect(self._tick)
        language.changed.connect(self._write)
        self._write()
        self.hide()

    def watch(self, job: Watched, what: str) -> None:
        """Show this job until it ends."""
        self._job, self._what = job, what
        self._clock.start()
        self._cancel.setEnabled(True)
        self._timer.start()

    def _write(self) -> None:
        self._cancel.setText(tr("Cancel"))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)
            self.cancelled.emit()

    def _tick(self) -> None:
        job = self._job
        if job is None or not job.is_running:
            self._timer.stop()
            self.hide()
            return
        self.setVisible(self._clock.elapsed() > _SHOWN_AFTER_MS)
        self._bar.setMaximum(job.total or 0)
        self._bar.setValue(job.done)
        self._text.setText(digits(self._words(job)))

    def _words(self, job: Watched) -> str:
        parts = [self._what]
        if job.total:
            parts.append(tr("{done} of {total}", done=number(job.done), total=number(job.total)))
        seconds = self._clock.elapsed() / 1000
        if job.done and seconds > 1:
            rate = job.done / seconds
            parts.append(tr("{rate} a second", rate=number(round(rate, 1))))
            if job.total:
                left = round((job.total - job.done) / rate)
                parts.append(tr("{seconds} s left", seconds=number(left)))
        return " · ".join(parts)
