"""Mentions and events with their rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from model.annotation import Annotation, Argument, Attributes, Event, Mention, Provenance
from model.text.span import Fragments, Span
from storage.records.fragments import fragment_rows, load_fragments
from storage.records.keeper import Key, Row, Rows, delete_keys, has_keys, in_articles, insert_in_bulk, key_chunks
from storage.tables.annotations import (
    ArgumentRow,
    EventFragmentRow,
    EventRow,
    MentionFragmentRow,
    MentionRow,
)
from storage.tables.base import table_of

_MENTIONS, _MENTION_FRAGMENTS = table_of(MentionRow), table_of(MentionFragmentRow)
_EVENTS, _EVENT_FRAGMENTS = table_of(EventRow), table_of(EventFragmentRow)
_ARGUMENTS = table_of(ArgumentRow)


def attributes_from(stored: list[Any] | None) -> Attributes:
    """Attributes from their JSON column, which is empty where there are none."""
    return () if not stored else tuple((name, value) for name, value in stored)


def _shared_values(record: Annotation) -> Row:
    provenance, fragments = record.provenance, record.fragments
    return (
        record.article_id,
        record.id,
        record.label,
        fragments[0].start,
        fragments[-1].end,
        len(fragments),
        record.text,
        provenance.annotator,
        provenance.at,
        provenance.duration_ms,
        provenance.suggestion_id,
        provenance.suggester,
        provenance.suggester_version,
        provenance.score,
        record.attributes or None,
        record.note,
    )


class MentionKeeper:
    """Mentions."""

    kind = Mention
    word = "mention"

    def load(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, Mention]:
        found: dict[Key, Mention] = {}
        for part in key_chunks(keys):
            rows, fragments = has_keys(_MENTIONS, part), has_keys(_MENTION_FRAGMENTS, part, "owner_id")
            found.update(((m.article_id, m.id), m) for m in self._select(connection, rows, fragments))
        return found

    def of_articles(self, connection: Connection, article_ids: Sequence[str]) -> list[Mention]:
        rows, fragments = in_articles(_MENTIONS, article_ids), in_articles(_MENTION_FRAGMENTS, article_ids)
        return sorted(self._select(connection, rows, fragments), key=_order)

    def _select(
        self, connection: Connection, condition: ColumnElement[bool], of_fragments: ColumnElement[bool]
    ) -> Iterable[Mention]:
        rows = connection.execute(select(_MENTIONS).where(condition)).all()
        pieces = load_fragments(connection, _MENTION_FRAGMENTS, of_fragments, rows)
        return [_mention(row, pieces) for row in rows]

    def rows(self, records: Sequence[Mention]) -> Rows:
        return {
            _MENTIONS.name: [(m.value, m.modifier, m.identity_id, *_shared_values(m)) for m in records],
            _MENTION_FRAGMENTS.name: fragment_rows(records),
        }

    def insert(self, connection: Connection, records: Sequence[Mention]) -> None:
        insert_in_bulk(connection, self.rows(records))

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        delete_keys(connection, _MENTION_FRAGMENTS, keys, "owner_id")
        delete_keys(connection, _MENTIONS, keys)


def _order(record: Annotation) -> tuple[int, int, str]:
    return record.fragments[0].start, record.fragments[-1].end, record.id


def _mention(row: Any, pieces: dict[Key, Fragments]) -> Mention:
    value, modifier, identity_id, *shared = row
    article_id, record_id, label, start, end, count, text, *provenance, attributes, note = shared
    return Mention(
        record_id,
        article_id,
        label,
        (Span(start, end),) if count == 1 else pieces[article_id, record_id],
        text,
        Provenance(*provenance),
        value,
        modifier,
        identity_id,
        attributes_from(attributes),
        note,
    )


class EventKeeper:
    """Events with their arguments."""

    kind = Event
    word = "event"

    def load(self, connection: Connection, keys: Sequence[Key]) -> dict[Key, Event]:
        found: dict[Key, Event] = {}
        for part in key_chunks(keys):
            events = self._select(
                connection,
                has_keys(_EVENTS, part),
                has_keys(_EVENT_FRAGMENTS, part, "owner_id"),
                has_keys(_ARGUMENTS, part, "event_id"),
            )
            found.update(((event.article_id, event.id), event) for event in events)
        return found

    def of_articles(self, connection: Connection, article_ids: Sequence[str]) -> list[Event]:
        conditions = [in_articles(table, article_ids) for table in (_EVENTS, _EVENT_FRAGMENTS, _ARGUMENTS)]
        return sorted(self._select(connection, *conditions), key=_order)

    def _select(
        self,
        connection: Connection,
        condition: ColumnElement[bool],
        of_fragments: ColumnElement[bool],
        of_arguments: ColumnElement[bool],
    ) -> Iterable[Event]:
        rows = connection.execute(select(_EVENTS).where(condition)).all()
        if not rows:
            return []
        pieces = load_fragments(connection, _EVENT_FRAGMENTS, of_fragments, rows)
        arguments: dict[Key, list[Argument]] = defaultdict(list)
        query = select(_ARGUMENTS).where(of_arguments).order_by(_ARGUMENTS.c.position)
        for article_id, event_id, _, role, mention_id in connection.execute(query):
            arguments[article_id, event_id].append(Argument(role, mention_id))
        return [_event(row, pieces, tuple(arguments[row.article_id, row.id])) for row in rows]

    def rows(self, records: Sequence[Event]) -> Rows:
        arguments = [
            (event.article_id, event.id, position, argument.role, argument.mention_id)
            for event in records
            for position, argument in enumerate(event.arguments)
        ]
        return {
            _EVENTS.name: [_shared_values(event) for event in records],
            _EVENT_FRAGMENTS.name: fragment_rows(records),
            _ARGUMENTS.name: arguments,
        }

    def insert(self, connection: Connection, records: Sequence[Event]) -> None:
        insert_in_bulk(connection, self.rows(records))

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        delete_keys(connection, _ARGUMENTS, keys, "event_id")
        delete_keys(connection, _EVENT_FRAGMENTS, keys, "owner_id")
        delete_keys(connection, _EVENTS, keys)


def _event(row: Any, pieces: dict[Key, Fragments], arguments: tuple[Argument, ...]) -> Event:
    article_id, record_id, label, start, end, count, text, *provenance, attributes, note = row
    return Event(
        record_id,
        article_id,
        label,
        (Span(start, end),) if count == 1 else pieces[article_id, record_id],
        text,
        Provenance(*provenance),
        arguments,
        attributes_from(attributes),
        note,
    )
