"""The schema editor: labels as a tree, the one looked at as a form, and every change seen before it is made."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.errors import TawsimError
from model.operation import Operation
from model.schema.changes import building
from model.schema.changes.change import Grouping, SchemaChange
from model.schema.changes.parts import Part, find, labels_of
from model.schema.errors import SchemaError
from model.schema.loader import load_schema
from model.schema.schema import Schema
from model.schema.writing import to_yaml
from storage.schema_changes import Group, Preview
from ui.language import isolated, say, tr
from ui.parts.alive import while_alive
from ui.parts.buttons import make_primary
from ui.parts.job import Job, JobBar, Progress
from ui.schema.acts import Act, ActPage
from ui.schema.form import LabelForm
from ui.schema.preview import PreviewPage
from ui.schema.tree import Place, SchemaTree
from ui.session.session import Session
from ui.session.turn import Turn
from ui.theme.palette import Palette
from ui.theme.spacing import grid

_FORM, _ACT, _PREVIEW = range(3)
_PROBLEMS_SHOWN = 6


class SchemaEditor(QDialog):
    """Edits the schema of the open project; what is applied is one operation each, which undo takes back."""

    def __init__(self, session: Session, colours: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Schema"))
        self._session = session
        self._colours = colours
        self._change: SchemaChange | None = None
        self._imported: Schema | None = None
        self.tree = SchemaTree(self)
        self.form = LabelForm(self)
        self.act_page = ActPage(self._read_groups, self)
        self.preview = PreviewPage(self)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setProperty("amber", True)
        self._pages = QStackedWidget(self)
        self._bar = JobBar(self)
        self._job = Job(session.worker, self)
        self.acts = {act: QToolButton(self) for act in Act}
        self.back, self.go_on = QPushButton(tr("Back"), self), QPushButton(self)
        self._build()
        self.tree.currentItemChanged.connect(lambda *_: self._look())
        self.act_page.confirmed.connect(self._next)
        # later, since the box that was set goes with the answer
        self.preview.answered.connect(self._answered, Qt.ConnectionType.QueuedConnection)
        session.schema_changed.connect(self._take_schema)
        self.tree.show_schema(session.project.schema, colours)
        self.tree.setFocus()

    def done(self, result: int) -> None:
        """A look through the articles ends with the dialog; a change that is being made does too, and is not made."""
        self._job.cancel()
        super().done(result)

    # what is shown

    def _build(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.form)
        for page in (scroll, self.act_page, self.preview):
            self._pages.addWidget(page)
        left, right = QWidget(self), QWidget(self)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(grid(2), 0, grid(2), 0)
        beside.addWidget(self.tree, 1)
        beside.addLayout(self._act_buttons())
        column = QVBoxLayout(right)
        column.setContentsMargins(grid(2), 0, grid(2), 0)
        column.addWidget(self._pages, 1)
        for part in (self.message, self._bar):
            column.addWidget(part)
        column.addLayout(self._buttons())
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([grid(105), grid(140)])
        splitter.setChildrenCollapsible(False)
        QVBoxLayout(self).addWidget(splitter)
        self.resize(grid(260), grid(175))

    def _act_buttons(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        every = list(self.acts.items())
        for part in (every[:4], every[4:]):
            row = QHBoxLayout()
            for act, button in part:
                button.setText(say(act.value))
                button.clicked.connect(lambda _=False, chosen=act: self.begin(chosen))
                row.addWidget(button)
            row.addStretch(1)
            rows.addLayout(row)
        return rows

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        take, write = QPushButton(tr("Import YAML …"), self), QPushButton(tr("Export YAML …"), self)
        close = QPushButton(tr("Close"), self)
        take.clicked.connect(lambda _=False: self._choose_import())
        write.clicked.connect(lambda _=False: self._choose_export())
        close.clicked.connect(self.reject)
        self.back.clicked.connect(lambda _=False: self._show_form())
        self.go_on.clicked.connect(lambda _=False: self._next())
        for button in (take, write, self.back, self.go_on, close):
            button.setAutoDefault(False)
        row.addWidget(take)
        row.addWidget(write)
        row.addStretch(1)
        for button in (self.back, self.go_on, close):
            row.addWidget(button)
        make_primary(self.go_on)
        return row

    @property
    def _schema(self) -> Schema:
        return self._session.project.schema

    def _take_schema(self, _: object) -> None:
        """The schema is another one, by this dialog or by undo."""
        self.tree.show_schema(self._schema, self._colours)
        self._show_form()

    def _look(self) -> None:
        place = self.tree.place
        if place is not None and (label := find(self._schema, *place)) is not None:
            self.form.show_label(self._schema, place[0], label)
        self._show_form()

    def _show_form(self) -> None:
        self._change = self._imported = None
        self.message.hide()
        self._pages.setCurrentIndex(_FORM)
        place = self.tree.place
        label = None if place is None else find(self._schema, *place)
        self.form.setEnabled(label is not None)
        writable = not self._session.project.read_only
        for act, button in self.acts.items():
            button.setEnabled(writable and (act is Act.ADD or label is not None))
        self.acts[Act.RETIRE].setVisible(label is None or not label.retired)
        self.acts[Act.REINSTATE].setVisible(label is not None and label.retired)
        self.acts[Act.SPLIT].setEnabled(writable and place is not None and place[0] is not Part.ZONE)
        self._show_buttons(tr("See what changes"), enabled=writable and label is not None)

    def _show_buttons(self, text: str, *, enabled: bool) -> None:
        self.back.setVisible(self._pages.currentIndex() != _FORM)
        self.go_on.setText(text)
        self.go_on.setEnabled(enabled)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.show()

    # a change, from being asked for to being made

    def begin(self, act: Act) -> None:
        """Ask what an act needs; acts that need nothing are shown at once."""
        place = self.tree.place or (self.tree.part, "")
        self.message.hide()
        if act is Act.REINSTATE:
            self._try(lambda: building.reinstate(self._schema, *place))
        elif act is Act.REMOVE:
            self._try(lambda: building.remove(self._schema, *place))
        else:
            self._pages.setCurrentIndex(_ACT)
            self._show_buttons(tr("See what changes"), enabled=True)
            self.act_page.ask(act, self._schema, place)

    def _next(self) -> None:
        page, place = self._pages.currentIndex(), self.tree.place
        if page == _ACT:
            self._try(lambda: self.act_page.change(self._schema))
        elif page == _FORM and place is not None:
            self._try(lambda: building.edit(self._schema, *place, **self.form.values()))
        elif page == _PREVIEW and self._change is not None:
            self._make(self._change)

    def _try(self, change: Callable[[], SchemaChange]) -> None:
        self.message.hide()
        try:
            self._look_through(change())
        except TawsimError as error:
            self._say(say(error.message))

    def _look_through(self, change: SchemaChange) -> None:
        self._change = change
        self._pages.setCurrentIndex(_PREVIEW)
        self._show_buttons(tr("Apply"), enabled=False)
        self.preview.show_working(change.title)
        project = self._session.project

        def work(progress: Progress) -> Preview:
            return project.preview_schema_change(change, progress)

        def seen(preview: Preview) -> None:
            if self._change is change:
                self.preview.show_preview(change, preview)
                self._show_buttons(tr("Apply"), enabled=not preview.is_refused)
                self.go_on.setFocus()

        self._job = Job(self._session.worker, self)
        self._bar.watch(self._job, tr("Looking through the articles"))
        self._job.start(work, while_alive(self, seen), while_alive(self, self._failed))

    def _answered(self) -> None:
        """What stopped the change was answered: look again at what it does now."""
        change, roles, unknown = self._change, self.preview.roles(), self.preview.unknown()
        if change is None or roles is None or unknown is None:
            return
        present, imported = self._schema, self._imported
        if imported is not None and unknown:
            self._try(lambda: building.with_roles(building.replace_with(present, imported, unknown), roles))
        else:
            self._try(lambda: building.with_roles(change, roles))

    def _make(self, change: SchemaChange) -> None:
        self.go_on.setEnabled(False)
        project = self._session.project
        turn = Turn(self._session)

        def work(progress: Progress) -> Operation:
            return project.change_schema(change, turn.author, progress)

        def made(_: Operation) -> None:
            self._session.told.emit(change.title)
            self._take_schema(None)
            for place in _new_places(change):
                self.look_at(place)

        self._job = Job(turn, self)
        self._bar.watch(self._job, tr("Changing the articles"))
        self._job.start(work, while_alive(self, made), while_alive(self, self._failed))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, TawsimError):
            self._show_form()
            self._say(say(error.message))
        else:
            self._session.report(error)

    def _read_groups(self, part: Part, label: str, grouping: Grouping, take: Callable[[Sequence[Group]], None]) -> None:
        project = self._session.project
        self._session.worker.submit(
            lambda: project.label_groups(part, label, grouping), while_alive(self, take), self._session.report
        )

    # files

    def _choose_import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import YAML …"), "", "YAML (*.yaml *.yml)")
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Show what the schema in a file would change; its faults are told with their lines."""
        try:
            imported = load_schema(path)
        except SchemaError as error:
            lines = [
                tr("Line {line}, {key}: {problem}", line=one.line, key=one.key, problem=one.message)
                for one in error.problems[:_PROBLEMS_SHOWN]
            ]
            self._show_form()
            self._say("\n".join(lines))
            return
        self._try(lambda: building.replace_with(self._schema, imported))
        self._imported = imported

    def _choose_export(self) -> None:
        name = f"{self._schema.name}.yaml"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export YAML …"), name, "YAML (*.yaml)")
        if chosen:
            self.export_file(Path(chosen))

    def export_file(self, path: Path) -> None:
        """Write the schema to a file."""
        try:
            path.write_text(to_yaml(self._schema), "utf-8")
        except OSError as error:
            self._say(tr("{file} cannot be written: {reason}", file=isolated(str(path)), reason=str(error)))
        else:
            self._say(tr("Saved: {file}", file=isolated(str(path))))

    def look_at(self, place: Place) -> None:
        """Look at a label."""
        self.tree.go_to(place)


def _new_places(change: SchemaChange) -> list[Place]:
    """The label that a change brought, by adding or renaming it."""
    before = {(part, label.name) for part in Part for label in labels_of(change.before, part)}
    after = [(part, label.name) for part in Part for label in labels_of(change.after, part)]
    return [place for place in after if place not in before][:1]
