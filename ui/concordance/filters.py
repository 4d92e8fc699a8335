"""Two menus that count the hits by source and by month, and show those of one only."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from storage.search.searching import Hit, counts_by_month, counts_by_source
from ui.concordance.rows import Row
from ui.language import digits, isolated, number, tr
from ui.theme.spacing import grid


class CountFilters(QWidget):
    """``changed`` is called with what passes when another source or month was chosen."""

    def __init__(self, changed: Callable[[Callable[[Row], bool] | None], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._changed = changed
        self._source = QComboBox(self)
        self._month = QComboBox(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grid(2))
        for box in (self._source, self._month):
            box.setFixedWidth(grid(38))
            box.activated.connect(lambda _: self._choose())
            layout.addWidget(box)
        self.count([])

    def count(self, hits: Sequence[Hit]) -> None:
        """Show the counts of these hits; what was chosen stays chosen."""
        self._source.setAccessibleName(tr("Source"))
        self._month.setAccessibleName(tr("Month"))
        sources = [(name, isolated(name or tr("no source")), n) for name, n in counts_by_source(hits).most_common()]
        months = [(name, digits(name) or tr("no date"), n) for name, n in sorted(counts_by_month(hits).items())]
        _fill(self._source, tr("All sources"), sources)
        _fill(self._month, tr("All months"), months)

    def clear(self) -> None:
        """Let everything pass."""
        self.count([])
        self._choose()

    def _choose(self) -> None:
        source, month = self._source.currentData(), self._month.currentData()
        if source is None and month is None:
            self._changed(None)
            return

        def passes(row: Row) -> bool:
            own = next(iter(counts_by_month([row.hit])))
            return source in (None, row.hit.outlet) and month in (None, own)

        self._changed(passes)


def _fill(box: QComboBox, every: str, counted: Sequence[tuple[str, str, int]]) -> None:
    chosen = box.currentData()
    box.clear()
    box.addItem(every, None)
    for key, name, count in counted:
        box.addItem(f"{name} ({number(count)})", key)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
    box.setEnabled(len(counted) > 0)
