"""Learns the weights of signs from pages whose zones are known: a linear-chain conditional random field.

Lafferty, McCallum, Pereira 2001; the likelihood of all pages at once climbs by Adam (Kingma, Ba 2015).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.suggest.zones.weights import ZONES

Doubles = NDArray[np.float64]
_SIZE = len(ZONES)
_PAGES = 2
"""A sign that fewer pages show is left out."""
_PENALTY = 4.0
"""Weight of the squares of the weights; found by cross-validation, where 2 to 4 did alike and 0.1 did worse."""
_STEPS = 120
_RATE, _MOMENTUM, _SPREAD = 0.1, 0.9, 0.99
_TINY = 1e-8


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page's lines: the signs of each, its zone, and the zone that the rules see."""

    signs: Sequence[Sequence[str]]
    zones: Sequence[str]
    ruled: Sequence[str]


class _Climb:
    """One table of weights on its way up."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self.values = np.zeros(shape)
        self._mean, self._square = np.zeros(shape), np.zeros(shape)

    def step(self, slope: Doubles, number: int) -> None:
        """Move against the slope of what is to become small."""
        slope = slope + _PENALTY * self.values
        self._mean += (1 - _MOMENTUM) * (slope - self._mean)
        self._square += (1 - _SPREAD) * (slope * slope - self._square)
        mean = self._mean / (1 - _MOMENTUM ** (number + 1))
        square = self._square / (1 - _SPREAD ** (number + 1))
        self.values -= _RATE * (1 - 0.9 * number / _STEPS) * mean / (np.sqrt(square) + _TINY)


def train_zones(pages: Sequence[LabelledPage]) -> tuple[list[str], Doubles, Doubles]:
    """Signs, their weights (a row each) and the weights of what follows what, as ``weights.table_of`` takes them."""
    shown = Counter(sign for page in pages for sign in {sign for signs in page.signs for sign in signs})
    known = sorted(sign for sign, count in shown.items() if count >= _PAGES)
    batch = _Batch(pages, {sign: number for number, sign in enumerate(known)})
    signs, following = _Climb((len(known), _SIZE)), _Climb((_SIZE + 1, _SIZE))
    for number in range(_STEPS):
        slopes = batch.slopes(signs.values, following.values)
        signs.step(slopes[0], number)
        following.step(slopes[1], number)
    return known, signs.values, following.values


class _Batch:
    """All pages side by side, filled up to the longest."""

    def __init__(self, pages: Sequence[LabelledPage], numbers: dict[str, int]) -> None:
        count, longest = len(pages), max(len(page.zones) for page in pages)
        self._inside = np.zeros((count, longest), bool)
        self._right = np.zeros((count, longest, _SIZE))
        lines, signs = list[int](), list[int]()
        for row, page in enumerate(pages):
            self._inside[row, : len(page.zones)] = True
            for column, (shown, zone) in enumerate(zip(page.signs, page.zones, strict=True)):
                self._right[row, column, ZONES.index(zone)] = 1
                found = [numbers[sign] for sign in shown if sign in numbers]
                signs += found
                lines += [row * longest + column] * len(found)
        self._signs, of_line = np.array(signs), np.array(lines)
        self._lines = np.flatnonzero(self._inside)
        self._line_starts = np.searchsorted(of_line, self._lines)
        by_sign = np.argsort(self._signs, kind="stable")
        self._lines_by_sign = of_line[by_sign]
        self._sign_starts = np.searchsorted(self._signs[by_sign], np.arange(len(numbers)))
        self._right_order = np.zeros((_SIZE + 1, _SIZE))
        self._right_order[_SIZE] = self._right[:, 0].sum(0)
        self._right_order[:_SIZE] = np.einsum("ptx,pty->xy", self._right[:, :-1], self._right[:, 1:])

    def slopes(self, signs: Doubles, following: Doubles) -> tuple[Doubles, Doubles]:
        """By how much more likely than right each weight makes the pages' zones: for signs, and for their order."""
        sums = np.zeros((self._inside.size, _SIZE))
        sums[self._lines] = np.add.reduceat(signs[self._signs], self._line_starts, axis=0)
        likely, order = _expected(sums.reshape(*self._inside.shape, _SIZE), self._inside, following)
        wrong = ((likely - self._right) * self._inside[:, :, None]).reshape(-1, _SIZE)
        return np.add.reduceat(wrong[self._lines_by_sign], self._sign_starts, axis=0), order - self._right_order


def _expected(sums: Doubles, inside: NDArray[np.bool_], following: Doubles) -> tuple[Doubles, Doubles]:
    """The probabilities of zones at each line, and how often each is expected after each (forward and backward)."""
    between, start = np.exp(following[:_SIZE]), np.exp(following[_SIZE])
    local = np.exp(sums - sums.max(2, keepdims=True))
    ahead, behind = np.empty_like(local), np.ones_like(local)
    ahead[:, 0] = _scaled(start * local[:, 0])
    longest = sums.shape[1]
    for at in range(1, longest):
        moved = _scaled((ahead[:, at - 1] @ between) * local[:, at])
        ahead[:, at] = np.where(inside[:, at, None], moved, ahead[:, at - 1])
    for at in range(longest - 2, -1, -1):
        moved = _scaled((behind[:, at + 1] * local[:, at + 1]) @ between.T)
        behind[:, at] = np.where(inside[:, at + 1, None], moved, 1)
    likely = ahead * behind
    likely /= likely.sum(2, keepdims=True)
    order = np.zeros((_SIZE + 1, _SIZE))
    order[_SIZE] = likely[:, 0].sum(0)
    for at in range(1, longest):
        pairs = ahead[:, at - 1, :, None] * between * (local[:, at] * behind[:, at])[:, None, :]
        pairs /= pairs.sum((1, 2), keepdims=True)
        order[:_SIZE] += pairs[inside[:, at]].sum(0)
    return likely, order


def _scaled(values: Doubles) -> Doubles:
    scaled: Doubles = values / values.sum(1, keepdims=True)
    return scaled
