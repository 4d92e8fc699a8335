"""The amber bar: the store cannot be written, work is kept here, and how to go on."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.language import language, tr
from ui.session.saving import Safety, Saving
from ui.session.session import Session
from ui.theme.spacing import grid


class SaveNotice(QFrame):
    """Visible while operations are kept in memory only."""

    def __init__(self, session: Session, retry: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)
        self._session = session
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._retry = QPushButton(self)
        self._retry.clicked.connect(retry)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grid(4), grid(2), grid(4), grid(2))
        layout.addWidget(self._text, 1)
        layout.addWidget(self._retry)
        session.saving_changed.connect(self.show_saving)
        language.changed.connect(self._write)
        self._write()

    def show_saving(self, saving: Saving) -> None:
        """Say what is kept and why."""
        self.setVisible(saving.safety is Safety.KEPT)
        self._retry.setText(tr("Try to save again"))
        if saving.safety is Safety.KEPT and saving.reason is not None:
            kept = tr(
                "{count} changes are kept here and not yet on disk: {reason}",
                one="One change is kept here and not yet on disk: {reason}",
                count=saving.kept,
                reason=saving.reason,
            )
            self._text.setText(kept)

    def _write(self) -> None:
        self.show_saving(self._session.saving)
