"""A real window on a project with known suggestions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.bench import InlineExecutor, make_project
from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.application import Desk
from ui.language import language
from ui.settings import SettingsStore
from ui.window.main_window import MainWindow


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The program around one window, the first article open."""
    make_project(tmp_path).close()
    settings = SettingsStore(tmp_path / "settings.json")
    settings.change(tour_done=True, annotator="noor")
    made = Desk(qapp, settings, InlineExecutor)
    assert made.start(str(tmp_path / "bench.tawsim"))
    assert made.window is not None
    window = made.window
    qtbot.waitUntil(lambda: window.session.state is not None and window.is_settled, timeout=PATIENCE_MS)
    yield made
    if made.window is not None:
        made.window.close()
    made.close()
    language.switch("ar")


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    """The window."""
    assert desk.window is not None
    return desk.window


@pytest.fixture
def keyboard(window: MainWindow, qtbot: QtBot) -> Keyboard:
    """A keyboard, the article in focus."""
    window.pane.view.setFocus()
    return Keyboard(window, qtbot)
