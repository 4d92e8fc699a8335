"""What holds for every test: a home of its own, and no stray log record or thread.

Works without PySide6; what concerns Qt stands in ``tests/qt_checks.py``.
"""

import atexit
import logging
import os
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

THREAD_PATIENCE = 5.0
"""Seconds in which the threads of a test may end after it."""


def _use_own_home() -> None:
    """Point everything a program may write by default at a folder that is removed at the end."""
    home = Path(tempfile.mkdtemp(prefix="tawsim-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["HOME"] = str(home)
    for name in ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "RUNTIME_DIR", "STATE_HOME"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[f"XDG_{name}"] = str(folder)
    for name in [name for name in os.environ if name.startswith("TAWSIM_") and not name.startswith("TAWSIM_TEST_")]:
        del os.environ[name]


_use_own_home()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"

settings.register_profile(
    "tawsim",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tawsim")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


class ExpectedLogs:
    """The log records of WARNING or above that a test announces; each pattern must match at least one."""

    def __init__(self) -> None:
        self.patterns: list[str] = []

    def __call__(self, pattern: str) -> None:
        """Expect records whose ``LEVEL logger: message`` holds this regular expression."""
        self.patterns.append(pattern)

    def complaints(self, messages: list[str]) -> list[str]:
        """What was logged and not expected, and what was expected and not logged."""
        unexpected = [text for text in messages if not any(re.search(one, text) for one in self.patterns)]
        missing = [one for one in self.patterns if not any(re.search(one, text) for text in messages)]
        return [f"logged: {text}" for text in unexpected] + [f"not logged: {one}" for one in missing]


@pytest.fixture
def expect_log() -> ExpectedLogs:
    """Call it with a regular expression before the code that logs a warning or worse."""
    return ExpectedLogs()


@pytest.fixture(autouse=True)
def no_unexpected_logs(expect_log: ExpectedLogs) -> Iterator[None]:
    """Fail a test during which something of WARNING or above was logged that it did not announce."""
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    complaints = expect_log.complaints(collector.messages)
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    # the threads of Qt's pools show up as dummies, and Qt reuses them
    leaked = [one for one in threading.enumerate() if one not in before and not _is_dummy(one)]
    for thread in leaked:
        thread.join(THREAD_PATIENCE)
    alive = [thread.name for thread in leaked if thread.is_alive()]
    if alive:
        pytest.fail(f"threads still run: {alive}", pytrace=False)


def _is_dummy(thread: threading.Thread) -> bool:
    return isinstance(thread, threading._DummyThread)


@pytest.fixture
def wait_until() -> Callable[[Callable[[], bool]], None]:
    """Wait for a condition outside Qt (there, use ``qtbot.waitUntil``): checked often, given up after 20 s."""

    def wait(condition: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not condition():
            if time.monotonic() > end:
                pytest.fail("the condition did not come true within 20 s")
            time.sleep(0.005)

    return wait
