"""Exporting: choose a format, see what it cannot hold, write it, see what was written and lost."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from model.article import ArticleState
from model.errors import TawsimError
from storage.exporting import EXPORT_FORMATS, ExportReport, Loss, export, foreseen_losses
from ui.language import isolated, number, say, tr
from ui.parts.buttons import make_primary
from ui.parts.job import Job, JobBar
from ui.session.session import Session
from ui.theme.spacing import grid


class ExportDialog(QDialog):
    """Writes the project's annotations in one of the formats."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self._session = session
        self._revision = 0
        self._format = QComboBox(self)
        for name, made in EXPORT_FORMATS.items():
            self._format.addItem(say(made.title), name)
        self._done_only = QCheckBox(tr("Only articles that are done"), self)
        self._losses = QLabel(self)
        self._losses.setWordWrap(True)
        self._losses.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._losses.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = JobBar(self)
        buttons = QDialogButtonBox(self)
        self._export = buttons.addButton(tr("Export …"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self._export)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self._format.currentIndexChanged.connect(self._foresee)
        form = QFormLayout()
        form.addRow(tr("Format"), self._format)
        form.addRow(self._done_only)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._losses, 1)
        layout.addWidget(self._bar)
        layout.addWidget(buttons)
        self.resize(grid(130), grid(90))
        self._foresee()

    @property
    def format_name(self) -> str:
        """The format that is chosen."""
        return str(self._format.currentData())

    def write(self, out: Path) -> None:
        """Export to a file or folder."""
        self._export.setEnabled(False)
        states = (ArticleState.DONE,) if self._done_only.isChecked() else ()
        project, name = self._session.project, self.format_name
        job = Job(self._session.worker, self)
        self._bar.watch(job, tr("Exporting"))
        job.start(
            lambda progress: export(project, name, out, states=states, progress=progress), self._written, self._failed
        )

    def _choose(self) -> None:
        chosen_format = EXPORT_FORMATS[self.format_name]
        if chosen_format.is_folder:
            chosen = QFileDialog.getExistingDirectory(self, tr("Folder to export to"))
        else:
            suggested = f"tawsim{chosen_format.suffix}"
            chosen, _ = QFileDialog.getSaveFileName(self, tr("Export"), suggested, f"*{chosen_format.suffix}")
        if chosen:
            self.write(Path(chosen))

    def _foresee(self) -> None:
        self._revision += 1
        revision, project, name = self._revision, self._session.project, self.format_name

        def done(losses: tuple[Loss, ...]) -> None:
            if revision == self._revision:
                self._losses.setText(_loss_text(losses, tr("This format cannot hold:")))

        self._session.worker.submit(lambda: foreseen_losses(project, name), done, self._failed)

    def _written(self, report: ExportReport) -> None:
        self._export.setEnabled(True)
        written = tr(
            "Written: {articles} articles, {mentions} mentions, {events} events, to {files}",
            articles=report.articles,
            mentions=report.mentions,
            events=report.events,
            files=isolated(_files_text(report.files)),
        )
        self._losses.setText(f"{written}\n\n{_loss_text(report.losses, tr('What the format could not hold:'))}")

    def _failed(self, error: BaseException) -> None:
        self._export.setEnabled(True)
        if isinstance(error, TawsimError):
            self._losses.setText(say(error.message))
        else:
            self._session.report(error)


def _files_text(files: tuple[Path, ...]) -> str:
    if len(files) == 1:
        return str(files[0])
    return tr("{number} files in {folder}", number=len(files), folder=str(files[0].parent) if files else "—")


def _loss_text(losses: tuple[Loss, ...], heading: str) -> str:
    if not losses:
        return tr("This format holds everything in this project.")
    lines = [f"• {say(loss.message)} ({number(loss.count)})" for loss in losses]
    return "\n".join([heading, *lines])
