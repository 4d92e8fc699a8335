"""The list of what was learned: versions, what each is worth, and which one suggests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.suggesting.learner_choice import OFF, STARTER, LearnerChoice
from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.dialogs.learner import LearnerDialog
from ui.window.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> Iterator[LearnerDialog]:
    made = LearnerDialog(window.session, window.learning, window)
    made.show()
    qtbot.waitUntil(lambda: made.labels.rowCount() > 0, timeout=PATIENCE_MS)
    yield made
    made.done(0)
    made.deleteLater()


def rows(dialog: LearnerDialog) -> list[str]:
    return [dialog.versions.item(at).text() for at in range(dialog.versions.count())]


def test_the_starter_is_shown_with_its_figures(dialog: LearnerDialog) -> None:
    assert len(rows(dialog)) == 2
    assert dialog.versions.currentRow() == 1
    assert not dialog.use.isEnabled()
    names = {item.text() for at in range(dialog.labels.rowCount()) if (item := dialog.labels.item(at, 0)) is not None}
    assert {"شخص", "هجوم", "الفاعل"} <= names
    assert dialog.reliability.rowCount() > 2


def test_another_choice_is_kept_and_suggestions_are_made_anew(
    window: MainWindow, dialog: LearnerDialog, keyboard: Keyboard, qtbot: QtBot
) -> None:
    renewed = list[bool]()
    window.learning.taken.connect(lambda: renewed.append(True))
    dialog.versions.setCurrentRow(0)
    qtbot.waitUntil(lambda: dialog.labels.rowCount() == 0, timeout=PATIENCE_MS)
    dialog.use.click()
    qtbot.waitUntil(lambda: renewed == [True], timeout=PATIENCE_MS)
    keyboard.settle()
    assert LearnerChoice.of(window.session.project) == LearnerChoice(OFF)
    assert not dialog.use.isEnabled()
    assert LearnerChoice(STARTER) == LearnerChoice()


def test_nothing_to_learn_from_is_told(window: MainWindow, dialog: LearnerDialog, qtbot: QtBot) -> None:
    told = list[str]()
    window.session.told.connect(lambda message: told.append(message.english()))
    dialog.train.click()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert "nothing to learn" in told[0]


def test_the_key_opens_the_list_and_the_other_takes_what_is_offered(
    window: MainWindow, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = list[LearnerDialog]()

    def exec_(dialog: LearnerDialog) -> int:
        opened.append(dialog)
        return 0

    monkeypatch.setattr(LearnerDialog, "exec", exec_)
    keyboard.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert len(opened) == 1
    taken = list[bool]()
    monkeypatch.setattr(window.learning, "choose", lambda choice: taken.append(choice.is_own))
    keyboard.press(Qt.Key.Key_F5)
    assert taken == []
