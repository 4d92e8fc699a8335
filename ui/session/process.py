"""A process of our own for heavy work, which never outlives the window, even when that is killed."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing.synchronize import Event


def own_process() -> Executor:
    """An executor that runs in one process, started when it is first used."""
    return OwnProcess()


class OwnProcess(ProcessPoolExecutor):
    """One process; cancelling its work when it shuts down ends it at once, whatever it is at."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._stop = context.Event()
        super().__init__(1, mp_context=context, initializer=end_early, initargs=(self._stop,))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End; without ``cancel_futures``, after what was asked for."""
        if cancel_futures:
            self._stop.set()
        super().shutdown(wait, cancel_futures=cancel_futures)


def end_early(stop: Event) -> None:
    """Let this process end when it is told to, or when the one that started it is gone.

    An executor's process would finish what it is at, and wait for more work for ever.
    """
    for wait in (stop.wait, _wait_for_parent):
        threading.Thread(target=_end_after, args=(wait,), name="tawsim-end", daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        raise RuntimeError("this is no process of a window")
    parent.join()


def _end_after(wait: Callable[[], object]) -> None:
    wait()
    os._exit(0)
