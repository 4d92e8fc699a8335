"""Same everywhere: what equals are looked for, and the offer to do so after a tag was made, corrected or rejected."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from model.annotation import Event, Mention
from model.decision import Decision, Scope, Verdict
from model.operation import Operation
from model.schema.schema import Schema
from model.search.equals import DOUBTFUL, Template, closed_zones, equal_places, places_of
from model.search.locating import SearchedText
from model.search.page_tags import tags_of_page
from ui.language import isolated, tr
from ui.session.session import Session, StateChange
from ui.session.state import Item, WorkState, is_event, is_suggestion

_TAGGING = frozenset({"add_mention", "add_event", "relabel", "correct", "move_edges"})
_REMOVING = frozenset({"reject", "delete"})


class SameEverywhere(QObject):
    """``offered`` gets a template that has equals, how many of them the open article holds, and in how many other
    articles its words may stand."""

    offered = Signal(object, object, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._offer: Template | None = None
        session.changed.connect(self._changed)
        session.current_changed.connect(lambda _: self._forget())
        session.article_opened.connect(lambda _: self._forget())

    def template(self) -> Template | None:
        """What was offered last, as long as nothing else was done, else the current tag."""
        state = self._session.state
        if self._offer is not None or state is None or state.item is None:
            return self._offer
        return _of_item(state, state.item)

    def _forget(self) -> None:
        self._offer = None

    def _changed(self, change: StateChange) -> None:
        self._offer = None
        template = None if change.operation is None else _of_operation(change, change.operation)
        if template is None or template.pattern is None:
            return
        state, schema = change.after, self._session.project.schema
        elsewhere = self._session.project.equals(template, first=state.article.id)

        def counted(found: tuple[int, int]) -> None:
            here, articles = found
            if self._session.state is state and (here or articles):
                self._offer = template
                self.offered.emit(template, here, articles)

        # not on the GUI thread, which has the next question to paint
        self._session.worker.submit(
            lambda: (equals_here(state, template, schema), elsewhere.other_articles()), counted, self._session.report
        )


def offer_text(template: Template, here: int, articles: int, key: str) -> str:
    """What is told in passing: how many equals there are, and the key that shows them."""
    places = tr("{count} equal places more here", one="one equal place more here", count=here)
    others = tr("the words stand in {count} other articles", one="the words stand in one other article", count=articles)
    counted = " · ".join(part for part, count in ((places, here), (others, articles)) if count)
    return tr("“{text}”: {places}. {key}: the same there", text=isolated(template.text), places=counted, key=key)


def equals_here(state: WorkState, template: Template, schema: Schema) -> int:
    """How many equal places of the open article nobody has to think about."""
    if template.pattern is None:
        return 0
    spans = places_of(template.pattern, SearchedText(state.article.text))
    tags = tags_of_page(state.sheet, state.suggestions, state.rejections, event=template.event)
    zones = {zone.span.start: zone for zone in (*state.suggestions.zones, *state.sheet.zones.values())}
    closed = [zone.span for zone in zones.values() if zone.zone in closed_zones(schema, template)]
    return sum(place.remark not in DOUBTFUL for place in equal_places(template, spans, tags, closed))


def _of_item(state: WorkState, item: Item) -> Template | None:
    rejected = is_suggestion(item) and item.id not in state.open_ids
    return None if rejected else _template(state, item)


def _of_operation(change: StateChange, operation: Operation) -> Template | None:
    """The template of what an operation has just made or removed; undoing and redoing make nothing new."""
    if operation.name in _TAGGING:
        made = _made(operation)
        fresh = made is not None and made.provenance.at == operation.at
        return _template(change.after, made) if made is not None and fresh else None
    if operation.name in _REMOVING:
        return _of_removal(change, operation)
    return None


def _made(operation: Operation) -> Mention | Event | None:
    """The annotation that it was about: of a correction not the fillers that came with it."""
    made = [one.after for one in operation.changes if isinstance(one.after, Mention | Event)]
    corrected = {
        one.after.suggestion_id
        for one in operation.changes
        if isinstance(one.after, Decision) and one.after.verdict is Verdict.CORRECT
    }
    return next((one for one in made if one.provenance.suggestion_id in corrected), made[0] if made else None)


def _of_removal(change: StateChange, operation: Operation) -> Template | None:
    for one in operation.changes:
        if isinstance(one.before, Mention | Event) and one.after is None:
            return replace(_template(change.after, one.before), removing=True, also_confirmed=True)
        rejected = _rejected(change.before, one.after, operation) if isinstance(one.after, Decision) else None
        if rejected is not None:
            return replace(_template(change.after, rejected), removing=True)
    return None


def _rejected(before: WorkState, decision: Decision, operation: Operation) -> Item | None:
    """The suggestion that was just rejected at its place alone; wider rejections reach the others by themselves."""
    narrow = decision.verdict is Verdict.REJECT and decision.scope is Scope.HERE
    return before.find(decision.suggestion_id) if narrow and decision.at == operation.at else None


def _template(state: WorkState, item: Item) -> Template:
    before = state.article.text[max(0, item.hull.start - 1) : item.hull.start]
    return Template(item.text, item.label, is_event(item), before)
