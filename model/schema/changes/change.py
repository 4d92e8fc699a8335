"""A change of a schema: the schemas before and after it, and what becomes of what has the labels it touches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from model.errors import TawsimError
from model.messages import Message
from model.schema.changes.parts import Part
from model.schema.schema import Schema


class SchemaChangeError(TawsimError):
    """A change of a schema that cannot be made; nothing is changed."""


class Grouping(StrEnum):
    """By what a label is split."""

    TEXT = "text"
    """The folded text of the mention or trigger."""
    IDENTITY = "identity"
    SUGGESTER = "suggester"
    """What suggested it; nothing for what was tagged by hand."""


@dataclass(frozen=True, slots=True)
class Move:
    """What becomes of what has a label: it gets another one, or, ``to`` None, is removed.

    ``groups`` None: all of it; else only that whose key by ``grouping`` is among them. ``events``: for a role, only in
    events that have one of these labels after the change; None: in all.
    """

    part: Part
    label: str
    to: str | None
    groups: frozenset[str] | None = None
    grouping: Grouping = Grouping.TEXT
    events: frozenset[str] | None = None


SCHEMA_CHANGES = frozenset(
    {
        "rename_label",
        "merge_labels",
        "split_label",
        "retire_label",
        "reinstate_label",
        "add_label",
        "edit_label",
        "remove_label",
        "replace_schema",
    }
)
"""The names of operations that change a schema, or labels throughout a project."""
OrphanedRole = tuple[str, str]
"""The label of an event after a change, and a role that it cannot have any more."""


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """One change. ``moves`` are looked through in order; the first that fits a record decides.

    ``roles`` says what becomes of arguments in roles that their event cannot have after the change: another role, or
    None to take the argument away. Those it does not name stop the change.
    """

    name: str
    """For machines: one of SCHEMA_CHANGES."""
    title: Message
    before: Schema
    after: Schema
    moves: tuple[Move, ...] = ()
    roles: Mapping[OrphanedRole, str | None] = field(default_factory=lambda: MappingProxyType({}))
