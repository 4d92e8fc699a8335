"""What a search asks for: words, patterns and tags, side by side or one after another."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from model.search.words import Need, WordPattern
from model.text.folding import fold

NEXT_TO = 0
"""The words that may stand between two parts that are side by side."""


class Standing(StrEnum):
    """How a tag stands: confirmed by an annotator, or a suggestion that is open, rejected or skipped."""

    CONFIRMED = "confirmed"
    OPEN = "open"
    REJECTED = "rejected"
    SKIPPED = "skipped"


USUAL = frozenset({Standing.CONFIRMED, Standing.OPEN})
"""The tags that are looked at where nothing is said about their state."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """Words, found by a pattern over folded text."""

    pattern: WordPattern


@dataclass(frozen=True, slots=True)
class ExpressionPart:
    """A regular expression of the user's, over folded or ``raw`` text."""

    expression: Any
    """Compiled by the module ``regex``, which can be told when to give up."""
    raw: bool


@dataclass(frozen=True, slots=True)
class TagPart:
    """Conditions on a tag; what is None or empty asks for nothing. Values are folded where texts are compared."""

    event: bool | None = None
    """Whether it is an event (True) or a mention (False)."""
    labels: frozenset[str] = frozenset()
    standings: frozenset[Standing] = frozenset()
    """None named: confirmed and open ones."""
    identity: str | None = None
    """The key of an identity, or a part of its name."""
    role: str | None = None
    """A role that a mention fills, or that an event has."""
    attributes: tuple[tuple[str, str], ...] = ()
    text: str | None = None


Part = TextPart | ExpressionPart | TagPart


@dataclass(frozen=True)
class Query:
    """Parts in their order. ``gaps[i]`` is how many words may stand between part ``i`` and the next one.

    ``target`` is the part that rows are aligned on and acts are done to.
    """

    parts: tuple[Part, ...]
    gaps: tuple[int, ...] = ()
    target: int = 0

    @property
    def needs(self) -> tuple[Need, ...]:
        """What the folded text of every article with a hit holds."""
        return tuple(need for part in self.parts if isinstance(part, TextPart) for need in part.pattern.needs)


@dataclass(frozen=True, slots=True)
class FoundTag:
    """A tag as a search sees it, with all that conditions ask about. ``end`` and ``start`` are those of its hull."""

    id: str
    event: bool
    label: str
    start: int
    end: int
    text: str
    standing: Standing
    attributes: tuple[tuple[str, str], ...] = ()
    identity: str = ""
    """Key and name of its identity, folded, each on a line of its own."""
    roles: frozenset[str] = frozenset()
    suggester: str = ""


def satisfies(tag: FoundTag, part: TagPart, defaults: dict[str, str]) -> bool:
    """Whether a tag is what a part asks for; ``defaults`` are the values of attributes that are not set."""
    own = dict(tag.attributes)
    return (
        (part.event is None or tag.event is part.event)
        and (not part.labels or tag.label in part.labels)
        and tag.standing in (part.standings or USUAL)
        and (part.identity is None or part.identity in tag.identity)
        and (part.role is None or part.role in tag.roles)
        and all(own.get(name, defaults.get(name)) == value for name, value in part.attributes)
        and (part.text is None or re.search(rf"(?<!\w){re.escape(part.text)}(?!\w)", fold(tag.text)) is not None)
    )
