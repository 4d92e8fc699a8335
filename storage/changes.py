"""Changes of records brought into the tables: checked against what is stored, then written in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from model.annotation import Event, Mention
from model.messages import Message
from model.operation import ArticleMark, Change, CurrentSchema, Record, article_of
from model.text.span import covered_text
from storage.counts import recount
from storage.errors import SpanMismatchError, StaleOperationError, unknown_article
from storage.records.keeper import Keeper, Key, chunks
from storage.records.kinds import BY_KIND, KEEPERS, key_of
from storage.tables.articles import ArticleTextRow
from storage.tables.base import table_of

_TEXTS = table_of(ArticleTextRow)
_TEXTS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class _Net:
    """What the changes of one kind come to: which rows go, which come."""

    keeper: Keeper[Any]
    gone: list[Key]
    added: list[Record]


def apply_changes(connection: Connection, changes: Sequence[Change]) -> None:
    """Write the changes as one whole, each starting from what the ones before it left.

    Raises StaleOperationError where a ``before`` is not what is stored, SpanMismatchError where the text of a mention
    or trigger is not what its fragments cover.
    """
    by_kind: dict[type, list[Change]] = defaultdict(list)
    for change in changes:
        by_kind[type(change.record)].append(change)
    nets = [_settled(connection, keeper, by_kind[keeper.kind]) for keeper in KEEPERS if keeper.kind in by_kind]
    check_texts(connection, (record for net in nets for record in net.added))
    _write(connection, nets)
    _recount_articles_of(connection, changes)


def write_changes(connection: Connection, changes: Sequence[Change]) -> None:
    """Write changes that were worked out from what is stored within the same transaction, one for each record at most,
    and that leave texts and spans alone; nothing is compared again."""
    by_kind: dict[type, list[Change]] = defaultdict(list)
    for change in changes:
        by_kind[type(change.record)].append(change)
    nets = [
        _Net(
            keeper,
            [key_of(change.before) for change in by_kind[keeper.kind] if change.before is not None],
            [change.after for change in by_kind[keeper.kind] if change.after is not None],
        )
        for keeper in KEEPERS
        if keeper.kind in by_kind
    ]
    _write(connection, nets)
    _recount_articles_of(connection, changes)


def _write(connection: Connection, nets: Sequence[_Net]) -> None:
    for net in nets:
        if net.gone:
            net.keeper.delete(connection, net.gone)
    for net in nets:
        if net.added:
            net.keeper.insert(connection, net.added)


def _recount_articles_of(connection: Connection, changes: Sequence[Change]) -> None:
    recount(connection, sorted({article for c in changes if (article := article_of(c.record)) is not None}))


def _settled(connection: Connection, keeper: Keeper[Any], changes: Sequence[Change]) -> _Net:
    keys = list(dict.fromkeys(key_of(change.record) for change in changes))
    stored = keeper.load(connection, keys)
    now = dict(stored)
    for change in changes:
        key = key_of(change.record)
        if now.get(key) != change.before or not _is_sound(change):
            raise _stale(change.record)
        if change.after is None:
            del now[key]
        else:
            now[key] = change.after
    gone = [key for key in keys if key in stored and stored[key] != now.get(key)]
    added = [now[key] for key in keys if key in now and stored.get(key) != now[key]]
    return _Net(keeper, gone, added)


def _is_sound(change: Change) -> bool:
    """Marks and the schema are replaced, never added or removed."""
    if isinstance(change.record, ArticleMark | CurrentSchema):
        return change.before is not None and change.after is not None
    return True


def _stale(record: Record) -> StaleOperationError:
    shown = getattr(record, "text", "") or record.id
    return StaleOperationError(
        Message(
            "“{record}” has been changed elsewhere since it was shown. Nothing was stored. Repeat the step.",
            record=shown,
        )
    )


def check_texts(connection: Connection, records: Iterable[Record]) -> None:
    """Compare the text of each mention and trigger with what its fragments cover in the article."""
    by_article: dict[str, list[Mention | Event]] = defaultdict(list)
    for record in records:
        if isinstance(record, (Mention, Event)):
            by_article[record.article_id].append(record)
    for part in chunks(list(by_article), _TEXTS_AT_ONCE):
        texts = texts_of(connection, part)
        for article_id in part:
            if article_id not in texts:
                raise unknown_article(article_id)
            for record in by_article[article_id]:
                _check_text(record, texts[article_id])


def texts_of(connection: Connection, article_ids: Sequence[str]) -> dict[str, str]:
    """The texts of these articles, by id."""
    query = select(_TEXTS.c.article_id, _TEXTS.c.text).where(_TEXTS.c.article_id.in_(article_ids))
    return {row.article_id: row.text for row in connection.execute(query)}


def covers_its_text(record: Mention | Event, text: str) -> bool:
    """Whether the fragments lie within the article and cover the text the record keeps."""
    return record.hull.end <= len(text) and covered_text(text, record.fragments) == record.text


def _check_text(record: Mention | Event, text: str) -> None:
    if not covers_its_text(record, text):
        raise SpanMismatchError(
            Message(
                "“{text}” is not what stands at {start}–{end} in the article {article}. Nothing was stored.",
                text=record.text,
                start=record.hull.start,
                end=record.hull.end,
                article=record.article_id,
            )
        )


def insert_records(connection: Connection, records: Sequence[Record]) -> None:
    """Add records that do not exist yet, without asking first; their texts are checked."""
    check_texts(connection, records)
    by_kind: dict[type, list[Record]] = defaultdict(list)
    for record in records:
        by_kind[type(record)].append(record)
    for keeper in KEEPERS:
        if keeper.kind in by_kind:
            BY_KIND[keeper.kind].insert(connection, by_kind[keeper.kind])
