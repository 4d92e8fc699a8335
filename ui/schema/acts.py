"""What can be done to a label besides editing it: one page that asks what each act needs."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from model.messages import Message
from model.schema.changes import building
from model.schema.changes.building import Fate
from model.schema.changes.change import Grouping, SchemaChange
from model.schema.changes.parts import Label, Part, find, labels_of
from model.schema.schema import BilingualName, EventLabel, MentionLabel, Role, Schema, ZoneLabel
from storage.schema_changes import Group
from ui.language import isolated, named, number, say, tr
from ui.parts.tables import fill_table, text_table
from ui.schema.tree import Place

ReadGroups = Callable[[Part, str, Grouping, Callable[[Sequence[Group]], None]], None]
"""Reads what has a label in groups, and hands them over when they are there."""


class Act(Enum):
    """What to do; its value is the button's text."""

    ADD = Message("Add …")
    RENAME = Message("Rename …")
    MERGE = Message("Merge …")
    SPLIT = Message("Split …")
    RETIRE = Message("Retire …")
    REINSTATE = Message("Offer again")
    REMOVE = Message("Remove")


_EXPLAINED = {
    Act.ADD: Message("A new label, named in capital Latin letters as a rule. Its names and its meaning come next."),
    Act.RENAME: Message("Everything that has the label gets the new name, in all articles and in the schema itself."),
    Act.MERGE: Message("Everything that has the label gets the other one, and the label is gone."),
    Act.SPLIT: Message("What is ticked gets the other label; the rest keeps this one."),
    Act.RETIRE: Message("The label is offered no more, to annotators and from suggesters."),
}
_FATES = {
    Fate.KEEP: Message("Its tags stay as they are"),
    Fate.RELABEL: Message("Its tags get the label"),
    Fate.DELETE: Message("Its tags are deleted"),
}
_GROUPINGS = {
    Grouping.TEXT: Message("By text"),
    Grouping.IDENTITY: Message("By identity"),
    Grouping.SUGGESTER: Message("By suggester"),
}


_MOST = 100
"""The share of the room that the groups take, beside one part that is left when there are none."""


class ActPage(QWidget):
    """Asks what an act needs; ``change`` is the change of the schema that this comes to."""

    confirmed = Signal()
    """Return was pressed in the name."""

    def __init__(self, read_groups: ReadGroups, parent: QWidget) -> None:
        super().__init__(parent)
        self._read_groups = read_groups
        self._act, self._place = Act.RENAME, (Part.MENTION, "")
        self._groups: Sequence[Group] = ()
        self.heading, self._explanation = QLabel(self), QLabel(self)
        self.heading.setProperty("heading", True)
        self._explanation.setProperty("quiet", True)
        self._explanation.setWordWrap(True)
        self.name = QLineEdit(self)
        self.name.returnPressed.connect(self.confirmed)
        self.fate, self.target, self.grouping = QComboBox(self), QComboBox(self), QComboBox(self)
        self.groups = text_table(self, tr("Groups"), (tr("Group"), tr("Count")))
        for fate, text in _FATES.items():
            self.fate.addItem(say(text), fate)
        for grouping, text in _GROUPINGS.items():
            self.grouping.addItem(say(text), grouping)
        self.fate.currentIndexChanged.connect(lambda _: self._show_rows())
        self.grouping.currentIndexChanged.connect(lambda _: self._ask_groups())
        self._form = QFormLayout()
        for title, field in (
            (tr("Name"), self.name),
            (tr("What has it"), self.fate),
            (tr("Label"), self.target),
            (tr("Groups"), self.grouping),
        ):
            self._form.addRow(title, field)
            field.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addWidget(self._explanation)
        layout.addLayout(self._form)
        layout.addWidget(self.groups, _MOST)
        layout.addStretch(1)

    def ask(self, act: Act, schema: Schema, place: Place) -> None:
        """Ask what an act on a label needs."""
        self._act, self._place = act, place
        part, label = place
        shown = find(schema, part, label)
        title = say(act.value).removesuffix(" …")
        self.heading.setText(title if act is Act.ADD or shown is None else f"{title}: {isolated(named(shown.names))}")
        self._explanation.setText(say(_EXPLAINED[act]))
        self.name.setText("" if act is Act.ADD else label)
        self.target.clear()
        for one in labels_of(schema, part):
            if one.name != label and not one.retired:
                self.target.addItem(f"{isolated(named(one.names))} · {one.name}", one.name)
        self._show_rows()
        if act is Act.SPLIT:
            self._ask_groups()
        field = self.name if act in {Act.ADD, Act.RENAME} else self.target if act is Act.MERGE else self.fate
        field.setFocus()
        self.name.selectAll()

    def change(self, schema: Schema) -> SchemaChange:
        """The change that is asked for. Raises SchemaChangeError where it cannot be."""
        (part, label), target = self._place, self.target.currentData() or ""
        if self._act is Act.ADD:
            return building.add(schema, part, _new(part, self.name.text().strip()))
        if self._act is Act.RENAME:
            return building.rename(schema, part, label, self.name.text().strip())
        if self._act is Act.MERGE:
            return building.merge(schema, part, label, target)
        if self._act is Act.RETIRE:
            return building.retire(schema, part, label, Fate(self.fate.currentData()), target)
        chosen = {group.key: target for at, group in enumerate(self._groups) if self._is_ticked(at)}
        return building.split(schema, part, label, chosen, grouping=Grouping(self.grouping.currentData()))

    def _is_ticked(self, at: int) -> bool:
        item = self.groups.item(at, 0)
        return item is not None and item.checkState() is Qt.CheckState.Checked

    def _show_rows(self) -> None:
        relabels = self._act is Act.RETIRE and Fate(self.fate.currentData()) is Fate.RELABEL
        part, _ = self._place
        self._form.setRowVisible(self.name, self._act in {Act.ADD, Act.RENAME})
        self._form.setRowVisible(self.fate, self._act is Act.RETIRE)
        self._form.setRowVisible(self.target, relabels or self._act in {Act.MERGE, Act.SPLIT})
        self._form.setRowVisible(self.grouping, self._act is Act.SPLIT and part is not Part.ROLE)
        self.groups.setVisible(self._act is Act.SPLIT)

    def _ask_groups(self) -> None:
        part, label = self._place
        if self._act is Act.SPLIT:
            self._read_groups(part, label, Grouping(self.grouping.currentData()), self.show_groups)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show what the label can be split into."""
        self._groups = groups
        none = (
            tr("Tagged by hand") if Grouping(self.grouping.currentData()) is Grouping.SUGGESTER else tr("No identity")
        )
        fill_table(self.groups, [(one.text or none, number(one.count)) for one in groups], tickable=True)


def _new(part: Part, name: str) -> Label:
    names = BilingualName(name, name)
    if part is Part.MENTION:
        return MentionLabel(name, names, family="works")
    if part is Part.EVENT:
        return EventLabel(name, names, roles=())
    return Role(name, names) if part is Part.ROLE else ZoneLabel(name, names)
