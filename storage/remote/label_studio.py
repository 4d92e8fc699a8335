"""The form in which Label Studio and its ML backends exchange labelled text.

Offsets of a Text are code points (its editor's own tests say so); editors before 2022 wrote UTF-16 units, as some
backends still do. The text in a region writes a line's end as a backslash and n. An event is a region with a label of
its own and a relation, named by its role, to each mention that fills one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

import msgspec
from lxml import etree

from model.errors import TawsimError
from model.messages import Message
from model.suggest.optional.found import Found
from model.suggestion import SuggestedEvent, Suggestion
from model.text.offsets import OffsetMap
from model.text.span import Span

LABELS, TEXT, RELATION = "labels", "text", "relation"
FROM_NAME, TO_NAME, FIELD = "label", "text", "text"
"""Names in the configuration that Tawsim sends to a backend."""


def config_of(labels: Iterable[str]) -> str:
    """A labelling configuration with these labels on one text."""
    rows = "".join(f"<Label value={quoteattr(label)}/>" for label in labels)
    return (
        f'<View><Relations/><Labels name="{FROM_NAME}" toName="{TO_NAME}">{rows}</Labels>'
        f'<Text name="{TO_NAME}" value="${FIELD}"/></View>'
    )


class _Value(msgspec.Struct):
    start: int | str | None = None
    end: int | str | None = None
    text: str | None = None
    labels: list[str] = []


class _Region(msgspec.Struct):
    type: str = ""
    id: str = ""
    value: _Value = msgspec.field(default_factory=_Value)
    score: float | None = None
    from_id: str = ""
    to_id: str = ""
    direction: str = "right"
    labels: list[str] = []


@dataclass(frozen=True, slots=True)
class Regions:
    """What the regions of a prediction are in the text, and how many are not in it."""

    found: tuple[Found, ...]
    lost: int


def read_regions(result: object, text: str, score: float | None) -> Regions:
    """The labelled stretches of a prediction's ``result``; ``score`` for those without one of their own.

    Raises msgspec.ValidationError for what is no list of regions. Other types of regions are passed over.
    """
    regions = msgspec.convert(result, list[_Region], strict=False)
    links = _links(regions)
    labelled = [region for region in regions if region.type == LABELS or (not region.type and region.value.labels)]
    offsets = OffsetMap(text)
    places = [(region, _place(region.value, text, offsets)) for region in labelled]
    found = (
        Found(
            place.start,
            place.end,
            label,
            score if region.score is None else region.score,
            region.id,
            tuple(links.get(region.id, ())),
        )
        for region, place in places
        if place is not None
        for label in region.value.labels
    )
    return Regions(tuple(found), sum(place is None for _, place in places))


def _links(regions: Iterable[_Region]) -> dict[str, list[tuple[str, str]]]:
    links: dict[str, list[tuple[str, str]]] = {}
    for region in regions:
        if region.type == RELATION:
            ends = (region.from_id, region.to_id)
            start, end = reversed(ends) if region.direction == "left" else ends
            links.setdefault(start, []).extend((label, end) for label in region.labels)
    return links


def _place(value: _Value, text: str, offsets: OffsetMap) -> Span | None:
    """Where a region stands: counted in code points, or in UTF-16 units if only then its words stand there."""
    try:
        start, end = int(value.start or 0), int(value.end or 0)
    except ValueError:
        return None
    if not 0 <= start < end:
        return None
    units = offsets.to_utf16(len(text))
    readings = [(start, end)] if end <= len(text) else []
    if end <= units:
        readings.append((offsets.from_utf16(start), offsets.from_utf16(end)))
    for first, last in readings:
        if first < last and (value.text is None or _alike(text[first:last], value.text)):
            return Span(first, last)
    return None


def _alike(ours: str, theirs: str) -> bool:
    return theirs in (ours, shown_text(ours)) or ours.split() == theirs.replace("\\n", "\n").split()


def shown_text(text: str) -> str:
    """A text as the value of a region shows it."""
    return text.replace("\n", "\\n")


@dataclass(frozen=True, slots=True)
class Layout:
    """What a labelling configuration says: the field of a task with the text, its control's name, its labels."""

    field: str
    text_name: str
    labels: Mapping[str, tuple[str, str]]
    """By folded value: the name of the control and the value as written."""
    relations: Mapping[str, str] | None
    """By folded value: the value as written. Without values every relation is shown, with None none is."""


class LayoutError(TawsimError):
    """A labelling configuration without a text and labels for it."""


def read_config(config: str) -> Layout:
    """The first text of a configuration that has labels. Raises LayoutError."""
    root = _parsed(config)
    for text in root.iter("Text"):
        name, value = text.get("name", ""), text.get("value", "")
        controls = [control for control in root.iter("Labels") if control.get("toName", "") == name]
        labels = {
            folded: (control.get("name", ""), label.get("value", ""))
            for control in controls
            for label in control.iter("Label")
            for folded in [label.get("value", "").casefold()]
        }
        if labels and value.startswith("$"):
            return Layout(value[1:], name, labels, _relation_values(root))
    raise LayoutError(Message("The labelling configuration has no Text with Labels."))


def _relation_values(root: Any) -> dict[str, str] | None:
    if next(root.iter("Relations"), None) is None:
        return None
    values = [relation.get("value", "") for relation in root.iter("Relation")]
    return {value.casefold(): value for value in values}


def _parsed(config: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(config.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise LayoutError(Message("The labelling configuration cannot be read: {reason}", reason=str(error))) from error


def write_regions(
    mentions: Iterable[Suggestion], events: Sequence[SuggestedEvent], layout: Layout, names: "Names"
) -> list[dict[str, Any]]:
    """The regions and relations of suggestions whose labels the layout has; those in several pieces are left out."""
    shown, result = set[str](), list[dict[str, Any]]()
    every = [(one, names.mention(one.label)) for one in mentions] + [(one, names.event(one.label)) for one in events]
    for one, candidates in every:
        value = next((layout.labels[name] for name in candidates if name in layout.labels), None)
        if value is not None and len(one.fragments) == 1:
            shown.add(one.id)
            result.append(_region(one, value, layout))
    for event in events:
        if event.id in shown:
            result += _relations(event, shown, layout.relations)
    return result


def _region(one: Suggestion, value: tuple[str, str], layout: Layout) -> dict[str, Any]:
    control, label = value
    (span,) = one.fragments
    return {
        "id": one.id,
        "from_name": control,
        "to_name": layout.text_name,
        "type": LABELS,
        "value": {"start": span.start, "end": span.end, "text": shown_text(one.text), "labels": [label]},
        "score": one.score,
    }


def _relations(event: SuggestedEvent, shown: set[str], values: Mapping[str, str] | None) -> Iterator[dict[str, Any]]:
    if values is None:
        return
    for part in event.arguments:
        role = values.get(part.role.casefold()) if values else part.role
        if role is not None and part.mention_id in shown:
            yield {
                "type": RELATION,
                "from_id": event.id,
                "to_id": part.mention_id,
                "direction": "right",
                "labels": [role],
            }


@dataclass(frozen=True, slots=True)
class Names:
    """What configurations may call the labels of Tawsim: folded, by label, the best first."""

    mentions: Mapping[str, tuple[str, ...]]
    events: Mapping[str, tuple[str, ...]]

    def mention(self, label: str) -> tuple[str, ...]:
        """Names of a mention label."""
        return self.mentions.get(label, (label.casefold(),))

    def event(self, label: str) -> tuple[str, ...]:
        """Names of an event label."""
        return self.events.get(label, (label.casefold(),))
