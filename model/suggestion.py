"""Suggestions: mentions, events and zones proposed by a suggester; immutable, scored, explained."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from model.annotation import ACTUAL, MODALITY, Attributes, Zone
from model.identifiers import derived_id
from model.messages import Message
from model.text.span import Fragments, Span, covered_text, hull


@dataclass(frozen=True, slots=True)
class Source:
    """The suggester behind a suggestion, by name and version."""

    suggester: str
    version: str


@dataclass(frozen=True, slots=True)
class SuggestedMention:
    """A proposed mention. ``score`` is the probability that an annotator accepts it, 0 to 1."""

    id: str
    article_id: str
    label: str
    fragments: Fragments
    text: str
    source: Source
    score: float
    reason: Message
    value: str | None = None
    modifier: str | None = None
    identity_key: str | None = None
    """Shared by suggestions of one thing; a key of the lexicon or one made for the article."""
    identity_score: float | None = None
    """The probability that it is this thing, given that the mention is right; None where nobody knows."""
    attributes: Attributes = ()

    @property
    def hull(self) -> Span:
        """From its first letter to its last."""
        return hull(self.fragments)


@dataclass(frozen=True, slots=True)
class SuggestedArgument:
    """A proposed role of a suggested event, filled by a suggested mention of the same article."""

    role: str
    mention_id: str
    score: float
    reason: Message


@dataclass(frozen=True, slots=True)
class SuggestedEvent:
    """A proposed event; ``fragments`` and ``text`` are the trigger's."""

    id: str
    article_id: str
    label: str
    fragments: Fragments
    text: str
    source: Source
    score: float
    reason: Message
    arguments: tuple[SuggestedArgument, ...] = ()
    attributes: Attributes = ()

    @property
    def hull(self) -> Span:
        """From the trigger's first letter to its last."""
        return hull(self.fragments)

    @property
    def modality(self) -> str:
        """Whether the event is actual, future, hypothetical or negated."""
        return dict(self.attributes).get(MODALITY, ACTUAL)


Suggestion = SuggestedMention | SuggestedEvent


@dataclass(frozen=True)
class SuggestionSet:
    """All that a pipeline proposes for one article."""

    zones: tuple[Zone, ...] = ()
    mentions: tuple[SuggestedMention, ...] = ()
    events: tuple[SuggestedEvent, ...] = ()
    published: date | None = None
    """The day that relative times were counted from."""

    @cached_property
    def in_reading_order(self) -> "tuple[Suggestion, ...]":
        """Mentions and events by first letter, outer ones before those nested in them."""
        every: list[Suggestion] = [*self.mentions, *self.events]
        return tuple(sorted(every, key=_reading_order))


def _reading_order(suggestion: Suggestion) -> tuple[int, int, bool, str]:
    span = suggestion.hull
    return span.start, -span.end, isinstance(suggestion, SuggestedEvent), suggestion.id


def suggestion_id(article_id: str, kind: str, label: str, fragments: Fragments, suggester: str) -> str:
    """The same for the same proposal of the same suggester, so that decisions outlive a new run."""
    places = [(span.start, span.end) for span in fragments]
    return derived_id(article_id, kind, label, places, suggester)


def suggest_mention(
    article_id: str,
    text: str,
    span: Span,
    label: str,
    *,
    source: Source,
    score: float,
    reason: Message,
    value: str | None = None,
    modifier: str | None = None,
    identity_key: str | None = None,
    identity_score: float | None = None,
) -> SuggestedMention:
    """A suggested mention over one span of the article's text, its id derived."""
    fragments = (span,)
    return SuggestedMention(
        id=suggestion_id(article_id, "mention", label, fragments, source.suggester),
        article_id=article_id,
        label=label,
        fragments=fragments,
        text=covered_text(text, fragments),
        source=source,
        score=score,
        reason=reason,
        value=value,
        modifier=modifier,
        identity_key=identity_key,
        identity_score=identity_score,
    )


def suggest_event(
    article_id: str,
    text: str,
    span: Span,
    label: str,
    *,
    source: Source,
    score: float,
    reason: Message,
    arguments: tuple[SuggestedArgument, ...] = (),
    attributes: Attributes = (),
) -> SuggestedEvent:
    """A suggested event on a one-span trigger of the article's text, its id derived."""
    fragments = (span,)
    return SuggestedEvent(
        id=suggestion_id(article_id, "event", label, fragments, source.suggester),
        article_id=article_id,
        label=label,
        fragments=fragments,
        text=covered_text(text, fragments),
        source=source,
        score=score,
        reason=reason,
        arguments=arguments,
        attributes=attributes,
    )
