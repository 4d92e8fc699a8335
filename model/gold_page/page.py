"""A page file's contents as values."""

from dataclasses import dataclass
from datetime import date

from model.annotation import ACTUAL
from model.messages import Message
from model.text.span import Fragments, Span, hull


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who proposed an item of a page file, how sure (0 to 1), and why; gold has none."""

    suggester: str
    version: str
    score: float
    reason: Message


@dataclass(frozen=True, slots=True)
class PageZone:
    """The zone of one whole line."""

    span: Span
    zone: str


@dataclass(frozen=True, slots=True)
class PageMention:
    """A mention of a page file; ``key`` is its identity within the collection."""

    id: str
    fragments: Fragments
    text: str
    label: str
    key: str | None = None
    value: str | None = None
    modifier: str | None = None
    evidence: Evidence | None = None

    @property
    def span(self) -> Span:
        """From its first letter to its last."""
        return hull(self.fragments)


@dataclass(frozen=True, slots=True)
class PageEvent:
    """An event of a page file; ``arguments`` are pairs of a role and the id of a mention or event.

    ``argument_reasons`` is empty or says why each argument was proposed.
    """

    id: str
    fragments: Fragments
    text: str
    label: str
    modality: str = ACTUAL
    arguments: tuple[tuple[str, str], ...] = ()
    evidence: Evidence | None = None
    argument_reasons: tuple[Message, ...] = ()

    @property
    def span(self) -> Span:
        """From the trigger's first letter to its last."""
        return hull(self.fragments)


PageItem = PageMention | PageEvent


@dataclass(frozen=True, slots=True)
class GoldPage:
    """Everything that a page file tells about one page. ``text_length`` is in code points."""

    doc: str
    published: date | None
    text_length: int
    zones: tuple[PageZone, ...] = ()
    mentions: tuple[PageMention, ...] = ()
    events: tuple[PageEvent, ...] = ()

    def spans_by_id(self) -> dict[str, Span]:
        """The span of each mention and event by its id."""
        items: tuple[PageItem, ...] = (*self.mentions, *self.events)
        return {item.id: item.span for item in items}
