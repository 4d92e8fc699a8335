"""How keys and actions are named on buttons and in lists."""

from model.messages import Message
from ui.keys.chord import Chord
from ui.language import language, say

_KEY_NAMES = {
    "Space": Message("Space"),
    "Return": Message("Enter"),
    "Delete": Message("Delete"),
    "Backspace": Message("Backspace"),
    "Escape": Message("Esc"),
    "PageUp": Message("Page Up"),
    "PageDown": Message("Page Down"),
}
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_ARABIC_LETTERS = {
    **dict(zip("QWERTYUIOP", "ضصثقفغعهخح", strict=True)),
    **dict(zip("ASDFGHJKL", "شسيبلاتنم", strict=True)),
    **dict(zip("ZXCVNM", "ئءؤرىة", strict=True)),
    "B": "لا",
}

SHORT_TITLES = {
    "accept": Message("Accept"),
    "reject": Message("Reject"),
    "skip": Message("Skip"),
    "type_label": Message("Type"),
    "next_question": Message("Next"),
    "identity": Message("Identity"),
    "note": Message("Note"),
    "undo": Message("Undo"),
    "role": Message("Role"),
    "modality": Message("Modality"),
    "done": Message("Done"),
    "accept_all": Message("Accept all"),
    "keys": Message("Keys"),
    "why": Message("Why?"),
}


def chord_text(chord: Chord) -> str:
    """A chord as keyboards are printed: the Latin letter, which Arabic keyboards carry beside their own."""
    named = _KEY_NAMES.get(chord.key)
    key = say(named) if named is not None else _ARROWS.get(chord.key, chord.key)
    held = [name for name, on in (("Ctrl", chord.control), ("Alt", chord.alt), ("Shift", chord.shift)) if on]
    return "+".join([*held, key])


def arabic_letter(chord: Chord) -> str | None:
    """The letter that a key types on an Arabic keyboard, for the list of keys."""
    return _ARABIC_LETTERS.get(chord.key) if language.code == "ar" else None
