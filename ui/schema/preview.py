"""What a change of the schema would do, before it is made: counts, samples, and what stops it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from model.messages import Message
from model.schema.changes.change import OrphanedRole, SchemaChange
from model.schema.changes.parts import Part, labels_of
from model.schema.schema import Schema
from storage.schema_changes import Preview, Sample
from storage.schema_changes.words import effects, obstacles
from ui.language import isolated, named, say, tr
from ui.parts.tables import fill_table, text_table
from ui.session.describe import label_text, role_name
from ui.theme.spacing import grid

_STAY, _GO = "", "\0"
"""What a box says beside names: nothing yet, and that what has the label goes."""
_MOST = 100
"""The share of the room that the samples take, beside one part that is left when there are none."""
Unknown = dict[Part, dict[str, str | None]]


class PreviewPage(QWidget):
    """Shows a preview. What stops the change is asked for in boxes; ``answered`` tells when one was set."""

    answered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading, self.counts, self.problems = QLabel(self), QLabel(self), QLabel(self)
        self.heading.setProperty("heading", True)
        for text in (self.heading, self.counts, self.problems):
            text.setWordWrap(True)
        self.problems.setProperty("amber", True)
        self.samples = text_table(self, tr("Samples"), (tr("In the article"), tr("Before"), tr("After")))
        self._boxes: dict[OrphanedRole, QComboBox] = {}
        self._unknown: dict[tuple[Part, str], QComboBox] = {}
        self._questions = QFormLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grid(2))
        for part in (self.heading, self.counts, self.problems):
            layout.addWidget(part)
        layout.addLayout(self._questions)
        layout.addWidget(self.samples, _MOST)
        layout.addStretch(1)

    def show_working(self, title: Message) -> None:
        """Say that the articles are being looked through."""
        self._forget_questions()
        self.heading.setText(say(title))
        self.counts.setText(tr("The articles are looked through …"))
        self.problems.hide()
        self.samples.hide()

    def show_preview(self, change: SchemaChange, preview: Preview) -> None:
        """Show what a change would do."""
        self.heading.setText(say(change.title))
        self.counts.setText("\n".join(map(say, effects(preview))))
        self.problems.setText("\n".join(map(say, obstacles(preview))))
        self.problems.setVisible(preview.is_refused)
        self._ask(change, preview)
        self.samples.setVisible(bool(preview.samples))
        fill_table(self.samples, [_cells(one, change) for one in preview.samples])

    def roles(self) -> dict[OrphanedRole, str | None] | None:
        """What arguments become that would lose their role; None while something is not answered."""
        found: dict[OrphanedRole, str | None] = {}
        for orphan, box in self._boxes.items():
            if box.currentData() == _STAY:
                return None
            found[orphan] = None if box.currentData() == _GO else box.currentData()
        return found

    def unknown(self) -> Unknown | None:
        """What labels become that the schema would lack; None while something is not answered."""
        found: Unknown = {}
        for (part, label), box in self._unknown.items():
            if box.currentData() == _STAY:
                return None
            found.setdefault(part, {})[label] = None if box.currentData() == _GO else box.currentData()
        return found

    def _forget_questions(self) -> None:
        while self._questions.rowCount():
            self._questions.removeRow(0)
        self._boxes, self._unknown = {}, {}

    def _ask(self, change: SchemaChange, preview: Preview) -> None:
        self._forget_questions()
        for event, role in preview.orphans:
            choices = [(name, role_name(change.after, name)) for name in change.after.event_labels[event].roles]
            title = f"{label_text(change.after, event, event=True)} · {role_name(change.before, role)}"
            self._boxes[event, role] = self._box(title, choices)
        for part, label in preview.in_use if change.name == "replace_schema" else ():
            choices = [(one.name, named(one.names)) for one in labels_of(change.after, part) if not one.retired]
            self._unknown[part, label] = self._box(label, choices)

    def _box(self, title: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(title)
        box.addItem(tr("Choose what becomes of them"), _STAY)
        for name, text in choices:
            box.addItem(text, name)
        box.addItem(tr("They are taken away"), _GO)
        box.currentIndexChanged.connect(lambda _: self.answered.emit())
        self._questions.addRow(isolated(title), box)
        return box


def _cells(sample: Sample, change: SchemaChange) -> tuple[str, ...]:
    context = f"{sample.left}⟨{sample.text}⟩{sample.right}"
    after = "—" if sample.after is None else _name(change.after, sample.after)
    return context, _name(change.before, sample.before), after


def _name(schema: Schema, label: str) -> str:
    return label_text(schema, label, event=label not in schema.mention_labels)
