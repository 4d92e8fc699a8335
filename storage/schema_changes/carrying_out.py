"""Works a change of the schema out, article by article, so that a project of millions of spans fits in memory."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from model.errors import TawsimError
from model.messages import Message
from model.operation import Change, CurrentSchema, Operation
from model.operations.author import Author
from model.operations.relabelling import Relabelled, Relabelling
from model.schema.changes.change import OrphanedRole, SchemaChange, SchemaChangeError
from model.schema.changes.parts import Part
from model.schema.schema import Schema
from storage import log
from storage.articles import in_portions
from storage.changes import texts_of, write_changes
from storage.errors import StaleOperationError
from storage.records.kinds import IDENTITIES
from storage.schema_changes.previews import Counting, Preview
from storage.schema_changes.reach import articles_touched, still_in_use
from storage.schemas import current_schema
from storage.sheets import load_sheets
from storage.tables.base import table_of
from storage.tables.suggestions import SuggestionRow

Progress = Callable[[int, int | None], bool]
"""Called with the articles done and their total; returns False to cancel."""
_SUGGESTIONS = table_of(SuggestionRow)


def unwatched(_done: int, _total: int | None) -> bool:
    """Progress that nobody looks at."""
    return True


class SchemaChangeCancelledError(TawsimError):
    """The user cancelled; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(Message("Cancelled. Nothing was changed."))


def preview(connection: Connection, change: SchemaChange, progress: Progress = unwatched) -> Preview:
    """What a change would do, without doing it. Raises SchemaChangeCancelledError."""
    counting = Counting()
    for portion in _relabelled(connection, change, progress):
        texts = texts_of(connection, list(portion)) if counting.wants_samples else {}
        for article_id, relabelled in portion.items():
            counting.add(relabelled, texts.get(article_id))
    identities = len(Relabelling(change).of_identities(IDENTITIES.all(connection)))
    return counting.preview(identities, still_in_use(connection, change))


def change_schema(
    connection: Connection, change: SchemaChange, author: Author, progress: Progress = unwatched
) -> Operation:
    """Make a change within a transaction that writes; returns its operation with the changes of the project itself,
    those of articles being too many to hold.

    Raises StaleOperationError when the schema is another one than the change starts from, SchemaChangeError while
    labels in use would go or arguments would lose their role, SchemaChangeCancelledError.
    """
    if current_schema(connection) != change.before:
        raise stale_schema()
    _refuse_loss(still_in_use(connection, change))
    moved = Relabelling(change).of_identities(IDENTITIES.all(connection))
    operation = author.does(change.name, change.title, (*_replacement(change.before, change.after), *moved))
    entry = log.Entry(connection, operation)
    entry.add(operation.changes)
    # before the articles, whose open suggestions are counted by what the new schema offers
    write_changes(connection, operation.changes)
    orphans: Counter[OrphanedRole] = Counter()
    for portion in _relabelled(connection, change, progress):
        changes = [one for relabelled in portion.values() for one in relabelled.changes]
        for relabelled in portion.values():
            orphans.update(relabelled.orphans)
        if not orphans:
            write_changes(connection, changes)
            entry.add(changes)
    _refuse_orphans(orphans)
    return operation


def _replacement(before: Schema, after: Schema) -> tuple[Change, ...]:
    return () if before == after else (Change(CurrentSchema(before), CurrentSchema(after)),)


def _relabelled(connection: Connection, change: SchemaChange, progress: Progress) -> Iterator[dict[str, Relabelled]]:
    """What becomes of the articles that the change touches, a portion at a time."""
    work, article_ids, done = Relabelling(change), articles_touched(connection, change), 0
    for portion in in_portions(article_ids):
        if not progress(done, len(article_ids)):
            raise SchemaChangeCancelledError
        kinds = _kinds(connection, change, portion)
        found = load_sheets(connection, portion, {})
        yield {article_id: work.of_sheet(sheet, kinds) for article_id, sheet in found.items()}
        done += len(portion)
    progress(done, len(article_ids))


def _kinds(connection: Connection, change: SchemaChange, article_ids: Sequence[str]) -> Mapping[str, Part]:
    """Of suggestions under names that both a mention and an event have, which of the two they are."""
    both = change.before.mention_labels.keys() & change.before.event_labels.keys()
    labels = both & {move.label for move in change.moves}
    if not labels:
        return {}
    query = select(_SUGGESTIONS.c.id, _SUGGESTIONS.c.kind).where(
        _SUGGESTIONS.c.article_id.in_(article_ids), _SUGGESTIONS.c.kind == Part.EVENT.value
    )
    return {row.id: Part.EVENT for row in connection.execute(query)}


def stale_schema() -> StaleOperationError:
    """The error for work that starts from a schema which somebody else has changed since."""
    return StaleOperationError(
        Message("The schema has been changed elsewhere since it was shown. Nothing was stored. Repeat the step.")
    )


def _refuse_loss(in_use: Mapping[tuple[Part, str], int]) -> None:
    if in_use:
        (_, label), count = max(in_use.items(), key=lambda item: item[1])
        raise SchemaChangeError(
            Message(
                "“{label}” is in use {count} times and cannot be removed. Merge or retire it instead. "
                "Nothing was changed.",
                one="“{label}” is in use once and cannot be removed. Merge or retire it instead. Nothing was changed.",
                label=label,
                count=count,
            )
        )


def _refuse_orphans(orphans: Mapping[OrphanedRole, int]) -> None:
    if orphans:
        (event, role), _ = max(orphans.items(), key=lambda item: item[1])
        raise SchemaChangeError(
            Message(
                "{count} arguments would lose their role, as {role} in events of the type {event}. Say which role they "
                "are to have instead, or that they are to go. Nothing was changed.",
                one="One argument would lose its role, as {role} in an event of the type {event}. Say which role it is "
                "to have instead, or that it is to go. Nothing was changed.",
                count=sum(orphans.values()),
                role=role,
                event=event,
            )
        )
