"""What was learned from the annotators' work: which version suggests, what each is worth, and training by hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from storage.learned_models import VERDICTS, StoredModel
from storage.suggesting.learner_choice import OFF, STARTER, LearnerChoice
from ui.language import moment, number, percent, say, tr
from ui.parts.alive import while_alive
from ui.parts.buttons import make_primary
from ui.parts.tables import fill_table, text_table
from ui.session.describe import tag_name
from ui.session.learning import Learning, LearningState
from ui.session.session import Session
from ui.theme.spacing import grid

if TYPE_CHECKING:
    from model.suggest.learner.report import Bin, LabelReport, Report

_USE = Qt.ItemDataRole.UserRole


class LearnerDialog(QDialog):
    """The list chooses whose report is shown; the main button lets that one suggest."""

    def __init__(self, session: Session, learning: Learning, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What was learned"))
        self._session = session
        self._learning = learning
        self._state = QLabel(self)
        self._state.setWordWrap(True)
        self.versions = QListWidget(self)
        self.versions.setAccessibleName(tr("Versions"))
        self.versions.setMaximumHeight(grid(45))
        self.versions.currentRowChanged.connect(lambda _: self._chosen())
        of_labels = (tr("Type"), tr("Rules alone"), tr("With the learner"), tr("Confirmed"), tr("State"))
        self.labels = text_table(self, tr("By type"), of_labels)
        of_bins = (tr("Probability"), tr("Suggestions"), tr("Of these right"))
        self.reliability = text_table(self, tr("Reliability"), of_bins)
        self._tabs = QTabWidget(self)
        self._tabs.addTab(self.labels, tr("By type"))
        self._tabs.addTab(self.reliability, tr("Reliability"))
        self._note = QLabel(self)
        self._note.setProperty("quiet", True)
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        for part in (self._state, self.versions, self._tabs, self._note, self._buttons()):
            layout.addWidget(part)
        self.resize(grid(190), grid(170))
        learning.changed.connect(self._show_state)
        self._show_state(learning.state)
        self._read()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.use = buttons.addButton(tr("Let it suggest"), QDialogButtonBox.ButtonRole.ActionRole)
        make_primary(self.use)
        self.use.clicked.connect(self._use)
        self.train = buttons.addButton(tr("Learn now"), QDialogButtonBox.ButtonRole.ActionRole)
        self.train.setAutoDefault(False)
        self.train.clicked.connect(lambda _=False: self._learning.train())
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons

    # Versions

    def _read(self) -> None:
        taken = while_alive(self, self._list)
        self._session.worker.submit(self._session.project.models, taken, self._session.report)

    def _list(self, models: Sequence[StoredModel]) -> None:
        chosen = self._chosen_use() or self._learning.state.choice.use
        self.versions.clear()
        for use, title in self._titles(models):
            row = QListWidgetItem(title)
            row.setData(_USE, use)
            self.versions.addItem(row)
            if use == chosen:
                self.versions.setCurrentItem(row)

    def _titles(self, models: Sequence[StoredModel]) -> list[tuple[str, str]]:
        own = [
            (
                model.version,
                tr(
                    "Learned from {count} articles, {when}",
                    one="Learned from one article, {when}",
                    count=model.lessons,
                    when=moment(model.trained_at),
                ),
            )
            for model in models
        ]
        return [(OFF, tr("Rules alone")), (STARTER, tr("The starter, which comes with the program")), *own]

    def _chosen_use(self) -> str | None:
        row = self.versions.currentRow()
        return None if row < 0 else str(self.versions.item(row).data(_USE))

    def _chosen(self) -> None:
        use = self._chosen_use()
        if use is None:
            return
        self._show_use()
        project, choice = self._session.project, LearnerChoice(use)

        def read() -> "Report | None":
            from storage.learning import report_of

            return report_of(project, choice)

        def show(report: "Report | None") -> None:
            self._show_report(use, report)

        self._session.worker.submit(read, while_alive(self, show), self._session.report)

    def _use(self) -> None:
        use = self._chosen_use()
        if use is not None:
            self._learning.choose(LearnerChoice(use))

    # What is shown

    def _show_state(self, state: LearningState) -> None:
        if state.running:
            self._state.setText(tr("Learning …") if not state.waiting else tr("Learning …, and once more after that"))
        elif state.offered is not None:
            self._state.setText(tr("Something new was learned. It suggests once you choose it here."))
        else:
            self._state.setText(
                tr(
                    "{count} changes since the last training; it begins by itself after enough of them.",
                    one="One change since the last training; it begins by itself after enough of them.",
                    count=state.changes,
                )
            )
        self.train.setEnabled(not self._session.project.read_only)
        if state.offered is not None or not state.running:
            self._read()
        self._show_use()

    def _show_use(self) -> None:
        self.use.setEnabled(
            not self._session.project.read_only and self._chosen_use() not in (None, self._learning.state.choice.use)
        )

    def _show_report(self, use: str, report: "Report | None") -> None:
        if use != self._chosen_use():
            return
        fill_table(self.labels, [self._label_row(one) for one in report.labels] if report else [])
        fill_table(self.reliability, [_bin_row(one) for one in report.reliability] if report else [])
        if report is None:
            self._note.setText(tr("Without the learner, the rules and lexicons suggest alone."))
        else:
            self._note.setText(
                tr(
                    "F1 on {held_out} of {lessons} articles, each judged by what the others taught.",
                    held_out=report.held_out,
                    lessons=report.lessons,
                )
            )

    def _label_row(self, one: "LabelReport") -> tuple[str, ...]:
        return (
            tag_name(self._session.project.schema, one.tag),
            percent(one.rules.f1),
            percent(one.combined.f1),
            number(one.rules.gold),
            say(VERDICTS[one.verdict.value]),
        )


def _bin_row(one: "Bin") -> tuple[str, ...]:
    return percent(one.probability), number(one.count), percent(one.right / one.count)
