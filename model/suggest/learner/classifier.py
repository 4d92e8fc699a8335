"""Probabilities of classes from features by logistic regression with several classes."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from model.suggest.learner.perceptron import Floats

_ROUNDS = 30
_RATE = 0.4
_FIRST_SQUARE = 1e-6


@dataclass(frozen=True)
class Classifier:
    """``weights[f, c]`` speaks for class c where feature f is; the first feature is everywhere."""

    classes: tuple[str, ...]
    names: tuple[str, ...]
    weights: Floats

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.names)}

    def ids(self, features: Sequence[str]) -> list[int]:
        """The numbers of the known ones among features, that of the feature that is everywhere first."""
        known = self._numbers
        return [0, *(known[name] for name in features if name in known)]

    def probabilities(self, examples: Sequence[Sequence[str]]) -> Floats:
        """A row of probabilities of the classes for each example."""
        if not examples:
            return np.zeros((0, len(self.classes)), np.float32)
        rows = [self.ids(features) for features in examples]
        return _softmax(_sums(self.weights, *_flat(rows)))


def _flat(rows: Sequence[Sequence[int]]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    counts = np.fromiter(map(len, rows), np.int32, len(rows))
    starts = np.zeros(len(rows), np.int32)
    np.cumsum(counts[:-1], out=starts[1:])
    return np.fromiter((one for row in rows for one in row), np.int32, int(counts.sum())), starts


def _sums(weights: NDArray[np.floating], ids: NDArray[np.int32], starts: NDArray[np.int32]) -> Floats:
    found: Floats = np.add.reduceat(weights[ids], starts, axis=0)
    return found


def _softmax(sums: Floats) -> Floats:
    powers = np.exp(sums - sums.max(1, keepdims=True))
    found: Floats = powers / powers.sum(1, keepdims=True)
    return found


def train_classifier(
    examples: Sequence[Sequence[str]],
    right: Sequence[str],
    *,
    classes: Sequence[str],
    least: int,
    pull: float,
    cancelled: Callable[[], bool],
) -> Classifier:
    """A classifier that gives the examples their right classes; features of fewer than ``least`` examples are
    left out. ``pull`` is how strongly weights are drawn to nothing."""
    counts = Counter(name for features in examples for name in features)
    names = ("", *sorted(name for name, times in counts.items() if times >= least))
    untrained = Classifier(tuple(classes), names, np.zeros((len(names), len(classes)), np.float32))
    if not examples:
        return untrained
    ids, starts = _flat([untrained.ids(features) for features in examples])
    rows = np.repeat(np.arange(len(examples)), np.diff(np.append(starts, len(ids))))
    order = np.argsort(ids, kind="stable")
    sorted_rows = rows[order]
    bounds = np.searchsorted(ids[order], np.arange(len(names)))
    numbers = {name: number for number, name in enumerate(classes)}
    target = np.zeros((len(examples), len(classes)), np.float32)
    target[np.arange(len(examples)), [numbers[one] for one in right]] = 1
    weights = np.zeros((len(names), len(classes)), np.float32)
    squares = np.full(weights.shape, _FIRST_SQUARE, np.float32)
    for _ in range(_ROUNDS):
        if cancelled():
            break
        missing = target - _softmax(_sums(weights, ids, starts))
        slope = np.add.reduceat(missing[sorted_rows], bounds, axis=0) - pull * weights
        squares += slope * slope
        weights += _RATE * slope / np.sqrt(squares)
    return Classifier(tuple(classes), names, weights)
