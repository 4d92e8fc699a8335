"""The queue: chips, search, sorting, empty states, neighbours."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from model.article import Article, ArticleState, text_digest
from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.window.main_window import MainWindow

MORE = {"third": "أعلنت الهيئة افتتاح المكتبة الوطنيّة", "fourth": "كشف إلياس عن كتاب جديد"}


@pytest.fixture
def full(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window with four articles."""
    window.session.project.add_articles(
        [Article(key, text, text_digest(text), title=text, name=key, outlet="الميناء") for key, text in MORE.items()]
    )
    window.refresh_project()
    qtbot.waitUntil(lambda: window.queue.model.rowCount() == 4, timeout=PATIENCE_MS)
    return window


def _shown(window: MainWindow, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: window.is_settled, timeout=PATIENCE_MS)
    return [window.queue.model.row(at).id for at in range(window.queue.model.rowCount())]


def _chip(window: MainWindow, state: ArticleState) -> QToolButton:
    return window.queue._chips[state]


def test_a_source_can_be_asked_for(full: MainWindow, qtbot: QtBot) -> None:
    menu = full.queue._outlets
    menu.look()
    qtbot.waitUntil(lambda: len(menu.actions()) == 1, timeout=PATIENCE_MS)
    menu.actions()[0].trigger()
    assert set(_shown(full, qtbot)) == {"third", "fourth"}
    menu.actions()[0].trigger()
    assert set(_shown(full, qtbot)) == {"first", "second", "third", "fourth"}


def test_chips_filter_by_state(full: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_Return)
    _chip(full, ArticleState.DONE).click()
    assert _shown(full, qtbot) == ["first"]
    _chip(full, ArticleState.NEW).click()
    assert set(_shown(full, qtbot)) == {"first", "second", "third", "fourth"}
    _chip(full, ArticleState.DONE).click()
    assert set(_shown(full, qtbot)) == {"second", "third", "fourth"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [("المكتبه الوطنية", ["third"]), ("الياس", ["fourth"]), ("الميناء", ["third", "fourth"]), ("لا شيء كهذا", [])],
)
def test_search_is_folded(full: MainWindow, keyboard: Keyboard, qtbot: QtBot, typed: str, found: list[str]) -> None:
    keyboard.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert full.top.search.hasFocus()
    keyboard.type(typed)
    qtbot.waitUntil(lambda: full.queue.model.query.text == typed, timeout=PATIENCE_MS)
    assert _shown(full, qtbot) == found


def test_no_hits_say_so_without_offering_an_import(full: MainWindow, qtbot: QtBot) -> None:
    full.top.search.setText("لا شيء كهذا")
    qtbot.waitUntil(lambda: full.queue.model.total == 0, timeout=PATIENCE_MS)
    texts = [label.text() for label in full.queue.findChildren(QLabel) if label.isVisible()]
    assert "لا مقال يطابق التصفية." in texts
    assert not [button for button in full.queue.findChildren(QPushButton) if button.isVisible()]
    full.top.search.clear()
    qtbot.waitUntil(lambda: full.queue.model.total == 4, timeout=PATIENCE_MS)


def test_sorting_by_title_both_ways(full: MainWindow, qtbot: QtBot) -> None:
    actions = {action.text(): action for action in full.queue._sort.menu().actions()}
    actions["العنوان"].trigger()
    ascending = _shown(full, qtbot)
    assert ascending != ["first", "second", "third", "fourth"]
    actions["تنازلياً"].trigger()
    assert _shown(full, qtbot) == ascending[::-1]
    assert "العنوان" in full.queue._sort.text()


def test_neighbours_follow_the_order_and_pass_over_finished_ones(full: MainWindow, keyboard: Keyboard) -> None:
    queue = full.queue
    assert queue.neighbour(1) == "second"
    assert queue.neighbour(-1) is None
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Return)
    assert full.session.state is not None
    assert full.session.state.article.id == "third"
    assert queue.neighbour(-1) == "second"
    full.queue.model.read()
    keyboard.settle()
    assert queue.neighbour(-1, undone_only=True) is None
    assert queue.neighbour(1, undone_only=True) == "fourth"


def test_after_the_last_article_the_window_says_so(full: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    for _ in range(4):
        keyboard.press(Qt.Key.Key_Return)
        full.queue.model.read()
        keyboard.settle()
    assert full.toast.isVisible()
    assert full.toast.text == "المقالات هنا كلها منجزة."
    qtbot.waitUntil(lambda: full.top._progress.value() == 4, timeout=PATIENCE_MS)


def test_a_click_opens_an_article(full: MainWindow, qtbot: QtBot) -> None:
    rows = full.queue._list
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(full.queue.model.index(2)).center()
    )
    assert full.session.state is not None
    qtbot.waitUntil(lambda: full.windowTitle().startswith("\u2068أعلنت"), timeout=PATIENCE_MS)


def test_a_stream_of_changes_does_not_put_off_the_rows(window: MainWindow, qtbot: QtBot) -> None:
    filled = list[bool]()
    window.queue.model.filled.connect(lambda: filled.append(True))
    ticking = QTimer(window, interval=20)
    ticking.timeout.connect(lambda: window.session.project_changed.emit(("first",)))
    ticking.start()
    qtbot.waitUntil(lambda: len(filled) >= 2, timeout=PATIENCE_MS)
    ticking.stop()
