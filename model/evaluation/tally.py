"""Counts of agreement between gold and found items, and the figures that follow from them."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items match, how many gold has, how many were found; an item may occur several times on both sides."""

    matched: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.matched + other.matched, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 when nothing was found."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found; 0 when gold has nothing."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def tally(gold: Iterable[Hashable], found: Iterable[Hashable]) -> Tally:
    """Match equal items one to one and count."""
    of_gold, of_found = Counter(gold), Counter(found)
    return Tally((of_gold & of_found).total(), of_gold.total(), of_found.total())
