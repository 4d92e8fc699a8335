"""Values of the model as plain JSON and back: records in the log of operations, schemas."""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from model.messages import Message
from model.text.span import Span

T = TypeVar("T")
Convert = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """A frozen dataclass of the model (or a value in one) as JSON values; fields at their defaults are left out."""
    writer = _writer(cast(Hashable, type(value)))
    return value if writer is None else writer(value)


@cache
def _writer(kind: Any) -> Convert | None:
    """How values of a class are written; None for those that are JSON values themselves."""
    if kind is Span:
        return lambda span: [span.start, span.end]
    if kind is tuple:
        return lambda items: [to_plain(item) for item in items]
    if issubclass(kind, (date, datetime)):
        return cast(Convert, kind.isoformat)
    if issubclass(kind, StrEnum):
        return lambda member: member.value
    if issubclass(kind, Mapping):
        return dict
    if kind is Message:
        return Message.to_plain
    return _dataclass_writer(cast(type, kind)) if is_dataclass(kind) else None


def _dataclass_writer(kind: type) -> Convert:
    defaults = tuple((field.name, _default(field)) for field in fields(kind) if field.init)

    def write(value: Any) -> Any:
        plain = {}
        for name, default in defaults:
            part = getattr(value, name)
            if part is not default and part != default:
                writer = _writer(cast(Hashable, type(part)))
                plain[name] = part if writer is None else writer(part)
        return plain

    return write


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def from_plain(kind: type[T], plain: Mapping[str, Any]) -> T:
    """The dataclass of this kind that ``to_plain`` described."""
    return cast(T, _reader(cast(Hashable, kind))(plain))


@cache
def _reader(kind: Any) -> Convert:
    if kind is Span:
        return lambda plain: Span(*plain)
    if kind is Message:
        return Message.from_plain
    if kind in {date, datetime}:
        return cast(Convert, kind.fromisoformat)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if is_dataclass(kind):
        return _dataclass_reader(cast(type, kind))
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    if get_origin(kind) in {Union, types.UnionType}:
        return _optional_reader(get_args(kind))
    return _same


def _same(plain: Any) -> Any:
    return plain


def _dataclass_reader(kind: type) -> Convert:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind) if field.init}
    converting = {name: reader for name, reader in readers.items() if reader is not _same}

    def read(plain: Mapping[str, Any]) -> Any:
        values = dict(plain)
        for name in converting.keys() & values.keys():
            values[name] = converting[name](values[name])
        return kind(**values)

    return read


def _tuple_reader(items: tuple[Any, ...]) -> Convert:
    if len(items) == 2 and items[1] is Ellipsis:
        item = _reader(items[0])
        return lambda plain: tuple(map(item, plain))
    readers = tuple(map(_reader, items))
    return lambda plain: tuple(reader(part) for reader, part in zip(readers, plain, strict=True))


def _optional_reader(options: tuple[Any, ...]) -> Convert:
    (present,) = (option for option in options if option is not types.NoneType)
    reader = _reader(present)
    return lambda plain: None if plain is None else reader(plain)
