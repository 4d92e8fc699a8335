"""The export dialog: what a format cannot hold is said before and after; the file is written."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.dialogs.exporting import ExportDialog
from ui.window.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, keyboard: Keyboard) -> Iterator[ExportDialog]:
    keyboard.press(Qt.Key.Key_Space)
    made = ExportDialog(window.session, window)
    made.show()
    keyboard.settle()
    yield made
    keyboard.settle()
    made.reject()
    made.deleteLater()


def test_losses_are_foreseen_for_each_format(dialog: ExportDialog, keyboard: Keyboard) -> None:
    dialog._format.setCurrentIndex(dialog._format.findData("conll"))
    keyboard.settle()
    conll = dialog._losses.text()
    assert conll.startswith("ما لا تتسع له هذه الصيغة:")
    dialog._format.setCurrentIndex(dialog._format.findData("jsonl"))
    keyboard.settle()
    assert dialog._losses.text() != conll


def test_a_file_is_written_where_it_was_chosen(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    dialog._format.setCurrentIndex(dialog._format.findData("jsonl"))
    dialog._export.click()
    qtbot.waitUntil(lambda: str(out) in dialog._losses.text(), timeout=PATIENCE_MS)
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert any("زار" in json.dumps(line, ensure_ascii=False) for line in lines)
    assert dialog._export.isEnabled()


def test_only_finished_articles(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog._done_only.setChecked(True)
    dialog._format.setCurrentIndex(dialog._format.findData("mentions-csv"))
    dialog.write(tmp_path / "out.csv")
    qtbot.waitUntil(lambda: "out.csv" in dialog._losses.text(), timeout=PATIENCE_MS)
    assert "سامي" not in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_a_place_that_cannot_be_written_is_told(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    dialog._format.setCurrentIndex(dialog._format.findData("jsonl"))
    before = dialog._losses.text()
    dialog.write(tmp_path / "file" / "out.jsonl")
    qtbot.waitUntil(lambda: dialog._export.isEnabled() and dialog._losses.text() != before, timeout=PATIENCE_MS)
    assert (tmp_path / "file").read_text("utf-8") == "x"
