"""The work on each page that costs time, done by several processes where there are many pages."""

import multiprocessing
import os
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from model.errors import TawsimError
from model.messages import Message
from storage.importing.facts import with_facts
from storage.importing.json_lines import article_in
from storage.importing.source_file import Found, LineRead, PageRead
from storage.records.keeper import batches

_WORTH_PROCESSES = 300
"""Pages from which starting processes saves more time than it costs."""
_AT_ONCE = 16
_AHEAD = 3
"""Portions under way for each process, so that none waits and memory stays small."""


class ImportBrokenError(TawsimError):
    """A process that prepared pages was ended from outside."""

    def __init__(self) -> None:
        super().__init__(
            Message(
                "A process that was reading pages ended unexpectedly, perhaps for want of memory. Nothing was "
                "imported. Close other programs and repeat the import."
            )
        )


def prepared(found: Found) -> Found:
    """A line read and checked; a page with the facts that it shows."""
    match found:
        case LineRead():
            return article_in(found)
        case PageRead(is_known=False):
            return with_facts(found)
    return found


def all_prepared(found: Iterator[Found]) -> Generator[Found, None, None]:
    """All of them in order. Close the iterator when it is not used up: that ends its processes."""
    yield from map(prepared, islice(found, _WORTH_PROCESSES))
    processes = min(os.cpu_count() or 1, 4)
    first = [*islice(found, _AT_ONCE)]
    if not first or processes < 2 or multiprocessing.current_process().daemon:
        yield from map(prepared, chain(first, found))
    else:
        yield from _by_processes(chain(first, found), processes)


def _by_processes(found: Iterator[Found], processes: int) -> Generator[Found, None, None]:
    pool = ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))
    waiting: deque[Future[list[Found]]] = deque()
    try:
        for portion in batches(found, _AT_ONCE):
            waiting.append(pool.submit(_portion, portion))
            if len(waiting) > processes * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ImportBrokenError from error
    finally:
        pool.shutdown(cancel_futures=True)


def _portion(portion: list[Found]) -> list[Found]:
    return [prepared(one) for one in portion]
