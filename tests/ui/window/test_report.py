"""The scores of the suggesters, computed from what is done, shown, saved, and without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from pytestqt.qtbot import QtBot

from model.article import ArticleState
from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.dialogs.report import ReportDialog
from ui.language import language
from ui.window.main_window import MainWindow


@pytest.fixture
def done(window: MainWindow, keyboard: Keyboard) -> None:
    """The first article is done: one tag confirmed, the others not."""
    keyboard.press(Qt.Key.Key_Space)
    window.answering.mark(ArticleState.DONE)
    keyboard.settle()


@pytest.fixture
def dialog(window: MainWindow, keyboard: Keyboard) -> Iterator[ReportDialog]:
    made = ReportDialog(window.session, window.make_executor, window)
    made.show()
    yield made
    made.done(0)
    made.deleteLater()


@pytest.fixture
def report(done: None, dialog: ReportDialog, qtbot: QtBot) -> ReportDialog:
    qtbot.waitUntil(dialog.view.isVisible, timeout=PATIENCE_MS)
    return dialog


def test_nothing_done_yet_is_said(dialog: ReportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "منجز" in dialog.state.text() or "بعد" in dialog.state.text(), timeout=PATIENCE_MS)
    assert not dialog.view.isVisible()
    assert not dialog.save.isEnabled()


def test_the_scores_are_shown_in_the_language_of_the_window(report: ReportDialog) -> None:
    shown = report.view.toPlainText()
    assert "المقاييس" in shown
    assert "bench" in shown
    # in a mirrored table the first column stands last
    first_row = shown[: shown.index("المقياس")].splitlines()
    assert "F1" in first_row


def test_a_plot_is_a_picture_and_nothing_is_fetched(report: ReportDialog) -> None:
    picture = QTextDocument.ResourceType.ImageResource.value
    addresses = [part.split('"')[0] for part in report._page.split('src="')[1:]]
    assert addresses
    assert not report.view.loadResource(picture, QUrl(addresses[0])).isNull()
    for address in ("https://example.org/x.png", "file:///etc/hostname", "x.css"):
        assert report.view.loadResource(picture, QUrl(address)) is None


def test_it_is_saved_and_handed_to_the_browser(
    report: ReportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    written = list[bool]()
    report.write(tmp_path / "scores.html", lambda: written.append(True))
    qtbot.waitUntil(lambda: bool(written), timeout=PATIENCE_MS)
    assert (tmp_path / "scores.html").read_text("utf-8") == report._page
    opened = list[QUrl]()
    monkeypatch.setattr("ui.dialogs.report.tempfile.mkdtemp", lambda **_: str(tmp_path))

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    report.browser.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE_MS)
    assert opened[0].isLocalFile()


def test_a_place_that_cannot_be_written_is_told(report: ReportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    report.write(tmp_path / "no" / "scores.html", lambda: None)
    qtbot.waitUntil(lambda: "scores.html" in report.state.text(), timeout=PATIENCE_MS)
    assert report.state.isVisible()


def test_the_key_opens_it(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = list[ReportDialog]()

    def exec_(dialog: ReportDialog) -> int:
        opened.append(dialog)
        dialog.done(0)
        return 0

    monkeypatch.setattr(ReportDialog, "exec", exec_)
    keyboard.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert len(opened) == 1
    assert language.code == "ar"
