"""The suggesters of a project: switched on and off, set up by forms, tried, and saved."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from model.suggest.settings import SuggesterEntry, SuggesterSettings
from ui.dialogs.suggester_form import SuggesterForm
from ui.dialogs.suggester_list import Row, is_set_up, rows_of, state_of
from ui.dialogs.suggester_page import SuggesterPage
from ui.language import say, tr
from ui.parts.alive import while_alive
from ui.parts.buttons import make_primary
from ui.session.errand import Errand
from ui.session.session import Session
from ui.session.suggester_setup import BUILT_IN, BUILTIN, PLUGIN, Setup, keep_setup, read_setup
from ui.session.suggesting import Suggesting
from ui.theme.spacing import grid


class SuggestersDialog(QDialog):
    """Nothing changes before it is saved; then suggestions are made anew. ``act`` opens other dialogs."""

    def __init__(
        self,
        session: Session,
        suggesting: Suggesting,
        make_executor: Callable[[], Executor],
        act: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Suggesters"))
        self._session = session
        self._suggesting = suggesting
        self._act = act
        self._errand = Errand(make_executor, self)
        self._setup: Setup | None = None
        self._entries: list[SuggesterEntry] = []
        self._rows: list[Row] = []
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Suggesters"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._open)
        self.list.itemChanged.connect(self._ticked)
        self.add = QPushButton(tr("Add …"), self)
        self.add.setAutoDefault(False)
        self.remove = QPushButton(tr("Remove"), self)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(lambda _=False: self._remove())
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMinimumWidth(grid(88))
        self.note = QLabel(tr("Reading …"), self)
        self.note.setWordWrap(True)
        self._build()
        suggesting.problem_met.connect(self._write_rows)
        session.worker.submit(
            lambda: read_setup(session.project), while_alive(self, self._take_setup), while_alive(self, self._unread)
        )

    @property
    def form(self) -> SuggesterForm | None:
        """The form that is open, if the current suggester has one."""
        page = self._area.widget()
        return page if isinstance(page, SuggesterForm) else None

    def _build(self) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        # the frame of a focused list would be cut off at the very edge
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(side)
        splitter.addWidget(self._area)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([grid(70), grid(150)])
        splitter.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(tr("Save"), QDialogButtonBox.ButtonRole.ActionRole)
        make_primary(self.save)
        self.save.setAutoDefault(False)
        self.save.clicked.connect(lambda _=False: self._save())
        self._close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        self.resize(grid(220), grid(165))
        self._allow()

    # Coming and going

    def _take_setup(self, setup: Setup) -> None:
        self._setup = setup
        self._entries = list(setup.settings.entries)
        menu = QMenu(self.add)
        for kind in setup.kinds.values():
            if kind.target:
                action = menu.addAction(say(kind.title), partial(self.add_kind, kind.name))
                action.setToolTip(say(kind.description))
        menu.setToolTipsVisible(True)
        self.add.setMenu(menu)
        self._fill(0)
        self.list.setFocus()

    def _unread(self, error: BaseException) -> None:
        self._session.report(error)
        self.note.setText(tr("The settings of the suggesters could not be read."))

    @property
    def is_changed(self) -> bool:
        """Whether something is not saved."""
        return self._setup is not None and tuple(self._entries) != self._setup.settings.entries

    def reject(self) -> None:
        """Close; what is not saved is not dropped without a question."""
        if self.is_changed and not self._session.project.read_only:
            question = tr("The changes are not saved. Close all the same?")
            if QMessageBox.question(self, tr("Suggesters"), question) != QMessageBox.StandardButton.Yes:
                return
        super().reject()

    def done(self, result: int) -> None:
        """Let the process of the trials go with the dialog."""
        self._errand.close()
        super().done(result)

    def _save(self) -> None:
        settings, project = SuggesterSettings(tuple(self._entries)), self._session.project
        renew = self._suggesting.renew

        def kept(_: object) -> None:
            renew()
            self.accept()

        self.save.setEnabled(False)
        self._session.worker.submit(
            lambda: keep_setup(project, settings), while_alive(self, kept), while_alive(self, self._not_kept)
        )

    def _not_kept(self, error: BaseException) -> None:
        self._session.report(error)
        self._allow()

    # The list

    def _fill(self, current: int) -> None:
        """List all rows anew and open one of them."""
        if self._setup is None:
            return
        self._rows = rows_of(self._setup, self._entries)
        self.list.blockSignals(True)
        self.list.clear()
        for row in self._rows:
            item = QListWidgetItem()
            item.setCheckState(Qt.CheckState.Checked if row.enabled else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(current)
        self.list.blockSignals(False)
        self._write_rows()
        self._open(current)

    def _write_rows(self, _: object = None) -> None:
        """Say again what each row is and how it stands, and whether all of it can be saved."""
        if self._setup is None:
            return
        self._rows = rows_of(self._setup, self._entries)
        self.list.blockSignals(True)
        for at, row in enumerate(self._rows):
            self.list.item(at).setText(f"{row.title}\n{state_of(row, self._suggesting.problems)}")
        self.list.blockSignals(False)
        self._allow()

    def _allow(self) -> None:
        read_only = self._session.project.read_only
        faulty = next((row for row in self._rows if row.enabled and row.fault is not None), None)
        if faulty is not None and faulty.fault is not None:
            self.note.setText(
                tr(
                    "“{name}” cannot work yet: {fault} Mend that, or switch it off.",
                    name=faulty.name,
                    fault=faulty.fault,
                )
            )
        elif self._setup is not None:
            self.note.setText(tr("They run in this order. Space switches one on or off."))
        self.save.setEnabled(self.is_changed and faulty is None and not read_only)
        self.add.setEnabled(self._setup is not None and not read_only)
        current = self.list.currentRow()
        self.remove.setEnabled(0 <= current < len(self._rows) and self._rows[current].entry is not None)

    def _ticked(self, item: QListWidgetItem) -> None:
        row, enabled = self._rows[self.list.row(item)], item.checkState() is Qt.CheckState.Checked
        if row.entry is not None:
            self._replace(row.entry, replace(row.entry, enabled=enabled))
        else:
            others = [one for one in self._entries if is_set_up(one) or one.name != row.name]
            kind = BUILTIN if row.is_built_in else PLUGIN
            self._entries = others if enabled else [*others, SuggesterEntry(row.name, kind)]
        form = self.form
        if row.entry is not None and form is not None and form.entry.name == row.name:
            form.entry = replace(form.entry, enabled=enabled)
        self._write_rows()

    def _replace(self, former: SuggesterEntry, entry: SuggesterEntry) -> None:
        at = next(at for at, one in enumerate(self._entries) if one is former or one == former)
        self._entries[at] = entry

    # The page of one

    def _open(self, at: int) -> None:
        self._errand.cancel()
        page = self._page(self._rows[at]) if self._setup is not None and 0 <= at < len(self._rows) else QWidget()
        self._area.setWidget(page)
        self._order()
        self._allow()

    def _order(self) -> None:
        """Let Tab go from the list to the page beside it, and from there to the buttons below."""
        page = self._area.widget()
        stops = page.stops if isinstance(page, SuggesterForm | SuggesterPage) else []
        for one, other in pairwise([self.list, self.add, self.remove, *stops, self.save, self._close]):
            QWidget.setTabOrder(one, other)

    def _page(self, row: Row) -> QWidget:
        assert self._setup is not None
        problem = self._suggesting.problems.get(row.name)
        kind = self._setup.kinds.get(row.entry.kind) if row.entry is not None else None
        if row.entry is None or kind is None:
            return SuggesterPage(row, problem, self._act, self._area)
        others = tuple(one.name for one in self._entries if is_set_up(one) and one is not row.entry)
        form = SuggesterForm(
            self._session,
            self._errand,
            kind,
            row.entry,
            self._area,
            taken=(*others, *self._setup.plugins),
            fixed=row.entry.name in {one.name for one in self._setup.settings.entries},
            problem=problem,
        )
        form.edited.connect(self._edited)
        form.rearranged.connect(self._order)
        return form

    def _edited(self, entry: SuggesterEntry) -> None:
        former = self._rows[self.list.currentRow()].entry
        if former is not None:
            self._replace(former, entry)
            self._write_rows()

    def add_kind(self, name: str) -> None:
        """Add a suggester of a kind, switched on, and open its form."""
        taken = {*BUILT_IN, *(row.name for row in self._rows)}
        fresh = name
        number = 2
        while fresh in taken:
            fresh, number = f"{name}-{number}", number + 1
        self._entries.append(SuggesterEntry(fresh, name, enabled=True))
        self._fill(sum(is_set_up(one) for one in self._entries) + len(BUILT_IN) - 1)
        form = self.form
        if form is not None:
            form.name.setFocus()
            form.name.selectAll()

    def _remove(self) -> None:
        current = self.list.currentRow()
        entry = self._rows[current].entry
        if entry is not None:
            self._entries.remove(entry)
            self._fill(current - 1)
            self.list.setFocus()
