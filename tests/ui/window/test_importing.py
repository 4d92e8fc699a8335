"""The import dialog: a plan comes first; problems want a tick; nothing is stored when cancelled."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.importing import carry_out
from tests.ui.bench import TEXT
from tests.ui.window.keyboard import PATIENCE_MS
from ui.dialogs.importing import ImportDialog
from ui.window.main_window import MainWindow

LETTER = "أعلن المجلس البلدي افتتاح الجسر الجديد صباح اليوم"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_bytes(f"{LETTER}\r\nبحضور الأهالي".encode())
    (folder / "b.txt").write_text(TEXT, "utf-8", newline="")
    (folder / "c.txt").write_bytes("هذه صفحة كتبت بترميز قديم من أيام نظام ويندوز العربي".encode("windows-1256"))
    return folder


@pytest.fixture
def dialog(window: MainWindow, pages: Path, qtbot: QtBot) -> Iterator[ImportDialog]:
    made = ImportDialog(window.session, (pages,), window)
    made.show()
    qtbot.waitUntil(lambda: made._plan is not None, timeout=PATIENCE_MS)
    yield made
    made.reject()
    made.deleteLater()


def _rows(dialog: ImportDialog) -> dict[str, list[str]]:
    table = dialog._table
    rows = []
    for at in range(table.rowCount()):
        cells = [table.item(at, column) for column in range(table.columnCount())]
        rows.append([cell.text() if cell is not None else "" for cell in cells])
    return {Path(row[0]).name: row for row in rows}


def test_the_plan_shows_pages_encodings_and_what_is_here_already(dialog: ImportDialog) -> None:
    rows = _rows(dialog)
    assert set(rows) == {"a.txt", "b.txt", "c.txt"}
    assert LETTER in rows["a.txt"][1]
    assert rows["a.txt"][3] == "utf-8"
    assert "1256" in rows["c.txt"][3]
    assert "موجودة هنا باسم" in rows["b.txt"][4]
    assert "صفحتان للاستيراد" in dialog._heading.text()
    assert not dialog._with_problems.isVisible()
    assert dialog._import.isEnabled()


def test_importing_stores_the_pages_and_opens_the_first(window: MainWindow, dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog._import.click()
    qtbot.waitUntil(lambda: dialog.result_of_import is not None, timeout=PATIENCE_MS)
    assert dialog.result_of_import is not None
    assert len(dialog.result_of_import.article_ids) == 2
    texts = {article.text for article in window.session.project.iter_articles()}
    assert f"{LETTER}\r\nبحضور الأهالي" in texts
    assert len(texts) == 4


def test_another_encoding_is_read_again(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog._encoding.setCurrentIndex(dialog._encoding.findData("windows-1256"))
    dialog._encoding.activated.emit(dialog._encoding.currentIndex())
    qtbot.waitUntil(lambda: dialog._plan is not None, timeout=PATIENCE_MS)
    rows = _rows(dialog)
    assert "a.txt" not in rows or LETTER not in rows["a.txt"][1], "read as it is not"


def test_problems_want_a_tick(window: MainWindow, pages: Path, qtbot: QtBot) -> None:
    (pages / "broken.docx").write_bytes(b"no document at all")
    dialog = ImportDialog(window.session, (pages,), window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog._plan is not None, timeout=PATIENCE_MS)
    assert dialog._with_problems.isVisible()
    assert not dialog._import.isEnabled()
    assert _rows(dialog)["broken.docx"][4]
    dialog._with_problems.setChecked(True)
    assert dialog._import.isEnabled()
    dialog._import.click()
    qtbot.waitUntil(lambda: dialog.result_of_import is not None, timeout=PATIENCE_MS)
    assert len(window.session.project.article_ids()) == 4
    dialog.deleteLater()


def test_cancelling_stores_nothing(
    window: MainWindow, dialog: ImportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled_early(*arguments: object, progress: Callable[[int, int | None], bool], **options: object) -> object:
        dialog._bar._stop()
        return carry_out(*arguments, progress=progress, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("ui.dialogs.importing.carry_out", cancelled_early)
    dialog._import.click()
    qtbot.waitUntil(lambda: dialog._heading.text() == "أُلغي الاستيراد، ولم يُستورد شيء.", timeout=PATIENCE_MS)
    assert len(window.session.project.article_ids()) == 2
    assert dialog._import.isEnabled()
