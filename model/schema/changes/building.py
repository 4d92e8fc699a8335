"""The changes that a schema can go through. Each gives a SchemaChange, or raises SchemaChangeError and says why not."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from model.messages import Message
from model.schema.changes.change import Grouping, Move, OrphanedRole, SchemaChange, SchemaChangeError
from model.schema.changes.parts import FIELDS, Label, Part, find, labels_of, with_label, with_labels
from model.schema.changes.renaming import forgotten, remembered, substituted, unmapped, without_uses
from model.schema.changes.soundness import need_known, need_new_name, need_sound
from model.schema.schema import EARLIER, EventLabel, MentionLabel, Schema
from model.schema.writing import with_source


class Fate(StrEnum):
    """What becomes of annotations whose label is retired."""

    KEEP = "keep"
    RELABEL = "relabel"
    DELETE = "delete"


def _change(name: str, title: Message, before: Schema, after: Schema, moves: tuple[Move, ...] = ()) -> SchemaChange:
    need_sound(after)
    return SchemaChange(name, title, before, with_source(after), moves)


def rename(schema: Schema, part: Part, old: str, new: str) -> SchemaChange:
    """Give a label another name; everything that has it, and the schema itself, says the new one."""
    need_known(schema, part, old)
    need_new_name(schema, part, new)
    after = substituted(schema, part, old, new)
    after = with_label(after, part, old, lambda label: replace(label, name=new))
    after = remembered(forgotten(after, part, new), part, old, new)
    title = Message("Rename the type {before} to {after}", before=old, after=new)
    return _change("rename_label", title, schema, after, (Move(part, old, new),))


def merge(schema: Schema, part: Part, old: str, into: str) -> SchemaChange:
    """Let one label become another: everything that has it gets the other, and it is gone from the schema."""
    need_known(schema, part, old)
    need_known(schema, part, into)
    if old == into:
        raise SchemaChangeError(Message("“{label}” cannot be merged into itself.", label=old))
    if find_offered(schema, part, into) is None:
        raise SchemaChangeError(
            Message("“{label}” is retired: nothing can be merged into it. Nothing was changed.", label=into)
        )
    _need_no_cycle(schema, part, old, into)
    rest = with_labels(schema, part, [label for label in labels_of(schema, part) if label.name != old])
    after = remembered(substituted(rest, part, old, into), part, old, into)
    title = Message("Merge the type {before} into {after}", before=old, after=into)
    return _change("merge_labels", title, schema, after, (Move(part, old, into),))


def find_offered(schema: Schema, part: Part, name: str) -> Label | None:
    """The label with this name unless it is retired."""
    label = find(schema, part, name)
    return None if label is None or label.retired else label


def _need_no_cycle(schema: Schema, part: Part, old: str, into: str) -> None:
    parents = {one.name: one.parent for one in labels_of(schema, part) if isinstance(one, MentionLabel | EventLabel)}
    name = parents.get(into)
    while name is not None:
        if name == old:
            raise SchemaChangeError(
                Message(
                    "“{label}” cannot be merged into “{into}”, which stands below it and would become its own "
                    "ancestor. Give “{into}” another parent first. Nothing was changed.",
                    label=old,
                    into=into,
                )
            )
        name = parents.get(name)


def split(
    schema: Schema, part: Part, label: str, groups: Mapping[str, str], *, grouping: Grouping = Grouping.TEXT
) -> SchemaChange:
    """Give a label's annotations other labels by groups: each key of the grouping to the label it is to have.

    New labels are added beforehand (``add``). What is in no group keeps the label.
    """
    need_known(schema, part, label)
    if part is Part.ZONE or (part is Part.ROLE and grouping is not Grouping.TEXT):
        raise SchemaChangeError(Message("Only types of mentions and events, and roles by text, can be split."))
    wanted = {key: to for key, to in groups.items() if to != label}
    if not wanted:
        raise SchemaChangeError(Message("Choose at least one group that gets another type. Nothing was changed."))
    for to in wanted.values():
        need_known(schema, part, to)
    moves = tuple(
        Move(part, label, to, frozenset(key for key, value in wanted.items() if value == to), grouping)
        for to in dict.fromkeys(wanted.values())
    )
    title = Message(
        "Split the type {label} into {others}", label=label, others=", ".join(dict.fromkeys(wanted.values()))
    )
    return _change("split_label", title, schema, schema, moves)


def retire(schema: Schema, part: Part, label: str, fate: Fate = Fate.KEEP, into: str | None = None) -> SchemaChange:
    """Offer a label no more. Its annotations stay as they are, get the label ``into``, or are deleted."""
    known = need_known(schema, part, label)
    if known.retired:
        raise SchemaChangeError(Message("“{label}” is retired already.", label=label))
    after = with_label(schema, part, label, _retired)
    moves: tuple[Move, ...] = ()
    if fate is Fate.RELABEL:
        if into is None or into == label or find_offered(schema, part, into) is None:
            raise SchemaChangeError(Message("Say which type in use its annotations are to get. Nothing was changed."))
        after = remembered(substituted(after, part, label, into), part, label, into)
        moves = (Move(part, label, into),)
    elif fate is Fate.DELETE:
        moves = (Move(part, label, None),)
    return _change("retire_label", Message("Retire the type {label}", label=label), schema, after, moves)


def _retired(label: Label) -> Label:
    if isinstance(label, MentionLabel | EventLabel):
        return replace(label, retired=True, key=None)
    return replace(label, retired=True)


def reinstate(schema: Schema, part: Part, label: str) -> SchemaChange:
    """Offer a retired label again."""
    need_known(schema, part, label)
    after = forgotten(with_label(schema, part, label, lambda one: replace(one, retired=False)), part, label)
    return _change("reinstate_label", Message("Offer the type {label} again", label=label), schema, after)


def add(schema: Schema, part: Part, label: Label) -> SchemaChange:
    """Add a label."""
    need_new_name(schema, part, label.name)
    after = forgotten(with_labels(schema, part, [*labels_of(schema, part), label]), part, label.name)
    return _change("add_label", Message("Add the type {label}", label=label.name), schema, after)


def edit(schema: Schema, part: Part, name: str, **values: Any) -> SchemaChange:
    """Change what a label looks like and means: its names, key, colour, description, roles and so on; not its name."""
    known = need_known(schema, part, name)
    after = with_label(schema, part, name, lambda label: replace(label, **values))
    if find(after, part, name) == known:
        raise SchemaChangeError(Message("Nothing of “{label}” is different. Nothing was changed.", label=name))
    return _change("edit_label", Message("Change the type {label}", label=name), schema, after)


def remove(schema: Schema, part: Part, label: str) -> SchemaChange:
    """Take a label away altogether. Annotations that have it would stop the change: see ``unused``."""
    need_known(schema, part, label)
    after = unmapped(
        with_labels(schema, part, [one for one in labels_of(schema, part) if one.name != label]), part, label
    )
    for of in Part:
        after = with_labels(after, of, [without_uses(one, part, label) for one in labels_of(after, of)])
    return _change("remove_label", Message("Remove the type {label}", label=label), schema, after)


def replace_with(
    schema: Schema, other: Schema, names: Mapping[Part, Mapping[str, str | None]] | None = None
) -> SchemaChange:
    """Put another schema in place of the present one; ``names`` says what labels that it lacks become."""
    moves = [Move(part, old, to) for part, pairs in (names or {}).items() for old, to in pairs.items()]
    after = other
    for move in moves:
        if move.to is not None:
            need_known(other, move.part, move.to)
            after = remembered(after, move.part, move.label, move.to)
    title = Message("Put the schema {name} in place", name=other.name)
    return _change("replace_schema", title, schema, after, tuple(moves))


def _with_earlier_names(other: Schema, schema: Schema) -> Schema:
    """The other schema, which knows what the present one knows of earlier names of its labels."""
    known = schema.map_from(EARLIER)
    for part in Part if known is not None else ():
        names: Mapping[str, str] = getattr(known, FIELDS[part])
        for old, new in names.items():
            if find(other, part, old) is None and find(other, part, new) is not None:
                other = remembered(other, part, old, new)
    return other


def with_roles(change: SchemaChange, roles: Mapping[OrphanedRole, str | None]) -> SchemaChange:
    """The same change with what becomes of arguments whose event cannot have their role any more."""
    for (event, _), to in roles.items():
        known = change.after.event_labels.get(event)
        if to is not None and known is not None and to not in known.roles:
            raise SchemaChangeError(
                Message("Events of the type {event} have no role {role}. Nothing was changed.", event=event, role=to)
            )
    return replace(change, roles=MappingProxyType({**change.roles, **roles}))
