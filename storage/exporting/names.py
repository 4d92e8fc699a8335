"""File names and labels as formats allow them."""

import re
import unicodedata
from pathlib import PurePath

from model.text.bidi import CONTROL

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]+')
_NOT_A_WORD = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST = 80
"""Letters of a file name; twice as many bytes in Arabic, which every file system takes."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class FileNames:
    """Gives each article a file name without suffix that no other one has, whatever the case of its letters."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, name: str) -> str:
        """A name like this one."""
        stem = PurePath(name).stem if name else ""
        plain = (
            _UNSAFE.sub("_", CONTROL.sub("", unicodedata.normalize("NFC", stem))).strip(" .")[:_LONGEST] or "article"
        )
        found, number = plain, 1
        while found.casefold() in self._taken:
            number += 1
            found = f"{plain}-{number}"
        self._taken.add(found.casefold())
        return found


def as_word(label: str) -> str:
    """A label of ASCII letters, digits, hyphens and underscores."""
    return _NOT_A_WORD.sub("_", label) or "_"


def encodable(text: str) -> tuple[str, int]:
    """The text with replacement characters for lone surrogates, each one code point as before, and their number."""
    return _SURROGATE.subn("\ufffd", text)
