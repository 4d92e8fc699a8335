"""Probabilities of labels for many sentences at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.suggest.learner.perceptron import Floats, Sentence, Weights

TEMPERATURE = 6.0
"""Sums of perceptron weights are divided by it before they count as logarithms of odds, so that they do not all end at
nothing or one; what they are really worth the judges learn."""
_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Labelled:
    """The most probable label of each token of a sentence, and the probability of each label there."""

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


def label_tokens(weights: Weights, sentences: Sequence[Sentence]) -> Floats:
    """The probabilities of labels of all tokens, one sentence after the other, each token by itself."""
    if not sentences:
        return np.zeros((0, weights.features.shape[1]), np.float32)
    sums = _emissions(weights, sentences) / np.float32(TEMPERATURE)
    powers = np.exp(sums - sums.max(1, keepdims=True))
    found: Floats = powers / powers.sum(1, keepdims=True)
    return found


def _emissions(weights: Weights, sentences: Sequence[Sentence]) -> Floats:
    sizes = np.array([len(sentence.starts) for sentence in sentences])
    ids = np.concatenate([sentence.ids for sentence in sentences])
    lengths = np.array([len(sentence.ids) for sentence in sentences])
    shifts = np.repeat(np.cumsum(lengths) - lengths, sizes)
    starts = np.concatenate([sentence.starts for sentence in sentences]) + shifts
    found: Floats = np.add.reduceat(weights.features[ids], starts, axis=0)
    return found


def _label(sentences: Sequence[Sentence], weights: Weights) -> Iterator[Labelled]:
    flat = _emissions(weights, sentences)
    sizes = np.array([len(sentence.starts) for sentence in sentences])
    emissions = np.zeros((len(sentences), int(sizes.max()), flat.shape[1]), np.float32)
    inside = np.arange(emissions.shape[1])[None, :] < sizes[:, None]
    emissions[inside] = flat
    scale = np.float32(TEMPERATURE)
    probabilities = _probabilities(emissions / scale, inside, weights.following / scale)
    for row, size in enumerate(sizes.tolist()):
        of_sentence = probabilities[row, :size]
        yield Labelled(of_sentence.argmax(1).tolist(), of_sentence)


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
