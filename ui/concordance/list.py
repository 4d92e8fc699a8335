"""The list of hits, worked in with single keys by their physical places."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.article.guard import guard
from ui.concordance.delegate import HitDelegate, areas_of
from ui.concordance.rows import ROW, Row, RowModel
from ui.keys.chord import chord_of_event
from ui.theme.palette import Palette


class HitList(QListView):
    """``opened`` gets the row that was chosen. ``keys`` are chords, written out, with what they do here.

    All keys belong to the list, so that none acts on the article behind it; those that are not its own and hold Ctrl or
    are function keys go to ``others``.
    """

    opened = Signal(object)

    def __init__(self, rows: RowModel, keys: Mapping[str, Callable[[], None]], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._delegate = HitDelegate(self)
        self._keys = {
            "Space": self._toggle,
            "Return": lambda: self._open(self.currentIndex().row()),
            "Ctrl+A": rows.toggle_all,
            **keys,
        }
        self.others: Callable[[str], bool] = lambda _: False
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setProperty("takesKeys", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def set_colours(self, colours: Palette) -> None:
        """Paint in another palette."""
        self._delegate.colours = colours
        self.viewport().update()

    def focus_first(self) -> None:
        """Go to the list, to its first row if it had none."""
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))
        self.setFocus()

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list, else those that walk through it, else those of the window."""
        chord = chord_of_event(event)
        act = None if chord is None else self._keys.get(str(chord))
        if act is not None:
            act()
        elif chord is None or chord.is_plain or not self.others(str(chord)):
            super().keyPressEvent(event)

    @guard
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click near the box ticks the row."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        areas = areas_of(self.visualRect(index), right_to_left=right_to_left)
        if index.isValid() and areas.lead.contains(event.position().toPoint()):
            self._rows.toggle(index.row())

    def keyboardSearch(self, search: str) -> None:
        """Letters stand for acts here, not for rows that begin with them."""

    def _toggle(self) -> None:
        at = self.currentIndex().row()
        if at < 0:
            return
        self._rows.toggle(at)
        if at + 1 < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(at + 1))

    def _open(self, at: int) -> None:
        if at >= 0:
            row: Row = self._rows.index(at).data(ROW)
            self.opened.emit(row)
