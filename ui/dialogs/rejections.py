"""The memory of what was wrong: rejections that reach beyond their place, any of which can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from model.decision import Decision, Scope
from model.messages import Message
from model.operation import Operation
from model.operations import answers
from model.operations.author import Author
from model.text.folding import fold
from ui.language import moment, named, say, tr
from ui.parts.alive import while_alive
from ui.parts.buttons import make_primary
from ui.parts.tables import fill_table, text_table
from ui.session.session import Session
from ui.session.state import WorkState
from ui.theme.spacing import grid

_REACH = {Scope.ARTICLE: Message("In its article"), Scope.EVERYWHERE: Message("Everywhere")}


class RejectionsDialog(QDialog):
    """Lists them, latest first; ticked ones are taken back in one step that can be undone."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Remembered rejections"))
        self._session = session
        self._decisions: Sequence[Decision] = ()
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(tr("Search the rejections"))
        self._search.setAccessibleName(tr("Search the rejections"))
        self._search.textChanged.connect(self._filter)
        headings = (tr("Text"), tr("Type"), tr("Reach"), tr("By"), tr("When"))
        self.rows = text_table(self, tr("Remembered rejections"), headings)
        self.rows.itemChanged.connect(lambda _: self._count())
        self._explanation = QLabel(self)
        self._explanation.setProperty("quiet", True)
        self._explanation.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.take_back = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        make_primary(self.take_back)
        self.take_back.clicked.connect(self._take_back)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self._search, self._explanation, self.rows, buttons):
            layout.addWidget(part)
        self.resize(grid(175), grid(130))
        session.project_changed.connect(self._changed)
        self._count()
        self._read()

    def _changed(self, _: object) -> None:
        self._read()

    def _read(self) -> None:
        shown = while_alive(self, self._show)
        self._session.worker.submit(self._session.project.rejections, shown, self._session.report)

    def _show(self, decisions: Sequence[Decision]) -> None:
        self._decisions = decisions
        fill_table(self.rows, [self._cells(decision) for decision in decisions], tickable=True)
        self._explanation.setText(
            tr("What is ticked may be suggested again. Space ticks a row.")
            if decisions
            else tr("Nothing is remembered. Shift+X on a suggestion rejects it everywhere, Alt+X in its article.")
        )
        self._filter(self._search.text())
        self._count()
        self.rows.setCurrentCell(0, 0)
        self.rows.setFocus()

    def _cells(self, decision: Decision) -> tuple[str, ...]:
        schema = self._session.project.schema
        label = schema.mention_labels.get(decision.label) or schema.event_labels.get(decision.label)
        return (
            decision.folded,
            decision.label if label is None else named(label.names),
            say(_REACH[decision.scope]),
            decision.annotator,
            moment(decision.at),
        )

    def _filter(self, text: str) -> None:
        wanted = fold(text)
        for at in range(self.rows.rowCount()):
            cells = (self.rows.item(at, column) for column in range(self.rows.columnCount()))
            shown = any(wanted in fold(cell.text()) for cell in cells if cell is not None)
            self.rows.setRowHidden(at, not shown)

    def _ticked(self) -> list[Decision]:
        """Those in sight that are ticked."""
        return [
            decision
            for at, decision in enumerate(self._decisions)
            if not self.rows.isRowHidden(at)
            and (item := self.rows.item(at, 0)) is not None
            and item.checkState() is Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        count = len(self._ticked())
        self.take_back.setEnabled(count > 0 and not self._session.project.read_only)
        self.take_back.setText(tr("Take back {count} rejections", one="Take back one rejection", count=count))

    def _take_back(self) -> None:
        chosen = self._ticked()

        def intent(_: WorkState, author: Author) -> Operation | None:
            return answers.reopen(chosen, author) if chosen else None

        self._session.act(intent)
