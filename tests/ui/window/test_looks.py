"""Light and dark, and what a window remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.bench import InlineExecutor
from tests.ui.window.keyboard import CONTROL, PATIENCE_MS, SHIFT, Keyboard
from ui.application import Desk
from ui.settings import SettingsStore
from ui.theme import Scheme, palette
from ui.window.main_window import MainWindow


def _ground() -> str:
    return QApplication.palette().color(QPalette.ColorRole.Window).name()


def _expected(scheme: Scheme) -> str:
    return QColor(palette(scheme).ground).name()


def test_the_scheme_follows_the_choice_and_is_remembered(window: MainWindow, keyboard: Keyboard) -> None:
    before = _ground()
    keyboard.press(Qt.Key.Key_D, CONTROL | SHIFT)
    after = _ground()
    assert {before, after} == {_expected(Scheme.LIGHT), _expected(Scheme.DARK)}
    assert window.settings.current.scheme is not None
    assert SettingsStore(window.settings.path).current.scheme == window.settings.current.scheme
    keyboard.press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert _ground() == before


def test_without_a_choice_the_scheme_follows_the_system(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = QGuiApplication.styleHints()
    for system, scheme in ((Qt.ColorScheme.Dark, Scheme.DARK), (Qt.ColorScheme.Light, Scheme.LIGHT)):
        monkeypatch.setattr(type(hints), "colorScheme", lambda _, now=system: now)
        hints.colorSchemeChanged.emit(system)
        assert _ground() == _expected(scheme)


def test_a_choice_stands_against_the_system(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.settings.change(scheme=Scheme.LIGHT.value)
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert _ground() == _expected(Scheme.LIGHT)


def test_size_rails_text_and_place_are_there_again(
    desk: Desk, keyboard: Keyboard, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = desk.window
    assert window is not None
    screen = window.screen().availableGeometry()
    size = (screen.width() - 20, screen.height() - 60)
    window.resize(*size)
    window._splitter.setSizes([210, size[0] - 470, 260])
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    sizes = window._splitter.sizes()
    keyboard.press(Qt.Key.Key_Equal, CONTROL)
    keyboard.press(Qt.Key.Key_F9)
    keyboard.press(Qt.Key.Key_Down, CONTROL)
    window.close()
    again = Desk(qapp, SettingsStore(tmp_path / "settings.json"), InlineExecutor)
    assert again.start(None), "the last project is opened without being named"
    fresh = again.window
    assert fresh is not None
    qtbot.waitUntil(lambda: fresh.session.state is not None and fresh.is_settled, timeout=PATIENCE_MS)
    assert (fresh.width(), fresh.height()) == size
    assert fresh.queue.isHidden()
    assert not fresh.rail.isHidden()
    assert fresh.pane.view.metrics.text_size == 24
    assert fresh.session.state is not None
    assert fresh.session.state.article.id == "second"
    fresh.toggle_rail(fresh.queue)
    QApplication.processEvents()
    assert fresh._splitter.sizes() == sizes
    fresh.close()
    again.close()
