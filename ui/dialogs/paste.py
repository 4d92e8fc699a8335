"""Pasting or typing an article."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.language import language, tr
from ui.parts.buttons import make_primary
from ui.theme.spacing import grid


class PasteDialog(QDialog):
    """Asks for the text of an article and what is known about it; starts with what the clipboard holds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Paste or type an article"))
        self._text = QPlainTextEdit(self)
        self._text.setPlaceholderText(tr("The text of the article"))
        self._text.setAccessibleName(tr("The text of the article"))
        self._title = QLineEdit(self)
        self._outlet = QLineEdit(self)
        self._dated = QCheckBox(tr("Published on"), self)
        self._published = QDateEdit(QDate.currentDate(), self)
        self._published.setAccessibleName(tr("Published on"))
        self._published.setCalendarPopup(True)
        self._published.setLocale(QLocale(language.locale))
        # Qt turns the parts of a format round in a right-to-left field
        self._published.setDisplayFormat("yyyy MMMM d" if language.is_right_to_left else "d MMMM yyyy")
        self._published.setMinimumWidth(grid(45))
        self._published.setEnabled(False)
        self._dated.toggled.connect(self._published.setEnabled)
        when = QHBoxLayout()
        when.addWidget(self._dated)
        when.addWidget(self._published)
        when.addStretch(1)
        form = QFormLayout()
        form.addRow(tr("Title"), self._title)
        form.addRow(tr("Source"), self._outlet)
        form.addRow("", when)
        buttons = QDialogButtonBox(self)
        self._add = buttons.addButton(tr("Add the article"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self._add)
        cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text, 1)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._text.textChanged.connect(self._check)
        self._pasted = QApplication.clipboard().text()
        rightwards = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        rightwards.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self._text.document().setDefaultTextOption(rightwards)
        self._text.setPlainText(self._pasted)
        self._check()
        self.resize(grid(150), grid(140))

    @property
    def text(self) -> str:
        """The text; what was pasted and left alone is given back exactly, which a text widget does not do."""
        shown = self._text.toPlainText()
        return self._pasted if shown == _as_shown(self._pasted) else shown

    @property
    def title(self) -> str:
        """The headline, empty when none was given."""
        return self._title.text().strip()

    @property
    def outlet(self) -> str:
        """The source, empty when none was given."""
        return self._outlet.text().strip()

    @property
    def published(self) -> date | None:
        """The day of publication, if one was given."""
        if not self._dated.isChecked():
            return None
        day = self._published.date()
        return date(day.year(), day.month(), day.day())

    def _check(self) -> None:
        self._add.setEnabled(bool(self._text.toPlainText().strip()))


def _as_shown(text: str) -> str:
    """What a plain text widget makes of a text: every line break one line feed, every no-break space a space."""
    for line_break in ("\r\n", "\r", "\u2028", "\u2029"):
        text = text.replace(line_break, "\n")
    return text.replace("\u00a0", " ")
