"""The differences between gold and found pages, one by one, with the line they stand in and the suggester's reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from model.evaluation.layers import EVERY_LAYER, Layer
from model.evaluation.matching import Item, key_of, pair_equal
from model.gold_page import Evidence, GoldPage, PageEvent, PageItem
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
    """One difference.

    ``detail`` says what gold has against what was found, where the label alone does not. ``at`` is where the span
    begins in ``line``, in code points. ``evidence`` is that of a false alarm or a wrong value.
    """

    doc: str
    difference: Difference
    label: str
    span: Span
    covered: str
    line: str
    at: int
    detail: str = ""
    evidence: Evidence | None = None


def deviations(
    gold: GoldPage, found: GoldPage, text: str, layers: frozenset[Layer] = EVERY_LAYER
) -> Iterator[Deviation]:
    """Every difference of a page in the layers that gold annotates, by kind and then in the order of the text."""
    page = _Page(gold.doc, text)
    if Layer.ZONES in layers:
        yield from page.zone_deviations(gold, found)
    yield from page.item_deviations(gold.mentions, found.mentions)
    if Layer.EVENTS in layers:
        yield from page.item_deviations(gold.events, found.events)
    if Layer.VALUES in layers:
        yield from page.value_deviations(gold, found)
    if Layer.ARGUMENTS in layers:
        yield from page.argument_deviations(gold, found)


class _Page:
    """One page's text, whose lines the deviations show."""

    def __init__(self, doc: str, text: str) -> None:
        self._doc = doc
        self._text = text
        self._lines = [Span(start, end) for start, end in line_bounds(text) if end > start]

    def _deviation(self, difference: Difference, label: str, span: Span, detail: str = "") -> Deviation:
        line = next((line for line in self._lines if line.overlaps(span)), span)
        shown = line.of(self._text)
        lead = len(shown) - len(shown.lstrip())
        at = max(span.start - line.start - lead, 0)
        return Deviation(self._doc, difference, label, span, span.of(self._text), shown.strip(), at, detail)

    def zone_deviations(self, gold: GoldPage, found: GoldPage) -> Iterator[Deviation]:
        zones = {zone.span: zone.zone for zone in found.zones}
        for zone in gold.zones:
            other = zones.get(zone.span, "")
            if other != zone.zone:
                one = self._deviation(Difference.ZONE, zone.zone, zone.span, f"{zone.zone} ≠ {other}")
                yield replace(one, covered=one.line, at=0)

    def item_deviations(self, gold: Sequence[Item], found: Sequence[Item]) -> Iterator[Deviation]:
        pairing = pair_equal(gold, found, key_of)
        sides: tuple[tuple[Difference, tuple[Item, ...], tuple[Item, ...]], ...] = (
            (Difference.MISSED, pairing.missed, pairing.false),
            (Difference.FALSE, pairing.false, pairing.missed),
        )
        for difference, items, others in sides:
            for item in items:
                one = self._deviation(difference, item.label, item.span, _instead(item, others))
                # gold that was suggested once may still carry evidence, which does not make a miss anybody's fault
                evidence = item.evidence if difference is Difference.FALSE else None
                yield replace(one, covered=item.text, evidence=evidence)

    def value_deviations(self, gold: GoldPage, found: GoldPage) -> Iterator[Deviation]:
        others = {key_of(item): item for item in found.mentions}
        for item in gold.mentions:
            other = others.get(key_of(item))
            if item.value is not None and other is not None and other.value != item.value:
                detail = f"{item.value} ≠ {other.value}"
                one = self._deviation(Difference.VALUE, item.label, item.span, detail)
                yield replace(one, evidence=other.evidence)

    def argument_deviations(self, gold: GoldPage, found: GoldPage) -> Iterator[Deviation]:
        """Arguments of events whose trigger and type both sides have."""
        of_gold, of_found = _arguments(gold), _arguments(found)
        for span, label in sorted(of_gold.keys() & of_found.keys()):
            right, proposed = of_gold[span, label], of_found[span, label]
            for difference, some, others in (
                (Difference.ARGUMENT_MISSED, right, proposed),
                (Difference.ARGUMENT_FALSE, proposed, right),
            ):
                for role, filler in sorted(some.keys() - others.keys()):
                    detail = f"{role}: {filler.of(self._text)}"
                    one = self._deviation(difference, label, span, detail)
                    evidence = some[role, filler] if difference is Difference.ARGUMENT_FALSE else None
                    yield replace(one, evidence=evidence)


def _instead(item: PageItem, others: Sequence[PageItem]) -> str:
    """What the other side has there and this one has not."""
    there = [f"{other.label} {other.text}" for other in others if other.span.overlaps(item.span)]
    return f"≠ {'، '.join(there)}" if there else ""


_Arguments = dict[tuple[str, Span], Evidence | None]


def _arguments(page: GoldPage) -> dict[tuple[Span, str], _Arguments]:
    spans = page.spans_by_id()
    found: dict[tuple[Span, str], _Arguments] = {}
    for event in page.events:
        known = found.setdefault(key_of(event), {})
        for at, (role, target) in enumerate(event.arguments):
            if target in spans:
                known[role, spans[target]] = _argument_evidence(event, at)
    return found


def _argument_evidence(event: PageEvent, at: int) -> Evidence | None:
    if event.evidence is None or not event.argument_reasons:
        return event.evidence
    return replace(event.evidence, reason=event.argument_reasons[at])
