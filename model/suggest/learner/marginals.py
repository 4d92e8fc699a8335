"""Best labels and probabilities of labels for many sentences at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.suggest.learner.perceptron import Floats, Sentence, Weights

TEMPERATURE = 6.0
"""Sums of perceptron weights are divided by it before they count as logarithms of odds: with it the probabilities of
held-out labels of the sample corpus come out most likely."""
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence's best labels, and the probability of each label at each token."""

    best: list[int]
    probabilities: Floats


def label_sentences(weights: Weights, sentences: Sequence[Sentence]) -> list[Labelled]:
    """Each sentence labelled; similar lengths are worked on together."""
    order = sorted(range(len(sentences)), key=lambda at: len(sentences[at].starts))
    found: dict[int, Labelled] = {}
    for start in range(0, len(order), _AT_ONCE):
        chosen = order[start : start + _AT_ONCE]
        found.update(zip(chosen, _label([sentences[at] for at in chosen], weights), strict=True))
    return [found[at] for at in range(len(sentences))]


def _label(sentences: Sequence[Sentence], weights: Weights) -> Iterator[Labelled]:
    sizes = np.array([len(sentence.starts) for sentence in sentences])
    ids = np.concatenate([sentence.ids for sentence in sentences])
    lengths = np.array([len(sentence.ids) for sentence in sentences])
    shifts = np.repeat(np.cumsum(lengths) - lengths, sizes)
    starts = np.concatenate([sentence.starts for sentence in sentences]) + shifts
    flat = np.add.reduceat(weights.features[ids], starts, axis=0)
    labels = flat.shape[1]
    emissions = np.zeros((len(sentences), int(sizes.max()), labels), np.float32)
    inside = np.arange(emissions.shape[1])[None, :] < sizes[:, None]
    emissions[inside] = flat
    best = _best(emissions, inside, sizes, weights.following)
    probabilities = _probabilities(emissions / TEMPERATURE, inside, weights.following / TEMPERATURE)
    for row, size in enumerate(sizes.tolist()):
        yield Labelled(best[row, :size].tolist(), probabilities[row, :size])


def _best(
    emissions: Floats, inside: NDArray[np.bool_], sizes: NDArray[np.int64], following: Floats
) -> NDArray[np.intp]:
    rows, longest, labels = emissions.shape
    back = np.zeros((rows, longest, labels), np.intp)
    score = following[labels] + emissions[:, 0]
    between = np.ascontiguousarray(following[:labels].T)
    for at in range(1, longest):
        sums = score[:, None, :] + between
        back[:, at] = sums.argmax(2)
        moved = sums.max(2) + emissions[:, at]
        score = np.where(inside[:, at, None], moved, score)
    path = np.zeros((rows, longest), np.intp)
    here = score.argmax(1)
    every = np.arange(rows)
    for at in range(longest - 1, -1, -1):
        path[:, at] = here
        ended = at < sizes
        here = np.where(ended, back[every, at, here], here)
    return path


def _probabilities(emissions: Floats, inside: NDArray[np.bool_], following: Floats) -> Floats:
    """Forward and backward sums, scaled at each token."""
    _, longest, labels = emissions.shape
    local = np.exp(emissions - emissions.max(2, keepdims=True))
    between = np.exp(following[:labels])
    forward = np.empty_like(local)
    forward[:, 0] = np.exp(following[labels]) * local[:, 0]
    forward[:, 0] /= forward[:, 0].sum(1, keepdims=True)
    for at in range(1, longest):
        moved = (forward[:, at - 1] @ between) * local[:, at]
        moved /= moved.sum(1, keepdims=True)
        forward[:, at] = np.where(inside[:, at, None], moved, forward[:, at - 1])
    backward = np.ones_like(local)
    for at in range(longest - 2, -1, -1):
        moved = (backward[:, at + 1] * local[:, at + 1]) @ between.T
        moved /= moved.max(1, keepdims=True)
        backward[:, at] = np.where(inside[:, at + 1, None], moved, 1)
    both = forward * backward
    found: Floats = both / both.sum(2, keepdims=True)
    return found
