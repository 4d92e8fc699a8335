"""One name of a schema in place of another, wherever the schema itself uses it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from model.schema.changes.parts import FIELDS, Label, Part
from model.schema.schema import EARLIER, EventLabel, MentionLabel, Role, Schema, SchemaMap, ZoneLabel


def substituted(schema: Schema, part: Part, old: str, new: str) -> Schema:
    """The schema in which every use of ``old`` says ``new``; the label of that name itself is not touched."""
    return replace(
        schema,
        mentions=tuple(_in_mention(one, part, old, new) for one in schema.mentions),
        events=tuple(_in_event(one, part, old, new) for one in schema.events),
        roles=tuple(_in_role(one, part, old, new) for one in schema.roles),
        zones=tuple(_in_zone(one, part, old, new) for one in schema.zones),
        maps=tuple(_in_map(one, part, old, new) for one in schema.maps),
    )


def remembered(schema: Schema, part: Part, old: str, new: str) -> Schema:
    """The schema that knows what its label ``old`` is called now."""
    earlier = schema.map_from(EARLIER) or SchemaMap(EARLIER)
    names = {**getattr(earlier, FIELDS[part]), old: new}
    names.pop(new, None)
    return _with_map(schema, _with_names(earlier, part, names))


def forgotten(schema: Schema, part: Part, name: str) -> Schema:
    """The schema whose maps leave a name alone, since it has a label of that name."""
    for mapping in schema.maps:
        names = {key: value for key, value in getattr(mapping, FIELDS[part]).items() if key != name}
        schema = _with_map(schema, _with_names(mapping, part, names))
    return schema


def unmapped(schema: Schema, part: Part, gone: str) -> Schema:
    """The schema whose maps lead nothing to a label that is gone."""
    for mapping in schema.maps:
        names = {key: value for key, value in getattr(mapping, FIELDS[part]).items() if value != gone}
        schema = _with_map(schema, _with_names(mapping, part, names))
    return schema


def _with_names(mapping: SchemaMap, part: Part, names: Mapping[str, str]) -> SchemaMap:
    parts = {name: getattr(mapping, name) for name in FIELDS.values()}
    return SchemaMap(mapping.origin, **{**parts, FIELDS[part]: MappingProxyType(dict(names))})


def _with_map(schema: Schema, mapping: SchemaMap) -> Schema:
    others = [one for one in schema.maps if one.origin != mapping.origin]
    at = next((i for i, one in enumerate(schema.maps) if one.origin == mapping.origin), len(others))
    if any(getattr(mapping, name) for name in FIELDS.values()):
        others.insert(at, mapping)
    return replace(schema, maps=tuple(others))


def _swap(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if name == old else name for name in names))


def _parent(label: MentionLabel | EventLabel, old: str, new: str) -> str | None:
    return new if label.parent == old else label.parent


def _in_mention(label: MentionLabel, part: Part, old: str, new: str) -> MentionLabel:
    return replace(label, parent=_parent(label, old, new)) if part is Part.MENTION else label


def _in_event(label: EventLabel, part: Part, old: str, new: str) -> EventLabel:
    if part is Part.EVENT:
        return replace(label, parent=_parent(label, old, new))
    return replace(label, roles=_swap(label.roles, old, new)) if part is Part.ROLE else label


def _in_role(role: Role, part: Part, old: str, new: str) -> Role:
    return replace(role, fillers=_swap(role.fillers, old, new)) if part is Part.MENTION else role


def _in_zone(zone: ZoneLabel, part: Part, old: str, new: str) -> ZoneLabel:
    if part is not Part.MENTION or zone.labels is None:
        return zone
    return replace(zone, labels=_swap(zone.labels, old, new))


def _in_map(mapping: SchemaMap, part: Part, old: str, new: str) -> SchemaMap:
    names = getattr(mapping, FIELDS[part])
    return _with_names(mapping, part, {key: new if value == old else value for key, value in names.items()})


def without_uses(label: Label, part: Part, gone: str) -> Label:
    """A label that does not name ``gone`` any more, neither as a parent, role, filler nor mention of a line."""
    if isinstance(label, Role):
        return replace(label, fillers=_less(label.fillers, gone)) if part is Part.MENTION else label
    if isinstance(label, ZoneLabel):
        kept = None if label.labels is None else _less(label.labels, gone)
        return replace(label, labels=kept) if part is Part.MENTION else label
    of_its_part = part is (Part.MENTION if isinstance(label, MentionLabel) else Part.EVENT)
    if of_its_part and label.parent == gone:
        return replace(label, parent=None)
    if isinstance(label, EventLabel) and part is Part.ROLE:
        return replace(label, roles=_less(label.roles, gone))
    return label


def _less(names: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(name for name in names if name != gone)
