"""The scores of the suggesters in this project: computed from the finished articles, shown, saved, opened elsewhere."""

import tempfile
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QVBoxLayout, QWidget

from model.errors import TawsimError
from ui.language import isolated, language, say, tr
from ui.parts.alive import while_alive
from ui.parts.buttons import make_primary
from ui.parts.job import JobBar
from ui.parts.report_view import ReportView
from ui.session.scoring import Scoring
from ui.session.session import Session
from ui.theme.spacing import grid


class ReportDialog(QDialog):
    """Computes the report when it opens; closing it ends the computation."""

    def __init__(self, session: Session, make_executor: Callable[[], Executor], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Scores of the suggesters in this project"))
        self._session = session
        location = session.project.location
        self._scoring = Scoring(make_executor, location.url or str(location.path), language.code, self)
        self._page = ""
        self.state = QLabel(tr("The finished articles are read and scored …"), self)
        self.state.setWordWrap(True)
        self.view = ReportView(self)
        self.view.setAccessibleName(tr("Scores of the suggesters in this project"))
        self._bar = JobBar(self)
        self._build()
        self._scoring.finished.connect(self._show)
        self._scoring.failed.connect(self._failed)
        self._scoring.cancelled.connect(lambda: self.state.setText(tr("Cancelled.")))
        self._bar.watch(self._scoring.errand, tr("Reading articles"))
        self._scoring.start()

    def _build(self) -> None:
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(tr("Save as …"), QDialogButtonBox.ButtonRole.ActionRole)
        make_primary(self.save)
        self.save.clicked.connect(lambda _=False: self._choose())
        self.browser = buttons.addButton(tr("Open in browser"), QDialogButtonBox.ButtonRole.ActionRole)
        self.browser.clicked.connect(lambda _=False: self._open_in_browser())
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        for button in (self.save, self.browser, close):
            button.setAutoDefault(False)
        for button in (self.save, self.browser):
            button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addWidget(self._bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        self.view.hide()
        self.resize(grid(230), grid(165))

    def done(self, result: int) -> None:
        """Let the process go with the dialog."""
        self._scoring.close()
        super().done(result)

    def _show(self, page: str) -> None:
        self._page = page
        self.state.hide()
        self._bar.hide()
        self.view.show_page(page)
        self.view.show()
        self.view.setFocus()
        for button in (self.save, self.browser):
            button.setEnabled(True)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, TawsimError):
            self.state.setText(say(error.message))
        else:
            self._session.report(error)
            self.state.setText(tr("The scores could not be computed."))

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the report"), "tawsim-scores.html", "HTML (*.html)")
        if chosen:
            self.write(Path(chosen), lambda: self._tell(tr("Saved: {file}", file=isolated(chosen))))

    def write(self, path: Path, written: Callable[[], None]) -> None:
        """Write the report to a file, on the worker."""
        page = self._page

        def work() -> None:
            from storage.evaluating.report import write_report

            write_report(path, page)

        self._session.worker.submit(work, while_alive(self, lambda _: written()), while_alive(self, self._not_written))

    def _not_written(self, error: BaseException) -> None:
        if isinstance(error, TawsimError):
            self._tell(say(error.message))
        else:
            self._session.report(error)

    def _open_in_browser(self) -> None:
        path = Path(tempfile.mkdtemp(prefix="tawsim-")) / "scores.html"
        self.write(path, lambda: self._hand_over(path))

    def _hand_over(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tell(tr("No browser could be opened. The report is in {file}.", file=isolated(str(path))))

    def _tell(self, text: str) -> None:
        self.state.setText(text)
        self.state.show()
