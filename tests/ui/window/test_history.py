"""The history of an article: what was done, newest first; any moment can be restored."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window.keyboard import CONTROL, PATIENCE_MS, Keyboard
from ui.window.main_window import MainWindow


def _texts(window: MainWindow) -> list[str]:
    rows = window.history._list
    return [rows.item(at).text() for at in range(rows.count())]


def test_a_moment_is_restored_and_that_is_undone(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    assert window.session.state is not None
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_X)
    keyboard.press(Qt.Key.Key_Space)
    full = window.session.state.sheet
    window.rail._tabs.setCurrentWidget(window.history)
    qtbot.waitUntil(lambda: len(_texts(window)) == 3, timeout=PATIENCE_MS)
    assert "زار" in _texts(window)[2]
    assert "noor" in _texts(window)[0]
    assert not window.history._restore.isEnabled(), "nothing is chosen"
    window.history._list.setCurrentRow(0)
    assert not window.history._restore.isEnabled(), "this is how it is now"
    window.history._list.setCurrentRow(2)
    window.history._restore.click()
    keyboard.settle()
    assert len(window.session.state.sheet.decisions) == 2
    qtbot.waitUntil(lambda: len(_texts(window)) == 4, timeout=PATIENCE_MS)
    window.pane.view.setFocus()
    keyboard.press(Qt.Key.Key_Z, CONTROL)
    assert window.session.state.sheet == full
    qtbot.waitUntil(lambda: "تم التراجع عنه" in _texts(window)[0], timeout=PATIENCE_MS)
