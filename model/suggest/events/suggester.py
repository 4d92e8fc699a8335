"""The event suggester: triggers, modality and roles over the mentions that earlier suggesters found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from model.annotation import MODALITY, attributes_of
from model.article import Article
from model.suggest.context import SPARSE_ZONES, UNTAGGED_ZONES, Context
from model.suggest.events.argument import Argument
from model.suggest.events.arguments import find_arguments
from model.suggest.events.clauses import Clauses
from model.suggest.events.modality import Modality, find_modality
from model.suggest.events.nominal import read_nouns
from model.suggest.events.patterns import reason_of_argument, score_of_argument
from model.suggest.events.reasons import reason_of_trigger
from model.suggest.events.triggers import Trigger, find_triggers
from model.suggest.events.words import Words
from model.suggestion import Source, SuggestedArgument, SuggestedEvent, SuggestedMention, Suggestion, suggest_event

_SILENT_ZONES = UNTAGGED_ZONES | SPARSE_ZONES


class EventSuggester:
    """Proposes events in headlines, captions, paragraphs and related stories."""

    name = "events"
    version = "2"

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """The events of the article, their roles filled by mentions of the context in the same sentence."""
        source = Source(self.name, self.version)
        found: list[Suggestion] = []
        for words in sentence_words(context):
            published = context.reference_date(words.span.start)
            found += (_suggestion(article, source, event) for event in read_events(words, published))
        return found


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event as it was read: its trigger, its modality and the mentions in its roles."""

    trigger: Trigger
    modality: Modality
    roles: tuple[Argument, ...]


def sentence_words(context: Context) -> Iterator[Words]:
    """The sentences that can hold events, with their tokens and mentions."""
    mentions = context.mentions
    first = 0
    for sentence in context.sentences:
        while first < len(mentions) and mentions[first].hull.start < sentence.start:
            first += 1
        last = first
        while last < len(mentions) and mentions[last].hull.start < sentence.end:
            last += 1
        if context.zone_at(sentence.start) not in _SILENT_ZONES:
            yield Words(context.article.text, sentence, context.tokens_in(sentence), mentions[first:last])
        first = last


def read_events(words: Words, published: date | None) -> Iterator[ReadEvent]:
    """The events of one sentence, in order of their triggers."""
    triggers = read_nouns(words, find_triggers(words))
    if not triggers:
        return
    clauses = Clauses(words, triggers)
    for at, (trigger, roles) in enumerate(
        zip(triggers, find_arguments(words, clauses, triggers, published), strict=True)
    ):
        to_come = any(name == "date" and _is_after(mention, published) for name, mention, _ in roles)
        modality = find_modality(words, clauses, triggers, at, to_come=to_come)
        yield ReadEvent(trigger, modality, tuple(roles))


def _is_after(mention: SuggestedMention, published: date | None) -> bool:
    value = mention.value or ""
    return published is not None and value[:4].isdigit() and len(value) >= 10 and value[:10] > published.isoformat()


def _suggestion(article: Article, source: Source, event: ReadEvent) -> SuggestedEvent:
    trigger = event.trigger
    return suggest_event(
        article.id,
        article.text,
        trigger.span,
        trigger.label,
        source=source,
        score=trigger.score,
        reason=reason_of_trigger(trigger),
        arguments=tuple(
            SuggestedArgument(name, mention.id, score_of_argument(name, pattern), reason_of_argument(pattern))
            for name, mention, pattern in event.roles
        ),
        attributes=attributes_of(**{MODALITY: event.modality.value}),
    )
