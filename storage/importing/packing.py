"""Records as few bytes, so that the annotations of a big import fit in memory until they are stored."""

import io
import pickle
import zlib
from collections.abc import Callable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from model.annotation import Argument, Event, Identity, Mention, Provenance, Zone
from model.decision import Decision
from model.operation import Record
from model.text.span import Span

_VALUES = (Argument, Decision, Event, Identity, Mention, Provenance, Span, Zone)


def _reduced_by_fields(kind: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    """How pickle takes a value apart: by its fields in order, several times faster than a frozen dataclass does."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda value: (kind, values(value))


_REDUCED: dict[type, Callable[[Any], tuple[type, tuple[Any, ...]]]] = {
    kind: _reduced_by_fields(kind) for kind in _VALUES
}


def packed(records: Sequence[Record]) -> bytes | None:
    """The bytes that ``unpacked`` turns back, within this process only; None for no records."""
    if not records:
        return None
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCED
    pickler.dump(tuple(records))
    return zlib.compress(stream.getbuffer(), 1)


def unpacked(content: bytes) -> tuple[Record, ...]:
    """The records that were packed."""
    records: tuple[Record, ...] = pickle.loads(zlib.decompress(content))
    return records
