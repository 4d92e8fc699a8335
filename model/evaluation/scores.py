"""Scores of found pages against gold: mentions, times, events, arguments, zones and identities.

Mentions are scored without times, which have figures of their own, unless a measure says otherwise. A mention, trigger
or time matches when span and type are equal (strict); when the span is (span only); when the type is and the spans
share a code point (overlap: each item matches one other at most, equal ones first). Outermost and nested are strict
among the mentions that lie in no longer one, and among those that do. An argument matches when trigger, event type,
role and the filler's span are equal; a pair of mentions of one identity, when both spans are. Zones are scored by
accuracy over the gold lines.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from model.evaluation.layers import Layer
from model.evaluation.matching import key_of, pair_equal, pair_overlapping, span_of
from model.evaluation.tally import Tally, tally
from model.gold_page import GoldPage, PageMention
from model.text.span import Span

TIMES = frozenset({"DATE", "TIME"})
CORE = frozenset({"PERS", "ORG", "GPE", "LOC"})

MEASURES: Mapping[str, Layer] = {
    "entities strict": Layer.MENTIONS,
    "entities span only": Layer.MENTIONS,
    "entities overlap": Layer.MENTIONS,
    "entities outermost": Layer.MENTIONS,
    "entities nested": Layer.MENTIONS,
    "PERS ORG GPE LOC strict": Layer.MENTIONS,
    "entities and times strict": Layer.MENTIONS,
    "times span+type": Layer.MENTIONS,
    "times span+value": Layer.VALUES,
    "events trigger+type": Layer.EVENTS,
    "events trigger": Layer.EVENTS,
    "events overlap": Layer.EVENTS,
    "arguments": Layer.ARGUMENTS,
    "identity pairs (within page)": Layer.IDENTITIES,
}
"""The measures in the order in which they are shown, and what gold must annotate for each."""


class Way(StrEnum):
    """How strictly an item of one label is matched."""

    STRICT = "strict"
    SPAN = "span only"
    OVERLAP = "overlap"
    OUTERMOST = "outermost"
    NESTED = "nested"


ByLabel = dict[str, Tally]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one page or of many together, over all labels and by label."""

    pages: int
    measures: dict[str, Tally]
    mentions: dict[Way, ByLabel]
    """Times included."""
    events: dict[Way, ByLabel]
    time_values: Share
    """Right values among times whose span was found."""
    zones: Share

    @property
    def labels(self) -> ByLabel:
        """Mentions by label, strict."""
        return self.mentions[Way.STRICT]

    @property
    def event_labels(self) -> ByLabel:
        """Triggers by label, strict."""
        return self.events[Way.STRICT]

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(
            self.pages + other.pages,
            _merged(self.measures, other.measures),
            _merged_ways(self.mentions, other.mentions),
            _merged_ways(self.events, other.events),
            self.time_values + other.time_values,
            self.zones + other.zones,
        )


_NONE = Scores(
    0,
    dict.fromkeys(MEASURES, Tally()),
    {way: {} for way in Way},
    {way: {} for way in (Way.STRICT, Way.SPAN, Way.OVERLAP)},
    Share(),
    Share(),
)


def score_pages(pairs: Iterable[tuple[GoldPage, GoldPage]]) -> Scores:
    """The figures over pairs of gold and found pages."""
    return total_of(score_page(gold, found) for gold, found in pairs)


def total_of(scores: Iterable[Scores]) -> Scores:
    """The figures of several pages together."""
    return sum(scores, _NONE)


def _merged(one: ByLabel, other: ByLabel) -> ByLabel:
    return {name: one.get(name, Tally()) + other.get(name, Tally()) for name in (*one, *other)}


def _merged_ways(one: dict[Way, ByLabel], other: dict[Way, ByLabel]) -> dict[Way, ByLabel]:
    return {way: _merged(labels, other[way]) for way, labels in one.items()}


