"""Invisible controls of reading order, and whether they change the order that a reader sees."""

import re
from enum import StrEnum

from model.text.paragraphs import line_bounds

CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""The marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9)."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class BidiControls(StrEnum):
    """What the controls of a text do."""

    ABSENT = "absent"
    HARMLESS = "harmless"
    """They are there, but the same letters would stand in the same order without them."""
    REORDERING = "reordering"
    """Without them the text would read in another order: what is seen is not what is stored."""


def bidi_controls(text: str, *, right_to_left: bool = True) -> BidiControls:
    """Look for controls in a text whose lines run in the given direction."""
    found = BidiControls.ABSENT
    for start, end in line_bounds(text):
        line = text[start:end]
        if not CONTROL.search(line):
            continue
        if _reordered(_SURROGATE.sub("\ufffd", line), "R" if right_to_left else "L"):
            return BidiControls.REORDERING
        found = BidiControls.HARMLESS
    return found


def _reordered(line: str, base: str) -> bool:
    # python-bidi is imported here since most articles have no controls
    from bidi import get_display

    seen = CONTROL.sub("", str(get_display(line, base_dir=base)))
    return seen != str(get_display(CONTROL.sub("", line), base_dir=base))
