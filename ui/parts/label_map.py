"""A table of labels: what a suggester calls something, and what that is called in the project."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from model.schema.schema import Schema
from ui.language import isolated, named, tr
from ui.theme.spacing import grid

_EVENT = "event:"
"""Before the label of an event, as in the settings."""


@dataclass(frozen=True, slots=True)
class _Row:
    theirs: QLineEdit
    here: QComboBox
    away: QToolButton

    @property
    def parts(self) -> Sequence[QWidget]:
        return self.theirs, self.here, self.away


class LabelMap(QWidget):
    """Rows to fill in. ``usual`` labels cannot be removed, only left out."""

    changed = Signal()
    rearranged = Signal()
    """A row was added, which Tab is to reach in its place."""

    def __init__(self, schema: Schema, labels: Mapping[str, str], usual: frozenset[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = [("", tr("— leave out —"))]
        self._choices += [(one.name, named(one.names)) for one in schema.mentions]
        self._choices += [
            (f"{_EVENT}{one.name}", tr("Event: {name}", name=isolated(named(one.names)))) for one in schema.events
        ]
        self._rows: list[_Row] = []
        self._made = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(grid(1))
        for column, text in enumerate((tr("Its label"), tr("Here it is called"))):
            heading = QLabel(text, self)
            heading.setProperty("quiet", True)
            self._grid.addWidget(heading, 0, column)
        self._add = QPushButton(tr("Add a label"), self)
        self._add.setAutoDefault(False)
        self._add.clicked.connect(lambda _=False: self._add_fresh())
        for theirs, here in labels.items():
            self._add_row(theirs, here, fixed=theirs in usual)
        self._place_button()

    @property
    def labels(self) -> dict[str, str]:
        """The rows that have a label."""
        return {
            row.theirs.text().strip(): str(row.here.currentData()) for row in self._rows if row.theirs.text().strip()
        }

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, as the eye meets them."""
        return [*(part for row in self._rows for part in row.parts), self._add]

    def _add_fresh(self) -> None:
        self._add_row("", "", fixed=False)
        self._place_button()
        self.rearranged.emit()
        self._rows[-1].theirs.setFocus()

    def _add_row(self, theirs: str, here: str, *, fixed: bool) -> None:
        row = _Row(QLineEdit(theirs, self), QComboBox(self), QToolButton(self))
        row.theirs.setAccessibleName(tr("Its label"))
        row.theirs.setReadOnly(fixed)
        row.here.setAccessibleName(tr("Here it is called"))
        for key, text in self._choices:
            row.here.addItem(text, key)
        if row.here.findData(here) < 0:
            row.here.addItem(here, here)
        row.here.setCurrentIndex(row.here.findData(here))
        row.here.setMinimumContentsLength(8)
        row.here.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row.away.setText("×")
        row.away.setToolTip(tr("Remove this label"))
        row.away.setAccessibleName(tr("Remove this label"))
        row.theirs.textChanged.connect(lambda _: self.changed.emit())
        row.here.currentIndexChanged.connect(lambda _: self.changed.emit())
        row.away.clicked.connect(lambda: self._remove(row))
        self._made += 1
        for column, part in enumerate(row.parts):
            self._grid.addWidget(part, self._made, column)
            part.setVisible(part is not row.away or not fixed)
        self._rows.append(row)

    def _remove(self, row: _Row) -> None:
        self._rows.remove(row)
        for part in row.parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._add.setFocus()
        self.changed.emit()

    def _place_button(self) -> None:
        self._grid.addWidget(self._add, self._made + 1, 0, Qt.AlignmentFlag.AlignLeft)
