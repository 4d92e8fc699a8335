"""The rows of the suggestion panel as a Qt model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.session.describe import score_and_reason
from ui.suggestions.rows import Heading, PanelRow

ROW = Qt.ItemDataRole.UserRole


class SuggestionModel(QAbstractListModel):
    """Headings and suggestions; headings cannot be selected."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[PanelRow] = []

    def show(self, rows: Sequence[PanelRow]) -> None:
        """Show other rows; where only some went or came, the others stay where they are."""
        fresh = list(rows)
        if fresh == self._rows:
            return
        if self._shrink_to(fresh):
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def _shrink_to(self, fresh: list[PanelRow]) -> bool:
        """Remove the one row that is missing in the fresh ones, if that is the only difference."""
        if len(fresh) != len(self._rows) - 1:
            return False
        same = (at for at, row in enumerate(fresh) if row != self._rows[at])
        gone = next(same, len(fresh))
        if fresh[gone:] != self._rows[gone + 1 :]:
            return False
        self.beginRemoveRows(QModelIndex(), gone, gone)
        del self._rows[gone]
        self.endRemoveRows()
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """All rows, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate; its words for screen readers and tool tips."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return None if isinstance(row, Heading) else score_and_reason(row)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Headings are for reading only."""
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def place_of(self, suggestion_id: str | None) -> QModelIndex:
        """Where a suggestion stands; an invalid index when it does not."""
        for at, row in enumerate(self._rows):
            if not isinstance(row, Heading) and row.id == suggestion_id:
                return self.index(at)
        return QModelIndex()
