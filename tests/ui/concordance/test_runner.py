"""Searches run portion by portion and can be stopped."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from storage.search.portions import Portions
from ui.concordance.runner import SearchRunner
from ui.session.worker import Worker


class Numbers(Portions[int]):
    """A search that finds the number of its portion, in each of ``portions``."""

    def __init__(self, portions: int, *, broken_at: int = -1) -> None:
        self._portions, self._broken_at = portions, broken_at
        self.done = 0

    @property
    def total(self) -> int:
        return self._portions

    @property
    def is_finished(self) -> bool:
        return self.done >= self._portions

    def next_hits(self) -> list[int]:
        if self.done == self._broken_at:
            raise ZeroDivisionError
        self.done += 1
        return [self.done]

    _begin = _look = None  # type: ignore[assignment]


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[SearchRunner]:
    worker, parent = Worker("tawsim-test"), QObject()
    made = SearchRunner(worker, parent)
    yield made
    worker.close()


def test_portions_come_one_after_another_with_progress(runner: SearchRunner, qtbot: QtBot) -> None:
    found, ended = list[int](), list[object]()
    runner.found.connect(found.extend)
    runner.ended.connect(ended.append)
    runner.start(Numbers(5))
    qtbot.waitUntil(lambda: not runner.is_running)
    assert (found, ended, runner.done, runner.total) == ([1, 2, 3, 4, 5], [None], 5, 5)


def test_stopped_it_keeps_what_came_and_says_nothing_more(runner: SearchRunner, qtbot: QtBot) -> None:
    found, ended = list[int](), list[object]()

    def take(rows: list[int]) -> None:
        found.extend(rows)
        if len(found) == 3:
            runner.cancel()

    runner.found.connect(take)
    runner.ended.connect(ended.append)
    runner.start(Numbers(10**6))
    qtbot.waitUntil(lambda: not runner.is_running)
    qtbot.waitUntil(lambda: runner._worker.is_idle)
    assert (found, ended) == ([1, 2, 3], [])


def test_a_new_search_ends_the_one_before(runner: SearchRunner, qtbot: QtBot) -> None:
    found = list[int]()
    runner.start(Numbers(10**6))
    runner.found.connect(found.extend)
    runner.start(Numbers(2))
    qtbot.waitUntil(lambda: not runner.is_running)
    assert found == [1, 2]


def test_what_goes_wrong_ends_it(runner: SearchRunner, qtbot: QtBot) -> None:
    ended = list[object]()
    runner.ended.connect(ended.append)
    runner.start(Numbers(5, broken_at=2))
    qtbot.waitUntil(lambda: not runner.is_running)
    assert isinstance(ended[0], ZeroDivisionError)
