"""Sheets read from the tables: now, and at any moment of an article's history."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import Connection

from model.annotation import Argument, Event, Identity, Mention, Zone
from model.decision import Decision
from model.messages import Message
from model.operation import ArticleMark, Change, Operation, Record, operation
from model.schema.changes.parts import Part, labels_of
from model.sheet import Sheet, apply
from storage import log
from storage.errors import UnknownMomentError, unknown_article
from storage.records.kinds import DECISIONS, EVENTS, MARKS, MENTIONS, ZONES
from storage.schemas import SchemaInPlace

R = TypeVar("R", bound=Record)
InArticle = TypeVar("InArticle", Mention, Event, Zone, Decision)


def load_sheet(connection: Connection, article_id: str, identities: Mapping[str, Identity]) -> Sheet:
    """All that stands on an article. Raises UnknownArticleError."""
    found = load_sheets(connection, [article_id], identities)
    if article_id not in found:
        raise unknown_article(article_id)
    return found[article_id]


def load_sheets(
    connection: Connection, article_ids: Sequence[str], identities: Mapping[str, Identity]
) -> dict[str, Sheet]:
    """All that stands on a portion of articles, by their ids; unknown ids are passed over."""
    mentions = _by_article(MENTIONS.of_articles(connection, article_ids))
    events = _by_article(EVENTS.of_articles(connection, article_ids))
    zones = _by_article(ZONES.of_articles(connection, article_ids))
    decisions = _by_article(DECISIONS.of_articles(connection, article_ids))
    return {
        mark.article_id: Sheet(
            mark.article_id,
            mark.state,
            by_id(mentions[mark.article_id]),
            by_id(events[mark.article_id]),
            by_id(zones[mark.article_id]),
            by_id(decisions[mark.article_id]),
            identities,
        )
        for mark in MARKS.of_articles(connection, article_ids)
    }


def _by_article(records: Iterable[InArticle]) -> dict[str, list[InArticle]]:
    found: dict[str, list[InArticle]] = defaultdict(list)
    for record in records:
        found[record.article_id].append(record)
    return found


def by_id(records: Iterable[R]) -> Mapping[str, R]:
    """Records by their ids, unchangeable."""
    return MappingProxyType({record.id: record for record in records})


def sheet_after(connection: Connection, sheet: Sheet, sequence: int) -> Sheet:
    """The sheet as it was after an operation of the history; 0 is before the first. Raises UnknownMomentError."""
    if not log.exists(connection, sequence):
        raise UnknownMomentError(Message("The history has no step {sequence}. Nothing was changed.", sequence=sequence))
    changes = log.path_back(connection, sheet.article_id, sequence)
    if not changes:
        return sheet
    return apply(sheet, operation("restore", restoration_title(sequence), changes, annotator="", at=datetime.now(UTC)))


def restoration_title(sequence: int) -> Message:
    """The title of an operation that leads back to a moment."""
    return Message("Restore the article as it was after step {sequence}", sequence=sequence)


def restoration(now: Sheet, then: Sheet, *, title: Message, annotator: str, at: datetime) -> Operation:
    """The operation that leads an article from one sheet to an earlier one.

    Identities are shared with other articles: those that are missing come back, none is changed or removed.
    """
    changes: list[Change] = []
    if now.state is not then.state:
        changes.append(Change(ArticleMark(now.article_id, now.state), ArticleMark(now.article_id, then.state)))
    needed = {mention.identity_id for mention in then.mentions.values()} - now.identities.keys() - {None}
    changes += [Change(None, then.identities[identity]) for identity in sorted(filter(None, needed))]
    changes += _differences(now.mentions, then.mentions)
    changes += _differences(now.events, then.events)
    changes += _differences(now.zones, then.zones)
    changes += _differences(now.decisions, then.decisions)
    return operation("restore", title, changes, annotator=annotator, at=at)


def in_labels_of(sheet: Sheet, in_place: SchemaInPlace) -> Sheet:
    """An earlier sheet in the labels as they are called now. A label that the schema still has, retired ones included,
    stays, and so does one that it does not know under another name."""
    if all(labels.is_as_ever for labels in in_place.now.values()):
        return sheet
    known = {part: {label.name for label in labels_of(in_place.schema, part)} for part in Part}

    def now(part: Part, label: str) -> str:
        return label if label in known[part] else in_place.now[part].names.get(label, label)

    def argument(one: Argument) -> Argument:
        return replace(one, role=now(Part.ROLE, one.role))

    def decided(one: Decision) -> Decision:
        part = Part.EVENT if one.label in in_place.now[Part.EVENT].names else Part.MENTION
        return replace(one, label=now(part, one.label))

    events = (
        replace(one, label=now(Part.EVENT, one.label), arguments=tuple(map(argument, one.arguments)))
        for one in sheet.events.values()
    )
    return replace(
        sheet,
        mentions=by_id(replace(one, label=now(Part.MENTION, one.label)) for one in sheet.mentions.values()),
        events=by_id(events),
        zones=by_id(replace(one, zone=now(Part.ZONE, one.zone)) for one in sheet.zones.values()),
        decisions=by_id(map(decided, sheet.decisions.values())),
    )


def _differences(now: Mapping[str, R], then: Mapping[str, R]) -> list[Change]:
    ids = dict.fromkeys([*now, *then])
    return [Change(now.get(i), then.get(i)) for i in ids if now.get(i) != then.get(i)]
