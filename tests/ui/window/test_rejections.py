"""The memory of rejections: wrong once with a wide reach is wrong everywhere, until it is taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from model.article import Article, ArticleState, text_digest
from model.suggestion import SuggestionSet, suggest_mention
from tests.ui.bench import REASON, SOURCE, span_of
from tests.ui.window.keyboard import ALT, CONTROL, PATIENCE_MS, SHIFT, Keyboard
from ui.dialogs.rejections import RejectionsDialog
from ui.session.state import WorkState
from ui.window.main_window import MainWindow

BOTH = CONTROL | SHIFT


def state_of(window: MainWindow) -> WorkState:
    assert window.session.state is not None
    return window.session.state


def open_texts(window: MainWindow) -> list[str]:
    return [suggestion.text for suggestion in state_of(window).open]


@pytest.fixture
def in_dialog(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Opens the list with its key, once it is filled does something in it, and closes it."""

    def open_and(keyboard: Keyboard, rows: int, act: Callable[[RejectionsDialog], None]) -> None:
        def exec_(dialog: RejectionsDialog) -> int:
            dialog.show()
            qtbot.waitUntil(
                lambda: dialog._explanation.text() != "" and dialog.rows.rowCount() == rows, timeout=PATIENCE_MS
            )
            act(dialog)
            keyboard.settle()
            dialog.reject()
            return 0

        monkeypatch.setattr(RejectionsDialog, "exec", exec_)
        window.pane.view.setFocus()
        keyboard.press(Qt.Key.Key_X, BOTH)

    return open_and


def test_rejected_in_the_article_every_like_place_is_answered(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_J)
    assert open_texts(window).count("الموصل") == 2
    keyboard.press(Qt.Key.Key_X, ALT)
    assert "الموصل" not in open_texts(window)
    keyboard.press(Qt.Key.Key_Z)
    assert open_texts(window).count("الموصل") == 2


@pytest.fixture
def third(window: MainWindow) -> str:
    """Another article with the name of a city of the first."""
    text = "عاد الوفد إلى الموصل"
    project = window.session.project
    project.add_articles([Article("third", text, text_digest(text), title=text, name="third")])
    city = suggest_mention("third", text, span_of("الموصل", text), "GPE", source=SOURCE, score=0.9, reason=REASON)
    project.store_suggestions("third", SuggestionSet(mentions=(city,)), pipeline_version="bench")
    return "third"


def test_rejected_everywhere_it_stays_away_from_other_articles_until_it_is_taken_back(
    window: MainWindow, keyboard: Keyboard, third: str, in_dialog: Callable[..., None]
) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_X, SHIFT)
    assert "الموصل" not in open_texts(window)
    window.open_article(third)
    keyboard.settle()
    assert open_texts(window) == []

    def tick_and_take_back(dialog: RejectionsDialog) -> None:
        row = dialog.rows.item(0, 0)
        assert row is not None
        assert row.text() == "الموصل"
        assert not dialog.take_back.isEnabled()
        row.setCheckState(Qt.CheckState.Checked)
        dialog.take_back.click()

    in_dialog(keyboard, 1, tick_and_take_back)
    assert open_texts(window) == ["الموصل"]
    assert state_of(window).sheet.state is ArticleState.NEW
    keyboard.press(Qt.Key.Key_Z)
    window.open_article(third)
    keyboard.settle()
    assert open_texts(window) == []


def test_without_any_it_says_how_to_make_one(
    window: MainWindow, keyboard: Keyboard, in_dialog: Callable[..., None]
) -> None:
    said = list[str]()
    in_dialog(keyboard, 0, lambda dialog: said.append(dialog._explanation.text()))
    assert "Shift+X" in said[0]


def test_the_list_is_searched_with_folded_letters(
    window: MainWindow, keyboard: Keyboard, in_dialog: Callable[..., None]
) -> None:
    keyboard.press(Qt.Key.Key_X, SHIFT)
    keyboard.press(Qt.Key.Key_X, SHIFT)

    def search(dialog: RejectionsDialog) -> None:
        dialog._search.setText("سامى")
        shown = [dialog.rows.item(at, 0) for at in range(2) if not dialog.rows.isRowHidden(at)]
        assert [item.text() for item in shown if item is not None] == ["سامي حداد"]

    in_dialog(keyboard, 2, search)
