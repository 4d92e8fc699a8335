"""The third tab of the left rail: what was done to the article, newest first."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from storage import HistoryEntry
from ui.language import isolated, language, moment, say, tr
from ui.session.session import Session
from ui.theme.spacing import grid

_REFRESH_MS = 150


class HistoryPanel(QWidget):
    """Operations of the open article; ``restore_wanted`` gets the sequence number to go back to."""

    restore_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._revision = 0
        self._list = QListWidget(self)
        self._restore = QPushButton(self)
        self._explanation = QLabel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self._read)
        self._build()
        language.changed.connect(self._write)
        self._write()

    def refresh(self) -> None:
        """Read the history again soon, if it can be seen."""
        if self.isVisible():
            self._timer.start()

    def _build(self) -> None:
        self._explanation.setWordWrap(True)
        self._explanation.setProperty("quiet", True)
        self._list.setWordWrap(True)
        self._list.setSpacing(grid(1))
        self._list.currentRowChanged.connect(lambda at: self._restore.setEnabled(at > 0))
        self._restore.setEnabled(False)
        self._restore.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self._restore)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grid(3), grid(2), grid(3), grid(2))
        layout.addWidget(self._explanation)
        layout.addWidget(self._list, 1)
        layout.addLayout(row)

    def _write(self) -> None:
        self._explanation.setText(tr("What was done to this article, newest first."))
        self._restore.setText(tr("Go back to this moment"))
        self._list.setAccessibleName(tr("History"))
        self.refresh()

    def _read(self) -> None:
        state = self._session.state
        if state is None or self._session.worker.is_closed:
            self._list.clear()
            return
        self._revision += 1
        revision, article_id, project = self._revision, state.article.id, self._session.project

        def done(entries: tuple[HistoryEntry, ...]) -> None:
            if revision == self._revision:
                self._fill(entries)

        self._session.worker.submit(lambda: project.history(article_id), done, self._session.report)

    def _fill(self, entries: tuple[HistoryEntry, ...]) -> None:
        self._list.clear()
        for entry in reversed(entries):
            operation = entry.operation
            undone = f" ({tr('undone')})" if entry.undone else ""
            facts = f"{isolated(operation.annotator)} · {moment(operation.at)}{undone}"
            row = QListWidgetItem(f"{isolated(say(operation.title))}\n{facts}")
            row.setData(Qt.ItemDataRole.UserRole, entry.sequence)
            self._list.addItem(row)

    def _ask(self) -> None:
        row = self._list.currentItem()
        if row is not None:
            self.restore_wanted.emit(row.data(Qt.ItemDataRole.UserRole))
