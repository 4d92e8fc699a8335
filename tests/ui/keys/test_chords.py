"""Keys by position: what an event stands for on Latin and Arabic layouts, and what each key does."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.keys.actions import ACTIONS
from ui.keys.bindings import Bindings, KeyCollisionError
from ui.keys.chord import Chord, chord_of_event, chord_of_text

PRESS = QEvent.Type.KeyPress
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def _event(key: int, modifiers: Qt.KeyboardModifier = NONE, *, scan: int = 0, text: str = "") -> QKeyEvent:
    return QKeyEvent(PRESS, key, modifiers, scan, 0, 0, text)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (_event(Qt.Key.Key_J), "J"),
        (_event(Qt.Key.Key_Space), "Space"),
        (_event(Qt.Key.Key_Enter), "Return"),
        (_event(Qt.Key.Key_1), "1"),
        (_event(Qt.Key.Key_Exclam, SHIFT), "Shift+1"),
        (_event(Qt.Key.Key_BraceLeft, SHIFT), "Shift+["),
        (_event(Qt.Key.Key_BracketRight, CONTROL), "Ctrl+]"),
        (_event(Qt.Key.Key_Z, CONTROL), "Ctrl+Z"),
        # the X11 code of the key wins over the character of an Arabic layout
        (_event(0x062A, scan=44, text="ت"), "J"),
        (_event(0x0626, CONTROL, scan=52, text="ئ"), "Ctrl+Z"),
        (_event(0x062C, scan=34, text="ج"), "["),
        # a platform that sends no codes: by the letter of the usual Arabic layout
        (_event(0x062A, text="ت"), "J"),
        (_event(0x0621, text="ء"), "X"),
        (_event(0x0661, text="١"), "1"),
    ],
)
def test_an_event_stands_for_its_place_on_the_keyboard(event: QKeyEvent, expected: str) -> None:
    assert str(chord_of_event(event)) == expected


def test_a_modifier_alone_stands_for_nothing() -> None:
    assert chord_of_event(_event(Qt.Key.Key_Shift, SHIFT)) is None


@pytest.mark.parametrize("text", ["X", "Shift+1", "Ctrl+Alt+Shift+[", "F1", "Ctrl+="])
def test_chords_are_written_and_read(text: str) -> None:
    assert str(chord_of_text(text)) == text


@pytest.mark.parametrize("text", ["Hyper+X", "Ctrl+", ""])
def test_what_is_no_chord_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a chord"):
        chord_of_text(text)


def test_no_two_actions_share_a_key() -> None:
    holders: dict[Chord, str] = {}
    for action in ACTIONS.values():
        for chord in action.keys:
            assert chord not in holders, f"{chord}: {action.name} and {holders[chord]}"
            holders[chord] = action.name


def test_a_key_can_be_changed_and_collisions_are_refused() -> None:
    bindings = Bindings()
    bindings.change("accept", Chord("U"))
    assert bindings.action_of(Chord("U")) == "accept"
    assert bindings.action_of(Chord("Space")) is None
    with pytest.raises(KeyCollisionError):
        bindings.change("skip", Chord("X"))
    assert bindings.action_of(Chord("S")) == "skip"
    assert Bindings(bindings.changed).action_of(Chord("U")) == "accept"
    bindings.reset("accept")
    assert bindings.action_of(Chord("Space")) == "accept"
    assert bindings.changed == {}


def test_a_key_given_away_meanwhile_cannot_be_reset() -> None:
    bindings = Bindings()
    bindings.change("accept", Chord("U"))
    bindings.change("skip", Chord("Space"))
    with pytest.raises(KeyCollisionError):
        bindings.reset("accept")


def test_settings_that_do_not_fit_any_more_leave_the_usual_keys() -> None:
    bindings = Bindings({"accept": "X", "skip": "Super+?", "gone": "U", "undo": "U"})
    assert bindings.action_of(Chord("Space")) == "accept"
    assert bindings.action_of(Chord("X")) == "reject"
    assert bindings.action_of(Chord("S")) == "skip"
    assert bindings.action_of(Chord("U")) == "undo"
    assert bindings.changed == {"undo": "U"}
