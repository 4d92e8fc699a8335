"""The one place where code-point offsets become UTF-16 or UTF-8 offsets and back."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Converts offsets into one text between code points, UTF-16 units (Qt, JavaScript, Java) and UTF-8 bytes.

    Every method takes and returns offsets between 0 and the text's length in that unit. An offset that falls inside a
    surrogate pair or a multi-byte sequence goes to the start of its character. Lone surrogates count one UTF-16 unit
    and three bytes.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral_utf16 = [at + index for index, at in enumerate(self._astral)]

    def to_utf16(self, code_point: int) -> int:
        """UTF-16 units before this code point."""
        return code_point + bisect_left(self._astral, code_point)

    def from_utf16(self, unit: int) -> int:
        """Code points before this UTF-16 unit."""
        return unit - bisect_left(self._astral_utf16, unit)

    def to_utf8(self, code_point: int) -> int:
        """UTF-8 bytes before this code point."""
        return self._byte_starts[code_point]

    def from_utf8(self, byte: int) -> int:
        """Code points before this byte."""
        return bisect_right(self._byte_starts, byte) - 1

    @cached_property
    def _byte_starts(self) -> list[int]:
        starts = [0]
        for character in self._text:
            starts.append(starts[-1] + len(character.encode("utf-8", "surrogatepass")))
        return starts
