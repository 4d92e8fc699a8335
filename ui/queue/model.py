"""Rows of the queue, read from the store in portions away from the GUI thread."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from storage import QueueQuery, QueueRow
from ui.language import day, tr
from ui.queue.states import state_name
from ui.session.session import Session

PORTION = 200
_REFRESH_MS = 250
"""Changes within this time are shown together."""

ROW = Qt.ItemDataRole.UserRole


class QueueModel(QAbstractListModel):
    """The rows that a query finds. ``filled`` comes when a query has been answered."""

    filled = Signal()

    def __init__(self, session: Session, failed: Callable[[BaseException], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._failed = failed
        self._rows: list[QueueRow] = []
        self._query = QueueQuery(limit=PORTION)
        self._revision = 0
        self.total = 0
        self._timer = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.read)
        session.project_changed.connect(lambda _: self._read_soon())

    @property
    def query(self) -> QueueQuery:
        """What is asked for."""
        return self._query

    def ask(self, query: QueueQuery) -> None:
        """Ask for other rows; the answer to an earlier question is dropped when it comes late."""
        self._query = replace(query, limit=PORTION)
        self.read()

    def _read_soon(self) -> None:
        """Changes that follow each other quickly are read together, but do not put off the reading of the first."""
        if not self._timer.isActive():
            self._timer.start()

    def read(self) -> None:
        """Read the rows again, unless the session has ended meanwhile."""
        if self._session.worker.is_closed:
            return
        self._revision += 1
        revision, query, project = self._revision, self._query, self._session.project

        def done(answer: tuple[list[QueueRow], int]) -> None:
            if revision == self._revision:
                self._take(*answer)

        self._session.worker.submit(lambda: (project.queue(query), project.queue_length(query)), done, self._failed)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """The rows read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the query finds more than was read."""
        return not parent.isValid() and len(self._rows) < self.total

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Read one portion more."""
        limit = self._query.limit or PORTION
        if limit <= len(self._rows):
            self._query = replace(self._query, limit=limit + PORTION)
            self.read()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself for the delegate; its words for screen readers and tool tips."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title_of(row)}. {row.outlet}. {day(row.published)}. {state_name(row.state)}. {open_text(row)}"
        return None

    def row_of(self, article_id: str) -> int | None:
        """Where an article stands among the rows read."""
        return next((at for at, row in enumerate(self._rows) if row.id == article_id), None)

    def row(self, at: int) -> QueueRow:
        """A row by its place."""
        return self._rows[at]

    def _take(self, rows: list[QueueRow], total: int) -> None:
        self.total = total
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self.filled.emit()


def title_of(row: QueueRow) -> str:
    """What an article is called in the queue."""
    return row.title or row.name or row.id


def open_text(row: QueueRow) -> str:
    """How many suggestions of an article want an answer."""
    if not row.open_suggestions:
        return tr("nothing open")
    return tr("{count} open", one="one open", count=row.open_suggestions)
