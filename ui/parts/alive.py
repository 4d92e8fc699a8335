"""Results for widgets that may be gone by the time they come."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

T = TypeVar("T")


def while_alive(widget: QWidget, take: Callable[[T], None]) -> Callable[[T], None]:
    """A function that takes a result as long as the widget exists, and drops it afterwards."""
    gone = list[bool]()
    widget.destroyed.connect(lambda: gone.append(True))

    def taken(result: T) -> None:
        if not gone:
            take(result)

    return taken
