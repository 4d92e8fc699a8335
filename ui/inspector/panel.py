"""The second tab of the left rail: type, value, identity, modality, arguments, note and provenance of a tag."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from model.annotation import Event, Mention
from model.suggestion import SuggestedMention
from ui.acts.tagging import LabelKind, Tagging
from ui.inspector.arguments import ArgumentList
from ui.inspector.note import NoteEdit
from ui.keys.actions import ACTIONS
from ui.keys.bindings import Bindings
from ui.keys.names import SHORT_TITLES, chord_text
from ui.language import isolated, language, named, percent, say, tr
from ui.parts.buttons import KeyButton
from ui.session.describe import provenance_text, score_and_reason
from ui.session.session import Session
from ui.session.state import Item, WorkState, is_event, is_suggestion, suggestion_behind
from ui.theme.spacing import grid


class InspectorPanel(QScrollArea):
    """Shows the current tag. ``act`` does what the name of an action stands for."""

    def __init__(
        self,
        session: Session,
        tagging: Tagging,
        bindings: Bindings,
        act: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tagging = tagging
        self._bindings = bindings
        self._item: Item | None = None
        self._text = QLabel()
        self._type = QComboBox()
        self.value = QLineEdit()
        self._modifier = QLineEdit()
        self._identity = QPushButton()
        self._modality = QComboBox()
        self._arguments = ArgumentList(session, tagging.remove_argument)
        self._add_argument = QPushButton()
        self.note = NoteEdit()
        self._provenance = QLabel()
        self._why = KeyButton(self)
        self._nothing = QLabel()
        self._labels: dict[str, QLabel] = {}
        self._form = QFormLayout()
        self._pages = QStackedWidget()
        self._identity.clicked.connect(lambda: act("identity"))
        self._add_argument.clicked.connect(lambda: act("role"))
        self._why.clicked.connect(lambda: act("why"))
        self._build()
        self._connect()
        language.changed.connect(self._write)
        self._write()

    def show_keys(self) -> None:
        """Name the keys as they are now."""
        keys = self._bindings.keys_of("why")
        self._why.set_hint(say(SHORT_TITLES["why"]), chord_text(keys[0]) if keys else "")
        self._why.setToolTip(say(ACTIONS["why"].title))

    def show_state(self, state: WorkState | None) -> None:
        """Show the current item of a state."""
        item = state.item if state is not None else None
        if self._item is not None and (item is None or item.id != self._item.id):
            self._leave()
        self._item = item
        self._pages.setCurrentIndex(0 if item is not None else 1)
        if item is None or state is None:
            return
        self._text.setText(item.text)
        self._fill_type(item)
        self._fill_mention(item, state)
        self._fill_event(item, state)
        self.note.show_note(item.id, "" if is_suggestion(item) else getattr(item, "note", ""))
        self._provenance.setText(_origin(item))
        self._form.setRowVisible(self._why, suggestion_behind(item) is not None)

    def _fill_type(self, item: Item) -> None:
        self._type.blockSignals(True)
        self._type.clear()
        schema = self._session.project.schema
        labels = schema.events if is_event(item) else schema.mentions
        for label in (one for one in labels if not one.retired or one.name == item.label):
            self._type.addItem(named(label.names), label.name)
        self._type.setCurrentIndex(self._type.findData(item.label))
        self._type.blockSignals(False)

    def _fill_mention(self, item: Item, state: WorkState) -> None:
        is_mention = isinstance(item, Mention | SuggestedMention)
        schema = self._session.project.schema
        label = schema.mention_labels.get(item.label) if is_mention else None
        valued = label is not None and label.valued
        for name, field in (("value", self.value), ("modifier", self._modifier)):
            self._form.setRowVisible(field, valued)
            field.setText((getattr(item, name, None) or "") if is_mention else "")
        self._form.setRowVisible(self._identity, is_mention and not valued)
        self._identity.setText(_identity_text(item, state))

    def _fill_event(self, item: Item, state: WorkState) -> None:
        event = is_event(item)
        for part in (self._modality, self._arguments, self._add_argument):
            self._form.setRowVisible(part, event)
        if not event:
            return
        modality = next((a for a in self._session.project.schema.attributes if a.name == "modality"), None)
        self._modality.blockSignals(True)
        self._modality.clear()
        for value, name in zip(modality.values, modality.value_names, strict=True) if modality else ():
            self._modality.addItem(named(name), value)
        self._modality.setCurrentIndex(self._modality.findData(getattr(item, "modality", None)))
        self._modality.blockSignals(False)
        self._arguments.show_item(item, state)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setWordWrap(True)
        self._text.setProperty("heading", True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._provenance.setWordWrap(True)
        self._provenance.setProperty("quiet", True)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("quiet", True)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(grid(1))
        rows: tuple[tuple[str, QWidget], ...] = (
            ("type", self._type),
            ("value", self.value),
            ("modifier", self._modifier),
            ("identity", self._identity),
            ("modality", self._modality),
            ("arguments", self._arguments),
            ("", self._add_argument),
            ("note", self.note),
            ("provenance", self._provenance),
            ("", self._why),
        )
        for name, part in rows:
            if not name:
                self._form.addRow(part)
                continue
            heading = QLabel()
            heading.setProperty("quiet", True)
            heading.setBuddy(part)
            self._labels[name] = heading
            self._form.addRow(heading, part)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(grid(4), grid(3), grid(4), grid(3))
        layout.addWidget(self._text)
        layout.addLayout(self._form)
        layout.addStretch(1)
        self._pages.addWidget(page)
        self._pages.addWidget(self._nothing)
        self.setWidget(self._pages)
        for part in (self._pages, self.viewport()):
            part.setAutoFillBackground(False)

    def _connect(self) -> None:
        self._type.activated.connect(self._take_type)
        self._modality.activated.connect(
            lambda _: self._tagging.set_attribute("modality", str(self._modality.currentData()))
        )
        self.value.editingFinished.connect(self._take_value)
        self._modifier.editingFinished.connect(self._take_value)
        self.note.written.connect(lambda owner, note: self._tagging.set_note(note, owner))

    def _take_type(self) -> None:
        if self._item is not None:
            kind = LabelKind.EVENT if is_event(self._item) else LabelKind.MENTION
            self._tagging.label(kind, str(self._type.currentData()))

    def _take_value(self) -> None:
        item = self._item
        if not isinstance(item, Mention | SuggestedMention):
            return
        value, modifier = self.value.text().strip() or None, self._modifier.text().strip() or None
        if (value, modifier) != (item.value, item.modifier):
            self._tagging.set_value(value, modifier, item.id)

    def _leave(self) -> None:
        """Take a value that is being typed before another tag is shown."""
        if self.value.isModified() or self._modifier.isModified():
            self._take_value()

    def _write(self) -> None:
        texts = {
            "type": tr("Type"),
            "value": tr("Value"),
            "modifier": tr("Modifier"),
            "identity": tr("Identity"),
            "modality": tr("Modality"),
            "arguments": tr("Roles"),
            "note": tr("Note"),
            "provenance": tr("Where it comes from"),
        }
        self.setAccessibleName(tr("Tag"))
        for name, heading in self._labels.items():
            heading.setText(texts[name])
        for name, field in (("type", self._type), ("value", self.value), ("note", self.note)):
            field.setAccessibleName(texts[name])
        self._add_argument.setText(tr("Add a role …"))
        self.show_keys()
        self._nothing.setText(tr("No tag is current. Select text and press a digit to tag it."))
        self.show_state(self._session.state)


def _identity_text(item: Item, state: WorkState) -> str:
    if isinstance(item, Mention):
        identity = state.sheet.identities.get(item.identity_id or "")
        return isolated(identity.name or identity.key) if identity else tr("Link …")
    if isinstance(item, SuggestedMention) and item.identity_key:
        known = isolated(item.identity_key)
        return known if item.identity_score is None else f"{known} · {percent(item.identity_score)}"
    return tr("Link …")


def _origin(item: Item) -> str:
    if isinstance(item, Mention | Event):
        return provenance_text(item.provenance)
    return f"{score_and_reason(item)}\n{isolated(f'{item.source.suggester} {item.source.version}')}"
