"""The concordance in the real window, with real keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from model.decision import Verdict
from storage.search.portions import Portions
from tests.ui.window.keyboard import CONTROL, PATIENCE_MS, SHIFT, Keyboard
from ui.concordance.help import SearchHelp
from ui.concordance.panel import ConcordancePanel
from ui.parts.chooser import Chooser
from ui.session.state import WorkState
from ui.window.main_window import MainWindow


def state_of(window: MainWindow) -> WorkState:
    assert window.session.state is not None
    return window.session.state


@pytest.fixture
def search(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> Callable[[str], ConcordancePanel]:
    """Opens the concordance with its key, types a query, presses Enter and waits for the hits."""

    def run(query: str) -> ConcordancePanel:
        panel = window.concordance
        window.pane.view.setFocus()
        keyboard.press(Qt.Key.Key_F, CONTROL | SHIFT)
        field = panel.query.lineEdit()
        assert field is not None
        assert field.hasFocus()
        panel.query.setEditText(query)
        keyboard.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not panel.runner.is_running, timeout=PATIENCE_MS)
        return panel

    return run


def texts(panel: ConcordancePanel) -> list[str]:
    return [row.hit.text for row in panel.rows.rows]


@pytest.fixture
def agreeing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Says yes to what is asked before an act, and keeps what was asked."""
    asked = list[str]()

    def question(parent: object, title: str, text: str, *rest: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.Ok

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked


def test_hits_of_all_articles_are_shown_and_walked_through(
    window: MainWindow, keyboard: Keyboard, search: Callable[[str], ConcordancePanel]
) -> None:
    panel = search("ليلى|حداد")
    assert texts(panel) == ["حداد", "حداد", "ليلى"]
    assert panel.list.hasFocus()
    assert "٣" in panel.status.text()
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    assert state_of(window).article.id == "second"
    assert window.pane.view.selection == panel.rows.rows[2].hit.span
    assert window.pane.view.hasFocus()


def test_a_tag_that_was_found_becomes_the_current_one(
    window: MainWindow, keyboard: Keyboard, search: Callable[[str], ConcordancePanel]
) -> None:
    panel = search("GPE")
    assert texts(panel) == ["الموصل", "الموصل"]
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    assert panel.rows.rows[1].hit.tag is not None
    assert state_of(window).current == panel.rows.rows[1].hit.tag.id


def test_letters_in_the_list_do_not_act_on_the_article(
    window: MainWindow, keyboard: Keyboard, search: Callable[[str], ConcordancePanel]
) -> None:
    search("حداد")
    before = state_of(window).sheet
    for key in (Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_1, Qt.Key.Key_G):
        keyboard.press(key, text=chr(key))
    assert state_of(window).sheet == before


def test_ticked_hits_are_tagged_in_one_step_and_one_undo_takes_all_back(
    window: MainWindow, keyboard: Keyboard, search: Callable[[str], ConcordancePanel], agreeing: list[str], qtbot: QtBot
) -> None:
    panel = search("ليلى|حداد")
    keyboard.press(Qt.Key.Key_A, CONTROL)
    assert len(panel.rows.ticked()) == 3
    keyboard.press(Qt.Key.Key_Space)
    assert [row.hit.text for row in panel.rows.ticked()] == ["حداد", "ليلى"]
    keyboard.press(Qt.Key.Key_T)
    chooser = QApplication.activePopupWidget()
    assert isinstance(chooser, Chooser)
    for letter in "شخص":
        keyboard.press(0, text=letter)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not panel.runner.is_running and window.is_settled, timeout=PATIENCE_MS)
    (question,) = agreeing
    assert "ليلى" in question
    project = window.session.project
    (made,) = project.sheet("second").mentions.values()
    assert (made.text, made.label) == ("ليلى", "PERS")
    (taken,) = state_of(window).sheet.mentions.values()
    assert (taken.text, taken.label) == ("حداد", "PERS")
    assert [d.verdict for d in state_of(window).sheet.decisions.values()] == [Verdict.ACCEPT]
    panel.list.setFocus()
    keyboard.press(Qt.Key.Key_Z)
    assert project.sheet("second").mentions == {}
    assert state_of(window).sheet.mentions == {}
    keyboard.press(Qt.Key.Key_Z, SHIFT)
    assert len(project.sheet("second").mentions) == len(state_of(window).sheet.mentions) == 1


def test_suggestions_are_accepted_and_rejected_from_the_list(
    window: MainWindow,
    keyboard: Keyboard,
    search: Callable[[str], ConcordancePanel],
    agreeing: list[str],
    qtbot: QtBot,
) -> None:
    panel = search("[GPE open]")
    keyboard.press(Qt.Key.Key_A)
    qtbot.waitUntil(lambda: not panel.runner.is_running and window.is_settled, timeout=PATIENCE_MS)
    assert [m.label for m in state_of(window).sheet.mentions.values()] == ["GPE"]
    assert len(panel.rows.rows) == 1
    keyboard.press(Qt.Key.Key_X)
    qtbot.waitUntil(lambda: not panel.runner.is_running and window.is_settled, timeout=PATIENCE_MS)
    assert sorted(d.verdict for d in state_of(window).sheet.decisions.values()) == [Verdict.ACCEPT, Verdict.REJECT]
    assert panel.rows.rowCount() == 0
    assert len(agreeing) == 2


