"""The inspector: type, value, modality, arguments, identity, and notes that are written on leaving."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from model.annotation import Event, Mention
from model.decision import Verdict
from tests.ui.bench import span_of
from tests.ui.window.keyboard import CONTROL, PATIENCE_MS, SHIFT, Keyboard
from ui.window.main_window import MainWindow


def _mention(window: MainWindow) -> Mention:
    assert window.session.state is not None
    item = window.session.state.item
    assert isinstance(item, Mention)
    return item


def _event(window: MainWindow) -> Event:
    assert window.session.state is not None
    (event,) = window.session.state.sheet.events.values()
    return event


@pytest.fixture
def tagged(window: MainWindow, keyboard: Keyboard) -> MainWindow:
    """A window whose current item is a fresh tag on المدينة."""
    window.pane.view.select(span_of("المدينة"))
    keyboard.press(Qt.Key.Key_3)
    window.rail.show_inspector()
    return window


def test_it_shows_the_current_tag(tagged: MainWindow) -> None:
    inspector = tagged.inspector
    assert inspector._text.text() == "المدينة"
    assert inspector._type.currentData() == "GPE"
    assert inspector._form.isRowVisible(inspector._identity)
    assert not inspector._form.isRowVisible(inspector.value)
    assert not inspector._form.isRowVisible(inspector._modality)
    assert "noor" in inspector._provenance.text()


def test_the_type_is_changed_by_choosing(tagged: MainWindow, keyboard: Keyboard) -> None:
    box = tagged.inspector._type
    box.setCurrentIndex(box.findData("FAC"))
    box.activated.emit(box.currentIndex())
    keyboard.settle()
    assert _mention(tagged).label == "FAC"


def test_a_value_is_taken_when_the_field_is_left(window: MainWindow, keyboard: Keyboard) -> None:
    window.pane.view.select(span_of("العمل"))
    keyboard.press(Qt.Key.Key_6)
    assert _mention(window).label == "DATE"
    keyboard.press(Qt.Key.Key_V)
    assert window.inspector.value.hasFocus()
    keyboard.type("2024-03-20")
    keyboard.press(Qt.Key.Key_Return)
    assert _mention(window).value == "2024-03-20"
    keyboard.press(Qt.Key.Key_A, CONTROL)
    keyboard.press(Qt.Key.Key_Backspace)
    window.pane.view.setFocus()
    keyboard.settle()
    assert _mention(window).value is None


def test_choosing_a_modality_of_a_suggestion_accepts_it(window: MainWindow, keyboard: Keyboard) -> None:
    box = window.inspector._modality
    assert window.inspector._form.isRowVisible(box)
    box.setCurrentIndex(box.findData("negated"))
    box.activated.emit(box.currentIndex())
    keyboard.settle()
    assert _event(window).modality == "negated"
    assert window.session.state is not None
    verdicts = [decision.verdict for decision in window.session.state.sheet.decisions.values()]
    assert Verdict.ACCEPT in verdicts


def test_arguments_can_be_gone_to_and_removed(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_K, SHIFT)
    while window.session.state is not None and window.session.state.item != _event(window):
        keyboard.press(Qt.Key.Key_K, SHIFT)
    window.rail.show_inspector()

    def buttons() -> list[QToolButton]:
        return [one for one in window.inspector._arguments.findChildren(QToolButton) if one.isVisible()]

    qtbot.waitUntil(lambda: len(buttons()) == 2, timeout=PATIENCE_MS)
    go, away = sorted(buttons(), key=lambda button: button.text() == "×")
    assert "سامي حداد" in go.text()
    away.click()
    keyboard.settle()
    assert _event(window).arguments == ()
    keyboard.press(Qt.Key.Key_Z, CONTROL)
    assert len(_event(window).arguments) == 1
    buttons()[0].click()
    keyboard.settle()
    assert _mention(window).text == "سامي حداد"


def test_a_note_is_written_on_leaving(tagged: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_N)
    keyboard.type("xyz")
    assert _mention(tagged).note == ""
    tagged.pane.view.setFocus()
    keyboard.settle()
    assert _mention(tagged).note == "xyz"


def test_a_note_is_written_with_control_and_return_and_the_article_takes_over(
    tagged: MainWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Qt.Key.Key_N)
    keyboard.type("ab")
    keyboard.press(Qt.Key.Key_Return, CONTROL)
    assert _mention(tagged).note == "ab"
    keyboard.press(Qt.Key.Key_X)
    assert tagged.session.state is not None
    assert not tagged.session.state.sheet.mentions


def test_escape_puts_a_note_back(tagged: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_N)
    keyboard.type("ab")
    keyboard.press(Qt.Key.Key_Escape)
    assert tagged.inspector.note.toPlainText() == ""
    tagged.pane.view.setFocus()
    keyboard.settle()
    assert _mention(tagged).note == ""


def test_a_note_goes_to_the_tag_it_was_typed_for(tagged: MainWindow, keyboard: Keyboard) -> None:
    noted = _mention(tagged)
    keyboard.press(Qt.Key.Key_N)
    keyboard.type("ab")
    assert tagged.session.state is not None
    tagged.session.go_to(tagged.session.state.open[0].id)
    assert tagged.inspector.note.hasFocus()
    keyboard.settle()
    tagged.pane.view.setFocus()
    keyboard.settle()
    assert {one.text: one.note for one in tagged.session.state.sheet.mentions.values()} == {noted.text: "ab"}


def test_a_value_goes_to_the_tag_it_was_typed_for(window: MainWindow, keyboard: Keyboard) -> None:
    window.pane.view.select(span_of("العمل"))
    keyboard.press(Qt.Key.Key_6)
    keyboard.press(Qt.Key.Key_V)
    keyboard.type("2024")
    assert window.session.state is not None
    window.session.go_to(window.session.state.open[0].id)
    keyboard.settle()
    assert {one.text: one.value for one in window.session.state.sheet.mentions.values()} == {"العمل": "2024"}
