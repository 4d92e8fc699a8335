"""Chips above a line: as few lanes as possible, no two chips of a lane over each other.

Places are measured in reading order, from the column's leading edge.
"""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 3.0
_SHORTEST = 10.0


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a chip would start, how wide it would like to be, and how narrow it may become."""

    start: float
    natural: float
    least: float
    length: int
    """Of the tag in code points: inner tags, being shorter, stay nearest to the letters."""
    slack: float = 0.0
    """How far it may move on to stand beside another chip instead of above it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chip stands. Lane 0 is the one nearest to the letters."""

    start: float
    width: float
    lane: int


def place_chips(wishes: Sequence[Wish], column: float) -> list[Place]:
    """Give each chip a lane greedily, shorter tags first, and then as much of its natural width as is free."""
    lanes: list[list[tuple[float, float, int]]] = []
    starts = [min(wish.start, max(0.0, column - wish.least)) for wish in wishes]
    for index in sorted(range(len(wishes)), key=lambda index: (wishes[index].length, wishes[index].start)):
        lane, start = _first_free(lanes, starts[index], wishes[index], column)
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((start, start + wishes[index].least, index))
    places: dict[int, Place] = {}
    for number, taken in enumerate(lanes):
        in_order = sorted(taken)
        limits = [start - GAP for start, _, _ in in_order[1:]] + [column]
        for (start, _, index), limit in zip(in_order, limits, strict=True):
            places[index] = Place(start, min(wishes[index].natural, limit - start), number)
    return [places[index] for index in range(len(wishes))]


def _first_free(
    lanes: Sequence[Sequence[tuple[float, float, int]]], start: float, wish: Wish, column: float
) -> tuple[int, float]:
    """The lowest lane with room, and where in it; a new lane if there is none."""
    for number, taken in enumerate(lanes):
        ends = [end + GAP for _, end, _ in taken if start < end + GAP <= start + wish.slack]
        for place in (start, *sorted(ends)):
            if place + wish.least <= column and _free(taken, place, place + wish.least):
                return number, place
    return len(lanes), start


def _free(taken: Sequence[tuple[float, float, int]], start: float, end: float) -> bool:
    return all(start >= other_end + GAP or end + GAP <= other_start for other_start, other_end, _ in taken)


def grown(places: Sequence[Place], widths: Sequence[tuple[int, float]], column: float) -> list[Place | None]:
    """The places when some chips (index, wished width) grow, the first ones first.

    A grown chip moves back only where there is no room before it; it leaves the other growing ones their first places.
    The rest shorten or, where nothing of them would be left to read, are None.
    """
    growing = dict(widths)
    found: list[Place | None] = list(places)
    for index, wished in widths:
        chip = places[index]
        beside = [
            found[other] or places[other] for other in growing if other != index and places[other].lane == chip.lane
        ]
        first = max((place.start + place.width + GAP for place in beside if place.start < chip.start), default=0.0)
        last = min((place.start - GAP for place in beside if place.start > chip.start), default=column)
        width = min(max(wished, chip.width), last - first)
        wide = Place(max(first, min(chip.start, last - width)), width, chip.lane)
        found = [
            wide if other == index else place if other in growing else _beside(place, wide)
            for other, place in enumerate(found)
        ]
    return found


def _beside(place: Place | None, wide: Place) -> Place | None:
    if place is None or place.lane != wide.lane:
        return place
    if place.start + place.width + GAP <= wide.start or place.start >= wide.start + wide.width + GAP:
        return place
    left_over = wide.start - GAP - place.start
    return Place(place.start, left_over, place.lane) if left_over >= _SHORTEST else None
