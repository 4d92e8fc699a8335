"""Scoring a project's suggesters against its finished articles, in a process of its own, some articles at a time."""

from collections.abc import Callable
from concurrent.futures import Executor

from PySide6.QtCore import QObject, Signal

from ui.session.errand import Errand

_AT_ONCE = 16
"""Articles that are read between two looks at the progress."""


def begin_report(place: str) -> tuple[str, ...]:
    """The articles to read. Loads what reads them only in the process that it runs in."""
    from storage.evaluating.project_report import begin_report

    return begin_report(place)


def gather_for_report(place: str, article_ids: tuple[str, ...]) -> None:
    """Read some of them there."""
    from storage.evaluating.project_report import gather_for_report

    gather_for_report(place, article_ids)


def finish_report(language: str) -> str:
    """Score them there; the report as HTML."""
    from storage.evaluating.project_report import finish_report

    return finish_report(language)


class Scoring(QObject):
    """One run. ``finished`` carries the HTML of the report, ``failed`` the error."""

    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, make_executor: Callable[[], Executor], place: str, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self.errand = Errand(make_executor, self)
        self._place = place
        self._language = language
        self._article_ids: tuple[str, ...] = ()

    def start(self) -> None:
        """Begin with what articles there are."""
        self.errand.done, self.errand.total = 0, None
        self._step(begin_report, self._place, then=self._take_articles)

    def close(self) -> None:
        """End the process."""
        self.errand.close()

    def _take_articles(self, article_ids: tuple[str, ...]) -> None:
        self._article_ids, self.errand.total = article_ids, len(article_ids)
        self._go_on()

    def _go_on(self) -> None:
        done = self.errand.done
        if done < len(self._article_ids):
            some = self._article_ids[done : done + _AT_ONCE]

            def read(_: None) -> None:
                self.errand.done += len(some)
                self._go_on()

            self._step(gather_for_report, self._place, some, then=read)
        else:
            self._step(finish_report, self._language, then=self.finished.emit)

    def _step(self, work: Callable[..., object], *arguments: object, then: Callable[..., None]) -> None:
        self.errand.start(work, *arguments, finished=then, failed=self.failed.emit, cancelled=self.cancelled.emit)
