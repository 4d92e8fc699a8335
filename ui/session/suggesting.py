"""Makes suggestions in a process of its own, the open article first, and hands them to the store and the session."""

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from model.article import Article
from model.messages import Message
from model.suggest.pipeline import SuggesterError, builtin_pipeline
from model.suggestion import SuggestionSet
from ui.session.session import Session

logger = logging.getLogger("tawsim.suggesting")


@dataclass(frozen=True, slots=True)
class Suggested:
    """What the pipeline proposes for one article, and the suggesters that went wrong on it."""

    article_id: str
    suggestions: SuggestionSet
    version: str
    problems: tuple[Message, ...] = ()


def pipeline_version() -> str:
    """The version of the built-in pipeline; loads it."""
    return builtin_pipeline().version


def suggest(article: Article) -> Suggested:
    """Run the built-in pipeline over an article."""
    pipeline = builtin_pipeline()
    try:
        found, problems = pipeline.run(article, published=article.published), ()
    except SuggesterError as error:
        return Suggested(article.id, error.results, pipeline.version, tuple(one.message for one in error.failures))
    return Suggested(article.id, found, pipeline.version, problems)


@dataclass(frozen=True, slots=True)
class SuggestingProgress:
    """How many articles were asked for since the queue was last empty, and how many of them are ready."""

    ready: int
    wanted: int


class Suggesting(QObject):
    """Asks an executor for suggestions, one article at a time. Text goes to it and nowhere else."""

    progress_changed = Signal(object)
    """SuggestingProgress."""
    arrived = Signal(object)
    """The id of an article whose suggestions are stored."""
    _came_back = Signal(object)

    def __init__(self, session: Session, executor: Executor) -> None:
        super().__init__()
        self._session = session
        self._pool = executor
        self._waiting: deque[str] = deque()
        self._running: str | None = None
        self._version: str | None = None
        self._progress = SuggestingProgress(0, 0)
        self._closed = False
        self._came_back.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ask(pipeline_version, self._take_version)

    @property
    def is_idle(self) -> bool:
        """Whether every article that was asked for is ready."""
        return self._version is not None and self._running is None and not self._waiting

    def want(self, article_ids: tuple[str, ...], *, first: bool = False) -> None:
        """See to it that articles have suggestions of the present pipeline; ``first`` before the others."""
        fresh = [article_id for article_id in article_ids if article_id not in self._waiting]
        if self._running in fresh:
            fresh.remove(self._running)
        self._waiting.extendleft(reversed(fresh)) if first else self._waiting.extend(fresh)
        self._count(wanted=len(fresh))
        self._go_on()

    def cancel(self) -> None:
        """Forget the articles that wait; what is stored stays."""
        self._waiting.clear()
        self._progress = SuggestingProgress(0, 0)
        self.progress_changed.emit(self._progress)

    def close(self) -> None:
        """End the process; what it is at is dropped."""
        self._closed = True
        self._waiting.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _ask(self, work: Callable[..., Any], take: Callable[[Any], None], *arguments: Any) -> None:
        future = self._pool.submit(work, *arguments)
        future.add_done_callback(lambda finished: self._came_back.emit((finished, take)))

    def _take(self, answer: tuple["Future[Any]", Callable[[Any], None]]) -> None:
        future, take = answer
        if self._closed or future.cancelled():
            return
        error = future.exception()
        if error is None:
            take(future.result())
        else:
            self._session.report(error)
            self._done()

    def _take_version(self, version: str) -> None:
        self._version = version
        self._go_on()

    def _go_on(self) -> None:
        if self._version is None or self._running is not None or not self._waiting:
            return
        article_id = self._waiting.popleft()
        self._running = article_id
        project, version = self._session.project, self._version

        def work() -> Article | None:
            stale = project.suggestions_version(article_id) != version
            # the suggesters need no metadata, and its read-only mapping cannot go to another process
            return replace(project.article(article_id), metadata={}) if stale else None

        self._session.worker.submit(work, self._send, self._failed)

    def _send(self, article: Article | None) -> None:
        if article is None:
            self._done()
        else:
            self._ask(suggest, self._store, article)

    def _store(self, suggested: Suggested) -> None:
        project = self._session.project
        for problem in suggested.problems:
            logger.info("%s", problem.english())

        def work() -> SuggestionSet:
            project.store_suggestions(suggested.article_id, suggested.suggestions, pipeline_version=suggested.version)
            return project.suggestions(suggested.article_id)

        def done(stored: SuggestionSet) -> None:
            self._session.take_suggestions(suggested.article_id, stored)
            self._session.project_changed.emit((suggested.article_id,))
            self.arrived.emit(suggested.article_id)
            self._done()

        self._session.worker.submit(work, done, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._session.report(error)
        self._done()

    def _done(self) -> None:
        self._running = None
        self._count(ready=1)
        self._go_on()

    def _count(self, *, ready: int = 0, wanted: int = 0) -> None:
        self._progress = SuggestingProgress(self._progress.ready + ready, self._progress.wanted + wanted)
        if self.is_idle:
            self._progress = SuggestingProgress(0, 0)
        self.progress_changed.emit(self._progress)
