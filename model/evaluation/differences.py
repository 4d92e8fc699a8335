"""The differences between gold and found pages, one by one, with the line they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from model.gold_page import GoldPage, PageEvent, PageMention
from model.text.paragraphs import line_bounds
from model.text.span import Span


class Difference(StrEnum):
    """What is wrong about an item."""

    MISSED = "missed"
    FALSE = "false"
    VALUE = "value"
    ARGUMENT_MISSED = "argument missed"
    ARGUMENT_FALSE = "argument false"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One difference. ``detail`` says what gold has against what was found, where the label alone does not."""

    doc: str
    difference: Difference
    label: str
    span: Span
    covered: str
    line: str
    detail: str = ""


def deviations(gold: GoldPage, found: GoldPage, text: str) -> Iterator[Deviation]:
    """Every difference of a page, by kind and then in the order of the text."""
    lines = [Span(start, end) for start, end in line_bounds(text) if end > start]
    yield from _zone_deviations(gold, found, text)
    for of_gold, of_found in ((gold.mentions, found.mentions), (gold.events, found.events)):
        yield from _one_sided(gold.doc, Difference.MISSED, of_gold, of_found, text, lines)
        yield from _one_sided(gold.doc, Difference.FALSE, of_found, of_gold, text, lines)
    yield from _value_deviations(gold, found, text, lines)
    yield from _argument_deviations(gold, found, text, lines)


def _one_sided(
    doc: str,
    difference: Difference,
    items: tuple[PageMention | PageEvent, ...],
    others: tuple[PageMention | PageEvent, ...],
    text: str,
    lines: list[Span],
) -> Iterator[Deviation]:
    known = {(other.span, other.label) for other in others}
    for item in items:
        if (item.span, item.label) not in known:
            yield Deviation(doc, difference, item.label, item.span, item.text, _line(item.span, text, lines))


def _line(span: Span, text: str, lines: list[Span]) -> str:
    return next((line.of(text).strip() for line in lines if line.overlaps(span)), "")


def _zone_deviations(gold: GoldPage, found: GoldPage, text: str) -> Iterator[Deviation]:
    zones = {zone.span: zone.zone for zone in found.zones}
    for zone in gold.zones:
        other = zones.get(zone.span, "")
        if other != zone.zone:
            line = zone.span.of(text).strip()
            yield Deviation(gold.doc, Difference.ZONE, zone.zone, zone.span, line, line, f"{zone.zone} ≠ {other}")


def _value_deviations(gold: GoldPage, found: GoldPage, text: str, lines: list[Span]) -> Iterator[Deviation]:
    values = {(item.span, item.label): item.value for item in found.mentions}
    for item in gold.mentions:
        if item.value is not None and values.get((item.span, item.label), item.value) != item.value:
            detail = f"{item.value} ≠ {values[item.span, item.label]}"
            line = _line(item.span, text, lines)
            yield Deviation(gold.doc, Difference.VALUE, item.label, item.span, item.text, line, detail)


def _argument_deviations(gold: GoldPage, found: GoldPage, text: str, lines: list[Span]) -> Iterator[Deviation]:
    """Arguments of events whose trigger and type both sides have."""
    of_gold, of_found = _arguments(gold), _arguments(found)
    for event in sorted(of_gold.keys() & of_found.keys()):
        span, label = event
        sides = (
            (Difference.ARGUMENT_MISSED, of_gold[event] - of_found[event]),
            (Difference.ARGUMENT_FALSE, of_found[event] - of_gold[event]),
        )
        for difference, parts in sides:
            for role, filler in sorted(parts):
                detail = f"{role}: {filler.of(text)}"
                line = _line(span, text, lines)
                yield Deviation(gold.doc, difference, label, span, span.of(text), line, detail)


def _arguments(page: GoldPage) -> dict[tuple[Span, str], set[tuple[str, Span]]]:
    spans = page.spans_by_id()
    return {
        (event.span, event.label): {(role, spans[target]) for role, target in event.arguments if target in spans}
        for event in page.events
    }
