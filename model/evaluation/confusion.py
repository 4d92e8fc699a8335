"""Which label was found where gold has which."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.evaluation.matching import Item, key_of, pair_equal, pair_overlapping, span_of

Cell = tuple[str | None, str | None]
"""Gold's label and the found one; None where that side has nothing."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """``equal`` counts labels on equal spans; ``overlapping`` on spans that only overlap, with what neither met."""

    equal: Counter[Cell]
    overlapping: Counter[Cell]

    def labels(self) -> list[str]:
        """All labels of both sides, those that gold has most first."""
        every: Counter[str] = Counter()
        for cells in (self.equal, self.overlapping):
            for (gold, found), count in cells.items():
                every.update({gold: count} if gold is not None else {})
                every.update({found: 0} if found is not None else {})
        return sorted(every, key=lambda label: (-every[label], label))

    def table(self) -> Counter[Cell]:
        """Both together: every item of both sides stands in one cell."""
        return self.equal + self.overlapping


def confusion(pages: Iterable[tuple[Sequence[Item], Sequence[Item]]]) -> Confusion:
    """The confusion over pairs of gold and found items of a page."""
    counted = Confusion(Counter(), Counter())
    for gold, found in pages:
        equal = pair_equal(gold, found, key_of, span_of)
        counted.equal.update((one.label, other.label) for one, other in equal.pairs)
        rest = pair_overlapping(equal.missed, equal.false, any_label=True)
        counted.overlapping.update((one.label, other.label) for one, other in rest.pairs)
        counted.overlapping.update((item.label, None) for item in rest.missed)
        counted.overlapping.update((None, item.label) for item in rest.false)
    return counted
