"""Rows of hits with their ticks, some of which may be filtered away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from model.operations.spots import Spot
from storage.search.searching import Hit
from ui.language import day, tr

ROW = Qt.ItemDataRole.UserRole
TICKED = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A hit, and what is to be said about it."""

    hit: Hit
    remark: str = ""
    doubtful: bool = False

    @property
    def spot(self) -> Spot:
        """Where an act at this row is done."""
        tag = self.hit.tag
        return Spot(self.hit.article_id, self.hit.span, None if tag is None else tag.id)


class RowModel(QAbstractListModel):
    """The rows in sight. ``ticks_changed`` comes when other rows are ticked or seen."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._shown: list[int] = []
        self._ticked: set[int] = set()
        self._passes: Callable[[Row], bool] = _every

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, in sight or not."""
        return self._rows

    def clear(self) -> None:
        """No rows."""
        self.beginResetModel()
        self._rows, self._shown, self._ticked = [], [], set()
        self.endResetModel()
        self.ticks_changed.emit()

    def add(self, rows: Sequence[Row], *, ticked: Callable[[Row], bool] = lambda _: False) -> None:
        """Add rows at the end."""
        first = len(self._rows)
        self._rows += rows
        fresh = [at for at, row in enumerate(rows, start=first) if self._passes(row)]
        self._ticked.update(at for at, row in enumerate(rows, start=first) if ticked(row))
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(fresh) - 1)
            self._shown += fresh
            self.endInsertRows()
        self.ticks_changed.emit()

    def filter(self, passes: Callable[[Row], bool] | None) -> None:
        """Show only the rows that pass; None shows all."""
        self.beginResetModel()
        self._passes = passes or _every
        self._shown = [at for at, row in enumerate(self._rows) if self._passes(row)]
        self.endResetModel()
        self.ticks_changed.emit()

    def ticked(self) -> list[Row]:
        """The ticked rows in sight, in their order."""
        return [self._rows[at] for at in self._shown if at in self._ticked]

    def toggle(self, place: int) -> None:
        """Tick a row, or take its tick away."""
        self._ticked ^= {self._shown[place]}
        self.dataChanged.emit(self.index(place), self.index(place))
        self.ticks_changed.emit()

    def toggle_all(self) -> None:
        """Tick all rows in sight, or none if all are ticked."""
        shown = set(self._shown)
        self._ticked = self._ticked - shown if shown <= self._ticked else self._ticked | shown
        if shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticks_changed.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """The rows in sight."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate; its words for screen readers and tool tips."""
        at = self._shown[index.row()]
        row = self._rows[at]
        if role == ROW:
            return row
        if role == TICKED:
            return at in self._ticked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.hit.before}{row.hit.text}{row.hit.after}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = tr("ticked") if at in self._ticked else tr("not ticked")
            parts = [row.hit.before, row.hit.text, row.hit.after, row.hit.title, day(row.hit.published), row.remark]
            return ". ".join([state, *filter(None, parts)])
        return None


def _every(_: Row) -> bool:
    return True
