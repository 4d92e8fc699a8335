"""The preview before many suggestions are accepted at once: a list with tick boxes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from model.schema.schema import Schema
from model.suggestion import Suggestion
from ui.language import isolated, percent, tr
from ui.parts.buttons import make_primary
from ui.session.describe import label_name
from ui.theme.spacing import grid

_ID = Qt.ItemDataRole.UserRole


class AcceptAllDialog(QDialog):
    """``chosen_ids`` are the suggestions that are ticked."""

    def __init__(self, suggestions: Sequence[Suggestion], schema: Schema, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Accept all"))
        self.rows = QListWidget(self)
        self.rows.setAccessibleName(tr("Open suggestions"))
        for suggestion in suggestions:
            row = QListWidgetItem(_text(suggestion, schema))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked)
            row.setData(_ID, suggestion.id)
            self.rows.addItem(row)
        self.rows.itemChanged.connect(lambda _: self._count())
        self._buttons = QDialogButtonBox(self)
        self._accept = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self._accept)
        self._accept.setDefault(True)
        cancel = self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        explanation = QLabel(tr("All of these become tags in one step, which can be undone. Space unticks a row."))
        explanation.setProperty("quiet", True)
        explanation.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(explanation)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self._buttons)
        self.resize(grid(130), grid(130))
        self._count()
        self.rows.setFocus()

    @property
    def chosen_ids(self) -> frozenset[str]:
        """The ids of the suggestions that are ticked."""
        rows = (self.rows.item(at) for at in range(self.rows.count()))
        return frozenset(row.data(_ID) for row in rows if row.checkState() is Qt.CheckState.Checked)

    def _count(self) -> None:
        count = len(self.chosen_ids)
        self._accept.setEnabled(count > 0)
        self._accept.setText(tr("Accept {count} suggestions", one="Accept one suggestion", count=count))


def _text(suggestion: Suggestion, schema: Schema) -> str:
    return f"{isolated(suggestion.text)} · {isolated(label_name(schema, suggestion))} · {percent(suggestion.score)}"
