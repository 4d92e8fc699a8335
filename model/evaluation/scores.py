"""Scores of found page files against gold: mentions, times, events, arguments, zones and identities.

Mentions are scored without times, which have figures of their own. A mention, trigger or time matches when span and
type are equal (strict); an argument, when trigger, event type, role and the filler's span are; a pair of mentions of
one identity, when both spans are. Zones are scored by accuracy over the gold lines.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from model.evaluation.tally import Tally, tally
from model.gold_page import GoldPage, PageEvent, PageMention
from model.text.span import Span

TIMES = frozenset({"DATE", "TIME"})
CORE = frozenset({"PERS", "ORG", "GPE", "LOC"})

MEASURES = (
    "entities strict",
    "entities span only",
    "entities outermost",
    "PERS ORG GPE LOC strict",
    "times span+type",
    "times span+value",
    "events trigger+type",
    "events trigger",
    "arguments",
    "identity pairs (within page)",
)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one page or of many together; ``labels`` and ``event_labels`` by type."""

    pages: int
    measures: dict[str, Tally]
    labels: dict[str, Tally]
    event_labels: dict[str, Tally]
    time_values: Share
    """Right values among times whose span was found."""
    zones: Share


def score_pages(pairs: Iterable[tuple[GoldPage, GoldPage]]) -> Scores:
    """The figures over pairs of gold and found pages."""
    total = Scores(0, dict.fromkeys(MEASURES, Tally()), {}, {}, Share(), Share())
    for gold, found in pairs:
        total = _sum(total, score_page(gold, found))
    return total


def _sum(one: Scores, other: Scores) -> Scores:
    return Scores(
        one.pages + other.pages,
        _merged(one.measures, other.measures),
        _merged(one.labels, other.labels),
        _merged(one.event_labels, other.event_labels),
        one.time_values + other.time_values,
        one.zones + other.zones,
    )


def _merged(one: dict[str, Tally], other: dict[str, Tally]) -> dict[str, Tally]:
    return {name: one.get(name, Tally()) + other.get(name, Tally()) for name in (*one, *other)}


def score_page(gold: GoldPage, found: GoldPage) -> Scores:
    """The figures of one page."""
    gold_names, found_names = _names(gold), _names(found)
    gold_times, found_times = _times(gold), _times(found)
    measures = (
        tally(map(_key, gold_names), map(_key, found_names)),
        tally((item.span for item in gold_names), (item.span for item in found_names)),
        tally(map(_key, outermost(gold_names)), map(_key, outermost(found_names))),
        tally(_core(gold_names), _core(found_names)),
        tally(map(_key, gold_times), map(_key, found_times)),
        tally(map(_valued, gold_times), map(_valued, found_times)),
        tally(map(_key, gold.events), map(_key, found.events)),
        tally((item.span for item in gold.events), (item.span for item in found.events)),
        tally(_arguments(gold), _arguments(found)),
        tally(_identity_pairs(gold), _identity_pairs(found)),
    )
    return Scores(
        1,
        dict(zip(MEASURES, measures, strict=True)),
        _by_label(gold_names, found_names),
        _by_label(gold.events, found.events),
        _time_values(gold_times, found_times),
        _zones(gold, found),
    )


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


def _key(item: PageMention | PageEvent) -> Hashable:
    return item.span, item.label


def _valued(item: PageMention) -> Hashable:
    return item.span, item.value


def _core(mentions: Iterable[PageMention]) -> list[Hashable]:
    return [_key(item) for item in mentions if item.label in CORE]


def _by_label(gold: Sequence[PageMention | PageEvent], found: Sequence[PageMention | PageEvent]) -> dict[str, Tally]:
    names = sorted({item.label for item in (*gold, *found)})
    return {
        name: tally(
            (item.span for item in gold if item.label == name), (item.span for item in found if item.label == name)
        )
        for name in names
    }


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
