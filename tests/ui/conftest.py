from pathlib import Path

import pytest

from tests.qt_checks import fail_on_qt_messages, no_leftover_widgets

__all__ = ["no_leftover_widgets"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    fail_on_qt_messages(items, Path(__file__).parent)
