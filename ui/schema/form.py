"""What a label looks like and means, to be edited."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from model.schema.changes.parts import Label, Part, labels_of
from model.schema.schema import BilingualName, EventLabel, MentionLabel, Role, Schema
from ui.language import digits, named, tr
from ui.theme.families import FAMILIES
from ui.theme.spacing import grid

_KEYS = "123456789"
_ANY = 99
"""The highest number of fillers that can be set; the lowest means any number."""


class LabelForm(QWidget):
    """Shows one label; ``values`` is what it says now, under the names of the label's fields."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._part = Part.MENTION
        self.arabic, self.english = QLineEdit(self), QLineEdit(self)
        self.key, self.family, self.parent_label = QComboBox(self), QComboBox(self), QComboBox(self)
        self.colour = ColourField(self)
        self.valued, self.dimmed = QCheckBox(tr("Carries a value"), self), QCheckBox(tr("Folded away"), self)
        self.about_arabic, self.about_english = _text_field(self), _text_field(self)
        self.examples = QLineEdit(self)
        self.examples.setPlaceholderText(tr("separated by |"))
        self.attributes, self.roles, self.fillers, self.labels = (Ticks(self) for _ in range(4))
        self.least, self.most = QSpinBox(self), QSpinBox(self)
        self.least.setMaximum(_ANY)
        self.most.setRange(0, _ANY)
        self.most.setSpecialValueText(tr("any number"))
        self._form = QFormLayout()
        layout = QVBoxLayout(self)
        layout.addLayout(self._form)
        layout.addStretch(1)
        self._rows = self._build()

    def _build(self) -> dict[str, QWidget]:
        rows = {
            "arabic": (tr("Arabic name"), self.arabic),
            "english": (tr("English name"), self.english),
            "key": (tr("Key"), self.key),
            "colour": (tr("Colour"), self.colour),
            "family": (tr("Family"), self.family),
            "parent": (tr("Belongs to"), self.parent_label),
            "valued": ("", self.valued),
            "dimmed": ("", self.dimmed),
            "about_arabic": (tr("Description in Arabic"), self.about_arabic),
            "about_english": (tr("Description in English"), self.about_english),
            "examples": (tr("Examples"), self.examples),
            "roles": (tr("Roles"), self.roles),
            "attributes": (tr("Attributes"), self.attributes),
            "fillers": (tr("May be filled by"), self.fillers),
            "least": (tr("At least"), self.least),
            "most": (tr("At most"), self.most),
            "labels": (tr("What may be tagged there"), self.labels),
        }
        for title, field in rows.values():
            self._form.addRow(title, field)
            field.setAccessibleName(title or field.accessibleName())
        return {name: field for name, (_, field) in rows.items()}

    def show_label(self, schema: Schema, part: Part, label: Label) -> None:
        """Show another label."""
        self._part = part
        for name, field in self._rows.items():
            self._form.setRowVisible(field, name in _SHOWN[part])
        self.arabic.setText(label.names.ar)
        self.english.setText(label.names.en)
        if isinstance(label, MentionLabel | EventLabel):
            self._show_tag_label(schema, part, label)
        if isinstance(label, MentionLabel):
            families = dict.fromkeys([*FAMILIES, *(one.family for one in schema.mentions)])
            _choices(self.family, [(name, name) for name in families], label.family)
            self.valued.setChecked(label.valued)
        elif isinstance(label, EventLabel):
            self.roles.show_names(schema.roles, label.roles)
        elif isinstance(label, Role):
            self.fillers.show_names(schema.mentions, label.fillers)
            self.least.setValue(label.least)
            self.most.setValue(label.most or 0)
        else:
            self.dimmed.setChecked(label.dimmed)
            everything = tuple(schema.mention_labels)
            self.labels.show_names(schema.mentions, everything if label.labels is None else label.labels)

    def _show_tag_label(self, schema: Schema, part: Part, label: MentionLabel | EventLabel) -> None:
        _choices(self.key, [("", "—"), *((key, digits(key)) for key in _KEYS)], label.key or "")
        others = [(one.name, named(one.names)) for one in labels_of(schema, part) if one.name != label.name]
        _choices(self.parent_label, [("", "—"), *others], label.parent or "")
        self.colour.show_colour(label.colour)
        self.about_arabic.setPlainText(label.description.ar)
        self.about_english.setPlainText(label.description.en)
        self.examples.setText(" | ".join(label.examples))
        self.attributes.show_names(schema.attributes, label.attributes)

    def values(self) -> dict[str, Any]:
        """What the form says, for ``building.edit``."""
        found: dict[str, Any] = {"names": BilingualName(self.arabic.text().strip(), self.english.text().strip())}
        if self._part in {Part.MENTION, Part.EVENT}:
            found |= self._tag_values()
        if self._part is Part.MENTION:
            found |= {"family": self.family.currentData(), "valued": self.valued.isChecked()}
        elif self._part is Part.EVENT:
            found["roles"] = self.roles.ticked()
        elif self._part is Part.ROLE:
            most = self.most.value() or None
            found |= {"fillers": self.fillers.ticked(), "least": self.least.value(), "most": most}
        else:
            every = self.labels.ticked() if not self.labels.all_ticked else None
            found |= {"dimmed": self.dimmed.isChecked(), "labels": every}
        return found

    def _tag_values(self) -> dict[str, Any]:
        about = self.about_arabic.toPlainText().strip(), self.about_english.toPlainText().strip()
        examples = (part.strip() for part in self.examples.text().split("|"))
        return {
            "key": self.key.currentData() or None,
            "colour": self.colour.colour,
            "parent": self.parent_label.currentData() or None,
            "description": BilingualName(*about),
            "examples": tuple(part for part in examples if part),
            "attributes": self.attributes.ticked(),
        }


