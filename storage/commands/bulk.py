"""Suggestions for many pages, on several processes, each page with its own outcome."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.errors import TawsimError
from model.gold_page import GoldPage, page_of_suggestions
from model.messages import Message
from model.suggest.pipeline import SuggesterError, builtin_pipeline
from storage.commands.pages import read_article

_WORTH_PROCESSES = 24
"""Pages from which starting processes saves more time than it costs."""
_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Job:
    """One page to make suggestions for; ``published`` overrides the date that the page shows."""

    path: Path
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: its suggestions, unless it could not be read, and what went wrong."""

    path: Path
    text: str = ""
    page: GoldPage | None = None
    problems: tuple[Message, ...] = ()


def suggest_page(job: Job) -> Outcome:
    """Read a page and make suggestions for it; what goes wrong is told in the outcome."""
    try:
        article = read_article(job.path, job.published)
    except TawsimError as error:
        return Outcome(job.path, problems=(error.message,))
    problems: tuple[Message, ...] = ()
    try:
        suggestions = builtin_pipeline().run(article, published=job.published)
    except SuggesterError as error:
        suggestions, problems = error.results, tuple(failure.message for failure in error.failures)
    page = page_of_suggestions(job.path.stem, article.text, suggestions)
    return Outcome(job.path, article.text, page, problems)


def suggest_pages(jobs: Sequence[Job], processes: int) -> Iterator[Outcome]:
    """The outcome of each page, in the order of the jobs."""
    if processes < 2 or len(jobs) < _WORTH_PROCESSES:
        yield from map(suggest_page, jobs)
        return
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(suggest_page, jobs, chunksize=_AT_ONCE)
