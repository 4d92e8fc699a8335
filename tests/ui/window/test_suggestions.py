"""The panel of suggestions: threshold, types, grouping, empty states."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.session.state import WorkState
from ui.suggestions.model import ROW
from ui.suggestions.rows import Heading
from ui.window.main_window import MainWindow


def _rows(window: MainWindow) -> list[str]:
    model = window.suggestions._model
    rows = [model.index(at).data(ROW) for at in range(model.rowCount())]
    return [f"# {row.text} {row.count}" if isinstance(row, Heading) else row.text for row in rows]


def _state(window: MainWindow) -> WorkState:
    assert window.session.state is not None
    return window.session.state


def test_groups_by_type_in_the_order_of_the_schema_or_by_place(window: MainWindow) -> None:
    assert _rows(window) == ["# شخص 2", "سامي حداد", "حداد", "# بلد أو مدينة 2", "الموصل", "الموصل", "# تشاور 1", "زار"]
    window.suggestions._group.click()
    assert _rows(window) == ["زار", "سامي حداد", "الموصل", "حداد", "الموصل"]


def test_the_threshold_narrows_what_is_asked_everywhere(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    window.suggestions._slider.setValue(85)
    keyboard.settle()
    assert [one.text for one in _state(window).open] == ["سامي حداد", "الموصل"]
    assert set(window.pane.view.state.tags) == {one.id for one in _state(window).open}
    assert "٨٥" in window.suggestions._accept_all.text()
    assert window.settings.current.threshold == 0.85
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_J)
    assert _state(window).item is not None
    assert _state(window).item.text == "سامي حداد"  # type: ignore[union-attr]
    window.suggestions._slider.setValue(96)
    keyboard.settle()
    notes = [label.text() for label in window.suggestions.findChildren(QLabel) if label.isVisible()]
    assert any("العتبة" in note for note in notes), notes
    window.suggestions._slider.setValue(0)
    keyboard.settle()
    qtbot.waitUntil(lambda: len(_state(window).open) == 5, timeout=PATIENCE_MS)


def test_a_type_can_be_put_aside(window: MainWindow, keyboard: Keyboard) -> None:
    actions = {action.text(): action for action in window.suggestions._types.menu().actions()}
    actions["بلد أو مدينة"].trigger()
    keyboard.settle()
    assert [one.text for one in _state(window).open] == ["زار", "سامي حداد", "حداد"]
    actions["بلد أو مدينة"].trigger()
    keyboard.settle()
    assert len(_state(window).open) == 5


def test_a_click_goes_to_a_suggestion_and_the_list_follows_the_keys(
    window: MainWindow, keyboard: Keyboard, qtbot: QtBot
) -> None:
    rows = window.suggestions._list
    place = rows.visualRect(window.suggestions._model.index(4)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    keyboard.settle()
    assert _state(window).item is not None
    assert _state(window).current == rows.currentIndex().data(ROW).id
    window.pane.view.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    assert _state(window).current == rows.currentIndex().data(ROW).id
    assert rows.currentIndex().data(ROW).text == "حداد"


def test_when_all_are_answered_the_panel_says_what_next(window: MainWindow, keyboard: Keyboard) -> None:
    for _ in range(5):
        keyboard.press(Qt.Key.Key_Space)
    assert not _state(window).open
    notes = [label.text() for label in window.suggestions.findChildren(QLabel) if label.isVisible()]
    assert any("أُجيب" in note for note in notes), notes
    assert not window.suggestions._accept_all.isEnabled()
