"""A process of our own for heavy work, which never outlives the window, even when that is killed."""

import multiprocessing
import os
import threading
from concurrent.futures import Executor, ProcessPoolExecutor


def own_process() -> Executor:
    """An executor that runs in one process, started when it is first used."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=1, mp_context=context, initializer=end_with_parent)


def end_with_parent() -> None:
    """Let this process end when the one that started it is gone; an executor's process would wait for work for ever."""
    threading.Thread(target=_wait_and_end, name="tawsim-parent", daemon=True).start()


def _wait_and_end() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
