"""A chord: modifiers and one physical key, named as on an English keyboard whatever layout is active."""

import sys
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_SHIFT, _CONTROL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)

_ROWS = {
    10: "1234567890-=",
    24: "QWERTYUIOP[]",
    38: "ASDFGHJKL;'`",
    52: "ZXCVBNM,./",
}
_BY_X11_CODE = {first + index: key for first, row in _ROWS.items() for index, key in enumerate(row)}
_BY_WINDOWS_CODE = {code - 8: key for code, key in _BY_X11_CODE.items()}

_ARABIC_ROWS = {
    "1234567890-=": "١٢٣٤٥٦٧٨٩٠-=",
    "QWERTYUIOP[]": "ضصثقفغعهخحجد",
    "ASDFGHJKL;'`": "شسيبلاتنمكطذ",
    "ZXCVBNM,./": "ئءؤرىةوزظ",
}
_BY_ARABIC_LETTER = {
    letter: key
    for keys, letters in _ARABIC_ROWS.items()
    for key, letter in zip(keys, letters, strict=False)
    if letter != key
}
_BY_SHIFTED_SIGN = dict(zip("!@#$%^&*(){}", "1234567890[]", strict=True))

_NAMED = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_PageDown: "PageDown",
    **{Qt.Key(Qt.Key.Key_F1 + index): f"F{index + 1}" for index in range(12)},
}


@dataclass(frozen=True, slots=True)
class Chord:
    """Modifiers and a key: ``Chord("Z", control=True)``; written ``Ctrl+Shift+Z``."""

    key: str
    shift: bool = False
    control: bool = False
    alt: bool = False

    def __str__(self) -> str:
        held = [name for name, on in (("Ctrl", self.control), ("Alt", self.alt), ("Shift", self.shift)) if on]
        return "+".join([*held, self.key])

    @property
    def is_plain(self) -> bool:
        """Whether it would type something into a text field."""
        return not (self.control or self.alt) and not (self.key.startswith("F") and len(self.key) > 1)


def chord_of_text(text: str) -> Chord:
    """The chord that ``str`` wrote. Raises ValueError for anything else."""
    *held, key = text.split("+") if text != "+" else ["+"]
    unknown = set(held) - {"Ctrl", "Alt", "Shift"}
    if unknown or not key:
        raise ValueError(f"not a chord: {text!r}")
    return Chord(key, shift="Shift" in held, control="Ctrl" in held, alt="Alt" in held)


def chord_of_event(event: QKeyEvent) -> Chord | None:
    """The chord that a key event stands for; None for a modifier alone or a key that has no name here."""
    key = _key_of(event)
    if key is None:
        return None
    held = event.modifiers()
    return Chord(key, shift=bool(held & _SHIFT), control=bool(held & _CONTROL), alt=bool(held & _ALT))


def _key_of(event: QKeyEvent) -> str | None:
    named = _NAMED.get(Qt.Key(event.key())) if event.key() else None
    if named is not None:
        return named
    by_position = _by_scan_code(event.nativeScanCode())
    if by_position is not None:
        return by_position
    return _by_character(event)


def _by_scan_code(code: int) -> str | None:
    """The key at a scan code: X11 and Wayland count from 8 above evdev, Windows as evdev does; macOS sends none."""
    if code == 0:
        return None
    return (_BY_WINDOWS_CODE if sys.platform == "win32" else _BY_X11_CODE).get(code)


def _by_character(event: QKeyEvent) -> str | None:
    """The key by the character it sends, for platforms without scan codes: Latin, or Arabic by the usual layout."""
    code = event.key()
    character = chr(code) if 0x20 < code < 0x110000 else event.text()
    character = character.upper()
    if event.modifiers() & _SHIFT:
        character = _BY_SHIFTED_SIGN.get(character, character)
    character = _BY_ARABIC_LETTER.get(character, character)
    return character if len(character) == 1 and character in _KNOWN else None


_KNOWN = frozenset("".join(_ROWS.values()))
