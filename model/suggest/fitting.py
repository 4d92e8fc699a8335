"""Fits suggestions to the labels of a project's schema: new ones, which are made in the labels of the news schema, and
stored ones whose labels have been renamed, merged or retired since."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from model.schema.changes.over_time import LabelsNow
from model.schema.changes.parts import FIELDS, Part, offered
from model.schema.schema import EARLIER, Schema
from model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention, SuggestionSet

SUGGESTED_SCHEMA = "news"
"""The schema whose labels the built-in suggesters speak."""

S = TypeVar("S", SuggestedMention, SuggestedEvent)
Name = Callable[[str], str | None]
"""The label for one that a suggester gave; None: left out."""


def fit_to_schema(suggestions: SuggestionSet, schema: Schema) -> SuggestionSet:
    """The suggestions in the labels of a schema.

    A label that the schema maps from the news schema is renamed, and so is one that it had itself under another name;
    one that it offers stays; the others, which its annotators could not confirm, are left out, and so are arguments
    whose mention or role is. Where two come to mean the same, the surer one stays.
    """
    return _fitted(suggestions, schema, {part: _names(schema, part).get for part in Part})


def fit_again(suggestions: SuggestionSet, schema: Schema, now: Mapping[Part, LabelsNow]) -> SuggestionSet:
    """Stored suggestions, fitted when they were made, in the labels as they are called now."""
    return _fitted(suggestions, schema, {part: now[part].now for part in Part})


def _fitted(suggestions: SuggestionSet, schema: Schema, names: Mapping[Part, Name]) -> SuggestionSet:
    mentions = _surest(_renamed(suggestions.mentions, names[Part.MENTION]))
    kept = {mention.id for mention in mentions}
    events = [
        replace(event, arguments=_fitting_arguments(event, schema, names[Part.ROLE], kept))
        for event in _surest(_renamed(suggestions.events, names[Part.EVENT]))
    ]
    zones = []
    for zone in suggestions.zones:
        now = names[Part.ZONE](zone.zone)
        if now is not None:
            zones.append(zone if now == zone.zone else replace(zone, zone=now))
    return replace(suggestions, zones=tuple(zones), mentions=mentions, events=tuple(events))


def _names(schema: Schema, part: Part) -> Mapping[str, str]:
    """What a schema calls the labels that suggesters may give; only those that it offers."""
    there = offered(schema, part)
    found: dict[str, str] = {}
    earlier, mapping = schema.map_from(EARLIER), schema.map_from(SUGGESTED_SCHEMA)
    if earlier is not None:
        found |= getattr(earlier, FIELDS[part])
    found |= {name: name for name in there}
    if mapping is not None:
        found |= getattr(mapping, FIELDS[part])
    return {name: to for name, to in found.items() if to in there}


def _renamed(suggestions: Iterable[S], name: Name) -> list[S]:
    found = []
    for one in suggestions:
        label = name(one.label)
        if label is not None:
            found.append(one if label == one.label else replace(one, label=label))
    return found


def _surest(suggestions: Iterable[S]) -> tuple[S, ...]:
    found: dict[object, S] = {}
    for suggestion in suggestions:
        key = (suggestion.label, suggestion.fragments)
        if key not in found or found[key].score < suggestion.score:
            found[key] = suggestion
    return tuple(found.values())


def _fitting_arguments(
    event: SuggestedEvent, schema: Schema, name: Name, kept: set[str]
) -> tuple[SuggestedArgument, ...]:
    known = schema.event_labels.get(event.label)
    found = []
    for argument in event.arguments:
        role = name(argument.role)
        if role is not None and argument.mention_id in kept and (known is None or role in known.roles):
            found.append(replace(argument, role=role))
    return tuple(found)
