"""Which keeper stores which kind of record."""

from typing import Any

from model.operation import Record, article_of
from storage.records.annotations import EventKeeper, MentionKeeper
from storage.records.current_schema import SchemaKeeper
from storage.records.keeper import Keeper, Key
from storage.records.others import DecisionKeeper, IdentityKeeper, MarkKeeper, ZoneKeeper

IDENTITIES = IdentityKeeper()
MENTIONS = MentionKeeper()
EVENTS = EventKeeper()
ZONES = ZoneKeeper()
DECISIONS = DecisionKeeper()
MARKS = MarkKeeper()
SCHEMA = SchemaKeeper()

KEEPERS: tuple[Keeper[Any], ...] = (SCHEMA, IDENTITIES, MENTIONS, EVENTS, ZONES, DECISIONS, MARKS)
"""All of them, those that others refer to first."""
BY_WORD: dict[str, Keeper[Any]] = {keeper.word: keeper for keeper in KEEPERS}
BY_KIND: dict[type, Keeper[Any]] = {keeper.kind: keeper for keeper in KEEPERS}


def key_of(record: Record) -> Key:
    """The key of a record among those of its kind."""
    return article_of(record) or "", record.id
