"""Records as the rows that will hold them, in few bytes, so that a big import fits in memory until it is stored."""

import pickle
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from model.annotation import Event, Mention
from model.operation import Record
from storage.interchange.reading import NOBODY
from storage.records.keeper import Row, Rows
from storage.records.kinds import BY_KIND
from storage.records.rows import changed
from storage.tables.annotations import IdentityRow


@dataclass(frozen=True, slots=True)
class PackedRecords:
    """What annotators put on one article: its rows by table, identities first, packed within this process.

    ``unsigned`` says that some do not tell who made them (``NOBODY``).
    """

    count: int
    mention_labels: frozenset[str]
    event_labels: frozenset[str]
    unsigned: bool
    content: bytes

    def unpacked(self) -> tuple[list[Row], Rows]:
        """The values of the identities, and the rows of all else."""
        identities, rows = pickle.loads(zlib.decompress(self.content))
        return identities, rows

    def moved_to(self, article_id: str) -> "PackedRecords":
        """The same on an article with another id."""
        identities, rows = self.unpacked()
        moved = changed(rows, ("article_id",), lambda _: (article_id,))
        return replace(self, content=_bytes_of(identities, moved))


def packed(records: Sequence[Record]) -> PackedRecords | None:
    """Pack records; None for none."""
    if not records:
        return None
    by_kind: dict[type, list[Record]] = defaultdict(list)
    for record in records:
        by_kind[type(record)].append(record)
    mentions, events = cast(list[Mention], by_kind[Mention]), cast(list[Event], by_kind[Event])
    annotations: list[Mention | Event] = [*mentions, *events]
    rows: Rows = {}
    for kind, of_kind in by_kind.items():
        rows.update(BY_KIND[kind].rows(of_kind))
    identities = rows.pop(IdentityRow.__tablename__, [])
    return PackedRecords(
        len(records) - len(identities),
        frozenset({mention.label for mention in mentions}),
        frozenset({event.label for event in events}),
        any(one.provenance is NOBODY for one in annotations),
        _bytes_of(identities, rows),
    )


def _bytes_of(identities: Sequence[Row], rows: Rows) -> bytes:
    return zlib.compress(pickle.dumps((identities, rows), pickle.HIGHEST_PROTOCOL), 1)
