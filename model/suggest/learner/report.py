"""What a training found out about itself, on articles held out from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.evaluation.tally import Tally
from model.suggest.learner.policies import Judged, Policy

BINS = 10


class Verdict(StrEnum):
    """Why the learner is on or off for a label."""

    BETTER = "better"
    """It is on: on held-out articles it betters the rules."""
    NOT_BETTER = "not better"
    TOO_FEW = "too few"
    """Too little was confirmed to tell."""


@dataclass(frozen=True, slots=True)
class LabelReport:
    """One label on held-out articles: the rules alone, the learner alone, both as they are combined."""

    tag: str
    """The label after ``mention:``, ``event:`` or ``role:``."""
    rules: Tally
    learner: Tally
    combined: Tally
    policy: Policy
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Bin:
    """Proposals whose probability lies in one tenth: how many, their mean probability, how many were right."""

    count: int
    probability: float
    right: int


@dataclass(frozen=True, slots=True)
class Report:
    """``lessons`` trained on, ``held_out`` of them also judged by what the others taught; ``tokens`` settled."""

    lessons: int = 0
    held_out: int = 0
    tokens: int = 0
    labels: tuple[LabelReport, ...] = ()
    reliability: tuple[Bin, ...] = ()

    def total(self, kind: str) -> tuple[Tally, Tally, Tally]:
        """Rules, learner and both over all labels of a kind: ``mention:``, ``event:`` or ``role:``."""
        chosen = [one for one in self.labels if one.tag.startswith(kind)]
        nothing = Tally()
        return (
            sum((one.rules for one in chosen), nothing),
            sum((one.learner for one in chosen), nothing),
            sum((one.combined for one in chosen), nothing),
        )


def reliability(judged: Iterable[Judged]) -> tuple[Bin, ...]:
    """The proposals by tenths of their probability; tenths without any are left out."""
    bins: dict[int, list[Judged]] = {}
    for one in judged:
        bins.setdefault(min(int(one.probability * BINS), BINS - 1), []).append(one)
    return tuple(_bin(found) for _, found in sorted(bins.items()))


def _bin(judged: Sequence[Judged]) -> Bin:
    mean = sum(one.probability for one in judged) / len(judged)
    return Bin(len(judged), round(mean, 4), sum(one.is_right for one in judged))


def label_reports(
    rules: Mapping[str, Tally],
    learner: Mapping[str, Tally],
    combined: Mapping[str, Tally],
    policies: Mapping[str, Policy],
    *,
    least: int,
) -> tuple[LabelReport, ...]:
    """A report for each label that has been confirmed or proposed, sorted."""
    nothing = Tally()
    found = []
    for tag in sorted({*rules, *learner, *combined}):
        policy = policies.get(tag, Policy())
        few = rules.get(tag, nothing).gold < least
        verdict = Verdict.BETTER if policy.is_on else Verdict.TOO_FEW if few else Verdict.NOT_BETTER
        one = LabelReport(
            tag, rules.get(tag, nothing), learner.get(tag, nothing), combined.get(tag, nothing), policy, verdict
        )
        found.append(one)
    return tuple(found)
