"""Acts at many hits: a label is chosen where one is needed, what will happen is shown, then it is one step."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from model.operations.spots import AcceptSpots, AtSpots, RemoveSpots, TagSpots
from model.search.query import Standing
from ui.concordance.rows import Row
from ui.language import isolated, tr
from ui.parts.chooser import Choice, Chooser
from ui.parts.label_choices import EVENT, label_choices
from ui.session.describe import label_text
from ui.session.everywhere import EverywhereAct
from ui.session.session import Session
from ui.session.state import is_event


class HitActs(QObject):
    """``began`` comes when ``running`` has something to do, ``done`` when tags have changed."""

    began = Signal()
    done = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._parent = parent
        self.running = EverywhereAct(session, self)

    def tag(self, rows: Sequence[Row], beside: QWidget) -> None:
        """Choose a label, that of the current tag first, and give it to the hits."""
        if not rows or self._session.project.read_only:
            return
        schema = self._session.project.schema
        choices = [*label_choices(schema.offered_mentions), *label_choices(schema.offered_events, EVENT)]
        choices = [*self._template(), *choices]
        chooser = Chooser(self._parent, tr("Tag as …"), choices, lambda key: self._tag_as(rows, key))
        area = beside.rect()
        chooser.open_at(QRect(beside.mapToGlobal(area.center()), beside.mapToGlobal(area.center())))

    def accept(self, rows: Sequence[Row]) -> None:
        """Accept the open suggestions among the hits."""
        wanted = [row for row in rows if row.hit.tag is not None and row.hit.tag.standing is Standing.OPEN]
        count = tr("Accept {count} suggestions", one="Accept one suggestion", count=len(wanted))
        self._carry_out(AcceptSpots(), wanted, count, "")

    def remove(self, rows: Sequence[Row]) -> None:
        """Delete the tags among the hits, and reject the suggestions."""
        wanted = [row for row in rows if row.hit.tag is not None and row.hit.tag.standing in _REMOVABLE]
        count = tr("Delete or reject {count} tags", one="Delete or reject one tag", count=len(wanted))
        self._carry_out(RemoveSpots(), wanted, count, "")

    def _template(self) -> list[Choice]:
        state = self._session.state
        item = state.item if state is not None else None
        if item is None:
            return []
        kind = EVENT if is_event(item) else ""
        name = label_text(self._session.project.schema, item.label, event=is_event(item))
        return [Choice(kind + item.label, name, tr("as the current tag"))]

    def _tag_as(self, rows: Sequence[Row], key: str) -> None:
        event, label = key.startswith(EVENT), key.removeprefix(EVENT)
        name = label_text(self._session.project.schema, label, event=event)
        heading = tr("Tag {count} places as {label}", one="Tag one place as {label}", count=len(rows), label=name)
        detail = tr(
            "Open suggestions there are accepted or corrected, other types changed; where the tag stands, it stays."
        )
        self._carry_out(TagSpots(label, event), rows, heading, detail)

    def _carry_out(self, act: AtSpots, rows: Sequence[Row], heading: str, detail: str) -> None:
        if self._session.project.read_only or self.running.is_running:
            return
        if not rows:
            QMessageBox.information(self._parent, tr("Concordance"), tr("Among these hits there is nothing to do."))
            return
        if self._agreed(rows, heading, detail):
            self.running.start(act, [row.spot for row in rows], self._ended)
            self.began.emit()

    def _agreed(self, rows: Sequence[Row], heading: str, detail: str) -> bool:
        articles = len({row.hit.article_id for row in rows})
        where = tr(
            "In {count} articles: {examples} …",
            one="In one article: {examples}",
            count=articles,
            examples=_examples(rows),
        )
        lines = [heading, where, detail, tr("One step, which undo takes back as a whole.")]
        buttons = QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel
        answer = QMessageBox.question(
            self._parent, tr("Concordance"), "\n".join(filter(None, lines)), buttons, QMessageBox.StandardButton.Ok
        )
        return answer == QMessageBox.StandardButton.Ok

    def _ended(self, carried_out: bool) -> None:
        if carried_out:
            self.done.emit()


_REMOVABLE = frozenset({Standing.CONFIRMED, Standing.OPEN})
_EXAMPLES = 5


def _examples(rows: Sequence[Row]) -> str:
    """The different texts among the first rows."""
    texts = dict.fromkeys(row.hit.text for row in rows)
    return "، ".join(isolated(text) for text in list(texts)[:_EXAMPLES])
