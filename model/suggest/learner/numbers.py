"""Weights as whole numbers in little-endian bytes: small, and the same on every machine."""

import numpy as np
from numpy.typing import NDArray

from model.suggest.learner.perceptron import Floats

STEP = 1 / 256
"""Weights are kept to this exactness."""
_MOST = np.iinfo(np.int16).max


def rounded(weights: Floats) -> NDArray[np.int16]:
    """Weights in steps, no larger than fits."""
    found: NDArray[np.int16] = np.clip(np.rint(weights / STEP), -_MOST, _MOST).astype("<i2")
    return found


def pack(weights: Floats) -> tuple[int, bytes, bytes, bytes]:
    """How many columns, where each row ends, the columns of what is not nothing, and its steps."""
    steps = rounded(weights)
    rows, columns = np.nonzero(steps)
    ends = np.cumsum(np.bincount(rows, minlength=len(steps)))
    return (
        steps.shape[1],
        ends.astype("<u4").tobytes(),
        columns.astype("<u2").tobytes(),
        steps[rows, columns].tobytes(),
    )


def unpack(packed: tuple[int, bytes, bytes, bytes]) -> Floats:
    """The weights that ``pack`` packed, rounded to steps. Raises ValueError or IndexError when they fit no table."""
    width, ends, columns, steps = packed
    until = np.frombuffer(ends, "<u4").astype(np.int64)
    counts = np.diff(until, prepend=0)
    found = np.zeros((len(until), width), np.float32)
    found[np.repeat(np.arange(len(until)), counts), np.frombuffer(columns, "<u2")] = np.frombuffer(steps, "<i2")
    found *= np.float32(STEP)
    return found
