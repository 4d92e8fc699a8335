"""What a change of the schema makes of one article: which records change, and which arguments would lose their role."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from model.annotation import Annotation, Argument, Event, Identity, Mention
from model.decision import Decision, Verdict
from model.operation import Change
from model.operations.draft import Draft
from model.schema.changes.change import Grouping, Move, OrphanedRole, SchemaChange
from model.schema.changes.parts import Part
from model.sheet import Sheet
from model.text.folding import fold

A = TypeVar("A", Mention, Event)
_KEPT: Mapping[str, Part] = {}


@dataclass(frozen=True, slots=True)
class Relabelled:
    """The changes of one article. ``orphans``: arguments by the event's label and the role that it cannot have.

    ``joined`` counts annotations that came to mean the same as another one at the same place, which then stands for
    both; ``taken_away`` counts arguments that go.
    """

    changes: tuple[Change, ...]
    orphans: Mapping[OrphanedRole, int]
    joined: int = 0
    taken_away: int = 0


class Relabelling:
    """One change of a schema, worked out article by article."""

    def __init__(self, change: SchemaChange) -> None:
        self._change = change
        self._moves: dict[tuple[Part, str], list[Move]] = {}
        for move in change.moves:
            self._moves.setdefault((move.part, move.label), []).append(move)

    def of_sheet(self, sheet: Sheet, kinds: Mapping[str, Part] = _KEPT) -> Relabelled:
        """What becomes of an article. ``kinds`` says of suggestions whether they are mentions or events, for labels
        that are both."""
        work = _Work(sheet)
        gone: set[str] = set()
        for mention in sheet.mentions.values():
            self._annotation(work, Part.MENTION, mention, gone)
        work.join_mentions()
        for event in sheet.events.values():
            self._annotation(work, Part.EVENT, event, gone)
        work.join_events()
        for event in list(work.draft.events.values()):
            self._arguments(work, sheet, event)
        self._decisions(work, sheet, kinds, gone)
        return Relabelled((*work.draft.changes(), *self._zones(sheet)), work.orphans, work.joined, work.taken_away)

    def of_identities(self, identities: Iterable[Identity]) -> tuple[Change, ...]:
        """The identities whose label gets another name; split ones keep theirs."""
        found = []
        for identity in identities:
            to = self._whole(Part.MENTION, identity.label)
            if to is not None:
                found.append(Change(identity, replace(identity, label=to)))
        return tuple(found)

    def _whole(self, part: Part, label: str) -> str | None:
        """The label that everything with this one gets; None where it is kept, split or deleted."""
        return next((move.to for move in self._moves.get((part, label), ()) if move.groups is None), None)

    def _move(self, part: Part, record: Annotation) -> Move | None:
        moves = self._moves.get((part, record.label), ())
        return next((move for move in moves if move.groups is None or _key(record, move.grouping) in move.groups), None)

    def _annotation(self, work: "_Work", part: Part, record: Annotation, gone: set[str]) -> None:
        move = self._move(part, record)
        if move is None:
            return
        if move.to is None:
            work.take_away(record)
            if record.provenance.suggestion_id is not None:
                gone.add(record.provenance.suggestion_id)
        else:
            work.relabel(record, move.to)

    def _arguments(self, work: "_Work", sheet: Sheet, event: Event) -> None:
        known = self._change.after.event_labels.get(event.label)
        before = sheet.events.get(event.id)
        had = self._change.before.event_labels.get(before.label if before is not None else event.label)
        kept: list[Argument] = []
        for argument in event.arguments:
            role = self._role(work, event, argument)
            if role is not None and known is not None and role not in known.roles:
                was_fine = had is None or argument.role in had.roles
                role = self._orphan(work, (event.label, role)) if was_fine else role
            if role is None:
                work.taken_away += 1
            else:
                kept.append(replace(argument, role=role))
        once = tuple(dict.fromkeys(kept))
        if once != event.arguments:
            work.draft.put_event(replace(event, arguments=once))

    def _role(self, work: "_Work", event: Event, argument: Argument) -> str | None:
        for move in self._moves.get((Part.ROLE, argument.role), ()):
            fits = move.events is None or event.label in move.events
            if fits and (move.groups is None or fold(work.draft.mentions[argument.mention_id].text) in move.groups):
                return move.to
        return argument.role

    def _orphan(self, work: "_Work", orphan: OrphanedRole) -> str | None:
        if orphan in self._change.roles:
            return self._change.roles[orphan]
        work.orphans[orphan] += 1
        return orphan[1]

    def _decisions(self, work: "_Work", sheet: Sheet, kinds: Mapping[str, Part], gone: set[str]) -> None:
        """A decision follows its suggestion, so that what was rejected is not asked again under another name."""
        for decision in sheet.decisions.values():
            if decision.suggestion_id in gone and decision.verdict in {Verdict.ACCEPT, Verdict.CORRECT}:
                del work.draft.decisions[decision.id]
                continue
            to = self._whole(self._part_of(decision, kinds), decision.label)
            if to is not None:
                work.draft.decisions[decision.id] = replace(decision, label=to)

    def _part_of(self, decision: Decision, kinds: Mapping[str, Part]) -> Part:
        if decision.label not in self._change.before.event_labels:
            return Part.MENTION
        if decision.label not in self._change.before.mention_labels:
            return Part.EVENT
        return kinds.get(decision.suggestion_id, Part.MENTION)

    def _zones(self, sheet: Sheet) -> Iterable[Change]:
        for zone in sheet.zones.values():
            for move in self._moves.get((Part.ZONE, zone.zone), ())[:1]:
                yield Change(zone, None if move.to is None else replace(zone, zone=move.to))


def _key(record: Annotation, grouping: Grouping) -> str:
    if grouping is Grouping.TEXT:
        return fold(record.text)
    if grouping is Grouping.SUGGESTER:
        return record.provenance.suggester or ""
    return (record.identity_id or "") if isinstance(record, Mention) else ""


class _Work:
    """The draft of an article under a change, with what it has cost so far."""

    def __init__(self, sheet: Sheet) -> None:
        self.draft = Draft(sheet)
        self.orphans: Counter[OrphanedRole] = Counter()
        self.joined = 0
        self.taken_away = 0
        self._touched: set[str] = set()

    def relabel(self, record: Annotation, label: str) -> None:
        self._touched.add(record.id)
        if isinstance(record, Mention):
            self.draft.put_mention(replace(record, label=label))
        else:
            self.draft.put_event(replace(record, label=label))

    def take_away(self, record: Annotation) -> None:
        if isinstance(record, Event):
            self.draft.drop_event(record.id)
            return
        before = sum(len(event.arguments) for event in self.draft.events.values())
        self.draft.drop_mention(record.id)
        self.taken_away += before - sum(len(event.arguments) for event in self.draft.events.values())

    def join_mentions(self) -> None:
        """Where two mentions come to mean the same at one place, one stands for both, in arguments too."""
        stands: dict[str, str] = {}
        for kept, *others in self._alike(self.draft.mentions):
            identity = next((one.identity_id for one in (kept, *others) if one.identity_id is not None), None)
            self.draft.put_mention(replace(kept, identity_id=identity))
            stands.update((one.id, kept.id) for one in others)
        for event in list(self.draft.events.values()):
            pointed = [replace(one, mention_id=stands.get(one.mention_id, one.mention_id)) for one in event.arguments]
            if (once := tuple(dict.fromkeys(pointed))) != event.arguments:
                self.draft.put_event(replace(event, arguments=once))
        for gone in stands:
            del self.draft.mentions[gone]
        self.joined += len(stands)

    def join_events(self) -> None:
        """The same for events: the one that stands has the arguments of all."""
        for kept, *others in self._alike(self.draft.events):
            arguments = tuple(dict.fromkeys(argument for event in (kept, *others) for argument in event.arguments))
            self.draft.put_event(replace(kept, arguments=arguments))
            for event in others:
                del self.draft.events[event.id]
            self.joined += len(others)

    def _alike(self, records: Mapping[str, A]) -> list[list[A]]:
        """Records of one label at one place, of which one got that label just now; the one that stands first."""
        places: dict[object, list[A]] = {}
        for record in records.values():
            places.setdefault((record.label, record.fragments), []).append(record)
        return [
            sorted(alike, key=self._precedence)
            for alike in places.values()
            if len(alike) > 1 and any(record.id in self._touched for record in alike)
        ]

    def _precedence(self, record: Annotation) -> tuple[bool, datetime, str]:
        """What had the label already stands before what got it, the older before the newer."""
        return record.id in self._touched, record.provenance.at, record.id
