"""Pasting an article: the exact text, its metadata, and articles that are here already."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.bench import TEXT
from tests.ui.window.keyboard import PATIENCE_MS
from ui.application import Desk
from ui.dialogs.paste import PasteDialog
from ui.window.main_window import MainWindow

EXACT = "زار\u00a0الوزير\r\nبغداد\rوقال\u2028إن\u2029العمل\n مستمر\u200f."


def _accept(monkeypatch: pytest.MonkeyPatch, fill: object = None) -> None:
    def run(dialog: PasteDialog) -> QDialog.DialogCode:
        if callable(fill):
            fill(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PasteDialog, "exec", run)


def _articles(window: MainWindow) -> dict[str, object]:
    return {article.text: article for article in window.session.project.iter_articles()}


def test_what_was_pasted_and_left_alone_is_kept_exactly(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.clipboard().setText(EXACT)

    def fill(dialog: PasteDialog) -> None:
        dialog._title.setText("زيارة")
        dialog._outlet.setText("الميناء")
        dialog._dated.setChecked(True)
        dialog._published.setDate(QDate(2024, 3, 20))

    _accept(monkeypatch, fill)
    window.act("paste_article")
    qtbot.waitUntil(lambda: EXACT in _articles(window), timeout=PATIENCE_MS)
    (article,) = [one for one in window.session.project.iter_articles() if one.text == EXACT]
    assert (article.title, article.outlet, article.published) == ("زيارة", "الميناء", date(2024, 3, 20))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("\u2068زيارة"), timeout=PATIENCE_MS)


def test_an_article_that_is_here_already_is_opened_instead(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_article("second")
    QApplication.clipboard().setText(TEXT)
    _accept(monkeypatch)
    window.act("paste_article")
    qtbot.waitUntil(lambda: window.toast.text == "هذا المقال موجود هنا.", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.is_settled, timeout=PATIENCE_MS)
    assert window.session.state is not None
    assert window.session.state.article.id == "first"
    assert len(_articles(window)) == 2


def test_typed_text_reads_from_right_to_left_and_nothing_cannot_be_added(window: MainWindow, desk: Desk) -> None:
    QApplication.clipboard().setText(" \n ")
    dialog = PasteDialog(window)
    assert not dialog._add.isEnabled()
    dialog._text.setPlainText("نص مكتوب")
    assert dialog._add.isEnabled()
    assert dialog.text == "نص مكتوب"
    assert dialog.published is None
    option = dialog._text.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft
    dialog.deleteLater()
