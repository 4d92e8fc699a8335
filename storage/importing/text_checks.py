"""What is refused in a text and what the user is warned of; nothing is changed in it."""

import re
from collections.abc import Iterator

from model.messages import Message
from model.text.bidi import BidiControls, bidi_controls
from storage.importing.plausibility import is_arabic
from storage.importing.source_file import UnreadableError

_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NONCHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


def refuse_empty(text: str) -> None:
    """Raise UnreadableError for a text in which there is nothing to see."""
    if not text:
        raise UnreadableError(Message("is empty."))
    if _VISIBLE.search(text) is None:
        raise UnreadableError(Message("holds white space and invisible characters only."))


def warnings_of(text: str) -> Iterator[Message]:
    """What is odd about a text that is imported all the same."""
    if count := text.count("\0"):
        yield Message(
            "It holds {count} NUL characters, which are kept.",
            one="It holds a NUL character, which is kept.",
            count=count,
        )
    if count := text.count("\ufffd"):
        yield Message(
            "It holds {count} replacement characters: letters were lost before it came here.",
            one="It holds a replacement character: a letter was lost before it came here.",
            count=count,
        )
    if count := len(_SURROGATE.findall(text)):
        yield Message(
            "It holds {count} halves of surrogate pairs, which are kept.",
            one="It holds half a surrogate pair, which is kept.",
            count=count,
        )
    if count := len(_NONCHARACTER.findall(text)):
        yield Message(
            "It holds {count} code points that are no characters, which are kept.",
            one="It holds a code point that is no character, which is kept.",
            count=count,
        )
    if bidi_controls(text) is BidiControls.REORDERING:
        yield Message("Invisible controls in it change the reading order: what is seen is not what is stored.")
    if not any(map(is_arabic, text)):
        yield Message("There is no Arabic letter in it.")
