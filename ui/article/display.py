"""The copy of a paragraph that is given to Qt: same length, without the characters that Qt drops or reads as others."""

import regex

_REPLACED = {
    **{code: 0x2400 + code for code in range(0x20) if code != 0x09},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys(range(0xFDD0, 0xFDF0), 0xFFFD),
    0xFFFE: 0xFFFD,
    0xFFFF: 0xFFFD,
    0x2028: 0xFFFD,
    0x2029: 0xFFFD,
}
_RISKY = regex.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BYTE_ORDER_MARK = "\ufeff"
_INVISIBLE = "\u200b"
_CLUSTER = regex.compile(r"\X")


def display_copy(text: str) -> str:
    """The text with as many code points and UTF-16 units, safe to lay out: controls as their pictures, halves of
    surrogate pairs and non-characters as U+FFFD, a byte order mark at the start (which Qt swallows) as U+200B."""
    copy = text.translate(_REPLACED) if _RISKY.search(text) else text
    return _INVISIBLE + copy[1:] if copy.startswith(_BYTE_ORDER_MARK) else copy


def cluster_starts(text: str) -> list[int]:
    """Where the characters that a reader sees start (extended grapheme clusters), and the end of the text."""
    return [*(match.start() for match in _CLUSTER.finditer(text)), len(text)]
