"""The log of operations: written with each one, walked by undo, redo and the history of an article."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select, update

from model.messages import Message
from model.operation import Change, Operation, article_of
from storage.plain import from_plain, to_plain
from storage.records.keeper import batches, chunks, insert_rows
from storage.records.kinds import BY_KIND, BY_WORD
from storage.tables.base import table_of
from storage.tables.operations import OperationChangeRow, OperationRow

_OPERATIONS, _CHANGES = table_of(OperationRow), table_of(OperationChangeRow)
_ROWS_AT_ONCE = 5000


class Status(StrEnum):
    """Where an operation stands: in force, undone and redoable, or undone with others done since."""

    STANDING = "standing"
    UNDONE = "undone"
    ABANDONED = "abandoned"


def append(connection: Connection, operation: Operation) -> None:
    """Log an operation as the latest; what could have been redone no longer can."""
    Entry(connection, operation).add(operation.changes)


class Entry:
    """The entry of an operation as the latest, whose changes are added in portions; begins with none."""

    def __init__(self, connection: Connection, operation: Operation) -> None:
        self._connection = connection
        self._sequence = _begin(connection, operation)
        self._position = 0

    def add(self, changes: Sequence[Change]) -> None:
        """Log further changes."""
        rows = (_change_row(self._sequence, at, change) for at, change in enumerate(changes, start=self._position))
        for part in batches(rows, _ROWS_AT_ONCE):
            insert_rows(self._connection, _CHANGES, part)
        self._position += len(changes)


def _begin(connection: Connection, operation: Operation) -> int:
    parent = latest(connection, Status.STANDING)
    sequence = (connection.execute(select(func.max(_OPERATIONS.c.sequence))).scalar() or 0) + 1
    abandoned = update(_OPERATIONS).where(_OPERATIONS.c.status == Status.UNDONE.value)
    connection.execute(abandoned.values(status=Status.ABANDONED.value))
    row = {
        "sequence": sequence,
        "id": operation.id,
        "name": operation.name,
        "title": operation.title.to_plain(),
        "annotator": operation.annotator,
        "at": operation.at,
        "duration_ms": operation.duration_ms,
        "parent": parent,
        "status": Status.STANDING.value,
    }
    insert_rows(connection, _OPERATIONS, [row])
    return sequence


def _change_row(sequence: int, position: int, change: Change) -> dict[str, Any]:
    record = change.record
    return {
        "sequence": sequence,
        "position": position,
        "article_id": article_of(record),
        "kind": BY_KIND[type(record)].word,
        "before": None if change.before is None else to_plain(change.before),
        "after": None if change.after is None else to_plain(change.after),
    }


def of_project(changes: Iterable[Change]) -> list[Change]:
    """Those that belong to no article."""
    return [change for change in changes if article_of(change.record) is None]


def latest(connection: Connection, status: Status) -> int | None:
    """The operation to undo (the last that stands) or to redo (the first that was undone)."""
    pick = func.max if status is Status.STANDING else func.min
    query = select(pick(_OPERATIONS.c.sequence)).where(_OPERATIONS.c.status == status.value)
    sequence: int | None = connection.execute(query).scalar()
    return sequence


def title_of(connection: Connection, sequence: int | None) -> Message | None:
    """The title of an operation; None for none."""
    if sequence is None:
        return None
    query = select(_OPERATIONS.c.title).where(_OPERATIONS.c.sequence == sequence)
    return Message.from_plain(connection.execute(query).scalar_one())


def mark(connection: Connection, sequence: int, status: Status, *, annotator: str, at: datetime) -> None:
    """Note that an operation was undone or redone, by whom and when."""
    statement = update(_OPERATIONS).where(_OPERATIONS.c.sequence == sequence)
    connection.execute(statement.values(status=status.value, marked_by=annotator, marked_at=at))


def load_without_changes(connection: Connection, sequence: int) -> Operation:
    """One operation, its changes left for ``portions``."""
    row = connection.execute(select(_OPERATIONS).where(_OPERATIONS.c.sequence == sequence)).one()
    return _operation(row, ())


def portions(connection: Connection, sequence: int, *, backwards: bool) -> Iterator[tuple[Change, ...]]:
    """The changes of an operation in portions that fit in memory; ``backwards``: inverted, the last first."""
    last = select(func.max(_CHANGES.c.position)).where(_CHANGES.c.sequence == sequence)
    end = (connection.execute(last).scalar() or 0) + 1
    starts = range(0, end, _ROWS_AT_ONCE)
    for start in reversed(starts) if backwards else starts:
        place = _CHANGES.c.position.between(start, start + _ROWS_AT_ONCE - 1)
        found = _changes(connection, select(_CHANGES).where(_CHANGES.c.sequence == sequence, place))[sequence]
        yield tuple(change.inverted() for change in reversed(found)) if backwards else tuple(found)


def _operation(row: Row[Any], changes: Iterable[Change]) -> Operation:
    title = Message.from_plain(row.title)
    return Operation(row.id, row.name, title, row.annotator, row.at, tuple(changes), row.duration_ms)


def _changes(connection: Connection, query: Select[Any]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    for row in connection.execute(query.order_by(_CHANGES.c.sequence, _CHANGES.c.position)):
        kind = BY_WORD[row.kind].kind
        before = None if row.before is None else from_plain(kind, row.before)
        after = None if row.after is None else from_plain(kind, row.after)
        found[row.sequence].append(Change(before, after))
    return found


def touching(connection: Connection, article_id: str) -> list[tuple[int, Status, Operation]]:
    """The operations on an article in order, each with its changes there and of identities only."""
    changes = _changes(connection, select(_CHANGES).where(_CHANGES.c.article_id == article_id))
    shared = _shared_changes(connection, list(changes))
    return [
        (row.sequence, Status(row.status), _operation(row, [*shared.get(row.sequence, ()), *changes[row.sequence]]))
        for row in _rows(connection, list(changes))
    ]


def _shared_changes(connection: Connection, sequences: Sequence[int]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = {}
    for part in chunks(sequences):
        of_project = _CHANGES.c.sequence.in_(part) & _CHANGES.c.article_id.is_(None)
        found.update(_changes(connection, select(_CHANGES).where(of_project)))
    return found


def _rows(connection: Connection, sequences: Sequence[int]) -> list[Row[Any]]:
    rows: list[Row[Any]] = []
    for part in chunks(sequences):
        query = select(_OPERATIONS).where(_OPERATIONS.c.sequence.in_(part)).order_by(_OPERATIONS.c.sequence)
        rows.extend(connection.execute(query))
    return rows


def path_back(connection: Connection, article_id: str, sequence: int) -> list[Change]:
    """The changes that lead this article (and the identities) from now to the moment after an operation.

    Operations that stand and came later are taken back; if the operation itself was undone, those of its branch
    are applied again. Sequence 0 is the moment before the first.
    """
    branch: list[int] = []
    here: int | None = sequence or None
    while here is not None and (row := _status_and_parent(connection, here))[0] is not Status.STANDING:
        branch.append(here)
        here = row[1]
    standing = select(_OPERATIONS.c.sequence).where(
        _OPERATIONS.c.status == Status.STANDING.value, _OPERATIONS.c.sequence > (here or 0)
    )
    undoing = _changes_of(connection, article_id, _CHANGES.c.sequence.in_(standing))
    redoing = _changes_of(connection, article_id, _CHANGES.c.sequence.in_(branch))
    return [*(change.inverted() for change in reversed(undoing)), *redoing]


def _status_and_parent(connection: Connection, sequence: int) -> tuple[Status, int | None]:
    query = select(_OPERATIONS.c.status, _OPERATIONS.c.parent).where(_OPERATIONS.c.sequence == sequence)
    status, parent = connection.execute(query).one()
    return Status(status), parent


def exists(connection: Connection, sequence: int) -> bool:
    """Whether there is such a moment in the history."""
    query = select(_OPERATIONS.c.sequence).where(_OPERATIONS.c.sequence == sequence)
    return sequence == 0 or connection.execute(query).first() is not None


def _changes_of(connection: Connection, article_id: str, condition: ColumnElement[bool]) -> list[Change]:
    there = or_(_CHANGES.c.article_id == article_id, _CHANGES.c.article_id.is_(None))
    found = _changes(connection, select(_CHANGES).where(condition, there))
    return [change for sequence in sorted(found) for change in found[sequence]]
