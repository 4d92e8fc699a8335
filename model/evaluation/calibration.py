"""How far the scores of suggesters can be believed: reliability in bins, expected calibration error, Brier score.

A score is meant as the probability of being right. Within a bin of scores, confidence is their mean and accuracy the
share that is right; the expected calibration error is the mean distance between the two, weighted by the bin's size
(Guo et al., On Calibration of Modern Neural Networks, 2017). The Brier score is the mean squared distance between a
score and what came out, 1 or 0.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.evaluation.matching import Item, key_of, pair_equal
from model.gold_page import GoldPage

BINS = 10


class Kind(StrEnum):
    """What is suggested."""

    MENTIONS = "mentions"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Observation:
    """One suggestion: whose, how sure, and whether gold has it, span and label."""

    suggester: str
    version: str
    kind: Kind
    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The suggestions whose scores lie in one tenth of the scale."""

    count: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The reliability of one suggester for one kind. ``bins`` from the lowest scores to the highest, None if empty."""

    suggester: str
    version: str
    kind: Kind
    count: int
    right: int
    bins: tuple[Bin | None, ...]
    brier: float

    @property
    def expected_error(self) -> float:
        """The expected calibration error, 0 to 1."""
        return sum(one.count * abs(one.accuracy - one.confidence) for one in self.bins if one) / self.count


def observations(gold: GoldPage, found: GoldPage) -> Iterator[Observation]:
    """What a page tells about its suggestions; items without evidence are passed over."""
    yield from _observed(Kind.MENTIONS, gold.mentions, found.mentions)
    yield from _observed(Kind.EVENTS, gold.events, found.events)


def _observed(kind: Kind, gold: Sequence[Item], found: Sequence[Item]) -> Iterator[Observation]:
    pairing = pair_equal(gold, found, key_of)
    sides = ((True, (item for _, item in pairing.pairs)), (False, pairing.false))
    for right, items in sides:
        for item in items:
            if item.evidence is not None:
                by = item.evidence
                yield Observation(by.suggester, by.version, kind, by.score, right)


def calibrations(observed: Iterable[Observation]) -> list[Calibration]:
    """One for each suggester, version and kind, in the order of their names."""
    groups: defaultdict[tuple[str, str, Kind], list[Observation]] = defaultdict(list)
    for one in observed:
        groups[one.suggester, one.version, one.kind].append(one)
    return [_calibration(group) for _, group in sorted(groups.items())]


def _calibration(group: Sequence[Observation]) -> Calibration:
    first = group[0]
    binned: list[list[Observation]] = [[] for _ in range(BINS)]
    for one in group:
        binned[min(int(one.score * BINS), BINS - 1)].append(one)
    return Calibration(
        first.suggester,
        first.version,
        first.kind,
        len(group),
        sum(one.right for one in group),
        tuple(_bin(part) if part else None for part in binned),
        sum((one.score - one.right) ** 2 for one in group) / len(group),
    )


def _bin(part: Sequence[Observation]) -> Bin:
    count = len(part)
    return Bin(count, sum(one.score for one in part) / count, sum(one.right for one in part) / count)
