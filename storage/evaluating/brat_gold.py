"""Gold in brat's standoff: pairs of .txt and .ann, offsets in code points of the text.

Read are T (mentions and triggers), E (events; ``Role2`` is a second ``Role``), A and M (modality), R from an event or
its trigger to a mention (an argument named by the relation), N and the equivalence ``*`` (identities), and the notes
``Value`` and ``Modifier`` of Tawsim's export. Other relations have no counterpart and are counted.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from model.annotation import ACTUAL, MODALITY
from model.evaluation.evaluation import GoldDocument
from model.evaluation.layers import Layer
from model.gold_page import GoldPage, PageEvent, PageMention
from model.messages import Message
from model.text.span import Fragments, Span, covered_text, fragments_of
from storage.evaluating.gold_set import GoldSet, fault, read_text

_NUMBER_OF_ROLE = re.compile(r"\d+$")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Textbound:
    label: str
    fragments: Fragments
    text: str


@dataclass(slots=True)
class _Event:
    label: str
    trigger: str
    arguments: list[tuple[str, str]]
    line: int


@dataclass(slots=True)
class _Standoff:
    """The lines of one .ann file."""

    path: Path
    text: str
    textbounds: dict[str, _Textbound] = field(default_factory=dict)
    events: dict[str, _Event] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    modalities: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    passed_over: int = 0
    line: int = 0
    """The one that is being read."""


def read_brat(paths: Sequence[Path]) -> GoldSet:
    """The pages of .ann files. Raises GoldError, with the line, where one cannot be understood."""
    read = [_read(path) for path in paths]
    layers = {Layer.MENTIONS}
    if any(one.events for one in read):
        layers |= {Layer.EVENTS, Layer.ARGUMENTS}
    if any(one.keys for one in read):
        layers.add(Layer.IDENTITIES)
    if any(kind == "Value" for one in read for kind, _ in one.notes):
        layers.add(Layer.VALUES)
    passed_over = sum(one.passed_over for one in read)
    notes = (
        Message(
            "{count} relations of the gold are no arguments of events and are not scored.",
            one="One relation of the gold is no argument of an event and is not scored.",
            count=passed_over,
        ),
    )
    return GoldSet(tuple(map(_document, read)), frozenset(layers), True, notes=notes if passed_over else ())


def _read(path: Path) -> _Standoff:
    standoff = _Standoff(path, read_text(path.with_suffix(".txt")))
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        standoff.line = number
        parts = line.removesuffix("\r").split("\t")
        reader = _READERS.get(parts[0][:1])
        if not line.strip():
            continue
        if reader is None or len(parts) < 2:
            raise fault(path, number, Message("is no line of brat: “{line}”", line=line[:80]))
        try:
            reader(standoff, parts)
        except _MismatchError as error:
            problem = Message(
                "“{text}” is not what stands there in the text: “{there}”", text=error.text, there=error.there
            )
            raise fault(path, number, problem) from error
        except (ValueError, LookupError) as error:
            problem = Message("cannot be understood: “{line}”", line=line[:80])
            raise fault(path, number, problem) from error
    _check_references(standoff)
    _take_relations(standoff)
    return standoff


class _MismatchError(Exception):
    """A text-bound whose words are not those of the text."""

    def __init__(self, text: str, there: str) -> None:
        super().__init__(text)
        self.text = text
        self.there = there


def _textbound(standoff: _Standoff, parts: Sequence[str]) -> None:
    label, places = parts[1].split(" ", 1)
    edges = (place.split() for place in places.split(";"))
    spans = [Span(int(start), int(end)) for start, end in edges]
    fragments = fragments_of(spans)
    covered = " ".join(span.of(standoff.text) for span in spans)
    if fragments[-1].end > len(standoff.text) or _BLANK.sub(" ", covered) != _BLANK.sub(" ", parts[2]):
        raise _MismatchError(parts[2][:80], covered[:80])
    standoff.textbounds[parts[0]] = _Textbound(label, fragments, covered_text(standoff.text, fragments))


def _event(standoff: _Standoff, parts: Sequence[str]) -> None:
    (label, trigger), *arguments = [part.split(":", 1) for part in parts[1].split()]
    roles = [(_NUMBER_OF_ROLE.sub("", role), target) for role, target in arguments]
    standoff.events[parts[0]] = _Event(label, trigger, roles, standoff.line)


def _relation(standoff: _Standoff, parts: Sequence[str]) -> None:
    name, one, other = parts[1].split()
    standoff.relations.append((name, one.split(":", 1)[1], other.split(":", 1)[1]))


def _attribute(standoff: _Standoff, parts: Sequence[str]) -> None:
    name, target, *value = parts[1].split()
    if name.lower() == MODALITY and value:
        standoff.modalities[target] = value[0]


def _identity(standoff: _Standoff, parts: Sequence[str]) -> None:
    _kind, target, key = parts[1].split(" ", 2)
    standoff.keys[target] = key


def _equivalence(standoff: _Standoff, parts: Sequence[str]) -> None:
    kind, *targets = parts[1].split()
    if kind == "Equiv":
        key = next((standoff.keys[one] for one in targets if one in standoff.keys), targets[0])
        for target in targets:
            standoff.keys.setdefault(target, key)


def _note(standoff: _Standoff, parts: Sequence[str]) -> None:
    kind, target = parts[1].split()
    standoff.notes[kind, target] = parts[2]


_READERS: dict[str, Callable[[_Standoff, Sequence[str]], None]] = {
    "T": _textbound,
    "E": _event,
    "R": _relation,
    "A": _attribute,
    "M": _attribute,
    "N": _identity,
    "*": _equivalence,
    "#": _note,
}


def _check_references(standoff: _Standoff) -> None:
    for name, event in standoff.events.items():
        known = {*standoff.textbounds, *standoff.events}
        targets = [target for _, target in event.arguments if target not in known]
        if event.trigger not in standoff.textbounds:
            targets.insert(0, event.trigger)
        if targets:
            problem = Message("{name} points to {target}, which is not there", name=name, target=targets[0])
            raise fault(standoff.path, event.line, problem)


def _take_relations(standoff: _Standoff) -> None:
    by_trigger = {event.trigger: event for event in standoff.events.values()}
    for name, one, other in standoff.relations:
        event = standoff.events.get(one) or by_trigger.get(one)
        if event is not None and other in standoff.textbounds:
            event.arguments.append((name, other))
        else:
            standoff.passed_over += 1


def _document(standoff: _Standoff) -> GoldDocument:
    triggers = {event.trigger for event in standoff.events.values()}
    page = GoldPage(
        standoff.path.stem,
        None,
        len(standoff.text),
        (),
        tuple(_mentions(standoff, triggers)),
        tuple(_events(standoff)),
    )
    return GoldDocument(page, standoff.text)


def _mentions(standoff: _Standoff, triggers: set[str]) -> Iterator[PageMention]:
    for name, one in standoff.textbounds.items():
        if name not in triggers:
            value, modifier = (standoff.notes.get((kind, name)) for kind in ("Value", "Modifier"))
            yield PageMention(name, one.fragments, one.text, one.label, standoff.keys.get(name), value, modifier)


def _events(standoff: _Standoff) -> Iterator[PageEvent]:
    for name, event in standoff.events.items():
        trigger = standoff.textbounds[event.trigger]
        arguments = tuple(event.arguments)
        modality = standoff.modalities.get(name) or standoff.modalities.get(event.trigger, ACTUAL)
        yield PageEvent(name, trigger.fragments, trigger.text, event.label, modality, arguments)