_TAG = {"arabic", "english", "key", "colour", "parent", "about_arabic", "about_english", "examples", "attributes"}
_SHOWN = {
    Part.MENTION: _TAG | {"family", "valued"},
    Part.EVENT: (_TAG - {"colour"}) | {"roles"},
    Part.ROLE: {"arabic", "english", "fillers", "least", "most"},
    Part.ZONE: {"arabic", "english", "dimmed", "labels"},
}


class Ticks(QListWidget):
    """Names to be ticked, in the schema's order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(grid(36))
        self._order: tuple[str, ...] = ()

    def show_names(self, labels: Iterable[Any], ticked: Sequence[str]) -> None:
        """Show these labels, those of ``ticked`` first and ticked, in their order."""
        by_name = {label.name: named(label.names) for label in labels}
        self.clear()
        for name in dict.fromkeys([*(one for one in ticked if one in by_name), *by_name]):
            row = QListWidgetItem(by_name[name])
            row.setData(Qt.ItemDataRole.UserRole, name)
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
            self.addItem(row)

    def ticked(self) -> tuple[str, ...]:
        """The names that are ticked."""
        rows = (self.item(at) for at in range(self.count()))
        return tuple(row.data(Qt.ItemDataRole.UserRole) for row in rows if row.checkState() is Qt.CheckState.Checked)

    @property
    def all_ticked(self) -> bool:
        """Whether nothing is left out."""
        return len(self.ticked()) == self.count()


class ColourField(QWidget):
    """A colour as # and six digits, empty for that of the family, with a button to choose it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(tr("that of its family"))
        self._field.setAccessibleName(tr("Colour"))
        choose = QPushButton(tr("Choose …"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(lambda _=False: self._choose())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._field, 1)
        layout.addWidget(choose)

    @property
    def colour(self) -> str | None:
        """The colour; None for that of the family."""
        return self._field.text().strip() or None

    def show_colour(self, colour: str | None) -> None:
        """Show another colour."""
        self._field.setText(colour or "")

    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.colour or "#808080"), self, tr("Colour"))
        if chosen.isValid():
            self._field.setText(chosen.name())


def _choices(box: QComboBox, choices: Iterable[tuple[str, str]], current: str) -> None:
    box.clear()
    for key, text in choices:
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(current)))


def _text_field(parent: QWidget) -> QPlainTextEdit:
    field = QPlainTextEdit(parent)
    field.setTabChangesFocus(True)
    field.setFixedHeight(grid(16))
    return field
