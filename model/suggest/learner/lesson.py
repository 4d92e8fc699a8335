"""Lessons: what people confirmed and rejected in one article, as values that can travel to another process."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from model.annotation import Event, Mention, Provenance, Zone
from model.article import Article, ArticleState
from model.decision import Verdict
from model.gold_page import GoldPage, annotations_of
from model.questions import open_suggestions
from model.sheet import Sheet
from model.suggestion import SuggestedMention, Suggestion, SuggestionSet
from model.text.sentences import sentences
from model.text.span import Fragments, Span

_NOBODY = Provenance("", datetime(1970, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Rejected:
    """A mention or trigger that was proposed and refused."""

    is_mention: bool
    label: str
    fragments: Fragments


@dataclass(frozen=True, slots=True)
class Lesson:
    """The confirmed work on one article.

    Within the ``settled`` stretches of the text everything counts as judged: what is not confirmed there is none. What
    was confirmed or rejected elsewhere counts by itself alone.
    """

    article: Article
    published: date | None = None
    zones: tuple[Zone, ...] = ()
    """Those that a person judged or that came with the page; without any, the program reads them itself."""
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    settled: tuple[Span, ...] = ()
    familiar: bool = False
    """Whether the rules were developed on this article, so that their being right here proves little."""


def lesson_of_page(article: Article, gold: GoldPage, *, familiar: bool = False) -> Lesson:
    """The lesson of a page with its page file, all of it settled.

    Raises TawsimError when the page file does not belong to this text.
    """
    found = annotations_of(gold, article.id, article.text, _NOBODY)
    settled = (Span(0, len(article.text)),) if article.text else ()
    return Lesson(article, gold.published, found.zones, found.mentions, found.events, (), settled, familiar)


def lesson_of_sheet(article: Article, sheet: Sheet, suggestions: SuggestionSet) -> Lesson:
    """The lesson of an article as far as it is annotated; ``suggestions`` are those that its decisions speak of.

    An article that is done is settled as a whole; of another the sentences in which something is annotated or
    rejected and no suggestion waits for an answer.
    """
    return Lesson(
        article,
        suggestions.published or article.published,
        tuple(sorted(sheet.zones.values(), key=lambda zone: zone.span)),
        tuple(sorted(sheet.mentions.values(), key=_place)),
        tuple(sorted(sheet.events.values(), key=_place)),
        tuple(_rejected(sheet, suggestions)),
        _settled(article, sheet, suggestions),
    )


def _place(annotation: Mention | Event) -> tuple[int, int, str, str]:
    return annotation.hull.start, -annotation.hull.end, annotation.label, annotation.id


def _rejected(sheet: Sheet, suggestions: SuggestionSet) -> Iterable[Rejected]:
    refused = {one.suggestion_id for one in sheet.decisions.values() if one.verdict is Verdict.REJECT}
    for suggestion in suggestions.in_reading_order:
        if suggestion.id in refused:
            yield Rejected(isinstance(suggestion, SuggestedMention), suggestion.label, suggestion.fragments)


def _settled(article: Article, sheet: Sheet, suggestions: SuggestionSet) -> tuple[Span, ...]:
    if sheet.state is ArticleState.DONE:
        return (Span(0, len(article.text)),) if article.text else ()
    decided = {one.suggestion_id for one in sheet.decisions.values() if one.verdict is not Verdict.SKIP}
    worked: list[Mention | Event | Suggestion] = [*sheet.mentions.values(), *sheet.events.values()]
    worked += [suggestion for suggestion in suggestions.in_reading_order if suggestion.id in decided]
    waiting = [suggestion.hull for suggestion in open_suggestions(sheet, suggestions)]
    return tuple(
        sentence
        for sentence in sentences(article.text)
        if any(sentence.overlaps(one.hull) for one in worked) and not any(map(sentence.overlaps, waiting))
    )
