"""Rows of the suggestion panel: headings of groups and the suggestions in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.schema.schema import Schema
from model.suggestion import Suggestion
from ui.session.describe import label_name
from ui.session.state import is_event


class Grouping(StrEnum):
    """How suggestions are grouped."""

    PLACE = "place"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a group."""

    text: str
    count: int


PanelRow = Heading | Suggestion


def rows_of(suggestions: Sequence[Suggestion], grouping: Grouping, schema: Schema) -> list[PanelRow]:
    """The rows to show: in reading order, or by type in the order of the schema with a heading each."""
    if grouping is Grouping.PLACE:
        return list(suggestions)
    order = [(False, label.name) for label in schema.mentions] + [(True, label.name) for label in schema.events]
    groups: dict[tuple[bool, str], list[Suggestion]] = {key: [] for key in order}
    for suggestion in suggestions:
        groups.setdefault((is_event(suggestion), suggestion.label), []).append(suggestion)
    rows: list[PanelRow] = []
    for group in groups.values():
        if group:
            rows.append(Heading(label_name(schema, group[0]), len(group)))
            rows.extend(group)
    return rows
