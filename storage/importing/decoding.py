"""Bytes into text: marks of encodings, declarations, strict UTF-8, then the Arabic code pages by plausibility."""

import codecs
import re
from dataclasses import dataclass

from model.messages import Message
from storage.importing.plausibility import arabic_likelihood, arabic_share
from storage.importing.source_file import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = ("cp1256", "iso8859_6")
_NAMES = {"cp1256": "windows-1256", "iso8859_6": "iso-8859-6", "utf_8": "utf-8", "mac_arabic": "x-mac-arabic"}
_SAMPLE = 64 * 1024
_PLAUSIBLE = -4.2
"""Mean log frequency of letters above which a text is taken for Arabic; prose has about -3.3, a wrong page below -5."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02
_FEW_CONTROLS = 4
"""Control characters that a text may have however short it is."""
_SIGNATURES = (
    b"%PDF-",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in."""

    text: str
    encoding: str


def decode(content: bytes, *, wanted: str | None = None, declared: str | None = None) -> Decoded:
    """The text of a file.

    ``wanted`` is what the user said and must fit; ``declared`` is what the file says of itself and is believed when it
    fits. The mark of the encoding is no part of the text; any further U+FEFF is. Raises UnreadableError.
    """
    if wanted is not None:
        return _as_wanted(content, wanted)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content[len(mark) :], name), name)
    if declared is not None and (found := _attempt(content, declared)) is not None:
        return found
    refuse_binary(content)
    return _guessed(content)


def encoding_name(name: str) -> str:
    """The usual name of an encoding. Raises UnreadableError when there is none of that name."""
    try:
        known = codecs.lookup(name).name
        "".encode(known)
    except LookupError as error:
        raise UnreadableError(Message("there is no encoding called “{encoding}”.", encoding=name)) from error
    known = known.replace("-", "_")
    return _NAMES.get(known, known.replace("_", "-"))


def refuse_binary(content: bytes) -> None:
    """Raise UnreadableError for what is no text in any encoding without marks."""
    sample = content[:_SAMPLE]
    if content.startswith(_SIGNATURES):
        raise UnreadableError(Message("is no text but a binary file of another kind."))
    controls = len(_CONTROLS.findall(sample))
    if controls > max(_FEW_CONTROLS, _MOST_CONTROLS * len(sample)) and _utf16_order(sample) is None:
        raise UnreadableError(Message("is no text but a binary file."))


def _as_wanted(content: bytes, wanted: str) -> Decoded:
    name = encoding_name(wanted)
    mark = next((mark for mark, marked in _MARKS if content.startswith(mark) and marked.startswith(name)), b"")
    if mark and name in {"utf-16", "utf-32"}:
        name = dict(_MARKS)[mark]
    return Decoded(_strictly(content[len(mark) :], name), name)


def _strictly(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            Message(
                "is not in the encoding {encoding}: it breaks off at byte {byte}. Name the right one.",
                encoding=name,
                byte=error.start,
            )
        ) from error


def _attempt(content: bytes, declared: str) -> Decoded | None:
    try:
        name = encoding_name(declared)
        return Decoded(content.decode(name), name)
    except (UnreadableError, UnicodeDecodeError):
        return None


def _guessed(content: bytes) -> Decoded:
    # UTF-16 first, since the bytes of Arabic in it are valid UTF-8 as well
    order = _utf16_order(content[:_SAMPLE])
    if order is not None and (found := _attempt(content, order)) is not None:
        return found
    if (found := _attempt(content, "utf-8")) is not None:
        return found
    attempts = [found for name in _CODE_PAGES if (found := _attempt(content, name)) is not None]
    best = max(attempts, key=lambda one: arabic_likelihood(one.text), default=None)
    if best is not None and arabic_likelihood(best.text) > _PLAUSIBLE:
        return best
    return _by_statistics(content)


def _utf16_order(sample: bytes) -> str | None:
    """UTF-16 without its mark: in Arabic every other byte is 06, or 00 for spaces and digits."""
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[start::2]
        if len(high) >= 8 and (high.count(6) + high.count(0)) > 0.9 * len(high) and high.count(6) > 0.2 * len(high):
            return name
    return None


def _by_statistics(content: bytes) -> Decoded:
    # charset-normalizer is imported here since few files need it
    from charset_normalizer import from_bytes

    match = from_bytes(content).best()
    found = None if match is None else _attempt(content, match.encoding)
    if found is None or (arabic_share(found.text) > 0.3 and arabic_likelihood(found.text) < _PLAUSIBLE):
        raise UnreadableError(
            Message("is in an encoding that could not be found out. Name it, or save the file as UTF-8.")
        )
    return found
