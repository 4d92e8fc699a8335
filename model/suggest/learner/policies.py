"""Where the learner may speak: for which labels, and how sure it must be, as measured on held-out articles."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from model.evaluation.tally import Tally
from model.suggest.learner.candidates import Candidate

NEVER = 2.0
"""No probability reaches it."""
ADD_FROM = (0.35, 0.5, 0.65, 0.8, 0.9)
KEEP_FROM = (0.15, 0.3, 0.5)
LEAST_GAIN = 2.0
"""How many right proposals a change of the rules' ones must be worth on held-out articles …"""
DEVIATIONS = 3.0
"""… and how many standard deviations of what chance would make of it: some hundred labels and thresholds are tried."""

LEAST_F1 = 0.5
"""Labels that are never confirmed are worth as much as if they were suggested with this F1."""


@dataclass(frozen=True, slots=True)
class Policy:
    """For one label: rule suggestions less probable than ``keep`` fall, others from ``add`` on are made."""

    keep: float = 0.0
    add: float = NEVER

    @property
    def is_on(self) -> bool:
        """Whether it changes anything."""
        return self.keep > 0 or self.add < NEVER


OFF = Policy()


@dataclass(frozen=True, slots=True)
class Judged:
    """What one held-out proposal was worth: whose it is, how probable it was found, whether it was right."""

    by_rules: bool
    probability: float
    is_right: bool


def choose_policy(judged: Sequence[Judged], gold: int) -> Policy:
    """The thresholds that would have bettered the rules' F1 most on held-out articles; OFF where none does clearly.

    ``gold`` is how many proposals with this label were confirmed. A further proposal raises F1 when it is right with a
    probability above half the F1 that there is, a fallen one when it is right with a probability below that.
    """
    rules = [one for one in judged if one.by_rules]
    others = [one for one in judged if not one.by_rules]
    likely = [one for one in judged if one.probability >= 0.5]
    worth = max(_f1(rules, gold), _f1(likely, gold), LEAST_F1) / 2
    keep = _best(
        (threshold, -_gain([one.is_right for one in rules if one.probability < threshold], worth))
        for threshold in KEEP_FROM
    )
    add = _best(
        (threshold, _gain([one.is_right for one in others if one.probability >= threshold], worth))
        for threshold in reversed(ADD_FROM)
    )
    return Policy(0.0 if keep is None else keep, NEVER if add is None else add)


def _f1(judged: Sequence[Judged], gold: int) -> float:
    return Tally(sum(one.is_right for one in judged), gold, len(judged)).f1


def _gain(right: Sequence[bool], worth: float) -> float:
    """What proposals are worth beyond what as many must be worth; nothing when that may be chance."""
    gain = sum(right) - worth * len(right)
    chance = DEVIATIONS * sqrt(len(right) * worth * (1 - worth))
    return gain if abs(gain) >= max(chance, LEAST_GAIN) else 0.0


def _best(options: Iterable[tuple[float, float]]) -> float | None:
    """The threshold with the highest gain, the first of equal ones."""
    found, most = None, 0.0
    for threshold, gain in options:
        if gain > most:
            found, most = threshold, gain
    return found


def settle(
    candidates: Sequence[Candidate], probabilities: Sequence[float], policies: Mapping[str, Policy]
) -> list[tuple[Candidate, float]]:
    """The candidates that stand, the surest first: those of the rules whose label is off stand in any case; of two
    mentions that cross or name the same tokens, and of two events at one token, the surer one stands."""
    ranked = []
    for one, probability in zip(candidates, probabilities, strict=True):
        policy = policies.get(one.tag, OFF)
        if one.rule is not None and policy.keep <= 0:
            ranked.append((NEVER, one, probability))
        elif probability >= (policy.keep if one.rule is not None else policy.add):
            ranked.append((probability, one, probability))
    ranked.sort(key=lambda item: (-item[0], item[1].span, item[1].tag))
    standing: list[tuple[Candidate, float]] = []
    over: dict[int, list[Candidate]] = {}
    for rank, one, probability in ranked:
        near = [other for at in range(one.first, one.last + 1) for other in over.get(at, ())]
        if rank == NEVER or not any(_conflict(one, other) for other in near):
            standing.append((one, probability))
            for at in range(one.first, one.last + 1):
                over.setdefault(at, []).append(one)
    return standing


def _conflict(one: Candidate, other: Candidate) -> bool:
    if one.is_mention != other.is_mention:
        return False
    if (one.first, one.last) == (other.first, other.last):
        return True
    within = one.first >= other.first and one.last <= other.last
    around = one.first <= other.first and one.last >= other.last
    return not (within or around)


def tallies(standing: Iterable[tuple[str, Hashable]], gold: Iterable[tuple[str, Hashable]]) -> dict[str, Tally]:
    """How what stands agrees with what was confirmed, by tag."""
    found, right = set(standing), set(gold)
    counted: dict[str, Tally] = {}
    for tag in sorted({tag for tag, _ in found | right}):
        mine = {item for item in found if item[0] == tag}
        theirs = {item for item in right if item[0] == tag}
        counted[tag] = Tally(len(mine & theirs), len(theirs), len(mine))
    return counted
