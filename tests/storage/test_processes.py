"""A process of our own ends when it is told to, whatever it is at."""

import time
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool

import pytest

from storage.processes import OwnProcesses


def test_it_works() -> None:
    process = OwnProcesses()
    assert process.submit(pow, 2, 10).result() == 1024
    process.shutdown(wait=True)


def test_cancelling_does_not_wait_for_what_it_is_at() -> None:
    process = OwnProcesses()
    assert process.submit(pow, 2, 10).result() == 1024
    endless = process.submit(time.sleep, 3600)
    process.shutdown(wait=True, cancel_futures=True)
    with pytest.raises((BrokenProcessPool, CancelledError)):
        endless.result(timeout=0)
