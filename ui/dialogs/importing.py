"""Importing pages: choose files, see what would be imported and what could not be read, then import."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.errors import TawsimError
from storage.importing import (
    SUFFIXES,
    ImportCancelledError,
    ImportOptions,
    ImportPlan,
    ImportProblem,
    ImportResult,
    PlannedPage,
    carry_out,
    plan_import,
)
from ui.language import day, isolated, listed, say, tr
from ui.parts.buttons import make_primary
from ui.parts.job import Job, JobBar
from ui.session.session import Session
from ui.session.worker import Worker
from ui.theme.spacing import grid

_ENCODINGS = ("utf-8", "utf-16", "windows-1256", "iso-8859-6")
"""Offered where the detection was wrong; the command line takes any."""
_SHOWN_ROWS = 2000
"""Rows of the preview; what is left is counted."""


_ORIGIN, _TITLE, _REMARKS = 0, 1, 4
"""Columns of the preview that are not all alike."""


class ImportDialog(QDialog):
    """``result_of_import`` is set once something was imported."""

    def __init__(self, session: Session, paths: tuple[Path, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import pages"))
        self._session = session
        self._paths = paths
        self._metadata: Path | None = None
        self._plan: ImportPlan | None = None
        self._reader = Worker("tawsim-import")
        self.result_of_import: ImportResult | None = None
        self._heading = QLabel(self)
        self._heading.setWordWrap(True)
        self._heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._table = QTableWidget(0, 5, self)
        self._with_problems = QCheckBox(self)
        self._encoding = QComboBox(self)
        self._bar = JobBar(self)
        self._buttons = QDialogButtonBox(self)
        self._import = self._buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        if paths:
            self._read()

    def _build(self) -> None:
        files, folder, metadata = QPushButton(tr("Files …")), QPushButton(tr("Folder …")), QPushButton(tr("Metadata …"))
        files.clicked.connect(self._choose_files)
        folder.clicked.connect(self._choose_folder)
        metadata.clicked.connect(self._choose_metadata)
        metadata.setToolTip(tr("A table with the columns file, published, title, outlet, url"))
        self._encoding.addItem(tr("Encoding: found by itself"), None)
        for name in _ENCODINGS:
            self._encoding.addItem(name, name)
        self._encoding.activated.connect(self._read)
        top = QHBoxLayout()
        for button in (files, folder, metadata):
            button.setAutoDefault(False)
            top.addWidget(button)
        top.addWidget(self._encoding)
        top.addStretch(1)
        self._table.setHorizontalHeaderLabels([tr("Page"), tr("Title"), tr("Date"), tr("Encoding"), tr("Remarks")])
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_TITLE, _REMARKS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setAccessibleName(tr("What would be imported"))
        self._with_problems.toggled.connect(self._allow)
        make_primary(self._import)
        cancel = self._buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        self._buttons.accepted.connect(self._carry_out)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._heading)
        layout.addWidget(self._table, 1)
        for part in (self._with_problems, self._bar, self._buttons):
            layout.addWidget(part)
        self.resize(grid(230), grid(150))
        self._show_plan(None)

    def done(self, result: int) -> None:
        """Let the reading thread go with the dialog."""
        self._reader.close()
        super().done(result)

    def _choose_files(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Pages to import"), "", tr("Pages") + f" ({patterns})")
        self._take_paths(chosen)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of pages"))
        self._take_paths([chosen] if chosen else [])

    def _choose_metadata(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Metadata of the pages"), "", "TSV (*.tsv *.txt)")
        if chosen:
            self._metadata = Path(chosen)
            self._read()

    def _take_paths(self, chosen: list[str]) -> None:
        if chosen:
            self._paths = tuple(map(Path, chosen))
            self._read()

    def _read(self) -> None:
        if not self._paths:
            return
        options = ImportOptions(metadata=self._metadata, encoding=self._encoding.currentData())
        paths, project = self._paths, self._session.project
        self._show_plan(None)
        job = Job(self._reader, self)
        self._bar.watch(job, tr("Reading pages"))
        job.start(
            lambda progress: plan_import(paths, options, project=project, progress=progress),
            self._show_plan,
            self._failed,
        )

    def _carry_out(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self._import.setEnabled(False)
        with_problems, author = self._with_problems.isChecked(), self._session.author()
        project = self._session.project
        job = Job(self._session.worker, self)
        self._bar.watch(job, tr("Importing"))
        job.start(
            lambda progress: carry_out(
                plan,
                project,
                with_problems=with_problems,
                annotator=author.annotator,
                at=author.at,
                progress=progress,
            ),
            self._finished,
            self._failed,
        )

    def _finished(self, result: ImportResult) -> None:
        self.result_of_import = result
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._allow()
        if isinstance(error, ImportCancelledError):
            self._heading.setText(tr("Cancelled. Nothing was imported."))
        elif isinstance(error, TawsimError):
            self._heading.setText(say(error.message))
        else:
            self._session.report(error)

    def _show_plan(self, plan: ImportPlan | None) -> None:
        self._plan = plan
        self._table.setRowCount(0)
        self._with_problems.setVisible(plan is not None and bool(plan.problems))
        if plan is None:
            self._heading.setText(tr("Choose files, a folder or a zip of pages: txt, html, docx, jsonl, csv, xlsx."))
        else:
            self._heading.setText(_summary(plan))
            self._with_problems.setText(tr("Import the others although these cannot be read"))
            rows = [*map(_problem_cells, plan.problems), *map(_page_cells, plan.pages)][:_SHOWN_ROWS]
            self._table.setRowCount(len(rows))
            for at, cells in enumerate(rows):
                for column, text in enumerate(cells):
                    item = QTableWidgetItem(_name_in(text) if column == _ORIGIN else text)
                    item.setToolTip(text)
                    self._table.setItem(at, column, item)
        self._allow()

    def _allow(self) -> None:
        plan = self._plan
        fresh = plan is not None and any(page.known_as is None for page in plan.pages)
        agreed = plan is not None and (not plan.problems or self._with_problems.isChecked())
        self._import.setEnabled(fresh and agreed)


def _summary(plan: ImportPlan) -> str:
    fresh = sum(page.known_as is None for page in plan.pages)
    parts = [tr("{count} pages to import", one="One page to import", count=fresh)]
    known = len(plan.pages) - fresh
    if known:
        parts.append(tr("{count} are here already", one="one is here already", count=known))
    if plan.problems:
        parts.append(tr("{count} cannot be read", one="one cannot be read", count=len(plan.problems)))
    groups = {page.copy_group for page in plan.pages if page.copy_group is not None}
    if groups:
        parts.append(tr("{count} groups of near copies", one="one group of near copies", count=len(groups)))
    return " · ".join(parts)


def _name_in(origin: str) -> str:
    """The last part of a path, with the archive that holds it; the whole path is the tool tip."""
    archive, inside, inner = origin.partition("!")
    name = Path(archive).name
    return f"{name}!{Path(inner).name}" if inside else name


def _page_cells(page: PlannedPage) -> tuple[str, str, str, str, str]:
    remarks = [say(warning) for warning in page.warnings]
    if page.known_as is not None:
        remarks.insert(0, tr("here already as {name}", name=isolated(page.known_as)))
    title = page.article.title or page.article.name
    return page.origin, title, day(page.article.published), page.encoding, listed(remarks)


def _problem_cells(problem: ImportProblem) -> tuple[str, str, str, str, str]:
    where = "" if problem.line is None else tr("line {line}", line=problem.line)
    return problem.origin, "—", "—", where, say(problem.message)
