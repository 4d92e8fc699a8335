"""Every place equal to a tag's, the open article's first; what is ticked is done in one step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from model.messages import Message
from model.operations.spots import AtSpots, RemoveSpots, TagSpots
from model.search.equals import DOUBTFUL, Remark, Template
from storage.search.equals import EqualHit
from ui.concordance.list import HitList
from ui.concordance.rows import Row, RowModel
from ui.concordance.runner import SearchRunner
from ui.language import isolated, say, tr
from ui.parts.buttons import make_primary
from ui.parts.job import JobBar
from ui.session.describe import label_text
from ui.session.everywhere import EverywhereAct
from ui.session.session import Session
from ui.theme.palette import Palette
from ui.theme.spacing import grid

MOST_ROWS = 20_000
"""More places than that are not shown, and not touched."""
_REMARKS = {
    Remark.FREE: None,
    Remark.TAGGED: None,
    Remark.SUGGESTED: Message("suggested there"),
    Remark.SUGGESTED_OTHERWISE: Message("suggested as {label}"),
    Remark.TAGGED_OTHERWISE: Message("tagged as {label}"),
    Remark.WITHIN: Message("within a longer one"),
    Remark.REJECTED: Message("was rejected here"),
    Remark.CLOSED: Message("a line where this is not tagged"),
}


class SameEverywhereDialog(QDialog):
    """Doubtful places are shown without a tick. Enter does it, Escape leaves everything as it is."""

    def __init__(
        self, session: Session, template: Template, article_id: str, colours: Palette, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Same everywhere"))
        self._session = session
        self._template = template
        self._article_id = article_id
        self._act = EverywhereAct(session, self)
        self.rows = RowModel(self)
        self.runner = SearchRunner(session.worker, self)
        self.heading = QLabel(self)
        self.list = HitList(self.rows, {"Return": self.apply, "Escape": self.reject}, self)
        self.list.set_colours(colours)
        self.bar = JobBar(self)
        buttons = QDialogButtonBox(self)
        self.button = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        make_primary(self.button)
        self._build(buttons)
        self.runner.found.connect(self._take)
        self.runner.ended.connect(self._ended)
        self.bar.cancelled.connect(lambda: self._ended(None))
        self.rows.ticks_changed.connect(self._count)
        self.button.clicked.connect(self.apply)
        buttons.rejected.connect(self.reject)
        self.runner.start(session.project.equals(template, first=article_id))
        self.bar.watch(self.runner, tr("Searching"))
        self._count()

    def apply(self) -> None:
        """Do it at all ticked places, in one step."""
        ticked = self.rows.ticked()
        if not ticked or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        self._act.start(self._act_at(), [row.spot for row in ticked], self._done)
        self.bar.watch(self._act, tr("Changing tags"))

    def done(self, result: int) -> None:
        """Stop looking."""
        self.runner.cancel()
        super().done(result)

    def _act_at(self) -> AtSpots:
        return RemoveSpots() if self._template.removing else TagSpots(self._template.label, self._template.event)

    def _done(self, carried_out: bool) -> None:
        if carried_out:
            self.accept()
        else:
            self._count()

    def _build(self, buttons: QDialogButtonBox) -> None:
        self.heading.setProperty("quiet", True)
        self.heading.setWordWrap(True)
        self.list.setAccessibleName(tr("Same everywhere"))
        title = QLabel(self._title(), self)
        title.setProperty("strong", True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addWidget(self.heading)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.bar)
        layout.addWidget(buttons)
        self.resize(grid(250), grid(145))
        self.list.setFocus()

    def _title(self) -> str:
        template = self._template
        label = label_text(self._session.project.schema, template.label, event=template.event)
        if template.removing:
            return tr("Remove “{text}” as {label} elsewhere too?", text=isolated(template.text), label=label)
        return tr("Tag “{text}” as {label} elsewhere too?", text=isolated(template.text), label=label)

    def _take(self, found: Sequence[EqualHit]) -> None:
        room = MOST_ROWS - len(self.rows.rows)
        first = not self.rows.rows
        rows = [Row(one.hit, self._remark(one), one.remark in DOUBTFUL) for one in found[:room]]
        self.rows.add(rows, ticked=lambda row: not row.doubtful)
        if first:
            self.list.focus_first()
        if len(found) >= room:
            self.runner.cancel()
            self._ended(None)

    def _remark(self, found: EqualHit) -> str:
        parts = [tr("this article")] if found.hit.article_id == self._article_id else []
        message = _REMARKS[found.remark]
        tag = found.hit.tag
        if message is not None:
            label = "" if tag is None else label_text(self._session.project.schema, tag.label, event=tag.event)
            parts.append(say(Message(message.template, label=label)))
        return " · ".join(parts)

    def _ended(self, error: BaseException | None) -> None:
        if error is not None:
            self._session.report(error)
        self._count()

    def _count(self) -> None:
        ticked = self.rows.ticked()
        may = bool(ticked) and not (self.runner.is_running or self._act.is_running or self._session.project.read_only)
        self.button.setEnabled(may)
        self.button.setText(
            tr("Remove {count} tags", one="Remove one tag", count=len(ticked))
            if self._template.removing
            else tr("Tag {count} places", one="Tag one place", count=len(ticked))
        )
        self.heading.setText(self._explanation(len(ticked)))

    def _explanation(self, ticked: int) -> str:
        if self.runner.is_running:
            return tr("Searching …")
        if not self.rows.rows:
            return tr("There is no other place with the same words that could be changed.")
        articles = len({row.hit.article_id for row in self.rows.ticked()}) if ticked else 0
        ends = tr("Space ticks, Enter does it in one step, which undo takes back as a whole.")
        return f"{tr('In {count} articles.', one='In one article.', count=articles)} {ends}"
