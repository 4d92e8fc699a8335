"""Consistency in the window: queues worked off by key, mended as one step each, dismissed for good."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.article import Article, ArticleState, text_digest
from model.checks.finding import Check
from model.operations import edits, links
from model.operations.author import Author
from model.text.span import Span
from tests.ui.window.keyboard import CONTROL, PATIENCE_MS, Keyboard
from ui.acts.tagging import LabelKind
from ui.dialogs.checks import ChecksDialog
from ui.window.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> Iterator[ChecksDialog]:
    """Where the same city was tagged twice as a city, once otherwise, and not at all at one place of a done article."""
    _add_third_article(window)
    for suggestion in list(window.session.state.open) if window.session.state else ():
        window.tagging.ensure_annotation(suggestion.id)
    keyboard.settle()
    state = window.session.state
    assert state is not None
    cities = [one for one in state.annotations if one.label == "GPE"]
    window.session.go_to(cities[0].id)
    window.tagging.label(LabelKind.MENTION, "ORG")
    keyboard.settle()
    made = ChecksDialog(window.session, window)
    made.show()
    qtbot.waitUntil(lambda: made.checks.count() > 0, timeout=PATIENCE_MS)
    yield made
    made.done(0)
    made.deleteLater()


def _add_third_article(window: MainWindow) -> None:
    text, project = "وصل الوفد إلى الموصل\nوالموصل بعيدة", window.session.project
    project.add_articles([Article("third", text, text_digest(text), title="ثالث", name="third")])
    author, at = Author("noor", datetime.now(UTC)), text.index("الموصل")
    place = (Span(at, at + len("الموصل")),)
    project.perform(edits.add_mention(project.sheet("third"), "GPE", place, "الموصل", author))
    project.perform(links.mark(project.sheet("third"), ArticleState.DONE, author))


def choose(dialog: ChecksDialog, check: Check) -> None:
    dialog.checks.setCurrentRow(list(Check).index(check))
    dialog.rows.setFocus()


def test_a_finding_is_mended_by_one_key_and_undone_by_another(
    window: MainWindow, dialog: ChecksDialog, keyboard: Keyboard, qtbot: QtBot
) -> None:
    choose(dialog, Check.LABELS_DIFFER)
    assert dialog.rows.rowCount() == 1
    said = dialog.rows.item(0, 1)
    assert said is not None
    assert "جهة" in said.text() or "بلد" in said.text()
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.rows.rowCount() == 0, timeout=PATIENCE_MS)
    keyboard.settle()
    state = window.session.state
    assert state is not None
    assert "ORG" not in {one.label for one in state.annotations}
    window.pane.view.setFocus()
    window.activateWindow()
    window.act("undo")
    keyboard.settle()
    state = window.session.state
    assert state is not None
    assert "ORG" in {one.label for one in state.annotations}


def test_a_dismissed_finding_is_not_told_again_until_it_is_taken_back(
    dialog: ChecksDialog, window: MainWindow, qtbot: QtBot
) -> None:
    choose(dialog, Check.LABELS_DIFFER)
    QTest.keyClick(dialog.rows, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: dialog.rows.rowCount() == 0, timeout=PATIENCE_MS)
    QTest.keyClick(dialog.rows, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not dialog._job.is_running, timeout=PATIENCE_MS)
    choose(dialog, Check.LABELS_DIFFER)
    assert dialog.rows.rowCount() == 0
    QTest.keyClick(dialog.rows, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: dialog.rows.rowCount() == 1, timeout=PATIENCE_MS)
    QTest.keyClick(dialog.rows, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not dialog._job.is_running, timeout=PATIENCE_MS)
    choose(dialog, Check.LABELS_DIFFER)
    assert dialog.rows.rowCount() == 1


def test_the_place_is_shown_in_its_line(dialog: ChecksDialog) -> None:
    choose(dialog, Check.LABELS_DIFFER)
    place = dialog.rows.item(0, 0)
    assert place is not None
    assert "مدينة ⟨الموصل⟩" in place.text()


def test_return_goes_to_the_place(dialog: ChecksDialog, window: MainWindow, keyboard: Keyboard) -> None:
    choose(dialog, Check.LABELS_DIFFER)
    finding = dialog.finding
    assert finding is not None
    dialog.spot_wanted.connect(window.show_spot)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Return)
    keyboard.settle()
    state = window.session.state
    assert state is not None
    assert state.current == finding.record_id


def test_a_name_without_a_tag_in_a_finished_article_is_tagged(
    window: MainWindow, dialog: ChecksDialog, keyboard: Keyboard, qtbot: QtBot
) -> None:
    choose(dialog, Check.LABELS_DIFFER)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.rows.rowCount() == 0, timeout=PATIENCE_MS)
    QTest.keyClick(dialog.rows, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not dialog._job.is_running, timeout=PATIENCE_MS)
    choose(dialog, Check.BARE)
    assert dialog.rows.rowCount() == 1
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.rows.rowCount() == 0, timeout=PATIENCE_MS)
    keyboard.settle()
    tagged = window.session.project.sheet("third").mentions.values()
    assert sorted((one.text, one.label) for one in tagged) == [("الموصل", "GPE")] * 2


def test_the_action_opens_it_beside_the_article(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    window.act("checks")
    (dialog,) = window.findChildren(ChecksDialog)
    qtbot.waitUntil(lambda: dialog.checks.count() > 0, timeout=PATIENCE_MS)
    assert "كل شيء" in dialog.state.text()
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(ChecksDialog), timeout=PATIENCE_MS)
