"""Why something was suggested, in a dialog that a key opens."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from model.errors import TawsimError
from model.messages import Message
from storage.suggesting.explained import Explained
from tests.ui.bench import EXPLAINED
from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.dialogs.why import WhyDialog
from ui.window.main_window import MainWindow

KEY_Y_ON_X11 = 29


@pytest.fixture
def opened(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[WhyDialog]]:
    """Dialogs that were opened, shown but without a loop of their own."""
    dialogs = list[WhyDialog]()

    def exec_(dialog: WhyDialog) -> int:
        dialogs.append(dialog)
        dialog.show()
        return 0

    monkeypatch.setattr(WhyDialog, "exec", exec_)
    monkeypatch.setattr(WhyDialog, "deleteLater", lambda _: None)
    yield dialogs
    monkeypatch.undo()
    for dialog in dialogs:
        dialog.done(0)
        dialog.deleteLater()


def column(table: QTableWidget, at: int) -> list[str]:
    return [item.text() for row in range(table.rowCount()) if (item := table.item(row, at)) is not None]


def ask(opened: list[WhyDialog], qtbot: QtBot) -> WhyDialog:
    qtbot.waitUntil(lambda: bool(opened) and opened[-1].features.isVisible(), timeout=PATIENCE_MS)
    return opened[-1]


def test_the_physical_key_explains_the_current_suggestion(
    keyboard: Keyboard, opened: list[WhyDialog], qtbot: QtBot
) -> None:
    keyboard.press(Qt.Key.Key_Y, scan=KEY_Y_ON_X11, text="غ")
    dialog = ask(opened, qtbot)
    assert "bench 1" in dialog.told.text()
    assert "٧٠" in dialog.told.text()
    # the event's role with its filler
    assert "سامي حداد" in dialog.told.text()
    assert "٩٣" in dialog.learned.text()
    assert column(dialog.features, 1) == ["+٢٫٥", "−٠٫٧٥"]
    assert "مدينة" in column(dialog.features, 0)[0]
    assert column(dialog.examples, 0) == ["عدن", "البصرة"]


def test_enter_on_an_example_opens_its_article(
    window: MainWindow, keyboard: Keyboard, opened: list[WhyDialog], qtbot: QtBot
) -> None:
    keyboard.press(Qt.Key.Key_Y)
    dialog = ask(opened, qtbot)
    assert dialog.examples.currentRow() == 0
    # one that is no part of the project stays closed
    dialog.examples.cellActivated.emit(1, 0)
    assert dialog.isVisible()
    QTest.keyClick(dialog.examples, Qt.Key.Key_Return)
    keyboard.settle()
    assert not dialog.isVisible()
    assert window.session.state is not None
    assert window.session.state.article.id == "second"


def test_a_tag_that_was_suggested_is_explained_and_one_by_hand_is_not(
    window: MainWindow, keyboard: Keyboard, opened: list[WhyDialog], qtbot: QtBot
) -> None:
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    state = window.session.state
    assert state is not None
    assert state.item in state.annotations
    keyboard.press(Qt.Key.Key_Y)
    assert "noor" in ask(opened, qtbot).told.text()


def test_the_inspector_offers_it_for_what_was_suggested(
    window: MainWindow, keyboard: Keyboard, opened: list[WhyDialog], qtbot: QtBot
) -> None:
    window.rail.show_inspector()
    keyboard.settle()
    assert window.inspector._why.isVisible()
    assert "Y" in window.inspector._why.accessibleName()
    window.inspector._why.click()
    assert ask(opened, qtbot).examples.rowCount() == len(EXPLAINED.examples)


def test_where_the_learner_says_nothing_that_is_said(
    window: MainWindow, keyboard: Keyboard, opened: list[WhyDialog], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def nothing(_state: object, _id: str, take: object, _failed: object) -> None:
        assert callable(take)
        nowhere: Explained | None = None
        take(nowhere)

    monkeypatch.setattr(window.suggesting, "explain", nothing)
    keyboard.press(Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: "القواعد" in opened[-1].learned.text(), timeout=PATIENCE_MS)
    assert not opened[-1].features.isVisible()


def test_what_goes_wrong_in_asking_is_told(
    window: MainWindow, keyboard: Keyboard, opened: list[WhyDialog], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told = list[str]()
    window.session.told.connect(lambda message: told.append(message.english()))

    def damaged(_state: object, _id: str, _take: object, failed: Callable[[BaseException], None]) -> None:
        failed(TawsimError(Message("mine: the learned model is damaged.")))

    monkeypatch.setattr(window.suggesting, "explain", damaged)
    keyboard.press(Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: "damaged" in opened[-1].learned.text(), timeout=PATIENCE_MS)
    assert told == ["mine: the learned model is damaged."]


def test_asked_before_the_suggesters_are_loaded_it_waits_for_them(
    window: MainWindow, keyboard: Keyboard, opened: list[WhyDialog], qtbot: QtBot
) -> None:
    window.suggesting._version = None
    keyboard.press(Qt.Key.Key_Y)
    assert not opened[-1].features.isVisible()
    window.suggesting._take_version("bench", anew=False)
    assert ask(opened, qtbot).features.rowCount() == len(EXPLAINED.speaking)
