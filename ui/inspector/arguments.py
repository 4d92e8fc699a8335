"""The roles of an event with what fills them; each filler can be gone to or taken away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from model.annotation import Argument, Event
from model.suggestion import SuggestedEvent
from ui.language import isolated, tr
from ui.session.describe import role_name
from ui.session.session import Session
from ui.session.state import Item, WorkState


class ArgumentList(QWidget):
    """One line a role."""

    def __init__(self, session: Session, remove: Callable[[Argument], None]) -> None:
        super().__init__()
        self._session = session
        self._remove = remove
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_item(self, item: Item, state: WorkState) -> None:
        """Show the arguments of an event, annotated or suggested."""
        while (taken := self._layout.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if isinstance(item, Event):
            for argument in item.arguments:
                self._add(argument.role, argument.mention_id, state, argument)
        elif isinstance(item, SuggestedEvent):
            for suggested in item.arguments:
                self._add(suggested.role, suggested.mention_id, state, None)
        if self._layout.count() == 0:
            empty = QLabel(tr("No roles yet"))
            empty.setProperty("quiet", True)
            self._layout.addWidget(empty)

    def _add(self, role: str, mention_id: str, state: WorkState, argument: Argument | None) -> None:
        filler = state.find(mention_id)
        text = filler.text if filler is not None else "—"
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        go = QToolButton()
        go.setText(f"{role_name(self._session.project.schema, role)}: {isolated(text)}")
        go.setToolTip(tr("Go to this mention"))
        go.setCursor(Qt.CursorShape.PointingHandCursor)
        go.clicked.connect(lambda: self._session.go_to(mention_id))
        go.setProperty("flat", True)
        row.addWidget(go)
        row.addStretch(1)
        if argument is not None:
            away = QToolButton()
            away.setText("×")
            away.setProperty("flat", True)
            away.setToolTip(tr("Remove this role"))
            away.setAccessibleName(tr("Remove this role"))
            away.clicked.connect(lambda: self._remove(argument))
            row.addWidget(away)
        self._layout.addWidget(line)
