"""Suggestions for all articles of a project that want them: portions for workers, and what comes back."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass, field, replace
from itertools import islice

from model.messages import Message
from storage.project import Project
from storage.suggesting.pipelines import project_pipeline
from storage.suggesting.portions import Portion, PortionDone, suggest_articles, suggest_portion
from storage.suggesting.workers import Workers

Progress = Callable[[int, int], bool]
"""Told how many articles are done and how many there are; False stops."""

_AT_ONCE = 16
"""Articles of a portion: few enough for a smooth progress, enough to make a transaction worth its while."""
_WORTH_WORKERS = 24
"""Articles from which starting workers saves more time than it costs."""
_AHEAD = 2
"""Portions under way for each worker, so that none waits for the next one."""


@dataclass(slots=True)
class BulkReport:
    """How many articles wanted suggestions, how many have them stored now, and what went wrong."""

    wanted: int
    articles: int = 0
    problems: list[Message] = field(default_factory=list)


def suggest_project(
    project: Project, workers: Workers | None, *, only: str | None = None, progress: Progress = lambda *_: True
) -> BulkReport:
    """Suggest for every article that has no suggestions of this version, and store them portion by portion.

    What is stored stays whatever happens, and a later call goes on with the rest. Without workers the work is done
    here. Raises UnknownSuggesterError, OtherVersionError or a StoreError.
    """
    version = project_pipeline(project, only).version
    article_ids = _wanting(project, only, version)
    report = BulkReport(len(article_ids))
    place = project.location.url or str(project.location.path)
    portions = [Portion(place, part, version, only) for part in _parts(article_ids)]
    if not progress(0, report.wanted):
        return report
    if report.wanted < _WORTH_WORKERS:
        workers = None
    for done in _here(project, portions) if workers is None else _Handing(workers, portions).each():
        report.articles += done.articles
        report.problems += done.problems
        if not progress(report.articles, report.wanted):
            break
    return report


def _wanting(project: Project, only: str | None, version: str) -> tuple[str, ...]:
    if only is None:
        return project.articles_to_suggest(version)
    whole = project_pipeline(project).version
    return project.articles_without_run_of(only, version, pipeline_version=whole)


def _parts(article_ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(article_ids)
    while part := tuple(islice(rest, _AT_ONCE)):
        yield part


def _here(project: Project, portions: Sequence[Portion]) -> Iterator[PortionDone]:
    return (suggest_articles(project, portion) for portion in portions)


class _Handing:
    """Hands portions to workers. When one of them dies, the articles it may have died of are tried one by one."""

    def __init__(self, workers: Workers, portions: Sequence[Portion]) -> None:
        self._workers = workers
        self._waiting = deque(portions)
        self._running = dict[Future[PortionDone], Portion]()

    def each(self) -> Iterator[PortionDone]:
        """What was done, as it comes; leaving it early cancels the rest."""
        executor = self._workers.start()
        try:
            while self._waiting or self._running:
                suspects = self._hand_out(executor)
                for future in wait(self._running, return_when=FIRST_COMPLETED).done if self._running else ():
                    portion = self._running.pop(future)
                    try:
                        yield future.result()
                    except self._workers.crash:
                        suspects.append(portion)
                if suspects:
                    suspects += self._running.values()
                    self._running.clear()
                    self._workers.stop(executor)
                    yield from self._one_by_one(suspects)
                    executor = self._workers.start()
        finally:
            self._workers.stop(executor)

    def _hand_out(self, executor: Executor) -> list[Portion]:
        """Keep the workers busy; returns the portion that could not be handed over because they are gone."""
        while self._waiting and len(self._running) < self._workers.count * _AHEAD:
            portion = self._waiting.popleft()
            try:
                self._running[executor.submit(suggest_portion, portion)] = portion
            except BrokenExecutor:
                return [portion]
        return []

    def _one_by_one(self, suspects: Sequence[Portion]) -> Iterator[PortionDone]:
        executor = self._workers.start()
        try:
            for portion in suspects:
                for article_id in portion.article_ids:
                    try:
                        yield executor.submit(suggest_portion, replace(portion, article_ids=(article_id,))).result()
                    except self._workers.crash:
                        yield PortionDone(0, (_crashed(article_id),))
                        self._workers.stop(executor)
                        executor = self._workers.start()
        finally:
            self._workers.stop(executor)


def _crashed(article_id: str) -> Message:
    return Message(
        "The program crashed while it made suggestions for the article {article}, which has none now; all others are "
        "not affected.",
        article=article_id,
    )
