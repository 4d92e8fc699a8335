"""The list of keys: found by words, changed, collisions refused, put back; the window names the new key at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QTreeWidgetItemIterator

from tests.ui.window.keyboard import Keyboard
from ui.dialogs.keys import KeysDialog
from ui.keys.chord import chord_of_text
from ui.settings import SettingsStore
from ui.window.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeysDialog]:
    """The list as F1 opens it, but without waiting for its end."""
    opened: list[KeysDialog] = []

    def keep(made: KeysDialog) -> None:
        opened.append(made)

    monkeypatch.setattr(KeysDialog, "exec", keep)
    monkeypatch.setattr(KeysDialog, "deleteLater", lambda _: None)
    window.act("keys")
    monkeypatch.undo()
    (made,) = opened
    made.show()
    yield made
    made.reject()
    made.deleteLater()


def _row(dialog: KeysDialog, name: str) -> QTreeWidgetItem:
    walk = QTreeWidgetItemIterator(dialog._tree)
    while walk.value() is not None:
        row: QTreeWidgetItem = walk.value()
        if row.data(0, Qt.ItemDataRole.UserRole) == name:
            return row
        walk += 1
    raise AssertionError(name)


def _press_for(dialog: KeysDialog, name: str, key: Qt.Key) -> None:
    row = _row(dialog, name)
    dialog._tree.setCurrentItem(row)
    dialog._tree.itemActivated.emit(row, 0)
    QTest.keyClick(dialog._tree, key)


def _free_letter(window: MainWindow) -> str:
    return next(one for one in "UWYOPDFH" if window.bindings.action_of(chord_of_text(one)) is None)


def test_a_key_is_changed_works_and_is_remembered(window: MainWindow, dialog: KeysDialog, keyboard: Keyboard) -> None:
    letter = _free_letter(window)
    key = Qt.Key[f"Key_{letter}"]
    _press_for(dialog, "accept", key)
    assert _row(dialog, "accept").text(1).startswith(letter)
    assert SettingsStore(window.settings.path).current.keys == {"accept": letter}
    assert window.status._hints[0].text().endswith(letter)
    dialog.reject()
    window.pane.view.setFocus()
    keyboard.press(key)
    assert window.session.state is not None
    assert len(window.session.state.sheet.events) == 1
    keyboard.press(Qt.Key.Key_Space)
    assert len(window.session.state.sheet.mentions) == 1, "the former key does nothing now"


def test_a_key_in_use_is_refused(window: MainWindow, dialog: KeysDialog) -> None:
    _press_for(dialog, "accept", Qt.Key.Key_X)
    assert "رفض الاقتراح" in dialog._hint.text()
    assert dialog._hint.property("amber")
    assert _row(dialog, "accept").text(1) == "مسافة"
    assert window.settings.current.keys == {}


def test_escape_leaves_the_key_as_it_was(dialog: KeysDialog) -> None:
    _press_for(dialog, "accept", Qt.Key.Key_Escape)
    assert _row(dialog, "accept").text(1) == "مسافة"
    assert dialog.isVisible()


def test_the_usual_key_comes_back(window: MainWindow, dialog: KeysDialog) -> None:
    _press_for(dialog, "skip", Qt.Key[f"Key_{_free_letter(window)}"])
    assert list(window.settings.current.keys) == ["skip"]
    dialog._tree.setCurrentItem(_row(dialog, "skip"))
    dialog._reset()
    assert _row(dialog, "skip").text(1).startswith("S")
    assert window.settings.current.keys == {}


@pytest.mark.parametrize(("words", "name"), [("هوية", "identity"), ("F9", "right_rail"), ("بلد", "mention_3")])
def test_the_list_is_searched_by_deed_and_by_key(dialog: KeysDialog, words: str, name: str) -> None:
    dialog._search.setText(words)
    assert not _row(dialog, name).isHidden()
    assert _row(dialog, "accept").isHidden()
