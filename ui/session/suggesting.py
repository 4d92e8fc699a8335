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
from model.suggest.fitting import fit_to_schema
from model.suggestion import SuggestionSet
from storage.suggesting.explained import Explained
from storage.suggesting.spec import PipelineSpec, Problem, Suggested, spec_of
from ui.session.session import Session
from ui.session.state import WorkState

logger = logging.getLogger("tawsim.suggesting")


def prepare(spec: PipelineSpec) -> str:
    """Make a pipeline ready in the process that this runs in, which loads the suggesters; returns its version."""
    from storage.suggesting.prepared import prepare

    return prepare(spec)


def suggest(version: str, article: Article) -> Suggested:
    """Run the pipeline that was made ready there over an article."""
    from storage.suggesting.prepared import suggest

    return suggest(version, article)


def explain(version: str, article: Article, suggestions: SuggestionSet, suggestion_id: str) -> Explained | None:
    """Ask the learner of that pipeline what it thinks of a suggestion."""
    from storage.suggesting.prepared import explain

    return explain(version, article, suggestions, suggestion_id)


@dataclass(frozen=True, slots=True)
class SuggestingProgress:
    """How many articles wanted suggestions since all had them last, and how many of those are ready."""

    ready: int
    wanted: int


class Suggesting(QObject):
    """Asks an executor for suggestions, one article at a time. Text goes to it and nowhere else."""

    progress_changed = Signal(object)
    """SuggestingProgress."""
    problem_met = Signal(object)
    """Problem, each time that one is met."""
    _came_back = Signal(object)

    def __init__(self, session: Session, executor: Executor) -> None:
        super().__init__()
        self._session = session
        self._pool = executor
        self._waiting: deque[str] = deque()
        self._running: str | None = None
        self._version: str | None = None
        self._preferred: str | None = None
        self._started = False
        self._looked = False
        self._cancelled = False
        self._progress = SuggestingProgress(0, 0)
        self._closed = False
        self._when_ready: list[Callable[[str], None]] = []
        self.problems: dict[str, Message] = {}
        """The last problem of each suggester since the pipeline was made."""
        self._came_back.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Load the suggesters, then look for articles that want suggestions; more than once is no more than once."""
        if not self._started and not self._closed:
            self._started = True
            self._prepare(anew=False)

    def renew(self) -> None:
        """Make suggestions by what the project now says: for new articles, and anew for those that are not done."""
        self._waiting.clear()
        self._looked = False
        self._version = None
        self.problems.clear()
        self._prepare(anew=True)

    def _prepare(self, *, anew: bool) -> None:
        project = self._session.project

        def ask(spec: PipelineSpec) -> None:
            self._ask(prepare, lambda version: self._take_version(version, anew=anew), spec)

        self._session.worker.submit(lambda: spec_of(project), ask, self._session.report)

    @property
    def is_idle(self) -> bool:
        """Whether every article that wants suggestions has them."""
        looked = self._looked or self._session.project.read_only
        return looked and self._running is None and not self._waiting

    def prefer(self, article_id: str) -> None:
        """Take an article before the others, if it wants suggestions; also after ``cancel``."""
        self._preferred = article_id
        if article_id in self._waiting:
            self._waiting.remove(article_id)
            self._waiting.appendleft(article_id)
        elif self._cancelled:
            self._ask_for_one(article_id)

    def _ask_for_one(self, article_id: str) -> None:
        project = self._session.project

        def done(version: str | None) -> None:
            if version is None:
                self._take_articles((article_id,))

        self._session.worker.submit(lambda: project.suggestions_version(article_id), done, self._session.report)

    def explain(
        self,
        state: WorkState,
        suggestion_id: str,
        take: Callable[[Explained | None], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Ask why a suggestion of the open article is there, after the article that is worked on now."""
        article, suggestions = state.article_without_metadata, state.suggestions

        def ask(version: str) -> None:
            self._ask(explain, take, version, article, suggestions, suggestion_id, failed=failed)

        if self._version is None:
            self._when_ready.append(ask)
        else:
            ask(self._version)

    def look(self, *, anew: bool = False) -> None:
        """Look for articles that want suggestions, and make them; ``anew``: also those that somebody has begun."""
        if self._version is None or self._session.worker.is_closed or self._session.project.read_only:
            return
        self._cancelled = False
        project, version = self._session.project, self._version
        wanting = project.articles_to_suggest_anew if anew else project.articles_to_suggest
        self._session.worker.submit(lambda: wanting(version), self._take_articles, self._session.report)

    def cancel(self) -> None:
        """Forget the articles that wait, but for those that are opened; what is stored stays."""
        self._cancelled = True
        self._waiting.clear()
        self._progress = SuggestingProgress(0, 0)
        self.progress_changed.emit(self._progress)

    def close(self) -> None:
        """End the process; what it is at is dropped."""
        self._closed = True
        self._waiting.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _ask(
        self,
        work: Callable[..., Any],
        take: Callable[[Any], None],
        *arguments: Any,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        future = self._pool.submit(work, *arguments)
        future.add_done_callback(lambda finished: self._came_back.emit((finished, take, failed or self._went_wrong)))

    def _take(self, answer: tuple["Future[Any]", Callable[[Any], None], Callable[[BaseException], None]]) -> None:
        future, take, failed = answer
        if self._closed or future.cancelled():
            return
        error = future.exception()
        if error is None:
            take(future.result())
        else:
            failed(error)

    def _went_wrong(self, error: BaseException) -> None:
        self._session.report(error)
        if self._running is not None:
            self._done()

    def _take_version(self, version: str, *, anew: bool) -> None:
        self._version = version
        asked, self._when_ready = self._when_ready, []
        for ask in asked:
            ask(version)
        self.look(anew=anew)

    def _take_articles(self, article_ids: tuple[str, ...]) -> None:
        known = {*self._waiting, self._running}
        fresh = [article_id for article_id in article_ids if article_id not in known]
        self._waiting.extend(fresh)
        self._progress = SuggestingProgress(self._progress.ready, self._progress.wanted + len(fresh))
        self._looked = True
        if self._preferred is not None:
            self.prefer(self._preferred)
        self._go_on()

    def _go_on(self) -> None:
        self._tell()
        if self._running is not None or not self._waiting:
            return
        article_id = self._waiting.popleft()
        self._running = article_id
        project = self._session.project

        def work() -> Article:
            # the suggesters need no metadata, and its read-only mapping cannot go to another process
            return replace(project.article(article_id), metadata={})

        def ask(article: Article) -> None:
            if self._version is None:
                # another pipeline is being made ready; the article is looked for again when it is
                self._done()
            else:
                self._ask(suggest, self._store, self._version, article)

        self._session.worker.submit(work, ask, self._failed)

    def _store(self, suggested: Suggested) -> None:
        project = self._session.project
        for problem in suggested.problems:
            self._meet(problem)

        def work() -> SuggestionSet:
            fitting = fit_to_schema(suggested.suggestions, project.schema)
            project.store_suggestions(
                suggested.article_id, fitting, pipeline_version=suggested.stored_version, failed=suggested.failed
            )
            return project.suggestions(suggested.article_id)

        def done(stored: SuggestionSet) -> None:
            self._session.take_suggestions(suggested.article_id, stored)
            self._session.project_changed.emit((suggested.article_id,))
            self._done()

        self._session.worker.submit(work, done, self._failed)

    def _meet(self, problem: Problem) -> None:
        """Tell the first problem of a suggester in passing; all of them stand in the log."""
        logger.info("%s", problem.message.english())
        if problem.suggester not in self.problems:
            self._session.told.emit(problem.message)
        self.problems[problem.suggester] = problem.message
        self.problem_met.emit(problem)

    def _failed(self, error: BaseException) -> None:
        self._session.report(error)
        self._done()

    def _done(self) -> None:
        self._running = None
        self._progress = SuggestingProgress(self._progress.ready + 1, self._progress.wanted)
        self._go_on()

    def _tell(self) -> None:
        if self.is_idle:
            self._progress = SuggestingProgress(0, 0)
        self.progress_changed.emit(self._progress)
