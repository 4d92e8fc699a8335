"""The choosers of the workbench: labels, identities, roles and their fillers, zones."""

from collections.abc import Callable

from PySide6.QtCore import QRect

from model.annotation import Identity
from model.operations.links import new_identity
from model.text.sentences import sentences
from model.text.span import Span
from ui.acts.tagging import LabelKind, Tagging
from ui.article.view import ArticleView
from ui.language import tr
from ui.parts.chooser import Choice, Chooser
from ui.parts.label_choices import EVENT, label_choices
from ui.session.describe import label_name, role_name, zone_name
from ui.session.session import Session
from ui.session.state import Item, WorkState, is_event, is_mention
from ui.window.article_pane import ArticlePane


class Choosers:
    """Opens each chooser beside what it is about."""

    def __init__(self, session: Session, tagging: Tagging, pane: ArticlePane) -> None:
        self._session = session
        self._tagging = tagging
        self._pane = pane

    def label(self) -> None:
        """Choose a type by name, for the selected text or the current tag."""
        schema, state = self._session.project.schema, self._session.state
        if state is None or self._pane.place_of_current() is None:
            return
        mentions, events = label_choices(schema.offered_mentions, ""), label_choices(schema.offered_events, EVENT)
        item = state.item
        events_first = self._pane.view.selection is None and item is not None and is_event(item)
        self._open(tr("Type"), events + mentions if events_first else mentions + events, self._take_label)

    def identity(self) -> None:
        """Choose the identity of the current mention, or make one of what is typed."""
        state = self._session.state
        item = state.item if state is not None else None
        if state is None or item is None or not is_mention(item):
            return
        project = self._session.project

        def show(identities: tuple[Identity, ...]) -> None:
            by_id = {identity.id: identity for identity in identities}
            choices = [Choice(identity.id, identity.name or identity.key, identity.key) for identity in identities]
            if getattr(item, "identity_id", None):
                choices.append(Choice("", tr("No identity")))
            self._open(
                tr("Identity of “{text}”", text=item.text),
                sorted(choices, key=lambda choice: choice.text != item.text),
                lambda key: self._tagging.link(by_id.get(key)),
                typed=lambda name: self._tagging.link(new_identity(name, item.label, name)),
            )

        self._session.worker.submit(project.identities, show, self._session.report)

    def role(self) -> None:
        """Choose a role of the current event, then the mention that fills it."""
        state = self._session.state
        item = state.item if state is not None else None
        if state is None or item is None or not is_event(item):
            return
        schema = self._session.project.schema
        roles = schema.offered_roles(item.label)
        choices = [Choice(role, role_name(schema, role), words=role) for role in roles]
        self._open(tr("Role"), choices, lambda role: self._filler(item, role))

    def zone(self) -> None:
        """Choose what the line of the current place is."""
        state, place = self._session.state, self._pane.place_of_current()
        if state is None or place is None:
            return
        zones = {zone.span.start: zone.span for zone in (*state.suggestions.zones, *state.sheet.zones.values())}
        line = next((span for span in zones.values() if span.overlaps(place)), None)
        if line is None:
            return
        schema = self._session.project.schema
        choices = [Choice(zone.name, zone_name(schema, zone.name), words=zone.name) for zone in schema.offered_zones]
        self._open(tr("What is this line?"), choices, lambda zone: self._tagging.set_zone(line, zone))

    def _filler(self, event: Item, role: str) -> None:
        state = self._session.state
        if state is None:
            return
        schema = self._session.project.schema
        allowed = schema.roles_by_name[role].fillers if role in schema.roles_by_name else ()
        near = _mentions_near(state, event, allowed)
        choices = [Choice(item.id, item.text, label_name(schema, item)) for item in near]
        title = tr("{role}: which mention?", role=role_name(schema, role))
        self._open(title, choices, lambda chosen: self._tagging.add_argument(event.id, role, chosen))

    def _take_label(self, key: str) -> None:
        if key.startswith(EVENT):
            self._tagging.label(LabelKind.EVENT, key.removeprefix(EVENT))
        else:
            self._tagging.label(LabelKind.MENTION, key)

    def _open(
        self,
        title: str,
        choices: list[Choice],
        chosen: Callable[[str], None],
        *,
        typed: Callable[[str], None] | None = None,
    ) -> None:
        chooser = Chooser(self._pane, title, choices, chosen, typed=typed, new_text=tr("New:"))
        chooser.open_at(_screen_place(self._pane.view, self._pane.place_of_current()))


def _mentions_near(state: WorkState, event: Item, allowed: tuple[str, ...]) -> list[Item]:
    """Mentions of the event's sentence that may fill the role, the nearest first; all of the article when none may."""
    hull = event.hull
    sentence = next((span for span in sentences(state.article.text) if span.overlaps(hull)), hull)
    mentions = [item for item in state.items if is_mention(item) and (not allowed or item.label in allowed)]
    same = [item for item in mentions if item.hull.overlaps(sentence)]
    return sorted(same or mentions, key=lambda item: _distance(item.hull, hull))


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _screen_place(view: ArticleView, span: Span | None) -> QRect:
    rects = view.rects_of(span) if span is not None else []
    if not rects:
        centre = view.mapToGlobal(view.rect().center())
        return QRect(centre, centre)
    first = rects[0].toRect()
    return QRect(view.viewport().mapToGlobal(first.topLeft()), first.size())
