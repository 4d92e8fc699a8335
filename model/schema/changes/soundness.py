"""What every schema must fulfil after a change; each fault is said in words."""

import re

import yaml

from model.messages import Message
from model.schema.changes.change import SchemaChangeError
from model.schema.changes.parts import Label, Part, find
from model.schema.schema import Schema
from model.schema.validation import problems_between_parts

_NAME = re.compile(r"[^\s,:{}\[\]]+")
"""What the command line, YAML and the formats of other tools can hold."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def need_known(schema: Schema, part: Part, name: str) -> Label:
    """The label, or an error that says that there is none."""
    label = find(schema, part, name)
    if label is None:
        raise SchemaChangeError(Message("The schema has no “{label}”. Nothing was changed.", label=name))
    return label


def need_new_name(schema: Schema, part: Part, name: str) -> None:
    """Refuse a name that is taken or that other tools could not hold."""
    if find(schema, part, name) is not None:
        raise SchemaChangeError(
            Message("The schema has “{label}” already. To bring two types together, merge them.", label=name)
        )
    if not _NAME.fullmatch(name):
        raise SchemaChangeError(
            Message("“{label}” cannot be a name: write it without spaces, commas, colons and brackets.", label=name)
        )


def need_sound(schema: Schema) -> None:
    """Refuse a schema whose keys collide, whose parents go in a circle or that names what it does not have."""
    if not schema.offered_mentions:
        raise SchemaChangeError(Message("A schema needs at least one type of mention that is not retired."))
    for colour in [one.colour for one in schema.mentions] + [one.colour for one in schema.events]:
        if colour is not None and not _COLOUR.fullmatch(colour):
            raise SchemaChangeError(
                Message("{colour} is no colour: write it as # and six hexadecimal digits.", colour=colour)
            )
    problem = next(problems_between_parts(schema, yaml.MappingNode("map", [])), None)
    if problem is not None:
        raise SchemaChangeError(
            Message("{key}: {problem}. Nothing was changed.", key=problem.key, problem=problem.message)
        )
