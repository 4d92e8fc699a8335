"""Loads a schema from YAML; every fault is told with its line and key."""

from pathlib import Path
from types import MappingProxyType

import yaml

from model.messages import Message
from model.schema.errors import SchemaError, SchemaProblem
from model.schema.nodes import NodeReader, compose
from model.schema.schema import Attribute, BilingualName, EventLabel, MentionLabel, Role, Schema, SchemaMap, ZoneLabel
from model.schema.validation import problems_between_parts
from model.seeds import seeds_folder

_TOP = ("schema", "version", "ar", "en", "attributes", "zones", "mentions", "roles", "events", "maps")
_LABEL = ("ar", "en", "key", "parent", "colour", "description", "examples", "attributes", "retired")
_MAPPED = ("mentions", "events", "roles", "zones")
_NOTHING = BilingualName("", "")


def shipped_schemas() -> tuple[str, ...]:
    """The names of the schemas that come with the program."""
    return tuple(sorted(path.stem for path in (seeds_folder() / "schemas").glob("*.yaml")))


def load_shipped(name: str) -> Schema:
    """A schema that comes with the program. Raises SchemaError for a name that is not among ``shipped_schemas``."""
    return load_schema(seeds_folder() / "schemas" / f"{name}.yaml")


def load_schema(path: Path) -> Schema:
    """The schema in a YAML file. Raises SchemaError."""
    try:
        source = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = Message("the file cannot be read as UTF-8 text: {reason}", reason=str(error))
        raise SchemaError(str(path), (SchemaProblem(1, "file", message),)) from error
    return read_schema(source, str(path))


def read_schema(source: str, file: str = "schema") -> Schema:
    """The schema in a YAML source. Raises SchemaError that lists every fault with its line."""
    root = compose(source, file)
    reader = NodeReader()
    parts = reader.fields(root, "schema", _TOP, ("schema", "version", "mentions"))
    schema = Schema(
        name=reader.text(parts["schema"], "schema") if "schema" in parts else "",
        version=reader.text(parts["version"], "version") if "version" in parts else "",
        names=reader.names(parts, root, "schema"),
        mentions=tuple(_mention(reader, *item) for item in _items(reader, parts, "mentions")),
        events=tuple(_event(reader, *item) for item in _items(reader, parts, "events")),
        roles=tuple(_role(reader, *item) for item in _items(reader, parts, "roles")),
        attributes=tuple(_attribute(reader, *item) for item in _items(reader, parts, "attributes")),
        zones=tuple(_zone(reader, *item) for item in _items(reader, parts, "zones")),
        maps=tuple(_map(reader, *item) for item in _items(reader, parts, "maps")),
        source=source,
    )
    problems = [*reader.problems, *problems_between_parts(schema, root)]
    if problems:
        raise SchemaError(file, tuple(sorted(problems, key=lambda problem: problem.line)))
    return schema


def _items(reader: NodeReader, parts: dict[str, yaml.Node], part: str) -> list[tuple[str, yaml.Node]]:
    return list(reader.items(parts[part], part)) if part in parts else []


def _mention(reader: NodeReader, name: str, node: yaml.Node) -> MentionLabel:
    key = f"mentions.{name}"
    found = reader.fields(node, key, (*_LABEL, "family", "valued"), ("family",))
    return MentionLabel(
        name=name,
        names=reader.names(found, node, key),
        family=_text(reader, found, key, "family") or "",
        key=_text(reader, found, key, "key"),
        parent=_text(reader, found, key, "parent"),
        colour=_text(reader, found, key, "colour"),
        valued=_flag(reader, found, key, "valued"),
        description=_description(reader, found, key),
        examples=_texts(reader, found, key, "examples"),
        attributes=_texts(reader, found, key, "attributes"),
        retired=_flag(reader, found, key, "retired"),
    )


def _event(reader: NodeReader, name: str, node: yaml.Node) -> EventLabel:
    key = f"events.{name}"
    found = reader.fields(node, key, (*_LABEL, "roles"), ("roles",))
    return EventLabel(
        name=name,
        names=reader.names(found, node, key),
        roles=_texts(reader, found, key, "roles"),
        key=_text(reader, found, key, "key"),
        parent=_text(reader, found, key, "parent"),
        colour=_text(reader, found, key, "colour"),
        description=_description(reader, found, key),
        examples=_texts(reader, found, key, "examples"),
        attributes=_texts(reader, found, key, "attributes"),
        retired=_flag(reader, found, key, "retired"),
    )


def _role(reader: NodeReader, name: str, node: yaml.Node) -> Role:
    key = f"roles.{name}"
    found = reader.fields(node, key, ("ar", "en", "fillers", "least", "most", "retired"), ())
    return Role(
        name=name,
        names=reader.names(found, node, key),
        fillers=_texts(reader, found, key, "fillers"),
        least=reader.count(found["least"], f"{key}.least") if "least" in found else 0,
        most=reader.count(found["most"], f"{key}.most") if "most" in found else None,
        retired=_flag(reader, found, key, "retired"),
    )


def _attribute(reader: NodeReader, name: str, node: yaml.Node) -> Attribute:
    key = f"attributes.{name}"
    found = reader.fields(node, key, ("ar", "en", "values"), ("values",))
    values = list(reader.items(found["values"], f"{key}.values")) if "values" in found else []
    return Attribute(
        name=name,
        names=reader.names(found, node, key),
        values=tuple(value for value, _ in values),
        value_names=tuple(reader.bilingual(item, f"{key}.values.{value}") for value, item in values),
    )


def _zone(reader: NodeReader, name: str, node: yaml.Node) -> ZoneLabel:
    key = f"zones.{name}"
    found = reader.fields(node, key, ("ar", "en", "dimmed", "labels", "retired"), ())
    return ZoneLabel(
        name=name,
        names=reader.names(found, node, key),
        dimmed=_flag(reader, found, key, "dimmed"),
        labels=reader.texts(found["labels"], f"{key}.labels") if "labels" in found else None,
        retired=_flag(reader, found, key, "retired"),
    )


def _map(reader: NodeReader, origin: str, node: yaml.Node) -> SchemaMap:
    key = f"maps.{origin}"
    found = reader.fields(node, key, _MAPPED, ())
    parts = {
        part: MappingProxyType({name: reader.text(value, f"{key}.{part}") for name, value in reader.items(item, key)})
        for part, item in found.items()
    }
    return SchemaMap(origin, **{part: names for part, names in parts.items() if part in _MAPPED})


def _text(reader: NodeReader, found: dict[str, yaml.Node], key: str, name: str) -> str | None:
    return reader.text(found[name], f"{key}.{name}") if name in found else None


def _flag(reader: NodeReader, found: dict[str, yaml.Node], key: str, name: str) -> bool:
    return reader.flag(found[name], f"{key}.{name}") if name in found else False


def _texts(reader: NodeReader, found: dict[str, yaml.Node], key: str, name: str) -> tuple[str, ...]:
    return reader.texts(found[name], f"{key}.{name}") if name in found else ()


def _description(reader: NodeReader, found: dict[str, yaml.Node], key: str) -> BilingualName:
    return reader.bilingual(found["description"], f"{key}.description") if "description" in found else _NOTHING
