"""Annotations: mentions and events that a person stands behind, zones, and the identities that mentions share."""

from dataclasses import dataclass
from datetime import datetime

from model.text.span import Fragments, Span, hull

Attributes = tuple[tuple[str, str], ...]
"""Attribute names with their values, sorted by name: what the schema calls modality, polarity and so on."""

MODALITY = "modality"
ACTUAL = "actual"


def attributes_of(**values: str) -> Attributes:
    """Attributes in their stored order."""
    return tuple(sorted(values.items()))


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who made or last changed an annotation, when, how long it took, and from which suggestion it came."""

    annotator: str
    at: datetime
    """In UTC, with its time zone set."""
    duration_ms: int = 0
    suggestion_id: str | None = None
    suggester: str | None = None
    suggester_version: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span tagged as an entity, time or number. ``text`` is what the fragments covered when it was made."""

    id: str
    article_id: str
    label: str
    fragments: Fragments
    text: str
    provenance: Provenance
    value: str | None = None
    """A TIMEX3 value, a number, an amount: the normalised reading."""
    modifier: str | None = None
    """The TIMEX3 ``mod``: APPROX, MORE_THAN, MID …"""
    identity_id: str | None = None
    attributes: Attributes = ()
    note: str = ""

    @property
    def hull(self) -> Span:
        """From its first letter to its last."""
        return hull(self.fragments)


@dataclass(frozen=True, slots=True)
class Argument:
    """A role of an event and the mention that fills it."""

    role: str
    mention_id: str


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger span with a type, a modality and arguments. ``fragments`` and ``text`` are the trigger's."""

    id: str
    article_id: str
    label: str
    fragments: Fragments
    text: str
    provenance: Provenance
    arguments: tuple[Argument, ...] = ()
    attributes: Attributes = ()
    note: str = ""

    @property
    def hull(self) -> Span:
        """From the trigger's first letter to its last."""
        return hull(self.fragments)

    @property
    def modality(self) -> str:
        """Whether the event is actual, future, hypothetical or negated."""
        return dict(self.attributes).get(MODALITY, ACTUAL)


Annotation = Mention | Event


@dataclass(frozen=True, slots=True)
class Identity:
    """The thing in the world that mentions share, across articles."""

    id: str
    key: str
    """A short readable name, unique in a project."""
    label: str = ""
    name: str = ""
    """The fullest name in Arabic."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """What one line of the page is. A line that no person judged has no annotator."""

    article_id: str
    span: Span
    zone: str
    annotator: str | None = None

    @property
    def id(self) -> str:
        """Zones are known by their place."""
        return f"{self.article_id}:{self.span.start}"
