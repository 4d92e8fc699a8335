"""Items of gold and of what was found, matched one to one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from model.evaluation.tally import Tally
from model.gold_page import PageEvent, PageMention
from model.text.span import Span

Item = TypeVar("Item", bound=PageMention | PageEvent)


@dataclass(frozen=True, slots=True)
class Pairing(Generic[Item]):
    """Pairs of a gold item and the found one that matches it, and what is left over on both sides."""

    pairs: tuple[tuple[Item, Item], ...]
    missed: tuple[Item, ...]
    false: tuple[Item, ...]

    def by_label(self) -> dict[str, Tally]:
        """The counts by label; a pair counts for the label that gold gives it, so that all labels add up."""
        counts: defaultdict[str, Tally] = defaultdict(Tally)
        for gold, _found in self.pairs:
            counts[gold.label] += Tally(1, 1, 1)
        for item in self.missed:
            counts[item.label] += Tally(0, 1, 0)
        for item in self.false:
            counts[item.label] += Tally(0, 0, 1)
        return dict(counts)


def key_of(item: PageMention | PageEvent) -> tuple[Span, str]:
    """Span and label."""
    return item.span, item.label


def span_of(item: PageMention | PageEvent) -> Span:
    """The span alone."""
    return item.span


def pair_equal(gold: Sequence[Item], found: Sequence[Item], *keys: Callable[[Item], Hashable]) -> Pairing[Item]:
    """Match items whose keys are equal: by the first key, then what is left by the next."""
    pairs = list[tuple[Item, Item]]()
    for key in keys:
        waiting: defaultdict[Hashable, list[Item]] = defaultdict(list)
        for item in reversed(found):
            waiting[key(item)].append(item)
        met, missed = list[tuple[Item, Item]](), list[Item]()
        for item in gold:
            if waiting[key(item)]:
                met.append((item, waiting[key(item)].pop()))
            else:
                missed.append(item)
        taken = {id(one) for _, one in met}
        gold, found = missed, [item for item in found if id(item) not in taken]
        pairs += met
    return Pairing(tuple(pairs), tuple(gold), tuple(found))


def pair_overlapping(gold: Sequence[Item], found: Sequence[Item], *, any_label: bool = False) -> Pairing[Item]:
    """Match items of one label, or of any, that share a code point.

    Equal ones first, then those that share most, the earlier ones before the later.
    """
    keys: list[Callable[[Item], Hashable]] = [key_of, span_of] if any_label else [key_of]
    equal: Pairing[Item] = pair_equal(gold, found, *keys)
    candidates = sorted(
        (-_shared(one.span, other.span), one.span, other.span, one.label, other.label, i, j)
        for (i, one), (j, other) in product(enumerate(equal.missed), enumerate(equal.false))
        if (any_label or one.label == other.label) and one.span.overlaps(other.span)
    )
    of_gold: dict[int, int] = {}
    of_found: set[int] = set()
    for *_, i, j in candidates:
        if i not in of_gold and j not in of_found:
            of_gold[i] = j
            of_found.add(j)
    pairs = [*equal.pairs]
    pairs += [(equal.missed[i], equal.false[j]) for i, j in of_gold.items()]
    return Pairing(
        tuple(pairs),
        _without(equal.missed, of_gold),
        _without(equal.false, of_found),
    )


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _without(items: Sequence[Item], places: Iterable[int]) -> tuple[Item, ...]:
    gone = set(places)
    return tuple(item for place, item in enumerate(items) if place not in gone)
