"""Writes a schema as YAML that the loader reads back as the same schema."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import yaml

from model.schema.schema import BilingualName, EventLabel, MentionLabel, Role, Schema, ZoneLabel

_WIDTH = 120
_MAPPED = ("mentions", "events", "roles", "zones")


class _Dumper(yaml.SafeDumper):
    """Puts what fits on one line there, as the shipped schemas do."""


def _represent(dumper: yaml.SafeDumper, value: dict[str, Any]) -> yaml.Node:
    flat = not any(isinstance(part, (dict, list)) for part in value.values())
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=flat)


def _represent_list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


_Dumper.add_representer(dict, _represent)
_Dumper.add_representer(list, _represent_list)


def to_yaml(schema: Schema) -> str:
    """The schema as YAML, without the comments of its source."""
    plain: dict[str, Any] = {"schema": schema.name, "version": schema.version, **_names(schema.names)}
    plain["attributes"] = {
        one.name: {
            **_names(one.names),
            "values": {v: _names(names) for v, names in zip(one.values, one.value_names, strict=True)},
        }
        for one in schema.attributes
    }
    plain["zones"] = {zone.name: _zone(zone) for zone in schema.zones}
    plain["mentions"] = {label.name: _mention(label) for label in schema.mentions}
    plain["roles"] = {role.name: _role(role) for role in schema.roles}
    plain["events"] = {label.name: _event(label) for label in schema.events}
    plain["maps"] = {
        one.origin: {part: dict(names) for part in _MAPPED if (names := getattr(one, part))} for one in schema.maps
    }
    kept = {key: value for key, value in plain.items() if value != {} or key == "mentions"}
    return yaml.dump(kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)


def with_source(schema: Schema) -> Schema:
    """The schema with the YAML that describes it as its source."""
    return replace(schema, source=to_yaml(schema))


def _names(names: BilingualName) -> dict[str, str]:
    return {"ar": names.ar, "en": names.en}


def _given(**values: Any) -> dict[str, Any]:
    """What differs from the loader's defaults."""
    return {name: value for name, value in values.items() if value not in (None, False, [], "")}


def _texts(texts: Iterable[str] | None) -> list[str] | None:
    return None if texts is None else list(texts)


def _label(label: MentionLabel | EventLabel) -> Mapping[str, Any]:
    described = label.description.ar or label.description.en
    return _given(
        key=label.key,
        parent=label.parent,
        colour=label.colour,
        description=_names(label.description) if described else None,
        examples=_texts(label.examples),
        attributes=_texts(label.attributes),
        retired=label.retired,
    )


def _mention(label: MentionLabel) -> dict[str, Any]:
    return {**_names(label.names), "family": label.family, **_given(valued=label.valued), **_label(label)}


def _event(label: EventLabel) -> dict[str, Any]:
    return {**_names(label.names), "roles": list(label.roles), **_label(label)}


def _role(role: Role) -> dict[str, Any]:
    most = {} if role.most is None else {"most": role.most}
    least = {} if role.least == 0 else {"least": role.least}
    return {
        **_names(role.names),
        **_given(fillers=_texts(role.fillers)),
        **least,
        **most,
        **_given(retired=role.retired),
    }


def _zone(zone: ZoneLabel) -> dict[str, Any]:
    labels = {} if zone.labels is None else {"labels": list(zone.labels)}
    return {**_names(zone.names), **_given(dimmed=zone.dimmed), **labels, **_given(retired=zone.retired)}
