"""The check that every span still covers the text it was made on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from model.annotation import Event, Mention
from model.suggestion import Suggestion
from model.text.span import Fragments, covered_text
from storage.changes import texts_of
from storage.records.kinds import EVENTS, MENTIONS
from storage.suggestions import load_suggestions


@dataclass(frozen=True, slots=True)
class SpanMismatch:
    """A record whose kept text differs from what its fragments cover now; ``kind`` is the name of its class."""

    article_id: str
    kind: str
    record_id: str
    fragments: Fragments
    kept: str
    covered: str


def mismatches(connection: Connection, article_ids: Sequence[str]) -> Iterator[SpanMismatch]:
    """The mismatches in these articles."""
    texts = texts_of(connection, article_ids)
    for article_id in article_ids:
        for record in _records(connection, article_id):
            covered = covered_text(texts[article_id], record.fragments)
            if covered != record.text or record.hull.end > len(texts[article_id]):
                yield SpanMismatch(article_id, type(record).__name__, record.id, record.fragments, record.text, covered)


def _records(connection: Connection, article_id: str) -> list[Mention | Event | Suggestion]:
    suggested = load_suggestions(connection, article_id)
    return [
        *MENTIONS.of_articles(connection, [article_id]),
        *EVENTS.of_articles(connection, [article_id]),
        *suggested.mentions,
        *suggested.events,
    ]
