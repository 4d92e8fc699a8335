"""Switching the language while the window is open: every visible text and the direction change."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.window.keyboard import CONTROL, PATIENCE_MS, SHIFT, Keyboard
from ui.language import language
from ui.parts.chooser import Chooser
from ui.window.main_window import MainWindow

LATIN = re.compile(r"[A-Za-z]{2,}")
ARABIC = re.compile(r"[\u0621-\u064a]{2,}")
KEYS = r"Ctrl|Alt|Shift|Enter|Esc|Delete|Backspace|Space|Page|Up|Down|F\d+|[A-Z]"
LATIN_ALLOWED = re.compile(rf"\b({KEYS})\b|English|noor|bench|txt|html|docx|jsonl|csv|xlsx|JSON|Lines|TSV")
ARABIC_ALLOWED = ("العربية", "تجربة")


def _texts(top: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text that a person sees or a screen reader speaks, below a widget."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for widget in (top, *top.findChildren(QWidget)):
        if isinstance(widget.parent(), QTabBar):
            continue  # arrows of Qt's, never shown here
        yield widget, widget.toolTip()
        yield widget, widget.accessibleName()
        yield widget, widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget, widget.placeholderText()
        if isinstance(widget, QComboBox):
            for at in range(widget.count()):
                yield widget, widget.itemText(at)
        if isinstance(widget, QTabBar):
            for at in range(widget.count()):
                yield widget, widget.tabText(at)
        for action in widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
            yield widget, action.text()


def _content(window: MainWindow) -> set[str]:
    """Texts of the articles themselves."""
    assert window.session.state is not None
    words = {item.text for item in window.session.state.items}
    words |= {window.queue.model.row(at).title for at in range(window.queue.model.rowCount())}
    return {word for word in words if word}


def _strange(window: MainWindow, pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    found = []
    for widget, text in _texts(window):
        left = text
        for word in sorted((*_content(window), *ARABIC_ALLOWED), key=len, reverse=True):
            left = left.replace(word, "")
        left = LATIN_ALLOWED.sub("", left) if pattern is LATIN else left
        if pattern.search(left):
            found.append((type(widget).__name__, text))
    return found


def test_no_text_of_the_other_language_is_left(window: MainWindow, keyboard: Keyboard) -> None:
    for _ in range(2):
        assert language.code == "ar"
        assert _strange(window, LATIN) == []
        keyboard.press(Qt.Key.Key_L, CONTROL | SHIFT)
        assert language.code == "en"
        assert _strange(window, ARABIC) == []
        keyboard.press(Qt.Key.Key_L, CONTROL | SHIFT)


def test_everything_is_mirrored(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    def at_the_left(part: QWidget) -> bool:
        return part.mapTo(window, part.rect().center()).x() < window.width() / 2

    def directions() -> set[Qt.LayoutDirection]:
        return {widget.layoutDirection() for widget in (window, *window.findChildren(QWidget)) if widget.isVisible()}

    assert directions() == {Qt.LayoutDirection.RightToLeft}
    assert at_the_left(window.rail)
    assert not at_the_left(window.queue)
    keyboard.press(Qt.Key.Key_L, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: at_the_left(window.queue), timeout=PATIENCE_MS)
    assert not at_the_left(window.rail)
    assert directions() == {Qt.LayoutDirection.LeftToRight}
    assert window.pane.view.metrics.right_to_left, "the article keeps its own direction"
    assert window.settings.current.language == "en"


@pytest.mark.parametrize(("act", "texts"), [("type_label", {"شخص", "Person"}), ("role", {"الفاعل", "actor"})])
def test_choosers_open_in_the_language_of_the_moment(
    window: MainWindow, keyboard: Keyboard, act: str, texts: set[str]
) -> None:
    seen = []
    for _ in range(2):
        window.act(act)
        (chooser,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible()]
        rows = " ".join(chooser._list.item(at).text() for at in range(chooser._list.count()))
        seen.append({text for text in texts if text in rows})
        chooser.close()
        window.act("switch_language")
        keyboard.settle()
    assert len(seen[0] | seen[1]) == 2
    assert seen[0].isdisjoint(seen[1])
