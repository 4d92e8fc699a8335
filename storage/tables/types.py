"""Column types that give back exactly what was put in, on SQLite and on PostgreSQL."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_UNSTORABLE = re.compile("[\x00\x10\ud800-\udfff]")
_ESCAPED = re.compile("\x10([0-9a-f]{4})")
_WRAPPING = '{"exact":'


def escape(text: str) -> str:
    """Text that UTF-8 columns can hold: NUL and lone surrogates as U+0010 and four hexadecimal digits.

    U+0010 itself is escaped as well, so that ``unescape`` is exact; other texts stay as they are.
    """
    if _UNSTORABLE.search(text) is None:
        return text
    return _UNSTORABLE.sub(lambda found: f"\x10{ord(found[0]):04x}", text)


def unescape(stored: str) -> str:
    """The text that ``escape`` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), stored) if "\x10" in stored else stored


class ExactText(TypeDecorator[str]):
    """Any Python string, lone surrogates and NUL included, stored as readable text."""

    impl = Text
    cache_ok = True

    # the processors themselves are given, since a millionfold detour through ``process_bind_param`` is felt

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None]:
        return _stored

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], str | None]:
        return _restored


def _stored(value: str | None) -> str | None:
    return None if value is None else escape(value)


def _restored(stored: str | None) -> str | None:
    return stored if stored is None or "\x10" not in stored else unescape(stored)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with its time zone, stored in UTC. Raises ValueError for a moment without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def json_text(value: Any) -> str:
    """Compact JSON, Arabic left readable. Lone surrogates are not valid JSON: such a value is wrapped, escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    escaped = escape(text)
    if escaped is text and not text.startswith(_WRAPPING):
        return text
    return json.dumps({"exact": escaped}, ensure_ascii=False, separators=(",", ":"))


def json_value(stored: str | bytes) -> Any:
    """The value that ``json_text`` was given (tuples come back as lists); drivers hand over text or UTF-8."""
    text = stored if isinstance(stored, str) else stored.decode()
    value = json.loads(text)
    return json.loads(unescape(value["exact"])) if text.startswith(_WRAPPING) else value
