"""Choices of types for a chooser."""

from collections.abc import Iterable

from model.schema.schema import EventLabel, MentionLabel
from ui.language import named
from ui.parts.chooser import Choice

EVENT = "event:"
"""Before the key of a choice that is an event's type."""


def label_choices(labels: Iterable[MentionLabel | EventLabel], kind: str = "") -> list[Choice]:
    """Those that have a key first and by key, so that a digit takes here what it takes in the article."""
    by_key = sorted(labels, key=lambda label: (label.key is None, label.key or ""))
    return [
        Choice(kind + label.name, named(label.names), label.name, f"{label.names.ar} {label.names.en}")
        for label in by_key
    ]
