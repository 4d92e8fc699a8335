"""Conditions on tags: ``type:PERS``, ``حالة:مقترح``, ``modality:future``, or a bare name within brackets."""

from dataclasses import replace

from model.messages import Message
from model.search.query import TagPart
from model.search.vocabulary import EVENT_KINDS, KEYS, STATES, Names, values_of
from model.text.folding import fold


class ConditionError(ValueError):
    """A condition that means nothing; ``reason`` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.english())
        self.reason = reason


def is_condition(text: str, names: Names) -> bool:
    """Whether a word outside brackets is a condition: a known key, a colon, a value."""
    key, colon, _ = text.partition(":")
    return bool(colon) and (fold(key) in KEYS or fold(key) in names.attributes)


def add_condition(part: TagPart, text: str, names: Names) -> TagPart:
    """The part with one condition more. Raises ConditionError."""
    key, colon, value = text.partition(":")
    if not colon:
        return _with_name(part, text, names)
    value = value.strip('"').strip()
    if not value:
        raise ConditionError(Message("“{key}:” needs a value", key=key))
    match KEYS.get(fold(key)):
        case "type":
            return _with_label(part, value, names)
        case "identity":
            return replace(part, identity=fold(value))
        case "state":
            return _with_state(part, value)
        case "role":
            return replace(part, role=names.roles.get(fold(value), value))
        case "text":
            return replace(part, text=fold(value))
    return _with_attribute(part, key, value, names)


def _with_name(part: TagPart, text: str, names: Names) -> TagPart:
    """A bare name within brackets: of a kind, a state or a type."""
    folded = fold(text)
    if folded in EVENT_KINDS:
        return replace(part, event=EVENT_KINDS[folded])
    if folded in STATES:
        return _with_state(part, text)
    return _with_label(part, text, names)


def _with_label(part: TagPart, value: str, names: Names) -> TagPart:
    found = names.labels.get(fold(value))
    if found is None:
        raise ConditionError(Message("the schema has no type “{label}”", label=value))
    return replace(part, labels=part.labels | {label for _, label in found})


def _with_state(part: TagPart, value: str) -> TagPart:
    state = STATES.get(fold(value))
    if state is None:
        raise ConditionError(
            Message("“{state}” is no state of a tag (confirmed, open, rejected, skipped)", state=value)
        )
    return replace(part, standings=part.standings | {state})


def _with_attribute(part: TagPart, key: str, value: str, names: Names) -> TagPart:
    attribute = names.attributes.get(fold(key))
    if attribute is None:
        raise ConditionError(
            Message("nothing is called “{key}” (type, identity, state, role, text, modality)", key=key)
        )
    known = values_of(attribute).get(fold(value))
    if known is None:
        allowed = ", ".join(attribute.values)
        raise ConditionError(
            Message("“{value}” is no value of {key} ({allowed})", value=value, key=key, allowed=allowed)
        )
    return replace(part, attributes=(*part.attributes, (attribute.name, known)))