def test_keys_of_the_list_go_by_place_on_an_arabic_layout(
    window: MainWindow, keyboard: Keyboard, search: Callable[[str], ConcordancePanel], agreeing: list[str], qtbot: QtBot
) -> None:
    panel = search("[GPE open]")
    keyboard.press(0, text="ش")
    qtbot.waitUntil(lambda: not panel.runner.is_running and window.is_settled, timeout=PATIENCE_MS)
    assert [m.label for m in state_of(window).sheet.mentions.values()] == ["GPE"]
    assert len(agreeing) == 1


def test_a_search_of_the_history_is_started_once(
    window: MainWindow,
    search: Callable[[str], ConcordancePanel],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    search("حداد")
    started = list[object]()
    start = window.concordance.runner.start

    def counted(one: Portions[Any]) -> None:
        started.append(one)
        start(one)

    monkeypatch.setattr(window.concordance.runner, "start", counted)
    search("حداد")
    assert len(started) == 1


def test_where_nothing_can_be_done_it_is_said(
    window: MainWindow,
    keyboard: Keyboard,
    search: Callable[[str], ConcordancePanel],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = list[str]()
    monkeypatch.setattr(QMessageBox, "information", lambda *told: said.append(told[-1]))
    search("ليلى")
    keyboard.press(Qt.Key.Key_X)
    assert len(said) == 1
    assert window.session.project.can_undo() is None


def test_a_query_that_cannot_be_read_is_explained_where_it_stands(search: Callable[[str], ConcordancePanel]) -> None:
    panel = search("PERS [GPE")
    assert "٦" in panel.status.text()
    assert panel.status.property("amber")
    assert panel.rows.rowCount() == 0


def test_an_expression_that_explodes_is_told_in_passing(
    window: MainWindow, search: Callable[[str], ConcordancePanel]
) -> None:
    from model.article import Article, text_digest

    text = f"{'ا' * 60} !"
    window.session.project.add_articles([Article("hostile", text, text_digest(text), title="x", name="x")])
    search(r"/(?:(\w\w|\w)+)*!/")
    assert "(ا+)+" in window.toast.text


def test_hits_are_counted_and_filtered_by_source_and_month(
    keyboard: Keyboard, search: Callable[[str], ConcordancePanel]
) -> None:
    panel = search("ليلى|حداد")
    source = panel.filters._source
    assert source.count() == 2
    assert "٣" in source.itemText(1)
    source.setCurrentIndex(1)
    source.activated.emit(1)
    assert panel.rows.rowCount() == 3
    keyboard.press(Qt.Key.Key_A, CONTROL)
    panel.rows.filter(lambda row: row.hit.article_id == "second")
    assert [row.hit.text for row in panel.rows.ticked()] == ["ليلى"]


def test_searches_are_remembered_and_saved_with_the_project(
    window: MainWindow, keyboard: Keyboard, search: Callable[[str], ConcordancePanel]
) -> None:
    panel = search("ليلى")
    search("حداد")
    panel.kept.toggle("حداد")
    keyboard.settle()
    assert window.session.project.setting("searches_latest") == ["حداد", "ليلى"]
    assert window.session.project.setting("searches_saved") == ["حداد"]
    assert [panel.query.itemText(at) for at in range(panel.query.count())] == ["حداد", "ليلى"]
    panel.kept.toggle("حداد")
    assert panel.kept.saved == ()


def test_escape_leaves_for_the_article_and_the_key_comes_back(
    window: MainWindow, keyboard: Keyboard, search: Callable[[str], ConcordancePanel]
) -> None:
    panel = search("حداد")
    keyboard.press(Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert window.pane.view.hasFocus()
    keyboard.press(Qt.Key.Key_F, CONTROL | SHIFT)
    keyboard.press(Qt.Key.Key_Escape)
    assert panel.isHidden()
    keyboard.press(Qt.Key.Key_F, CONTROL | SHIFT)
    keyboard.press(Qt.Key.Key_F, CONTROL | SHIFT)
    assert panel.list.hasFocus()


def test_the_help_lists_queries_that_can_be_read(window: MainWindow, qtbot: QtBot) -> None:
    from model.search.parsing import parse_query
    from ui.concordance.help import EXAMPLES

    for queries, _ in EXAMPLES:
        for query in queries.split("   "):
            assert parse_query(query, window.session.project.schema).parts
    dialog = SearchHelp(window)
    dialog.show()
    dialog.done(0)
    dialog.deleteLater()


def test_a_click_on_the_box_ticks(window: MainWindow, search: Callable[[str], ConcordancePanel], qtbot: QtBot) -> None:
    from ui.concordance.delegate import areas_of

    panel = search("حداد")
    place = panel.list.visualRect(panel.rows.index(1))
    box = areas_of(place, right_to_left=True).box
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert [row.hit.text for row in panel.rows.ticked()] == ["حداد"]
    assert panel.rows.ticked()[0] == panel.rows.rows[1]
