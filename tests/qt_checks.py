"""Checks around every test that may use Qt; a folder's ``conftest.py`` imports what stands here."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

NOISE = (r"This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the (keyboard|mouse))",)
"""Messages of Qt's offscreen platform that say nothing about the program."""

POOL_PATIENCE = 10_000
"""Milliseconds in which the jobs of the global thread pool may end after a test."""


def fail_on_qt_messages(items: list[pytest.Item], folder: Path) -> None:
    """Let any message of Qt, be it a debug one, fail the tests of this folder."""
    for item in items:
        if folder in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("DEBUG"))
            item.add_marker(pytest.mark.qt_log_ignore(*NOISE))


def _top_level_widgets() -> set[QWidget]:
    return set(QApplication.topLevelWidgets()) if QApplication.instance() else set()


@pytest.fixture(autouse=True)
def no_leftover_widgets() -> Iterator[None]:
    """Fail a test that leaves a top-level widget or a job of the thread pool behind."""
    before = _top_level_widgets()
    yield
    if QApplication.instance() is None:
        return
    assert QThreadPool.globalInstance().waitForDone(POOL_PATIENCE), "jobs of the thread pool still run"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if _top_level_widgets() - before:
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    leftover = [repr(widget) for widget in _top_level_widgets() - before]
    if leftover:
        pytest.fail(f"top-level widgets are left: {leftover}", pytrace=False)
