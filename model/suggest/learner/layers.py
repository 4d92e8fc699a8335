"""Nested mentions as layers of labelled tokens: the outermost ones first, then those directly inside each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from model.suggest.learner.analysis import Analysis
from model.suggest.learner.perceptron import IMPOSSIBLE, Floats
from model.text.span import Span

OUTSIDE = "O"


@dataclass
class Node:
    """A mention over whole tokens, ``first`` to ``last``, with the mentions directly inside it."""

    label: str
    first: int
    last: int
    span: Span
    inside: list["Node"] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many tokens it covers."""
        return self.last - self.first + 1


def nested(analysis: Analysis, mentions: Iterable[tuple[str, Span]]) -> list[Node]:
    """The outermost mentions with those inside them; of two that cross, the one that begins later is left out."""
    nodes = []
    for label, span in mentions:
        places = analysis.token_range(span)
        if places:
            nodes.append(Node(label, places[0], places[-1], span))
    nodes.sort(key=lambda node: (node.first, -node.last, node.span.start, -node.span.end, node.label))
    roots: list[Node] = []
    for node in nodes:
        _place(roots, node)
    return roots


def _place(roots: list[Node], node: Node) -> None:
    siblings = roots
    while siblings and siblings[-1].last >= node.first:
        if siblings[-1].last < node.last:
            return
        siblings = siblings[-1].inside
    siblings.append(node)


def every(nodes: Iterable[Node]) -> Iterable[Node]:
    """The nodes and all inside them, outer ones first."""
    for node in nodes:
        yield node
        yield from every(node.inside)


class Tags:
    """The labels of tokens that stand for mentions: O, and B and I of each mention label."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        self.names = (OUTSIDE, *(f"{part}-{label}" for label in labels for part in "BI"))
        self._numbers = {name: number for number, name in enumerate(self.names)}

    def column(self, label: str) -> int:
        """The tag that begins a mention with this label; the next one continues it. -1 for a label never learned."""
        return self._numbers.get(f"B-{label}", -1)

    @property
    def allowed(self) -> Floats:
        """Which tag may follow which: I only after B or I of its label. The last row is for the first token."""
        size = len(self.names)
        found = np.zeros((size + 1, size), np.float32)
        for number, name in enumerate(self.names):
            if name.startswith("I-"):
                found[:, number] = IMPOSSIBLE
                found[[number - 1, number], number] = 0
        return found

    def encode(self, places: range, nodes: Iterable[Node]) -> list[int]:
        """The tags of the tokens of a sentence; mentions that reach beyond it or lie in one another are passed over."""
        found = [0] * len(places)
        for node in nodes:
            begin = self.column(node.label)
            inside = begin >= 0 and node.first in places and node.last in places
            if inside and not found[node.first - places.start]:
                found[node.first - places.start] = begin
                for at in range(node.first + 1, node.last + 1):
                    found[at - places.start] = begin + 1
        return found

    def decode(self, places: range, tags: Sequence[int]) -> list[tuple[str, int, int]]:
        """The label, first and last token of each mention that the tags tell; what continues nothing begins one."""
        found: list[tuple[str, int, int]] = []
        before = OUTSIDE
        for at, tag in zip(places, tags, strict=True):
            name = self.names[tag]
            if name.startswith("I-") and before[2:] == name[2:]:
                label, first, _ = found[-1]
                found[-1] = (label, first, at)
            elif name != OUTSIDE:
                found.append((name[2:], at, at))
            before = name
        return found


def free(labels: int) -> Floats:
    """Any label may follow any."""
    return np.zeros((labels + 1, labels), np.float32)
