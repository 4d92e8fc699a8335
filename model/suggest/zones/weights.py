"""What each sign says about zones, from seeds/zones/weights.tsv, and the zones that it makes most likely together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.errors import TawsimError
from model.identifiers import derived_id
from model.messages import Message
from model.seeds import seeds_folder
from model.suggest.learner.perceptron import Floats, Weights, best_labels, sentence_of

ZONES = ("headline", "dateline", "byline", "caption", "body", "related", "boilerplate")
"""The zones in the order of the columns."""
COLUMNS = ("sign", *ZONES)
_AFTER = "after "
_TOP = "the top"
_TRUST = 3.25
"""What the rules' opinion counts beside the signs, in units of the weights: the least with which pages of the usual
outlets, which the rules were written for, are read as well as by the rules alone (docs/decisions/zones.md)."""
_UNIT = 100
"""Weights are written in hundredths."""


def weights_file() -> Path:
    """Where the weights lie."""
    return seeds_folder() / "zones" / "weights.tsv"


@dataclass(frozen=True, slots=True)
class ZoneWeights:
    """``numbers``: the row of each sign in ``weights.features``."""

    numbers: dict[str, int]
    weights: Weights

    def best_zones(self, page: Iterable[Iterable[str]], ruled: Sequence[str]) -> list[str]:
        """The zones of a page's lines, given the signs of each and what the rules say of each; at least one sign of a
        line must be known."""
        lines = [[self.numbers[sign] for sign in signs if sign in self.numbers] for signs in page]
        if not lines:
            return []
        emissions = self.weights.emissions(sentence_of(lines)).copy()
        for at, zone in enumerate(ruled):
            emissions[at, ZONES.index(zone)] += _TRUST
        return [ZONES[label] for label in best_labels(emissions, self.weights.following)]


@cache
def zone_weights() -> ZoneWeights:
    """The weights that come with the program. Raises TawsimError when they cannot be read."""
    return weights_of(_text())


@cache
def weights_version() -> str:
    """Changes whenever a weight does."""
    return derived_id(_text())


def _text() -> str:
    path = weights_file()
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise TawsimError(Message("{file}: cannot be read ({reason}).", file=str(path), reason=str(error))) from error


def weights_of(table: str) -> ZoneWeights:
    """The weights of a table as ``table_of`` writes it."""
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    values: Floats = np.array([[int(cell) for cell in row[1:]] for row in rows], np.float32) / np.float32(_UNIT)
    signs = len(rows) - len(ZONES) - 1
    numbers = {row[0]: number for number, row in enumerate(rows[:signs])}
    return ZoneWeights(numbers, Weights(values[:signs], values[signs:]))


def table_of(signs: Sequence[str], features: NDArray[np.float64], following: NDArray[np.float64]) -> str:
    """Weights as text: a row a sign, without those that say nothing, then a row for what each zone is followed by."""
    rows = [(sign, row) for sign, row in zip(signs, _hundredths(features), strict=True) if any(row)]
    after = [f"{_AFTER}{zone}" for zone in (*ZONES, _TOP)]
    rows += zip(after, _hundredths(following), strict=True)
    lines = ["\t".join(COLUMNS), *("\t".join((name, *map(str, row))) for name, row in rows)]
    return "\n".join(lines) + "\n"


def _hundredths(values: NDArray[np.float64]) -> list[list[int]]:
    found: list[list[int]] = np.rint(values * _UNIT).astype(int).tolist()
    return found