def score_page(gold: GoldPage, found: GoldPage) -> Scores:
    """The figures of one page."""
    gold_names, found_names = _names(gold), _names(found)
    gold_times, found_times = _times(gold), _times(found)
    names, times = _ways(gold_names, found_names), _ways(gold_times, found_times)
    events = {
        Way.STRICT: pair_equal(gold.events, found.events, key_of).by_label(),
        Way.SPAN: pair_equal(gold.events, found.events, key_of, span_of).by_label(),
        Way.OVERLAP: pair_overlapping(gold.events, found.events).by_label(),
    }
    measures = {
        "entities strict": _total(names[Way.STRICT]),
        "entities span only": tally(map(span_of, gold_names), map(span_of, found_names)),
        "entities overlap": _total(names[Way.OVERLAP]),
        "entities outermost": _total(names[Way.OUTERMOST]),
        "entities nested": _total(names[Way.NESTED]),
        "PERS ORG GPE LOC strict": _total(
            {label: counted for label, counted in names[Way.STRICT].items() if label in CORE}
        ),
        "entities and times strict": _total(names[Way.STRICT]) + _total(times[Way.STRICT]),
        "times span+type": _total(times[Way.STRICT]),
        "times span+value": tally(map(_valued, gold_times), map(_valued, found_times)),
        "events trigger+type": _total(events[Way.STRICT]),
        "events trigger": tally(map(span_of, gold.events), map(span_of, found.events)),
        "events overlap": _total(events[Way.OVERLAP]),
        "arguments": tally(_arguments(gold), _arguments(found)),
        "identity pairs (within page)": tally(_identity_pairs(gold), _identity_pairs(found)),
    }
    mentions = _merged_ways(names, times)
    return Scores(1, measures, mentions, events, _time_values(gold_times, found_times), _zones(gold, found))


def _ways(gold: Sequence[PageMention], found: Sequence[PageMention]) -> dict[Way, ByLabel]:
    outer_gold, outer_found = outermost(gold), outermost(found)
    return {
        Way.STRICT: pair_equal(gold, found, key_of).by_label(),
        Way.SPAN: pair_equal(gold, found, key_of, span_of).by_label(),
        Way.OVERLAP: pair_overlapping(gold, found).by_label(),
        Way.OUTERMOST: pair_equal(outer_gold, outer_found, key_of).by_label(),
        Way.NESTED: pair_equal(_besides(gold, outer_gold), _besides(found, outer_found), key_of).by_label(),
    }


def _besides(mentions: Sequence[PageMention], outer: Sequence[PageMention]) -> list[PageMention]:
    known = {id(item) for item in outer}
    return [item for item in mentions if id(item) not in known]


def _total(labels: ByLabel) -> Tally:
    return sum(labels.values(), Tally())


def outermost(mentions: Sequence[PageMention]) -> list[PageMention]:
    """The mentions that lie within no longer one."""
    return [
        item
        for item in mentions
        if not any(other.span != item.span and other.span.contains(item.span) for other in mentions)
    ]


def _names(page: GoldPage) -> list[PageMention]:
    return [mention for mention in page.mentions if mention.label not in TIMES]


def _times(page: GoldPage) -> list[PageMention]:
    return [mention for mention in page.mentions if mention.label in TIMES]


def _valued(item: PageMention) -> Hashable:
    return item.span, item.value


def _time_values(gold: Iterable[PageMention], found: Iterable[PageMention]) -> Share:
    values = {item.span: item.value for item in found}
    met = [item for item in gold if item.span in values]
    return Share(sum(values[item.span] == item.value for item in met), len(met))


def _zones(gold: GoldPage, found: GoldPage) -> Share:
    zones = {zone.span: zone.zone for zone in found.zones}
    return Share(sum(zones.get(zone.span) == zone.zone for zone in gold.zones), len(gold.zones))


def _arguments(page: GoldPage) -> Iterator[Hashable]:
    spans = page.spans_by_id()
    for event in page.events:
        for role, target in event.arguments:
            if target in spans:
                yield event.span, event.label, role, spans[target]


def _identity_pairs(page: GoldPage) -> Iterator[Hashable]:
    groups: defaultdict[str, set[Span]] = defaultdict(set)
    for mention in page.mentions:
        if mention.key:
            groups[mention.key].add(mention.span)
    for spans in groups.values():
        yield from combinations(sorted(spans), 2)
