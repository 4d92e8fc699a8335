"""The guidelines beside the article: what the type of the current tag means, with examples from this project."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from model.operations.spots import Spot
from model.schema.changes.parts import Part, find
from model.schema.schema import EventLabel, MentionLabel
from storage.examples import Example
from ui.language import isolated, language, listed, named, number, tr
from ui.parts.alive import while_alive
from ui.session.describe import role_name
from ui.session.session import Session
from ui.session.state import WorkState, is_event
from ui.theme.spacing import grid

_EXAMPLES = 12
_PLACE = Qt.ItemDataRole.UserRole


class GuidelinesPanel(QFrame):
    """Follows the current tag. ``spot_wanted`` gets the Spot of an example that is to be shown."""

    spot_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("rail", True)
        self._session = session
        self._shown: tuple[Part, str] | None = None
        self.heading, self.about, self.examples = QLabel(self), QLabel(self), QLabel(self)
        self.heading.setProperty("heading", True)
        self._confirmed_title = QLabel(self)
        self._confirmed_title.setProperty("strong", True)
        self.confirmed = QListWidget(self)
        self.confirmed.setWordWrap(True)
        self.confirmed.itemActivated.connect(lambda row: self.spot_wanted.emit(row.data(_PLACE)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grid(3), grid(3), grid(3), grid(3))
        layout.setSpacing(grid(2))
        for text in (self.heading, self.about, self.examples, self._confirmed_title):
            text.setWordWrap(True)
            layout.addWidget(text)
        layout.addWidget(self.confirmed, 1)
        self.setMinimumHeight(grid(70))
        session.schema_changed.connect(lambda _: self._again())
        language.changed.connect(self._again)

    def show_state(self, state: WorkState | None) -> None:
        """Show what concerns the current tag, if the panel can be seen and it is of another type than before."""
        if self.isHidden():
            return
        item = state.item if state is not None else None
        place = None if item is None else (Part.EVENT if is_event(item) else Part.MENTION, item.label)
        if place != self._shown or not self.heading.text():
            self._show(place)

    def _again(self) -> None:
        if not self.isHidden() and not self._session.worker.is_closed:
            self._show(self._shown)

    def _show(self, place: tuple[Part, str] | None) -> None:
        self._shown = place
        self.confirmed.setAccessibleName(tr("Confirmed in this project"))
        self._confirmed_title.setText(tr("Confirmed in this project"))
        label = None if place is None else find(self._session.project.schema, *place)
        self.confirmed.clear()
        for part in (self.examples, self._confirmed_title, self.confirmed):
            part.setVisible(label is not None)
        if place is None or not isinstance(label, MentionLabel | EventLabel):
            self.heading.setText(tr("Guidelines"))
            self.about.setText(tr("Go to a tag, and what its type means stands here."))
            return
        self.heading.setText(f"{isolated(named(label.names))} · {isolated(label.name)}")
        self.about.setText(named(label.description) or tr("The schema does not describe it yet."))
        self.examples.setText(self._further(label))
        self._read(place)

    def _further(self, label: MentionLabel | EventLabel) -> str:
        lines = []
        if label.examples:
            lines.append(tr("For example: {examples}", examples=listed(map(isolated, label.examples))))
        if isinstance(label, EventLabel):
            schema = self._session.project.schema
            roles = (role_name(schema, role) for role in schema.offered_roles(label.name))
            lines.append(tr("Roles: {roles}", roles=listed(roles)))
        return "\n".join(lines)

    def _read(self, place: tuple[Part, str]) -> None:
        project = self._session.project

        def show(found: Sequence[Example]) -> None:
            if self._shown == place:
                self._fill(found)

        self._session.worker.submit(
            lambda: project.examples(*place, _EXAMPLES), while_alive(self, show), self._session.report
        )

    def _fill(self, found: Sequence[Example]) -> None:
        self.confirmed.clear()
        for one in found:
            row = QListWidgetItem(f"{isolated(f'{one.left}⟨{one.text}⟩{one.right}')}  ×\u00a0{number(one.count)}")
            row.setData(_PLACE, Spot(one.article_id, one.span, one.record_id))
            self.confirmed.addItem(row)
        if not found:
            nothing = QListWidgetItem(tr("Nothing has been confirmed with this type yet."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.confirmed.addItem(nothing)
