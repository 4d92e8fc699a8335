"""Processes of our own for heavy work, which never outlive the one that started them, even when that is killed."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.synchronize import Event


class OwnProcesses(ProcessPoolExecutor):
    """So many processes, started when they are first used; cancelling their work when they shut down ends them at
    once, whatever they are at. ``prepare`` runs first in each."""

    def __init__(self, count: int = 1, prepare: Callable[[], None] | None = None) -> None:
        context = multiprocessing.get_context("spawn")
        self._stop = context.Event()
        super().__init__(count, mp_context=context, initializer=_begin, initargs=(self._stop, prepare))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End; without ``cancel_futures``, after what was asked for."""
        if cancel_futures:
            self._stop.set()
        super().shutdown(wait, cancel_futures=cancel_futures)


def _begin(stop: Event, prepare: Callable[[], None] | None) -> None:
    end_early(stop)
    # Ctrl+C in a terminal reaches every process; the one that started them decides what it means
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if prepare is not None:
        prepare()


def end_early(stop: Event) -> None:
    """Let this process end when it is told to, or when the one that started it is gone.

    An executor's process would finish what it is at, and wait for more work for ever.
    """
    for wait in (stop.wait, _wait_for_parent):
        threading.Thread(target=_end_after, args=(wait,), name="tawsim-end", daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        raise RuntimeError("this process was not started by another")
    parent.join()


def _end_after(wait: Callable[[], object]) -> None:
    wait()
    os._exit(0)
