"""The right rail: chips for states, sorting, and the list of articles."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.article import ArticleState
from model.messages import Message
from storage import QueueSort
from ui.language import language, say, tr
from ui.queue.delegate import QueueDelegate
from ui.queue.model import ROW, QueueModel
from ui.queue.outlets import OutletMenu
from ui.queue.states import state_name
from ui.session.session import Session
from ui.theme.palette import Palette
from ui.theme.spacing import grid

_SORTS = {
    QueueSort.IMPORTED: Message("Order of import"),
    QueueSort.PUBLISHED: Message("Date"),
    QueueSort.TITLE: Message("Title"),
    QueueSort.OUTLET: Message("Source"),
    QueueSort.STATE: Message("State"),
    QueueSort.OPEN_SUGGESTIONS: Message("Open suggestions"),
    QueueSort.WORDS: Message("Length"),
}


class QueuePanel(QFrame):
    """The articles of the project. ``article_chosen`` gets an article's id, ``import_wanted`` comes from the button
    of an empty queue."""

    article_chosen = Signal(object)
    import_wanted = Signal()

    def __init__(self, session: Session, failed: Callable[[BaseException], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("rail", True)
        self._current: str | None = None
        self.model = QueueModel(session, failed, self)
        self._chips: dict[ArticleState, QToolButton] = {}
        self._sort = QToolButton(self)
        self._sorts: dict[QueueSort, QAction] = {}
        self._descending = QAction(self)
        self._outlets = OutletMenu(session, failed, self)
        self._count = QLabel(self)
        self._list = QListView(self)
        self._delegate = QueueDelegate(self._list)
        self._empty = QLabel(self)
        self._import = QPushButton(self)
        self._pages = QStackedWidget(self)
        self._build()
        self.model.filled.connect(self._filled)
        self._outlets.look()
        language.changed.connect(self._write)
        self._write()

    def set_colours(self, colours: Palette) -> None:
        """Paint in another palette."""
        self._delegate.colours = colours
        self._list.viewport().update()

    def search(self, text: str) -> None:
        """Show articles whose title, name or source holds every word."""
        self.model.ask(replace(self.model.query, text=text))

    def set_current(self, article_id: str) -> None:
        """Mark the open article."""
        self._current = article_id
        self._select_current()

    def neighbour(self, step: int, *, undone_only: bool = False) -> str | None:
        """The article after or before the open one in the queue's order, passing over finished ones if wanted."""
        count = self.model.rowCount()
        at = self.model.row_of(self._current) if self._current else None
        start = -1 if at is None and step > 0 else (at if at is not None else count)
        places = range(start + step, count if step > 0 else -1, step)
        rows = (self.model.row(place) for place in places)
        wanted = (row for row in rows if not undone_only or row.state not in (ArticleState.DONE, ArticleState.SKIPPED))
        found = next(wanted, None)
        return None if found is None else found.id

    def _build(self) -> None:
        self._list.setModel(self.model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.activated.connect(self._choose)
        self._list.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, grid(2), 0, 0)
        layout.setSpacing(grid(1))
        layout.addLayout(self._chip_row())
        layout.addLayout(self._sort_row())
        layout.addWidget(self._pages, 1)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty_page())

    def _chip_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(grid(3), 0, grid(3), 0)
        row.setSpacing(grid(1))
        for state in ArticleState:
            chip = QToolButton(self)
            chip.setCheckable(True)
            chip.setProperty("chip", True)
            chip.toggled.connect(self._filter)
            self._chips[state] = chip
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _sort_row(self) -> QHBoxLayout:
        menu, group = QMenu(self._sort), QActionGroup(self)
        for sort in _SORTS:
            action = QAction(self, checkable=True, checked=sort is QueueSort.IMPORTED)
            action.triggered.connect(lambda _=False, chosen=sort: self._sort_by(chosen))
            self._sorts[sort] = action
            group.addAction(action)
            menu.addAction(action)
        self._descending.setCheckable(True)
        self._descending.toggled.connect(lambda on: self.model.ask(replace(self.model.query, descending=on)))
        menu.addSeparator()
        menu.addAction(self._descending)
        menu.addSeparator()
        menu.addMenu(self._outlets)
        menu.aboutToShow.connect(self._outlets.look)
        self._outlets.changed.connect(self._filter)
        self._sort.setMenu(menu)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._count.setProperty("quiet", True)
        row = QHBoxLayout()
        row.setContentsMargins(grid(3), 0, grid(3), 0)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._sort)
        return row

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("quiet", True)
        self._import.clicked.connect(self.import_wanted)
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        layout.addWidget(self._empty)
        layout.addWidget(self._import, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)
        return page

    def _write(self) -> None:
        for state, chip in self._chips.items():
            chip.setText(state_name(state))
        for sort, action in self._sorts.items():
            action.setText(say(_SORTS[sort]))
        self._descending.setText(tr("Descending"))
        self._outlets.write()
        self._import.setText(tr("Import pages"))
        self._list.setAccessibleName(tr("Articles"))
        self._filled()

    def _filter(self) -> None:
        states = tuple(state for state, chip in self._chips.items() if chip.isChecked())
        self.model.ask(replace(self.model.query, states=states, outlets=self._outlets.chosen))

    def _sort_by(self, sort: QueueSort) -> None:
        self.model.ask(replace(self.model.query, sort=sort))
        self._write_sort()

    def _filled(self) -> None:
        total = self.model.total
        self._count.setText(tr("{count} articles", one="One article", count=total))
        self._write_sort()
        query = self.model.query
        filtered = bool(query.text or query.states or query.outlets)
        self._empty.setText(tr("No article fits the filter.") if filtered else tr("This project has no articles yet."))
        self._import.setVisible(not filtered)
        self._pages.setCurrentIndex(0 if total else 1)
        self._select_current()

    def _write_sort(self) -> None:
        self._sort.setText(f"{tr('Sorted by: {sort}', sort=_SORTS[self.model.query.sort])} ▾")

    def _select_current(self) -> None:
        at = self.model.row_of(self._current) if self._current else None
        if at is None:
            self._list.clearSelection()
            return
        index = self.model.index(at)
        if self._list.currentIndex() != index:
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None and row.id != self._current:
            self.article_chosen.emit(row.id)
