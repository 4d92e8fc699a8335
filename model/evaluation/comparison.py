"""Whether one set of suggestions is better than another on the same pages, or only seems so.

Pages are the units. The p-value is that of paired approximate randomisation: how often, when each page's two results
are swapped or not at random, F1 differs at least as much as it does (Noreen, Computer-Intensive Methods for Testing
Hypotheses, 1989; Yeh, More accurate tests for the statistical significance of result differences, COLING 2000). The
interval of the difference is the percentile interval of a paired bootstrap over pages (Efron and Tibshirani, An
Introduction to the Bootstrap, 1993). Both draw from a fixed seed: the same results give the same figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from model.evaluation.tally import Tally

if TYPE_CHECKING:
    from numpy.typing import NDArray

TRIALS = 10_000
CONFIDENCE = 0.95
_SEED = 20_240_327
_AT_ONCE = 2_000_000
"""Random numbers in memory at once."""

PageTallies = Sequence[Mapping[str, Tally]]
"""For each page its counts by measure."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The F1 of two systems on one measure; the difference is the second's less the first's."""

    first: float
    second: float
    low: float
    high: float
    p_value: float

    @property
    def difference(self) -> float:
        """How much better the second is."""
        return self.second - self.first


def compare(first: PageTallies, second: PageTallies, measures: Sequence[str]) -> dict[str, Comparison]:
    """Each measure's comparison. Raises ValueError when the two are not of the same pages or there are none."""
    import numpy as np

    if len(first) != len(second) or not first:
        raise ValueError(f"{len(first)} pages against {len(second)}")
    a, b = (np.array([[_counts(page[name]) for name in measures] for page in side], float) for side in (first, second))
    of_first, of_second = _f1(a.sum(axis=0)), _f1(b.sum(axis=0))
    observed = np.abs(of_second - of_first)
    swapped = np.concatenate([np.abs(part) for part in _randomised(a, b)])
    tolerance = 1e-12  # equal counts must tie, whatever the order of the sums
    p_values = ((swapped >= observed - tolerance).sum(axis=0) + 1) / (TRIALS + 1)
    drawn = np.concatenate(_resampled(a, b))
    low, high = np.quantile(drawn, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2], axis=0)
    return {
        name: Comparison(*map(float, (of_first[at], of_second[at], low[at], high[at], p_values[at])))
        for at, name in enumerate(measures)
    }


def _counts(tally: Tally) -> tuple[int, int]:
    """F1 is twice the matches by all items of both sides."""
    return tally.matched, tally.gold + tally.found


def _f1(counts: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    f1: NDArray[Any] = 2 * counts[..., 0] / np.maximum(counts[..., 1], 1)
    return f1


def _portions(pages: int) -> list[int]:
    size = max(_AT_ONCE // pages, 1)
    return [min(size, TRIALS - done) for done in range(0, TRIALS, size)]


def _weighted(weights: "NDArray[Any]", counts: "NDArray[Any]") -> "NDArray[Any]":
    """The counts of all pages together, for each row of weights of pages."""
    pages = counts.shape[0]
    summed: NDArray[Any] = weights @ counts.reshape(pages, -1)
    return summed.reshape(-1, *counts.shape[1:])


def _randomised(a: "NDArray[Any]", b: "NDArray[Any]") -> list["NDArray[Any]"]:
    """The differences of F1 when the results of random pages are swapped."""
    import numpy as np

    generator = np.random.default_rng(_SEED)
    found = []
    for trials in _portions(len(a)):
        moved = _weighted(generator.integers(0, 2, (trials, len(a))).astype(float), b - a)
        found.append(_f1(b.sum(axis=0) - moved) - _f1(a.sum(axis=0) + moved))
    return found


def _resampled(a: "NDArray[Any]", b: "NDArray[Any]") -> list["NDArray[Any]"]:
    """The differences of F1 on as many pages drawn at random, with repetition."""
    import numpy as np

    generator = np.random.default_rng(_SEED + 1)
    found = []
    for trials in _portions(len(a)):
        weights = generator.multinomial(len(a), np.full(len(a), 1 / len(a)), size=trials).astype(float)
        found.append(_f1(_weighted(weights, b)) - _f1(_weighted(weights, a)))
    return found
