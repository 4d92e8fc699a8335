"""The concordance across the lower part of the window: a query, its hits in lines, and acts at the ticked ones."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.search.parsing import QueryError, parse_query
from storage.search.searching import Hit
from ui.article.guard import guard
from ui.concordance.acts import HitActs
from ui.concordance.filters import CountFilters
from ui.concordance.help import show_help
from ui.concordance.list import HitList
from ui.concordance.rows import Row, RowModel
from ui.concordance.runner import SearchRunner
from ui.concordance.saved import KeptSearches
from ui.keys.bindings import Bindings
from ui.keys.chord import chord_of_text
from ui.language import isolated, language, say, tr
from ui.parts.buttons import KeyButton
from ui.parts.job import JobBar
from ui.session.session import Session
from ui.theme.palette import Palette
from ui.theme.spacing import grid

MOST_ROWS = 20_000
"""A search that finds more stops there and says so."""


class ConcordancePanel(QFrame):
    """``opened`` gets the row whose article is wanted, ``closed`` comes when the panel is left."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, bindings: Bindings, act: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self._session = session
        self._bindings = bindings
        self._act = act
        self.rows = RowModel(self)
        self.runner = SearchRunner(session.worker, self)
        self.kept = KeptSearches(session, self._show_kept)
        self._acts = HitActs(session, self)
        self.query = QComboBox(self)
        self.filters = CountFilters(self.rows.filter, self)
        self.list = HitList(self.rows, self._keys(), self)
        self.status = QLabel(self)
        self.bar = JobBar(self)
        self._saved = QToolButton(self)
        self._menu = QMenu(self._saved)
        self._help = QToolButton(self)
        self._close = QToolButton(self)
        self._tag, self._accept, self._remove = (KeyButton(self) for _ in range(3))
        self._build()
        self._connect()
        self._write()
        self.hide()

    # what it shows

    def set_colours(self, colours: Palette) -> None:
        """Paint in another palette."""
        self.list.set_colours(colours)

    def open(self) -> None:
        """Show the panel, ready for a query; from the query on to the hits."""
        if not self.isVisible():
            self.show()
            self.kept.read()
        field = self.query.lineEdit()
        assert field is not None
        if field.hasFocus() and self.rows.rowCount():
            self.list.focus_first()
        else:
            field.setFocus()
            field.selectAll()

    def leave(self) -> None:
        """Hide the panel; a search that is under way ends."""
        self.runner.cancel()
        self.hide()
        self.closed.emit()

    def search(self) -> None:
        """Search for what stands in the field."""
        source = self.query.currentText().strip()
        self.runner.cancel()
        self.rows.clear()
        self.filters.clear()
        try:
            query = parse_query(source, self._session.project.schema)
        except QueryError as error:
            self._say(say(error.message), amber=True)
            return
        self.kept.remember(source)
        self._say(tr("Searching …"))
        self.runner.start(self._session.project.search(query))
        self.bar.watch(self.runner, tr("Searching"))

    def _take(self, hits: Sequence[Hit]) -> None:
        room = MOST_ROWS - len(self.rows.rows)
        first = not self.rows.rows
        self.rows.add([Row(hit) for hit in hits[:room]])
        if first:
            self.list.focus_first()
        if len(hits) >= room:
            self.runner.cancel()
            self._finish(None)

    def _finish(self, error: BaseException | None) -> None:
        self.filters.count([row.hit for row in self.rows.rows])
        if error is not None:
            self._session.report(error)
        self._count()
        if error is None and not self.rows.rows:
            self._say(tr("Nothing found. Try fewer words, a star for any letters, or see “?”."))

    def _count(self) -> None:
        ticked = len(self.rows.ticked())
        for button in (self._tag, self._accept, self._remove):
            button.setEnabled(ticked > 0 and not self._session.project.read_only)
        if not self.rows.rows:
            return
        articles = len({row.hit.article_id for row in self.rows.rows})
        parts = [
            tr("{count} hits", one="One hit", count=len(self.rows.rows)),
            tr("in {count} articles", one="in one article", count=articles),
        ]
        if len(self.rows.rows) >= MOST_ROWS:
            parts.append(tr("there are more: narrow the search"))
        if ticked:
            parts.append(tr("{count} ticked", one="one ticked", count=ticked))
        self._say(" · ".join(parts))

    def _say(self, text: str, *, amber: bool = False) -> None:
        self.status.setText(text)
        self.status.setProperty("amber", amber)
        self.status.style().polish(self.status)

    # how it is made

    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "T": self._tag_ticked,
            "A": lambda: self._acts.accept(self._chosen()),
            "X": lambda: self._acts.remove(self._chosen()),
            "Delete": lambda: self._acts.remove(self._chosen()),
            "Z": lambda: self._act("undo"),
            "Shift+Z": lambda: self._act("redo"),
            "Escape": self.leave,
        }

    def _chosen(self) -> list[Row]:
        """The ticked rows; where none is ticked, the current one."""
        ticked = self.rows.ticked()
        current = self.list.currentIndex()
        if ticked or not current.isValid():
            return ticked
        return [self.rows.index(current.row()).data(Qt.ItemDataRole.UserRole)]

    def _tag_ticked(self) -> None:
        self._acts.tag(self._chosen(), self.list)

    def _build(self) -> None:
        self.query.setEditable(True)
        self.query.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # else Enter on a search of the history would start it twice
        self.query.setDuplicatesEnabled(True)
        self.query.setCompleter(None)  # type: ignore[arg-type]
        self._saved.setMenu(self._menu)
        self._saved.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._close.setText("✕")
        self._help.setText("?")
        top, middle = QHBoxLayout(), QHBoxLayout()
        for row in (top, middle):
            row.setSpacing(grid(2))
        top.addWidget(self.query, 1)
        for part in (self._saved, self._help, self._close):
            top.addWidget(part)
        self.status.setProperty("quiet", True)
        self.status.setWordWrap(True)
        middle.addWidget(self.status, 1)
        for widget in (self.filters, self._tag, self._accept, self._remove):
            middle.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grid(3), grid(2), grid(3), grid(1))
        layout.setSpacing(grid(1.5))
        layout.addLayout(top)
        layout.addLayout(middle)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.bar)

    def _connect(self) -> None:
        field = self.query.lineEdit()
        assert field is not None
        field.returnPressed.connect(self.search)
        self.query.activated.connect(lambda _: self.search())
        self.runner.found.connect(self._take)
        self.runner.ended.connect(self._finish)
        self.bar.cancelled.connect(lambda: self._finish(None))
        self.rows.ticks_changed.connect(self._count)
        self.list.opened.connect(self.opened)
        self.list.others = self._do_elsewhere
        self._tag.clicked.connect(self._tag_ticked)
        self._accept.clicked.connect(lambda: self._acts.accept(self.rows.ticked()))
        self._remove.clicked.connect(lambda: self._acts.remove(self.rows.ticked()))
        self._acts.began.connect(lambda: self.bar.watch(self._acts.running, tr("Changing tags")))
        self._acts.done.connect(self.search_again)
        self._help.clicked.connect(lambda: show_help(self))
        self._close.clicked.connect(self.leave)
        language.changed.connect(self._write)

    def search_again(self) -> None:
        """Search once more, since tags have changed."""
        if self.rows.rows:
            self.search()

    def _do_elsewhere(self, chord: str) -> bool:
        name = self._bindings.action_of(chord_of_text(chord))
        if name is not None:
            self._act(name)
        return name is not None

    @guard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _show_kept(self) -> None:
        typed = self.query.currentText()
        self.query.clear()
        self.query.addItems(list(self.kept.latest))
        self.query.setEditText(typed)
        self._menu.clear()
        is_saved = typed.strip() in self.kept.saved
        keep = self._menu.addAction(tr("Forget this search") if is_saved else tr("Save this search"))
        keep.setEnabled(bool(typed.strip()))
        keep.triggered.connect(lambda: self.kept.toggle(self.query.currentText().strip()))
        if self.kept.saved:
            self._menu.addSeparator()
        for source in self.kept.saved:
            self._menu.addAction(isolated(source)).triggered.connect(lambda _=False, one=source: self._take_saved(one))

    def _take_saved(self, source: str) -> None:
        self.query.setEditText(source)
        self.search()

    def _write(self) -> None:
        self.setAccessibleName(tr("Concordance"))
        self.list.setAccessibleName(tr("Hits"))
        self.query.setAccessibleName(tr("Search for words and tags"))
        field = self.query.lineEdit()
        assert field is not None
        field.setPlaceholderText(
            tr("Words, a star for any letters, PERS, [PERS open], PERS before a word … (“?” shows more)")
        )
        self._saved.setText(f"{tr('Saved')} ▾")
        self._help.setToolTip(tr("How to search"))
        self._help.setAccessibleName(tr("How to search"))
        self._close.setToolTip(tr("Close"))
        self._close.setAccessibleName(tr("Close"))
        self._tag.set_hint(tr("Tag as …"), "T")
        self._accept.set_hint(tr("Accept"), "A")
        self._remove.set_hint(tr("Delete or reject"), "X")
        self.filters.count([row.hit for row in self.rows.rows])
        self._show_kept()
        self._count()
        if not self.rows.rows:
            self._say(tr("Enter searches. In the list: Space ticks, Enter opens the article, Ctrl+A ticks all."))
