import logging
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from tests.qt_checks import fail_on_qt_messages, no_leftover_widgets

__all__ = ["no_leftover_widgets"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    fail_on_qt_messages(items, Path(__file__).parent)


@pytest.fixture(autouse=True)
def undo_main(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take back what ``main`` sets for a whole process."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    root.setLevel(level)
    for handler in root.handlers[:]:
        if handler not in handlers and isinstance(handler, RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
