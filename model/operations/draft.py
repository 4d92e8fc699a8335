"""A sheet under change: collects the changes of one operation so that later ones see what earlier ones did."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from model.annotation import Argument, Event, Identity, Mention
from model.decision import Decision
from model.operation import Change, Record
from model.sheet import Sheet
from model.text.span import Fragments

T = TypeVar("T", bound=Record)


class Draft:
    """The records of a sheet with changes on top. Each record ends up in at most one change, from its first state to
    its last, so that an operation stays as small as its effect."""

    def __init__(self, sheet: Sheet) -> None:
        self.article_id = sheet.article_id
        self.mentions: dict[str, Mention] = dict(sheet.mentions)
        self.events: dict[str, Event] = dict(sheet.events)
        self.decisions: dict[str, Decision] = dict(sheet.decisions)
        self.identities: dict[str, Identity] = dict(sheet.identities)
        self._verdicts = {decision.suggestion_id: decision.id for decision in self.decisions.values()}
        self._sheet = sheet

    def put_mention(self, mention: Mention) -> None:
        """Add or replace a mention."""
        self.mentions[mention.id] = mention

    def put_event(self, event: Event) -> None:
        """Add or replace an event."""
        self.events[event.id] = event

    def put_identity(self, identity: Identity) -> None:
        """Add or replace an identity."""
        self.identities[identity.id] = identity

    def put_decision(self, decision: Decision) -> None:
        """Let a decision stand instead of an earlier one on the same suggestion."""
        self.decisions.pop(self._verdicts.get(decision.suggestion_id, ""), None)
        self._verdicts[decision.suggestion_id] = decision.id
        self.decisions[decision.id] = decision

    def drop_mention(self, mention_id: str) -> None:
        """Remove a mention, and it from the arguments of every event."""
        del self.mentions[mention_id]
        for event in list(self.events.values()):
            kept = tuple(argument for argument in event.arguments if argument.mention_id != mention_id)
            if kept != event.arguments:
                self.put_event(replace(event, arguments=kept))

    def drop_event(self, event_id: str) -> None:
        """Remove an event."""
        del self.events[event_id]

    def decision_on(self, suggestion_id: str) -> Decision | None:
        """The standing decision on a suggestion."""
        return self.decisions.get(self._verdicts.get(suggestion_id, ""))

    def mention_like(self, label: str, fragments: Fragments) -> Mention | None:
        """The mention with this label on exactly these fragments."""
        alike = (m for m in self.mentions.values() if m.label == label and m.fragments == fragments)
        return next(alike, None)

    def event_like(self, label: str, fragments: Fragments) -> Event | None:
        """The event with this label on exactly this trigger."""
        alike = (e for e in self.events.values() if e.label == label and e.fragments == fragments)
        return next(alike, None)

    def changes(self) -> tuple[Change, ...]:
        """What differs from the sheet: what is pointed at comes before what points at it."""
        return (
            *_differences(self._sheet.identities, self.identities),
            *_differences(self._sheet.mentions, self.mentions),
            *_differences(self._sheet.events, self.events),
            *_differences(self._sheet.decisions, self.decisions),
        )


def with_argument(event: Event, argument: Argument) -> Event:
    """The event with one more argument; the same argument is not added twice."""
    if argument in event.arguments:
        return event
    return replace(event, arguments=(*event.arguments, argument))


def _differences(before: Mapping[str, T], after: Mapping[str, T]) -> list[Change]:
    removed = [Change(record, None) for key, record in before.items() if key not in after]
    changed = [Change(before.get(key), record) for key, record in after.items() if before.get(key) != record]
    return removed + changed
