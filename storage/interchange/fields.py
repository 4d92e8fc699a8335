"""Typed access to plain values read from JSON, with errors that say which key is wrong."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from model.text.span import Fragments, Span, fragments_of

E = TypeVar("E", bound=StrEnum)


class FormatError(ValueError):
    """A value is missing or not of its kind; the text names its key."""


class Fields:
    """The values of one JSON object; ``place`` is where it stands, such as ``mentions[3]``."""

    __slots__ = ("_key", "_number", "_outer", "_plain")

    def __init__(self, plain: Any, outer: "Fields | None" = None, key: str = "", number: int | None = None) -> None:
        self._outer, self._key, self._number = outer, key, number
        if not isinstance(plain, dict):
            raise FormatError(f"{self.place or 'line'}: an object is expected")
        self._plain: Mapping[str, Any] = plain

    @property
    def place(self) -> str:
        """Where the object stands, put together only when an error needs it."""
        if self._outer is None:
            return ""
        number = "" if self._number is None else f"[{self._number}]"
        return f"{self._outer.place}.{self._key}{number}".removeprefix(".")

    def wrong(self, key: str, expected: str) -> FormatError:
        """The error for a value that is not as expected."""
        return FormatError(f"{self.place}.{key}: {expected} is expected".removeprefix("."))

    def has(self, key: str) -> bool:
        """Whether there is a value that is not null."""
        return self._plain.get(key) is not None

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there."""
        value = self._plain.get(key)
        if isinstance(value, str):
            return value
        if value is None and default is not None:
            return default
        raise self.wrong(key, "a text")

    def maybe_text(self, key: str) -> str | None:
        """A text or nothing."""
        value = self._plain.get(key)
        return None if value is None else self.text(key)

    def number(self, key: str, default: int = 0) -> int:
        """A whole number."""
        value = self._plain.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, "a whole number")
        return value

    def maybe_score(self, key: str) -> float | None:
        """A number or nothing."""
        value = self._plain.get(key)
        if value is not None and (not isinstance(value, (int, float)) or isinstance(value, bool)):
            raise self.wrong(key, "a number")
        return None if value is None else float(value)

    def moment(self, key: str) -> datetime:
        """A moment with its offset from UTC."""
        try:
            value = datetime.fromisoformat(self.text(key))
        except ValueError as error:
            raise self.wrong(key, "a moment, as in 2024-03-27T09:30:00+00:00,") from error
        if value.tzinfo is None:
            raise self.wrong(key, "a moment with its offset from UTC")
        return value

    def maybe_day(self, key: str) -> date | None:
        """A date or nothing."""
        if not self.has(key):
            return None
        try:
            return date.fromisoformat(self.text(key))
        except ValueError as error:
            raise self.wrong(key, "a date, as in 2024-03-27,") from error

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """One of the program's own words."""
        if default is not None and not self.has(key):
            return default
        try:
            return kind(self.text(key))
        except ValueError as error:
            raise self.wrong(key, " or ".join(f"“{one}”" for one in kind)) from error

    def words(self, key: str) -> dict[str, str]:
        """An object of texts."""
        value = self._plain.get(key) or {}
        if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
            raise self.wrong(key, "an object of texts")
        return value

    def items(self, key: str) -> Iterator["Fields"]:
        """The objects of a list; none if it is missing."""
        value = self._plain.get(key) or []
        if not isinstance(value, list):
            raise self.wrong(key, "a list")
        for number, item in enumerate(value):
            yield Fields(item, self, key, number)

    def one(self, key: str) -> "Fields":
        """An object inside this one."""
        return Fields(self._plain.get(key), self, key)

    def fragments(self, key: str) -> Fragments:
        """One or more spans ``[start, end]``, sorted and apart from each other."""
        value = self._plain.get(key)
        try:
            spans = tuple([Span(start, end) for start, end in value])  # type: ignore[union-attr]
            sound = len(spans) == 1 or (bool(spans) and fragments_of(spans) == spans)
        except (TypeError, ValueError) as error:
            raise self.wrong(key, "a list of spans [start, end]") from error
        if not sound or not all(type(span.start) is type(span.end) is int for span in spans):
            raise self.wrong(key, "a list of spans [start, end], in order and apart,")
        return spans
