"""The consistency of the project: what does not agree, one queue a check, worked off by key."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from model.checks.finding import CHECK_NAMES, Act, Check, Finding, Mending
from model.errors import TawsimError
from model.messages import Message
from model.operation import Operation
from model.operations.spots import Spot
from storage.checks import dismiss, findings, mend_finding, take_dismissal_back
from ui.keys.chord import chord_of_event
from ui.language import isolated, number, say, tr
from ui.parts.alive import while_alive
from ui.parts.buttons import KeyButton
from ui.parts.job import Job, JobBar, Progress
from ui.parts.tables import fill_table, text_table
from ui.session.describe import label_text, role_name
from ui.session.session import Session
from ui.session.turn import Turn
from ui.theme.spacing import grid

_MOST = 2000
"""Findings of one check that are listed; more would not be worked off at one sitting."""


class ChecksDialog(QDialog):
    """Lists what the checks find. It stays open beside the article; ``spot_wanted`` gets the Spot to show there."""

    spot_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Consistency"))
        self.setProperty("endsWithWindow", True)
        self._session = session
        self._found: dict[Check, list[Finding]] = {}
        self._last: Finding | None = None
        self.checks = QListWidget(self)
        self.checks.setAccessibleName(tr("Checks"))
        self.checks.setFixedWidth(grid(75))
        self.rows = text_table(self, tr("Findings"), (tr("In the article"), tr("What is odd"), tr("Proposal")))
        self.rows.installEventFilter(self)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self._bar = JobBar(self)
        self._job = Job(session.worker, self)
        self._keys: dict[str, Callable[[], None]] = {
            "Space": self.mend,
            "X": self.dismiss,
            "Return": self.go,
            "J": lambda: self._step(1),
            "K": lambda: self._step(-1),
            "B": self.take_back,
            "F5": self.run,
        }
        self._build()
        self.checks.currentRowChanged.connect(lambda _: self._fill())
        self.rows.itemDoubleClicked.connect(lambda _: self.go())
        self.run()

    def _build(self) -> None:
        lists = QHBoxLayout()
        lists.addWidget(self.checks)
        lists.addWidget(self.rows, 1)
        buttons = QHBoxLayout()
        for title, key, act in (
            (tr("Mend"), tr("Space"), self.mend),
            (tr("Go there"), "Enter", self.go),
            (tr("Dismiss"), "X", self.dismiss),
            (tr("Tell the last one again"), "B", self.take_back),
            (tr("Check again"), "F5", self.run),
        ):
            button = KeyButton(self)
            button.set_hint(title, key)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, chosen=act: chosen())
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addWidget(self._bar)
        layout.addLayout(lists, 1)
        layout.addLayout(buttons)
        self.resize(grid(260), grid(120))

    def done(self, result: int) -> None:
        """The search ends with the dialog."""
        self._job.cancel()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the queue, by their physical place, before the table takes them."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        chord = chord_of_event(event)
        held = chord is None or chord.control or chord.alt or chord.shift
        act = None if chord is None or held else self._keys.get(chord.key)
        if act is not None:
            act()
        return act is not None

    # searching

    def run(self) -> None:
        """Check everything, from the first article on."""
        if self._job.is_running:
            return
        project = self._session.project

        def work(progress: Progress) -> dict[Check, list[Finding]]:
            found: dict[Check, list[Finding]] = defaultdict(list)
            for finding in findings(project, progress):
                if len(found[finding.check]) < _MOST:
                    found[finding.check].append(finding)
            return dict(found)

        self.state.setText(tr("The articles are looked through …"))
        self._job = Job(self._session.worker, self)
        self._bar.watch(self._job, tr("Checking the articles"))
        self._job.start(work, while_alive(self, self._show), while_alive(self, self._failed))

    def _show(self, found: dict[Check, list[Finding]]) -> None:
        self._found = found
        kept = self.check
        self.checks.clear()
        for check in Check:
            self.checks.addItem(say(CHECK_NAMES[check]))
        self._count()
        first = kept if found.get(kept) else next((check for check in Check if found.get(check)), kept)
        self.checks.setCurrentRow(list(Check).index(first))
        self.rows.setFocus()

    def _count(self) -> None:
        for at, check in enumerate(Check):
            count = len(self._found.get(check, ()))
            row = self.checks.item(at)
            row.setText(f"{say(CHECK_NAMES[check])}  {number(count)}" if count else say(CHECK_NAMES[check]))
            font = row.font()
            font.setBold(bool(count))
            row.setFont(font)
        total = sum(map(len, self._found.values()))
        self.state.setText(
            tr("{count} things do not agree", one="One thing does not agree", count=total)
            if total
            else tr("Everything agrees.")
        )

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, TawsimError):
            self.state.setText(say(error.message))
        else:
            self._session.report(error)

    # the queue

    @property
    def check(self) -> Check:
        """The check whose findings are listed."""
        return list(Check)[max(0, self.checks.currentRow())]

    @property
    def finding(self) -> Finding | None:
        """The finding that is looked at."""
        listed, at = self._found.get(self.check, []), self.rows.currentRow()
        return listed[at] if 0 <= at < len(listed) else None

    def _fill(self) -> None:
        listed = self._found.get(self.check, [])
        fill_table(self.rows, [self._cells(finding) for finding in listed])
        self.rows.setCurrentCell(0, 0)

    def _cells(self, finding: Finding) -> Sequence[str]:
        place = f"{finding.left}⟨{' '.join(finding.text.split())}⟩{finding.right}"
        return isolated(place), self._said(finding.message), self._proposal(finding.mending)

    def _said(self, message: Message) -> str:
        """The message with labels and roles by their names."""
        values = dict(message.values)
        for key in ("label", "other", "role"):
            if isinstance(values.get(key), str):
                values[key] = self._named(str(values[key]))
        return say(Message(message.template, one=message.one, **values))

    def _named(self, name: str) -> str:
        schema = self._session.project.schema
        if name in schema.roles_by_name:
            return role_name(schema, name)
        return label_text(schema, name, event=name not in schema.mention_labels)

    def _proposal(self, mending: Mending | None) -> str:
        if mending is None:
            return "—"
        if mending.act is Act.TAG:
            return tr("Tag as {label}", label=self._named(mending.label))
        if mending.act is Act.MOVE_EDGES:
            return tr("Move the edges")
        if mending.act is Act.REMOVE_ARGUMENT:
            return tr("Take it out of the role {role}", role=self._named(mending.role))
        return f"→ {isolated(self._named(mending.label))}"

    def _step(self, by: int) -> None:
        at = min(max(self.rows.currentRow() + by, 0), max(0, self.rows.rowCount() - 1))
        self.rows.setCurrentCell(at, 0)

    def go(self) -> None:
        """Show where it is, in the article."""
        finding = self.finding
        if finding is not None:
            self.spot_wanted.emit(Spot(finding.article_id, finding.span, finding.record_id))

    def mend(self) -> None:
        """Do what is proposed, as one step that can be undone; the next finding comes."""
        finding = self.finding
        if finding is None or finding.mending is None:
            self.state.setText(tr("Nothing is proposed here: go there with Enter, or dismiss it with X."))
            return
        project, turn = self._session.project, Turn(self._session)

        def mended(operation: Operation) -> None:
            self._drop(finding)
            self.state.setText(say(operation.title))

        turn.submit(
            lambda: mend_finding(project, finding, turn.author),
            while_alive(self, mended),
            while_alive(self, self._failed),
        )

    def dismiss(self) -> None:
        """Do not tell this again."""
        finding = self.finding
        if finding is None:
            return
        project, annotator = self._session.project, self._session.annotator

        def dismissed(_: None) -> None:
            self._last = finding
            self._drop(finding)

        self._session.worker.submit(
            lambda: dismiss(project, finding, annotator, datetime.now(UTC)),
            while_alive(self, dismissed),
            while_alive(self, self._failed),
        )

    def take_back(self) -> None:
        """Tell what was dismissed last again."""
        finding, project = self._last, self._session.project
        if finding is None:
            return

        def back(_: None) -> None:
            self._last = None
            self._found.setdefault(finding.check, []).insert(0, finding)
            self._count()
            self._fill()

        self._session.worker.submit(
            lambda: take_dismissal_back(project, finding), while_alive(self, back), while_alive(self, self._failed)
        )

    def _drop(self, finding: Finding) -> None:
        listed = self._found.get(finding.check, [])
        if finding not in listed:
            return
        at = listed.index(finding)
        del listed[at]
        self._count()
        if self.check is finding.check:
            self.rows.removeRow(at)
            self.rows.setCurrentCell(min(at, self.rows.rowCount() - 1), 0)
