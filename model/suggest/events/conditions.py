"""Conditions on the words around a trigger, as the tables of seeds/lexicons/events write them.

A condition is alternatives parted by `` | ``; an alternative is parts parted by `` & `` that must all hold; a part
is a window and items, ``+3:قوات*,@ORG``: one of the items stands within the next three words (``-2:`` the two before,
``0:`` the word itself).
An item is a word, matched on its folded form with or without conjunction, preposition and article; a beginning of a
word when it ends with ``*``; the label of a mention that stands there when it starts with ``@``. The item ``ّ`` alone
is a word written with a shadda: عيّن is a verb, where عين may be a spring.
"""

import re
from dataclasses import dataclass
from functools import cache

from model.suggest.events.words import Words
from model.text.folding import fold

_PART = re.compile(r"([+-]?\d\d?):(\S+)")
_CELL = re.compile(r"[+-]?\d\d?:[^\s|&]+(?: [|&] [+-]?\d\d?:[^\s|&]+)*")
_SHADDA = "\u0651"


@dataclass(frozen=True, slots=True)
class Window:
    """Items sought within ``reach`` words after the trigger, before it when negative, on it when zero."""

    reach: int
    words: frozenset[str]
    beginnings: tuple[str, ...]
    labels: frozenset[str]
    doubled: bool

    def holds(self, words: Words, at: int) -> bool:
        """Whether one of the items stands in the window around the word at this index."""
        return any(self._matches(words, index) for index in words.window(at, self.reach))

    def _matches(self, words: Words, index: int) -> bool:
        shapes = words.shapes(index)
        if not self.words.isdisjoint(shapes):
            return True
        if self.doubled and _SHADDA in words.tokens[index].text:
            return True
        if self.beginnings and any(shape.startswith(self.beginnings) for shape in shapes):
            return True
        return bool(self.labels) and not self.labels.isdisjoint(words.labels_at(index))


@dataclass(frozen=True, slots=True)
class Condition:
    """Alternatives, each a set of windows that must all hold."""

    alternatives: tuple[tuple[Window, ...], ...]

    def holds(self, words: Words, at: int) -> bool:
        """Whether the words around this index meet one of the alternatives."""
        return any(all(window.holds(words, at) for window in windows) for windows in self.alternatives)


def is_condition(text: str) -> bool:
    """Whether a cell is empty or can be read."""
    return not text or _CELL.fullmatch(text) is not None


@cache
def parse_condition(text: str) -> Condition:
    """The condition that a cell describes; raises ValueError when it cannot be read."""
    return Condition(tuple(tuple(map(_window, part.split(" & "))) for part in text.split(" | ")))


def _window(part: str) -> Window:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(part)
    items = match[2].split(",")
    plain = [item for item in items if not item.startswith("@") and item != _SHADDA]
    return Window(
        reach=int(match[1]),
        words=frozenset(fold(item) for item in plain if not item.endswith("*")),
        beginnings=tuple(fold(item[:-1]) for item in plain if item.endswith("*")),
        labels=frozenset(item[1:] for item in items if item.startswith("@")),
        doubled=_SHADDA in items,
    )
