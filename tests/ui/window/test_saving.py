"""A store that cannot be written: work is kept, the bar turns amber, nothing is lost without a question."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from model.messages import Message
from model.operation import Operation
from storage import Project
from storage.errors import StoreFullError
from tests.ui.window.keyboard import Keyboard
from ui.application import Desk
from ui.window.main_window import MainWindow
from ui.window.save_notice import SaveNotice


class FullDisk:
    """A project whose disk is full until ``full`` is taken back."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.full = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._project, name)

    def perform(self, operation: Operation) -> None:
        if self.full:
            raise StoreFullError(Message("{path}: {reason}", path="bench", reason="اكتمل القرص"))
        self._project.perform(operation)


@pytest.fixture
def disk(window: MainWindow) -> FullDisk:
    made = FullDisk(window.session.project)
    window.session.project = made  # type: ignore[assignment]
    return made


def _notice(window: MainWindow) -> SaveNotice:
    (notice,) = window.findChildren(SaveNotice)
    return notice


def test_the_notice_says_what_is_kept_and_saves_it_when_asked(
    window: MainWindow, keyboard: Keyboard, disk: FullDisk
) -> None:
    assert not _notice(window).isVisible()
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Space)
    notice = _notice(window)
    assert notice.isVisible()
    assert "تغييران" in notice._text.text()
    assert "اكتمل القرص" in notice._text.text()
    assert window.top._saved.property("amber")
    keyboard.press(Qt.Key.Key_Z)
    assert window.toast.isVisible(), "undo waits, and says so"
    (retry,) = notice.findChildren(QPushButton)
    retry.click()
    keyboard.settle()
    assert notice.isVisible()
    disk.full = False
    retry.click()
    keyboard.settle()
    assert not notice.isVisible()
    assert window.session.state is not None
    assert window.session.project.sheet("first") == window.session.state.sheet
    assert window.top._saved.text() == "محفوظ ✓"


def test_closing_with_unsaved_work_asks_first(
    window: MainWindow, keyboard: Keyboard, disk: FullDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyboard.press(Qt.Key.Key_Space)
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]

    def question(parent: object, title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return answers[len(asked) - 1]

    monkeypatch.setattr(QMessageBox, "question", question)
    assert not window.close()
    assert window.isVisible()
    disk.full = False
    window.act("retry_saving")
    keyboard.settle()
    disk.full = True
    keyboard.press(Qt.Key.Key_Space)
    assert window.close()
    assert len(asked) == 2
    assert all("لم يُحفظ" in text for text in asked)


def test_another_project_does_not_take_the_place_of_unsaved_work(
    desk: Desk, window: MainWindow, keyboard: Keyboard, disk: FullDisk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keyboard.press(Qt.Key.Key_Space)
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    make = partial(Project.create, tmp_path / "other.tawsim", window.session.project.schema, name="آخر")
    desk.open_project(make)
    assert desk.window is window
    assert window.session.saving.kept == 1
    assert not (tmp_path / "other.tawsim").exists()
    desk.open_project(make)
    assert desk.window is not window
    assert answers == [], "asked once each time"
