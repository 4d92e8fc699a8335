"""Labels for the tokens of a sentence by an averaged structured perceptron (Collins 2002).

All sums of training are of whole numbers, so that the same sentences give the same weights on every machine.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

IMPOSSIBLE = -1e6
_SEED = 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """The features of a sentence's tokens by number: ``ids`` one after another, ``starts`` where each token's begin."""

    ids: Ints
    starts: Ints


def sentence_of(tokens: Sequence[Sequence[int]]) -> Sentence:
    """A sentence from the feature numbers of each token; every token has at least one."""
    counts = np.fromiter(map(len, tokens), np.int32, len(tokens))
    starts = np.zeros(len(tokens), np.int32)
    np.cumsum(counts[:-1], out=starts[1:])
    return Sentence(np.fromiter((one for ids in tokens for one in ids), np.int32, int(counts.sum())), starts)


@dataclass(frozen=True, slots=True)
class Weights:
    """``features[f, y]`` speaks for label y at a token with feature f, ``following[x, y]`` for y after x; the last row
    of ``following`` is for a sentence's first token."""

    features: Floats
    following: Floats

    def emissions(self, sentence: Sentence) -> Floats:
        """The sum of the features' weights, a row a token."""
        return np.add.reduceat(self.features[sentence.ids], sentence.starts, axis=0)


def best_labels(emissions: Floats, following: Floats) -> list[int]:
    """The labels with the highest sum (Viterbi)."""
    size, labels = emissions.shape
    score = following[labels] + emissions[0]
    rows, before = np.arange(labels), np.ascontiguousarray(following[:labels].T)
    back = []
    for at in range(1, size):
        sums = before + score
        best = sums.argmax(1)
        back.append(best)
        score = sums[rows, best] + emissions[at]
    path = [int(score.argmax())]
    for best in reversed(back):
        path.append(int(best[path[-1]]))
    return path[::-1]


def train_perceptron(
    sentences: Sequence[Sentence],
    gold: Sequence[Sequence[int]],
    *,
    features: int,
    labels: int,
    allowed: Floats | None,
    epochs: int,
    cancelled: Callable[[], bool],
) -> Weights:
    """Weights that label the sentences as ``gold`` does as far as they can.

    ``allowed`` has the shape of ``Weights.following``: 0 where a label may follow another, IMPOSSIBLE where not; with
    None each token is labelled by itself. Stops early, with what there is, when ``cancelled`` says so.
    """
    now, sums = np.zeros((features, labels), np.float32), np.zeros((features, labels), np.float64)
    after = np.zeros((labels + 1, labels), np.float32) if allowed is None else allowed.copy()
    after_sums = np.zeros(after.shape, np.float64)
    order, random, count = list(range(len(sentences))), Random(_SEED), 1
    for _ in range(epochs):
        random.shuffle(order)
        mistakes = 0
        for at in order:
            if cancelled():
                break
            sentence, right = sentences[at], gold[at]
            emissions = Weights(now, after).emissions(sentence)
            found = emissions.argmax(1).tolist() if allowed is None else best_labels(emissions, after)
            if found != right:
                mistakes += 1
                _correct_tokens(sentence, right, found, count, now, sums)
                if allowed is not None:
                    _correct_order(right, found, count, after, after_sums)
            count += 1
        if not mistakes:
            break
    return Weights((now - sums / count).astype(np.float32), (after - after_sums / count).astype(np.float32))


def _correct_tokens(
    sentence: Sentence,
    right: Sequence[int],
    found: Sequence[int],
    count: int,
    now: Floats,
    sums: NDArray[np.float64],
) -> None:
    """Move the weights of features towards the right labels wherever others were found."""
    starts, ids = sentence.starts, sentence.ids
    for at, (yes, no) in enumerate(zip(right, found, strict=True)):
        if yes != no:
            here = ids[starts[at] : starts[at + 1] if at + 1 < len(starts) else len(ids)]
            now[here, yes] += 1
            now[here, no] -= 1
            sums[here, yes] += count
            sums[here, no] -= count


def _correct_order(
    right: Sequence[int], found: Sequence[int], count: int, after: Floats, after_sums: NDArray[np.float64]
) -> None:
    """Move the weights of what follows what towards the right labels."""
    before_right = before_found = after.shape[1]
    for yes, no in zip(right, found, strict=True):
        if (before_right, yes) != (before_found, no):
            after[before_right, yes] += 1
            after[before_found, no] -= 1
            after_sums[before_right, yes] += count
            after_sums[before_found, no] -= count
        before_right, before_found = yes, no
