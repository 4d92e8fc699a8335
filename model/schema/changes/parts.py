"""The parts of a schema that records name, and how to reach and replace their labels."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from model.messages import Message
from model.schema.schema import EventLabel, MentionLabel, Role, Schema, ZoneLabel

Label = MentionLabel | EventLabel | Role | ZoneLabel


class Part(StrEnum):
    """What a label is a label of."""

    MENTION = "mention"
    EVENT = "event"
    ROLE = "role"
    ZONE = "zone"


PART_NAMES = {
    Part.MENTION: Message("Types of mentions"),
    Part.EVENT: Message("Types of events"),
    Part.ROLE: Message("Roles"),
    Part.ZONE: Message("Kinds of lines"),
}
FIELDS = {Part.MENTION: "mentions", Part.EVENT: "events", Part.ROLE: "roles", Part.ZONE: "zones"}
"""Where a schema, and a map of labels, keep each part."""


def labels_of(schema: Schema, part: Part) -> tuple[Label, ...]:
    """The labels of a part in the schema's order."""
    found: tuple[Label, ...] = getattr(schema, FIELDS[part])
    return found


def find(schema: Schema, part: Part, name: str) -> Label | None:
    """The label with this name."""
    return next((label for label in labels_of(schema, part) if label.name == name), None)


def offered(schema: Schema, part: Part) -> tuple[str, ...]:
    """The names that something new may get."""
    return tuple(label.name for label in labels_of(schema, part) if not label.retired)


def with_labels(schema: Schema, part: Part, labels: Sequence[Label]) -> Schema:
    """The schema with these labels in a part."""
    values: dict[str, Any] = {FIELDS[part]: tuple(labels)}
    return replace(schema, **values)


def with_label(schema: Schema, part: Part, name: str, change: Callable[[Label], Label]) -> Schema:
    """The schema with one label changed."""
    return with_labels(schema, part, [change(one) if one.name == name else one for one in labels_of(schema, part)])
