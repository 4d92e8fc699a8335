"""Checks between the parts of a schema: names that are used must be defined, keys must not collide."""

from collections.abc import Collection, Iterator

import yaml

from model.messages import Message
from model.schema.errors import SchemaProblem
from model.schema.schema import EventLabel, MentionLabel, Schema

_KEYS = frozenset("123456789")


def problems_between_parts(schema: Schema, root: yaml.Node) -> Iterator[SchemaProblem]:
    """Every reference to something undefined and every repeated key, with its line in the YAML under ``root``."""
    lines = _lines(root)
    for key, used, known, kind in _references(schema):
        if used not in known:
            message = Message("“{name}” is not defined under {part}", name=used, part=kind)
            yield SchemaProblem(lines.get(key, 1), key, message)
    for part, labels in (("mentions", schema.mentions), ("events", schema.events)):
        yield from _key_problems(part, labels, lines)
    yield from _parent_problems(schema, lines)


def _references(schema: Schema) -> Iterator[tuple[str, str, Collection[str], str]]:
    for role in schema.roles:
        for filler in role.fillers:
            yield f"roles.{role.name}", filler, schema.mention_labels, "mentions"
    for event in schema.events:
        for used in event.roles:
            yield f"events.{event.name}", used, schema.roles_by_name, "roles"
    for zone in schema.zones:
        for used in zone.labels or ():
            yield f"zones.{zone.name}", used, schema.mention_labels, "mentions"
    for mapping in schema.maps:
        place = f"maps.{mapping.origin}"
        yield from ((place, used, schema.mention_labels, "mentions") for used in mapping.mentions.values())
        yield from ((place, used, schema.event_labels, "events") for used in mapping.events.values())
        yield from ((place, used, schema.roles_by_name, "roles") for used in mapping.roles.values())
        yield from ((place, used, schema.zone_labels, "zones") for used in mapping.zones.values())
    attributes = {attribute.name for attribute in schema.attributes}
    for part, label in _labels(schema):
        known = schema.mention_labels if part == "mentions" else schema.event_labels
        for used in label.attributes:
            yield f"{part}.{label.name}", used, attributes, "attributes"
        if label.parent is not None:
            yield f"{part}.{label.name}", label.parent, known, part


def _labels(schema: Schema) -> Iterator[tuple[str, MentionLabel | EventLabel]]:
    yield from (("mentions", label) for label in schema.mentions)
    yield from (("events", label) for label in schema.events)


def _key_problems(
    part: str, labels: tuple[MentionLabel, ...] | tuple[EventLabel, ...], lines: dict[str, int]
) -> Iterator[SchemaProblem]:
    holders: dict[str, str] = {}
    for label in labels:
        if label.key is None:
            continue
        place = f"{part}.{label.name}"
        if label.key not in _KEYS:
            yield SchemaProblem(lines.get(place, 1), f"{place}.key", Message("a key is one digit from 1 to 9"))
        elif label.key in holders:
            message = Message("key {key} is taken by {label}", key=label.key, label=holders[label.key])
            yield SchemaProblem(lines.get(place, 1), f"{place}.key", message)
        else:
            holders[label.key] = label.name


def _parent_problems(schema: Schema, lines: dict[str, int]) -> Iterator[SchemaProblem]:
    for part, label in _labels(schema):
        parents = {other.name: other.parent for kind, other in _labels(schema) if kind == part}
        seen: set[str] = set()
        name: str | None = label.name
        while name is not None and name not in seen:
            seen.add(name)
            name = parents.get(name)
        if name == label.name:
            place = f"{part}.{label.name}"
            yield SchemaProblem(lines.get(place, 1), f"{place}.parent", Message("a label cannot be its own ancestor"))


def _lines(root: yaml.Node) -> dict[str, int]:
    found: dict[str, int] = {}
    if not isinstance(root, yaml.MappingNode):
        return found
    for part_node, part in root.value:
        for name_node, _ in part.value if isinstance(part, yaml.MappingNode) else ():
            found[f"{part_node.value}.{name_node.value}"] = name_node.start_mark.line + 1
    return found
