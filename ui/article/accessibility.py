"""What screen readers are told about the view."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_interfaces: dict[int, QAccessibleInterface] = {}
_NAME = "ArticleView"


class AccessibleArticle(QAccessibleWidget):
    """The view as a document, whose value is the current tag or the selected text."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Document)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        """The name and description of the widget; as its value, what is being looked at."""
        if kind == QAccessible.Text.Value:
            return str(self._widget.property("spoken") or "")
        return super().text(kind)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader speak a text; without one, nothing happens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def install() -> None:
    """Let Qt find ``AccessibleArticle`` for article views; needed once in a program."""
    QAccessible.installFactory(_make)


def _make(name: str, thing: QObject) -> QAccessibleInterface | None:
    if name != _NAME or not isinstance(thing, QWidget):
        return None
    interface = AccessibleArticle(thing)
    # Qt keeps a pointer only: Python must keep the object for as long as the widget lives
    key = id(thing)
    _interfaces[key] = interface
    thing.destroyed.connect(lambda: _interfaces.pop(key, None))
    return interface
