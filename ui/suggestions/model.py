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
        head = _shared(self._rows, fresh)
        tail = _shared(self._rows[head:][::-1], fresh[head:][::-1])
        removed, added = len(self._rows) - head - tail, len(fresh) - head - tail
        if removed and added:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
            return
        if removed:
            self.beginRemoveRows(QModelIndex(), head, head + removed - 1)
            self._rows = fresh
            self.endRemoveRows()
        elif added:
            self.beginInsertRows(QModelIndex(), head, head + added - 1)
            self._rows = fresh
            self.endInsertRows()
        self._rows = fresh

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


def _shared(one: Sequence[PanelRow], other: Sequence[PanelRow]) -> int:
    """How many rows from the first on stand for the same; a heading does whatever its count."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if not _same(a, b)), min(len(one), len(other)))


def _same(one: PanelRow, other: PanelRow) -> bool:
    if isinstance(one, Heading) or isinstance(other, Heading):
        return isinstance(one, Heading) and isinstance(other, Heading) and one.text == other.text
    return one is other
