"""Page files from suggestions and annotations, and annotations from page files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from model.annotation import MODALITY, Argument, Event, Mention, Provenance, Zone, attributes_of
from model.errors import TawsimError
from model.gold_page.page import Evidence, GoldPage, PageEvent, PageItem, PageMention, PageZone
from model.identifiers import derived_id
from model.messages import Message
from model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention, SuggestionSet
from model.text.paragraphs import line_bounds, lines
from model.text.span import Span, covered_text

AnyMention = Mention | SuggestedMention
AnyEvent = Event | SuggestedEvent


def page_of_suggestions(doc: str, text: str, suggestions: SuggestionSet) -> GoldPage:
    """The page file of what a pipeline proposes."""

    def key_of(mention: AnyMention) -> str | None:
        return mention.identity_key if isinstance(mention, SuggestedMention) else None

    return page_of(
        doc,
        text,
        suggestions.published,
        suggestions.zones,
        suggestions.mentions,
        suggestions.events,
        key_of=key_of,
    )


def page_of(
    doc: str,
    text: str,
    published: date | None,
    zones: Iterable[Zone],
    mentions: Iterable[AnyMention],
    events: Iterable[AnyEvent],
    *,
    key_of: Callable[[AnyMention], str | None],
) -> GoldPage:
    """The page file of suggestions or annotations, numbered e1, e2 … and v1, v2 … in the order of the text."""
    ordered = sorted(mentions, key=_place)
    numbers = {mention.id: f"e{number}" for number, mention in enumerate(ordered, start=1)}
    return GoldPage(
        doc,
        published,
        len(text),
        tuple(PageZone(span, zone) for span, zone in _whole_lines(text, zones)),
        tuple(_page_mention(mention, numbers[mention.id], key_of(mention)) for mention in ordered),
        tuple(_page_event(event, f"v{n}", numbers) for n, event in enumerate(sorted(events, key=_place), start=1)),
    )


def _place(item: AnyMention | AnyEvent) -> tuple[int, int, str]:
    return item.hull.start, -item.hull.end, item.label


def _whole_lines(text: str, zones: Iterable[Zone]) -> list[tuple[Span, str]]:
    by_start = {zone.span.start: zone.zone for zone in zones}
    trimmed = iter(lines(text))
    whole = [Span(start, end) for start, end in line_bounds(text) if text[start:end].strip()]
    return [
        (line, by_start[inner.start]) for line, inner in zip(whole, trimmed, strict=True) if inner.start in by_start
    ]


def _page_mention(mention: AnyMention, number: str, key: str | None) -> PageMention:
    return PageMention(
        number,
        mention.fragments,
        mention.text,
        mention.label,
        key,
        mention.value,
        mention.modifier,
        _evidence(mention),
    )


def _page_event(event: AnyEvent, number: str, numbers: Mapping[str, str]) -> PageEvent:
    parts = [part for part in event.arguments if part.mention_id in numbers]
    arguments = tuple((part.role, numbers[part.mention_id]) for part in parts)
    reasons = tuple(part.reason for part in parts if isinstance(part, SuggestedArgument))
    evidence = _evidence(event)
    return PageEvent(number, event.fragments, event.text, event.label, event.modality, arguments, evidence, reasons)


def _evidence(item: AnyMention | AnyEvent) -> Evidence | None:
    if not isinstance(item, SuggestedMention | SuggestedEvent):
        return None
    return Evidence(item.source.suggester, item.source.version, item.score, item.reason)


@dataclass(frozen=True, slots=True)
class PageAnnotations:
    """A page file as annotations of an article; ``keys`` gives the identity key of mentions by their ids."""

    zones: tuple[Zone, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    keys: Mapping[str, str]


def annotations_of(page: GoldPage, article_id: str, text: str, provenance: Provenance) -> PageAnnotations:
    """The annotations that a page file holds; arguments that point to no mention are left out.

    Raises TawsimError when the page file does not belong to this text.
    """
    _check_text(page, text)
    ids = {mention.id: derived_id(article_id, "page", mention.id) for mention in page.mentions}
    return PageAnnotations(
        tuple(_zones_of(page, article_id, text, provenance.annotator)),
        tuple(
            Mention(ids[m.id], article_id, m.label, m.fragments, m.text, provenance, value=m.value, modifier=m.modifier)
            for m in page.mentions
        ),
        tuple(
            Event(
                derived_id(article_id, "page", event.id),
                article_id,
                event.label,
                event.fragments,
                event.text,
                provenance,
                tuple(Argument(role, ids[target]) for role, target in event.arguments if target in ids),
                attributes_of(**{MODALITY: event.modality}),
            )
            for event in page.events
        ),
        {ids[mention.id]: mention.key for mention in page.mentions if mention.key},
    )


def _zones_of(page: GoldPage, article_id: str, text: str, annotator: str) -> Iterable[Zone]:
    for zone in page.zones:
        covered = zone.span.of(text)
        lead = len(covered) - len(covered.lstrip())
        if covered.strip():
            inner = Span(zone.span.start + lead, zone.span.start + lead + len(covered.strip()))
            yield Zone(article_id, inner, zone.zone, annotator)


def _check_text(page: GoldPage, text: str) -> None:
    items: tuple[PageItem, ...] = (*page.mentions, *page.events)
    if page.text_length != len(text) or any(covered_text(text, item.fragments) != item.text for item in items):
        raise TawsimError(
            Message("The annotations of “{page}” do not belong to this text; nothing was taken.", page=page.doc)
        )
