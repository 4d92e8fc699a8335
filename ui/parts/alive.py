"""Results for widgets that may be gone by the time they come."""

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtWidgets import QWidget

T = TypeVar("T")


def while_alive(widget: QWidget, take: Callable[[T], None]) -> Callable[[T], None]:
    """A function that takes a result as long as the widget exists, and drops it afterwards."""

    def taken(result: T) -> None:
        if shiboken6.isValid(widget):
            take(result)

    return taken
