"""Turns the state of the session into what the article view shows: tags, arguments, zones."""

from model.annotation import Mention, Zone
from model.decision import Verdict
from model.schema.schema import Schema
from model.suggestion import SuggestedEvent, SuggestedMention
from ui.article import Tag, TagKind, TagState
from ui.language import isolated, language
from ui.session.describe import label_name, role_name, score_and_reason
from ui.session.state import Item, WorkState, is_event


class TagBuilder:
    """Makes tags of items; a tag once made is used again until the language changes."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._made: dict[str, tuple[Item, TagState, Tag]] = {}
        language.changed.connect(self._made.clear)

    def show_schema(self, schema: Schema) -> None:
        """Name what is made from now on as another schema does."""
        self._schema = schema
        self._made.clear()

    def tags(self, state: WorkState, *, ghosts: bool) -> dict[str, Tag]:
        """Every tag to show, by id."""
        shown = {item.id: self._tag(item, TagState.SUGGESTED) for item in state.open}
        shown |= {item.id: self._tag(item, TagState.CONFIRMED) for item in state.annotations}
        if ghosts:
            shown |= {item.id: self._tag(item, TagState.GHOST) for item in _rejected(state)}
        return shown

    def arguments(self, state: WorkState, *, of_all: bool) -> list[tuple[str, str, str]]:
        """Event, name of the role, mention: what concerns the current item or, ``of_all``, all that is shown.

        A suggested filler that was accepted meanwhile is shown as its annotation.
        """
        made = {one.provenance.suggestion_id: one.id for one in state.annotations if one.provenance.suggestion_id}
        found = [
            (event.id, one.role, one.mention_id) for event in state.sheet.events.values() for one in event.arguments
        ]
        for item in state.open:
            if isinstance(item, SuggestedEvent):
                found += [(item.id, one.role, made.get(one.mention_id, one.mention_id)) for one in item.arguments]
        return [
            (event, self._role(role), mention)
            for event, role, mention in found
            if of_all or state.current in (event, mention)
        ]

    def _role(self, role: str) -> str:
        return role_name(self._schema, role)

    def _tag(self, item: Item, state: TagState) -> Tag:
        known = self._made.get(item.id)
        if known is not None and known[0] is item and known[1] is state:
            return known[2]
        made = Tag(
            id=item.id,
            kind=TagKind.EVENT if is_event(item) else TagKind.MENTION,
            state=state,
            label=item.label,
            label_text=label_name(self._schema, item),
            fragments=item.fragments,
            score=getattr(item, "score", None),
            detail=_detail(item),
        )
        self._made[item.id] = (item, state, made)
        return made


def _detail(item: Item) -> str:
    if isinstance(item, SuggestedMention | SuggestedEvent):
        return score_and_reason(item)
    return isolated(item.value) if isinstance(item, Mention) and item.value else ""


def zones_of(state: WorkState) -> tuple[Zone, ...]:
    """The zone of each line: what a person said, else what was suggested."""
    judged = {zone.span.start: zone for zone in state.sheet.zones.values()}
    suggested = {zone.span.start: zone for zone in state.suggestions.zones}
    return tuple(zone for _, zone in sorted((suggested | judged).items()))


def _rejected(state: WorkState) -> list[Item]:
    decisions = state.sheet.decisions.values()
    rejected = {decision.suggestion_id for decision in decisions if decision.verdict is Verdict.REJECT}
    return [question.suggestion for question in state.questions if question.suggestion.id in rejected]
