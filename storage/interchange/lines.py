"""The shape of the complete format's lines, by which they are read and written; None is what a line leaves out."""

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct

from model.article import ArticleState
from model.decision import Scope, Verdict

Moment = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0)]
Place = tuple[Count, Count]


class SchemaLine(Struct, gc=False):
    """Which schema the file was written with."""

    name: str
    version: str | None = None
    source: str | None = None


class HeaderLine(Struct, gc=False):
    """The first line."""

    tawsim: str
    format: int
    offsets: str
    schema: SchemaLine
    project: str | None = None
    written_by: str | None = None


class IdentityLine(Struct, omit_defaults=True, gc=False):
    """An identity."""

    id: str
    key: str
    label: str | None = None
    name: str | None = None
    note: str | None = None


class ProvenanceLine(Struct, omit_defaults=True, gc=False):
    """Where an annotation comes from."""

    annotator: str
    at: Moment
    duration_ms: int | None = None
    suggestion: str | None = None
    suggester: str | None = None
    version: str | None = None
    score: float | None = None


class AnnotationLine(Struct, omit_defaults=True, gc=False):
    """What mentions and events share."""

    id: str
    label: str
    fragments: tuple[Place, ...]
    text: str
    attributes: dict[str, str] | None = None
    note: str | None = None
    provenance: ProvenanceLine | None = None


class MentionLine(AnnotationLine, omit_defaults=True, gc=False):
    """A mention."""

    value: str | None = None
    modifier: str | None = None
    identity: str | None = None


class ArgumentLine(Struct, omit_defaults=True, gc=False):
    """A role of an event and the id of the mention that fills it."""

    role: str
    mention: str


class EventLine(AnnotationLine, omit_defaults=True, gc=False):
    """An event."""

    arguments: list[ArgumentLine] | None = None


class ZoneLine(Struct, omit_defaults=True, gc=False):
    """What a line of the text is."""

    start: Count
    end: int
    zone: str
    annotator: str | None = None


class DecisionLine(Struct, omit_defaults=True, gc=False):
    """A decision on a suggestion."""

    id: str
    suggestion: str
    verdict: Verdict
    annotator: str
    at: Moment
    folded: str
    label: str
    suggester: str
    duration_ms: int | None = None
    scope: Scope | None = None


class ArticleLine(Struct, omit_defaults=True, gc=False):
    """An article with what annotators put on it."""

    id: str
    text: str
    sha256: str | None = None
    language: str | None = None
    encoding: str | None = None
    title: str | None = None
    name: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    imported_at: Moment | None = None
    """When it came into the project that wrote the line; the importing project has a moment of its own."""
    copy_group: str | None = None
    metadata: dict[str, str] | None = None
    state: ArticleState | None = None
    identities: list[IdentityLine] | None = None
    zones: list[ZoneLine] | None = None
    mentions: list[MentionLine] | None = None
    events: list[EventLine] | None = None
    decisions: list[DecisionLine] | None = None


class IdentitiesLine(Struct, omit_defaults=True, gc=False, forbid_unknown_fields=True):
    """The last line: identities that no article of the file uses."""

    identities: list[IdentityLine]
