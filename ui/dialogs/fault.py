"""The dialog for faults of the program: what happened, that work is saved, and a detail to copy for a report."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from model.version import VERSION
from ui.language import tr
from ui.theme.spacing import grid


class FaultDialog(QDialog):
    """Does not block the window; faults that come while it is open are added to its detail."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("A fault of the program"))
        explanation = QLabel(
            tr(
                "The program met a fault of its own. Every step that was shown as saved is saved, and you can go on. "
                "The detail below helps whoever mends it."
            )
        )
        explanation.setWordWrap(True)
        self._detail = QPlainTextEdit(self)
        self._detail.setReadOnly(True)
        self._detail.setAccessibleName(tr("Detail"))
        self._detail.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(tr("Copy the detail"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.detail))
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.close)
        close.setDefault(True)
        layout = QVBoxLayout(self)
        for part in (explanation, self._detail, buttons):
            layout.addWidget(part)
        self.resize(grid(150), grid(90))

    @property
    def detail(self) -> str:
        """What can be copied: the version and each fault with its trace."""
        return self._detail.toPlainText()

    def add(self, trace: str) -> None:
        """Show a fault."""
        self._detail.appendPlainText(trace if self.detail else f"Tawsim {VERSION}\n\n{trace}")
