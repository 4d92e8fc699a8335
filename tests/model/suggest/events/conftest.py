"""Reads sentences in which mentions are marked as ``[LABEL words]``."""

import re
from collections.abc import Callable

import pytest

from model.annotation import Zone
from model.article import Article, text_digest
from model.messages import Message
from model.suggest.context import Context
from model.suggest.events.suggester import EventSuggester
from model.suggestion import Source, SuggestedEvent, SuggestedMention, suggest_mention
from model.text.span import Span

Events = dict[str, SuggestedEvent]
Reader = Callable[..., Events]
_MARK = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]")


def marked_article(marked: str) -> tuple[Article, tuple[SuggestedMention, ...]]:
    """The article without the marks, and the mentions that they stand for."""
    text, at, spans = "", 0, list[tuple[Span, str]]()
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((Span(len(text), len(text) + len(match[2])), match[1]))
        text, at = text + match[2], match.end()
    text += marked[at:]
    source, reason = Source("test", "1"), Message("given")
    mentions = tuple(
        suggest_mention("a", text, span, label, source=source, score=1.0, reason=reason) for span, label in spans
    )
    return Article("a", text, text_digest(text)), mentions


@pytest.fixture
def events_of() -> Reader:
    """The events of a marked sentence by their trigger's text; ``zone`` is the zone of all of it."""

    def read(marked: str, zone: str = "body") -> Events:
        article, mentions = marked_article(marked)
        zones = (Zone("a", Span(0, len(article.text)), zone),)
        found = EventSuggester().suggest(article, Context(article, zones=zones, mentions=mentions))
        return {event.text: event for event in found if isinstance(event, SuggestedEvent)}

    return read


@pytest.fixture
def types_of(events_of: Reader) -> Callable[..., dict[str, str]]:
    """The types of the events of a marked sentence by their trigger's text."""

    def read(marked: str, zone: str = "body") -> dict[str, str]:
        return {text: event.label for text, event in events_of(marked, zone).items()}

    return read


@pytest.fixture
def roles_of(events_of: Reader) -> Callable[[str, str], dict[str, set[str]]]:
    """The roles of one trigger of a marked sentence, each with the texts of the mentions that fill it."""

    def read(marked: str, trigger: str) -> dict[str, set[str]]:
        _, mentions = marked_article(marked)
        texts = {mention.id: mention.text for mention in mentions}
        roles: dict[str, set[str]] = {}
        for argument in events_of(marked)[trigger].arguments:
            roles.setdefault(argument.role, set()).add(texts[argument.mention_id])
        return roles

    return read
