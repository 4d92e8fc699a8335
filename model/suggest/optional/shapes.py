"""Whether what a foreign suggester gives is a suggestion at all, down to the types of its fields."""

from collections.abc import Mapping
from typing import Any

from model.messages import Message
from model.suggestion import Source, SuggestedArgument, SuggestedEvent, SuggestedMention
from model.text.span import Span

_SHARED: Mapping[str, type | tuple[type, ...]] = {
    "id": str,
    "article_id": str,
    "label": str,
    "fragments": tuple,
    "text": str,
    "source": Source,
    "score": (float, int),
    "reason": Message,
    "attributes": tuple,
}
_OF_MENTIONS: Mapping[str, type | tuple[type, ...]] = {
    "value": (str, type(None)),
    "modifier": (str, type(None)),
    "identity_key": (str, type(None)),
}
_OF_ARGUMENTS: Mapping[str, type | tuple[type, ...]] = {
    "role": str,
    "mention_id": str,
    "score": (float, int),
    "reason": Message,
}


def fault_of_shape(value: object) -> str | None:
    """What makes a value no suggestion, for developers of suggesters; None when nothing does."""
    if isinstance(value, SuggestedMention):
        return _wrong_field(value, {**_SHARED, **_OF_MENTIONS}) or _wrong_pieces(value)
    if isinstance(value, SuggestedEvent):
        return _wrong_field(value, {**_SHARED, "arguments": tuple}) or _wrong_pieces(value) or _wrong_argument(value)
    return type(value).__name__


def _wrong_field(value: object, fields: Mapping[str, type | tuple[type, ...]]) -> str | None:
    wrong = next((name for name, types in fields.items() if not isinstance(getattr(value, name), types)), None)
    return None if wrong is None else f"{type(value).__name__}.{wrong}: {type(getattr(value, wrong)).__name__}"


def _wrong_pieces(value: SuggestedMention | SuggestedEvent) -> str | None:
    pieces: tuple[Any, ...] = value.fragments
    pairs: tuple[Any, ...] = value.attributes
    if not all(isinstance(one, Span) and _whole(one.start) and _whole(one.end) for one in pieces):
        return f"{type(value).__name__}.fragments"
    if not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
        return f"{type(value).__name__}.attributes"
    return None


def _whole(offset: Any) -> bool:
    return isinstance(offset, int)


def _wrong_argument(value: SuggestedEvent) -> str | None:
    arguments: tuple[Any, ...] = value.arguments
    faults = (
        _wrong_field(one, _OF_ARGUMENTS) if isinstance(one, SuggestedArgument) else type(one).__name__
        for one in arguments
    )
    return next((fault for fault in faults if fault is not None), None)
