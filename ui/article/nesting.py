"""How many frames lie inside a frame: tags that share letters are painted one around the other."""

from collections.abc import Sequence

HIGHEST_LEVEL = 5
"""Deeper nests share the outermost frame's size, so that a line cannot grow without end."""


def levels(ranges: Sequence[tuple[int, int]]) -> list[int]:
    """The level of each half-open range: 0 for one that holds no other, else one more than the highest it holds.

    Of ranges that cross, the longer one counts as the outer; of equal ones, the one that is named first.
    """
    inner = _overlapping(ranges)
    order = sorted(range(len(ranges)), key=lambda index: (ranges[index][1] - ranges[index][0], -index))
    rank = {index: place for place, index in enumerate(order)}
    found = [0] * len(ranges)
    for index in order:
        below = [found[other] for other in inner[index] if rank[other] < rank[index]]
        found[index] = min(HIGHEST_LEVEL, 1 + max(below)) if below else 0
    return found


def _overlapping(ranges: Sequence[tuple[int, int]]) -> list[list[int]]:
    partners: list[list[int]] = [[] for _ in ranges]
    open_ones: list[int] = []
    for index in sorted(range(len(ranges)), key=lambda index: ranges[index]):
        open_ones = [other for other in open_ones if ranges[other][1] > ranges[index][0]]
        for other in open_ones:
            partners[index].append(other)
            partners[other].append(index)
        open_ones.append(index)
    return partners
