"""Fields for the options of a suggester, made from their descriptions: each says what it is and what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.suggest.optional.options import Option, OptionType, OptionValue
from ui.language import digits, say, tr
from ui.theme.spacing import grid

_TO_NUMBER = str.maketrans({"٫": ".", "−": "-", "٬": None})
_LONG_TEXT = grid(20)


class OptionField(QWidget):
    """One option. ``value`` is what stands in the field; what is no number stays a text, which is a fault."""

    changed = Signal()

    def __init__(self, option: Option, value: OptionValue, parent: QWidget) -> None:
        super().__init__(parent)
        self.option = option
        self._value: Callable[[], OptionValue]
        self.stops: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, grid(2))
        self._layout.setSpacing(grid(0.5))
        self.editor = self._make_editor(value)
        self.stops.insert(0, self.editor)
        self.editor.setAccessibleName(say(option.title))
        self.editor.setAccessibleDescription(say(option.description))
        description = QLabel(say(option.description), self)
        description.setProperty("quiet", True)
        description.setWordWrap(True)
        self.fault = QLabel(self)
        self.fault.setProperty("amber", True)
        self.fault.setWordWrap(True)
        self._layout.addWidget(description)
        self._layout.addWidget(self.fault)
        self.check()

    @property
    def value(self) -> OptionValue:
        """What stands in it."""
        return self._value()

    def check(self) -> None:
        """Say what is wrong with the value, if anything is."""
        fault = self.option.fault_of(self.value)
        self.fault.setText("" if fault is None else say(fault))
        self.fault.setVisible(fault is not None)

    def _take(self) -> None:
        self.check()
        self.changed.emit()

    def _make_editor(self, value: OptionValue) -> QWidget:
        kind = self.option.type
        if kind is OptionType.FLAG:
            return self._flag(value)
        title = QLabel(say(self.option.title), self)
        self._layout.addWidget(title)
        if kind is OptionType.CHOICE:
            editor: QWidget = self._choice(value)
        elif kind is OptionType.LONG_TEXT:
            editor = self._long_text(value)
        else:
            editor = self._line(value)
        title.setBuddy(editor)
        return editor

    def _flag(self, value: OptionValue) -> QCheckBox:
        box = QCheckBox(say(self.option.title), self)
        box.setChecked(bool(value))
        box.toggled.connect(self._take)
        self._value = box.isChecked
        self._layout.addWidget(box)
        return box

    def _choice(self, value: OptionValue) -> QComboBox:
        box = QComboBox(self)
        box.addItems(list(self.option.choices))
        box.setCurrentIndex(box.findText(str(value)))
        box.currentIndexChanged.connect(self._take)
        self._value = box.currentText
        self._layout.addWidget(box)
        return box

    def _long_text(self, value: OptionValue) -> QPlainTextEdit:
        text = QPlainTextEdit(str(value), self)
        text.setTabChangesFocus(True)
        text.setFixedHeight(_LONG_TEXT)
        text.textChanged.connect(self._take)
        self._value = text.toPlainText
        self._layout.addWidget(text)
        return text

    def _line(self, value: OptionValue) -> QLineEdit:
        kind = self.option.type
        line = QLineEdit(_written(value), self)
        line.textChanged.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(line, 1)
        if kind is OptionType.NUMBER:
            self._value = lambda: _number(line.text(), float)
        elif kind is OptionType.WHOLE:
            self._value = lambda: _number(line.text(), int)
        else:
            self._value = line.text
        if kind is OptionType.PATH_OR_NAME:
            row.addWidget(self._browse(line))
        self._layout.addLayout(row)
        return line

    def _browse(self, line: QLineEdit) -> QToolButton:
        def take(chosen: str) -> None:
            if chosen:
                line.setText(chosen)

        title = say(self.option.title)
        button = QToolButton(self)
        button.setText("…")
        button.setAccessibleName(tr("Choose a file or folder"))
        button.setToolTip(tr("Choose a file or folder"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(tr("Folder …"), lambda: take(QFileDialog.getExistingDirectory(self, title)))
        menu.addAction(tr("File …"), lambda: take(QFileDialog.getOpenFileName(self, title)[0]))
        button.setMenu(menu)
        self.stops.append(button)
        return button


def _written(value: OptionValue) -> str:
    if isinstance(value, float) and value.is_integer():
        return digits(str(int(value)))
    return value if isinstance(value, str) else digits(str(value))


def _number(text: str, parse: Callable[[str], int | float]) -> OptionValue:
    try:
        return parse(text.strip().translate(_TO_NUMBER))
    except ValueError:
        return text
