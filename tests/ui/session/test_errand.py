"""Work in a process of its own that somebody waits for, and that cancelling ends."""

import os
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from storage.processes import OwnProcesses
from ui.session.errand import Errand

PATIENCE_MS = 60_000
FOR_EVER = 600.0


def process_id() -> int:
    return os.getpid()


def hang(seconds: float) -> None:
    time.sleep(seconds)


def fail() -> None:
    raise ValueError("no")


class Ends:
    """What an errand tells at its end."""

    def __init__(self) -> None:
        self.told = list[object]()

    def start(self, errand: Errand, work: object, *arguments: object) -> None:
        assert callable(work)
        errand.start(
            work,
            *arguments,
            finished=self.told.append,
            failed=lambda error: self.told.append(type(error)),
            cancelled=lambda: self.told.append("cancelled"),
        )


@pytest.fixture
def errand(qapp: QObject) -> Iterator[Errand]:
    owner = QObject()
    made = Errand(OwnProcesses, owner)
    yield made
    made.close()


def test_work_is_done_elsewhere_and_may_fail(errand: Errand, qtbot: QtBot) -> None:
    ends = Ends()
    ends.start(errand, process_id)
    assert errand.is_running
    qtbot.waitUntil(lambda: not errand.is_running, timeout=PATIENCE_MS)
    assert ends.told != [os.getpid()]
    ends.start(errand, fail)
    qtbot.waitUntil(lambda: not errand.is_running, timeout=PATIENCE_MS)
    assert ends.told[1:] == [ValueError]


def test_cancelling_ends_what_hangs_and_the_next_piece_is_done(errand: Errand, qtbot: QtBot) -> None:
    ends = Ends()
    ends.start(errand, hang, FOR_EVER)
    errand.cancel()
    assert (ends.told, errand.is_running) == (["cancelled"], False)
    errand.cancel()
    ends.start(errand, process_id)
    qtbot.waitUntil(lambda: len(ends.told) == 2, timeout=PATIENCE_MS)
    assert isinstance(ends.told[1], int)
