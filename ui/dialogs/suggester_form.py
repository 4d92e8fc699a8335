"""The form of one suggester that was set up: name, options, labels, permission to send text, and a trial."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from model.messages import Message
from model.suggest.settings import SuggesterEntry
from ui.dialogs.suggester_trial import Trial
from ui.language import directed, isolated, say, tr
from ui.parts.label_map import LabelMap
from ui.parts.option_fields import OptionField
from ui.session.errand import Errand
from ui.session.session import Session
from ui.session.suggester_setup import fault_of_name, without_usual
from ui.theme.spacing import grid

if TYPE_CHECKING:
    from model.suggest.optional.kinds import Kind


class SuggesterForm(QWidget):
    """``edited`` carries the entry as it is after each change. ``taken``: names of others; ``fixed``: keeps its own."""

    edited = Signal(object)
    rearranged = Signal()
    """Tab is to meet its parts in another order."""

    def __init__(
        self,
        session: Session,
        errand: Errand,
        kind: "Kind",
        entry: SuggesterEntry,
        parent: QWidget,
        *,
        taken: tuple[str, ...],
        fixed: bool,
        problem: Message | None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.entry = entry
        self._taken = taken
        complete = kind.completed(entry)
        self.name = QLineEdit(entry.name, self)
        self.name.setReadOnly(fixed)
        self.name.setAccessibleName(tr("Name"))
        self._name_fault = _amber(self)
        self.missing = _amber(self)
        self.fields = [OptionField(option, dict(complete.options)[option.name], self) for option in kind.options]
        usual = frozenset() if kind.asks_for_labels else frozenset(kind.labels)
        self.labels = LabelMap(session.project.schema, dict(complete.labels), usual, self)
        self.notice = QLabel(self)
        self.allow = QCheckBox(self)
        self.trial = Trial(session, errand, lambda: self.entry, self)
        self._build(problem)
        self.name.textChanged.connect(lambda _: self._take())
        self.labels.changed.connect(self._take)
        self.labels.rearranged.connect(self.rearranged)
        self.allow.toggled.connect(lambda _: self._take_permission())
        for field in self.fields:
            field.changed.connect(self._take)
        self._check()

    def _build(self, problem: Message | None) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grid(4), grid(2), grid(4), grid(2))
        layout.setSpacing(grid(1))
        description = QLabel(directed(say(self.kind.description)), self)
        description.setWordWrap(True)
        layout.addWidget(_heading(directed(say(self.kind.title)), self))
        layout.addWidget(description)
        layout.addWidget(self._missing_row())
        if problem is not None:
            last = _amber(self)
            last.setText(tr("Last problem: {problem}", problem=problem))
            layout.addWidget(last)
        name = QLabel(tr("Name"), self)
        name.setBuddy(self.name)
        explained = QLabel(tr("Decisions remember it, so it cannot be changed once it is saved."), self)
        explained.setProperty("quiet", True)
        explained.setWordWrap(True)
        for part in (name, self.name, explained, self._name_fault):
            layout.addWidget(part)
        layout.addSpacing(grid(2))
        for field in self.fields:
            layout.addWidget(field)
        layout.addWidget(_heading(tr("Labels"), self))
        layout.addWidget(self.labels)
        layout.addSpacing(grid(2))
        layout.addWidget(self._permission())
        layout.addWidget(self.trial)
        layout.addStretch(1)

    def _missing_row(self) -> QWidget:
        self._missing_row_shown = QWidget(self)
        row = QHBoxLayout(self._missing_row_shown)
        row.setContentsMargins(0, 0, 0, 0)
        self._copy = QPushButton(tr("Copy the command"), self)
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(lambda _=False: QGuiApplication.clipboard().setText(self._command))
        row.addWidget(self.missing, 1)
        row.addWidget(self._copy)
        return self._missing_row_shown

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, as the eye meets them."""
        fields = [stop for field in self.fields for stop in field.stops]
        return [self._copy, self.name, *fields, *self.labels.stops, self.allow, *self.trial.stops]

    @property
    def _command(self) -> str:
        """What installs the packages that it needs."""
        return f"./run install {self.kind.extra}"

    def _permission(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("notice", True)
        layout = QVBoxLayout(frame)
        self.notice.setWordWrap(True)
        layout.addWidget(self.notice)
        layout.addWidget(self.allow)
        frame.setVisible(self.kind.sends_text)
        return frame

    # What changes

    def _take(self) -> None:
        options = tuple((field.option.name, field.value) for field in self.fields)
        labels = tuple(self.labels.labels.items())
        entry = replace(self.entry, name=self.name.text().strip(), options=options, labels=labels)
        self._show_entry(without_usual(self.kind, entry))

    def _take_permission(self) -> None:
        host = self.kind.host_of(self.entry)
        self._show_entry(replace(self.entry, allowed_host=host if self.allow.isChecked() else ""))

    def _show_entry(self, entry: SuggesterEntry) -> None:
        if entry != self.entry:
            self.entry = entry
            self._check()
            self.edited.emit(entry)

    def _check(self) -> None:
        """Say beside each part what is wrong with it."""
        fault = fault_of_name(self.entry.name, self._taken)
        self._name_fault.setText("" if fault is None else say(fault))
        self._name_fault.setVisible(fault is not None)
        missing = self.kind.missing_modules()
        self.missing.setText(
            tr(
                "It needs {packages}, which is not installed. Type: {command}",
                packages=isolated(", ".join(missing)),
                command=isolated(self._command),
            )
        )
        self._missing_row_shown.setVisible(bool(missing))
        self._show_permission()
        self.trial.allow(allowed=next(self.kind.faults_of(self.entry), None) is None)

    def _show_permission(self) -> None:
        """The tick stands for this very host: another address takes it away."""
        host, notice = self.kind.host_of(self.entry), self.kind.notice(self.entry)
        no_address = Message("The address must begin with http:// or https:// and name a host.")
        self.notice.setText(say(notice or no_address))
        self.allow.setText(tr("I allow sending to {host}", host=isolated(host)))
        self.allow.setVisible(bool(host))
        self.allow.blockSignals(True)
        self.allow.setChecked(bool(host) and self.entry.allowed_host == host)
        self.allow.blockSignals(False)


def _amber(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("amber", True)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("strong", True)
    label.setWordWrap(True)
    return label
