"""What screen readers are told about the view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from model.text.offsets import OffsetMap
from model.text.span import Span
from ui.article.display import display_copy

if TYPE_CHECKING:
    from ui.article.view import ArticleView

_CLASS = "ArticleView"
_kept: dict[int, QAccessibleInterface] = {}
"""Qt stores bare pointers to interfaces and deletes them itself, so Python must never be the first to let one go."""


class ArticleText(QAccessibleTextInterface):
    """The article's text for screen readers, with its selection and caret; offsets are UTF-16 units."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__()
        self._view = view
        self._source = ""
        self._shown = ""
        self._offsets = OffsetMap("")

    def _map(self) -> OffsetMap:
        if self._source is not self._view.text:
            self._source = self._view.text
            self._shown = display_copy(self._source)
            self._offsets = OffsetMap(self._shown)
        return self._offsets

    def _span(self, start: int, end: int) -> Span | None:
        offsets = self._map()
        low, high = sorted((offsets.from_utf16(max(0, start)), offsets.from_utf16(max(0, end))))
        low, high = min(low, len(self._source)), min(high, len(self._source))
        return Span(low, high) if high > low else None

    def text(self, startOffset: int, endOffset: int) -> str:  # noqa: N803 - Qt's names
        span = self._span(startOffset, endOffset)
        return "" if span is None else span.of(self._shown)

    def characterCount(self) -> int:
        return self._map().to_utf16(len(self._source))

    def characterRect(self, offset: int) -> QRect:
        span = self._span(offset, offset + 1)
        rects = [] if span is None else self._view.rects_of(span)
        if not rects:
            return QRect()
        rect = rects[0].toAlignedRect()
        return rect.translated(self._view.viewport().mapToGlobal(QPoint(0, 0)))

    def offsetAtPoint(self, point: QPoint) -> int:
        position = self._view.text_position_at(self._view.viewport().mapFromGlobal(point))
        return -1 if position is None else self._map().to_utf16(position)

    def cursorPosition(self) -> int:
        caret = self._view.state.caret
        selection = self._view.selection
        place = caret if caret is not None else selection.end if selection is not None else 0
        return self._map().to_utf16(place)

    def setCursorPosition(self, position: int) -> None:
        self._view.set_caret(min(self._map().from_utf16(max(0, position)), len(self._source)))

    def selectionCount(self) -> int:
        return int(self._view.selection is not None)

    def addSelection(self, startOffset: int, endOffset: int) -> None:  # noqa: N803
        span = self._span(startOffset, endOffset)
        if span is not None:
            self._view.select(span)

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:  # noqa: N803
        self.addSelection(startOffset, endOffset)

    def removeSelection(self, selectionIndex: int) -> None:  # noqa: N803
        self._view.clear_selection()

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:  # noqa: N803
        span = self._span(startIndex, endIndex)
        if span is not None:
            self._view.reveal(span)


class AccessibleArticle(QAccessibleWidget):
    """The view as a document, whose value is the current tag or the selected text."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._view = view
        self._text = ArticleText(view)

    def text(self, kind: QAccessible.Text) -> str:
        return self._view.spoken if kind == QAccessible.Text.Value else super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        # the stubs say int, the pointer; PySide6 takes the object itself
        return self._text if kind == QAccessible.InterfaceType.TextInterface else super().interface_cast(kind)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader speak a text; without one, nothing happens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def install() -> None:
    """Let Qt find ``AccessibleArticle`` for article views; needed once in a program."""
    QAccessible.installFactory(_make)


def _make(name: str, thing: QObject) -> QAccessibleInterface | None:
    from ui.article.view import ArticleView

    if name != _CLASS or not isinstance(thing, ArticleView):
        return None
    _kept[id(thing)] = AccessibleArticle(thing)
    return _kept[id(thing)]
