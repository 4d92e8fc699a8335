"""Fits suggestions, made in the labels of the news schema, to the labels of a project's schema."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from model.schema.schema import Schema
from model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention, SuggestionSet

SUGGESTED_SCHEMA = "news"
"""The schema whose labels the built-in suggesters speak."""

S = TypeVar("S", SuggestedMention, SuggestedEvent)


def fit_to_schema(suggestions: SuggestionSet, schema: Schema) -> SuggestionSet:
    """The suggestions in the labels of a schema.

    A label that the schema maps from the news schema is renamed; one that it has itself stays; the others, which its
    annotators could not confirm, are left out, and so are arguments whose mention or role is. Where two come to mean
    the same, the surer one stays.
    """
    mapping = schema.map_from(SUGGESTED_SCHEMA)
    mention_names = _names(schema.mention_labels, mapping.mentions if mapping else {})
    event_names = _names(schema.event_labels, mapping.events if mapping else {})
    roles = _names(schema.roles_by_name, mapping.roles if mapping else {})
    mentions = _surest(_renamed(suggestions.mentions, mention_names))
    kept = {mention.id for mention in mentions}
    events = [
        replace(event, arguments=_fitting_arguments(event, schema.event_labels[event.label].roles, roles, kept))
        for event in _surest(_renamed(suggestions.events, event_names))
    ]
    zones = tuple(zone for zone in suggestions.zones if zone.zone in schema.zone_labels)
    return replace(suggestions, zones=zones, mentions=mentions, events=tuple(events))


def _names(known: Iterable[str], mapped: Mapping[str, str]) -> Mapping[str, str]:
    return {name: name for name in known} | dict(mapped)


def _renamed(suggestions: Iterable[S], names: Mapping[str, str]) -> list[S]:
    return [replace(one, label=names[one.label]) for one in suggestions if one.label in names]


def _surest(suggestions: Iterable[S]) -> tuple[S, ...]:
    found: dict[object, S] = {}
    for suggestion in suggestions:
        key = (suggestion.label, suggestion.fragments)
        if key not in found or found[key].score < suggestion.score:
            found[key] = suggestion
    return tuple(found.values())


def _fitting_arguments(
    event: SuggestedEvent, allowed: Iterable[str], roles: Mapping[str, str], kept: set[str]
) -> tuple[SuggestedArgument, ...]:
    known = set(allowed)
    return tuple(
        replace(argument, role=roles[argument.role])
        for argument in event.arguments
        if argument.mention_id in kept and roles.get(argument.role) in known
    )
