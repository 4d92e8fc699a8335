"""Suggestions for many pages, on several processes, each page with its own outcome."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from model.gold_page import GoldPage, page_of_suggestions
from model.messages import Message
from model.suggest.pipeline import SuggesterError, builtin_pipeline, load_for_long
from storage.commands.pages import Page
from storage.processes import OwnProcesses

_WORTH_PROCESSES = 24
"""Pages from which starting processes saves more time than it costs."""
_BATCH = 400
"""Pages in memory at once."""
_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is suggested for one page, and what went wrong."""

    page: Page
    suggested: GoldPage
    problems: tuple[Message, ...] = ()


def suggest_page(page: Page) -> Outcome:
    """Make suggestions for a page; suggesters that go wrong are told in the outcome."""
    problems: tuple[Message, ...] = ()
    try:
        suggestions = builtin_pipeline().run(page.article, published=page.published)
    except SuggesterError as error:
        suggestions, problems = error.results, tuple(failure.message for failure in error.failures)
    return Outcome(page, page_of_suggestions(page.name, page.text, suggestions), problems)


def suggest_pages(
    pages: Iterable[Page], processes: int, suggest: Callable[[Page], Outcome] = suggest_page
) -> Iterator[Outcome]:
    """The outcome of each page, in their order; few pages, or one process, are done here.

    ``suggest`` makes it; processes must be able to import it.
    """
    ahead = iter(pages)
    first = list(islice(ahead, _WORTH_PROCESSES))
    if processes < 2 or len(first) < _WORTH_PROCESSES:
        yield from map(suggest, chain(first, ahead))
        return
    rest = chain(first, ahead)
    with OwnProcesses(processes, load_for_long) as pool:
        while batch := list(islice(rest, _BATCH)):
            yield from pool.map(suggest, batch, chunksize=_AT_ONCE)
