"""A fault of the program while it runs: in the log, before the user, and the work goes on."""

from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import ExpectedLogs
from tests.program.driving import Annotator, run_program
from tests.ui.bench import make_project
from ui.dialogs.fault import FaultDialog


def _dialogs() -> list[FaultDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, FaultDialog) and one.isVisible()]


def test_a_fault_is_logged_and_told_and_work_goes_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectedLogs
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    expect_log("CRITICAL tawsim: .*fault")
    make_project(tmp_path).close()

    def work(annotator: Annotator) -> None:
        annotator.press(Qt.Key.Key_Escape)
        annotator.window.pane.view.setFocus()
        annotator.window.top._scheme.clicked.connect(lambda: 1 / 0)
        annotator.window.top._scheme.click()
        annotator.wait(lambda: bool(_dialogs()))
        (dialog,) = _dialogs()
        annotator.wait(lambda: "ZeroDivisionError" in dialog.detail)
        dialog.close()
        annotator.window.activateWindow()
        annotator.window.pane.view.setFocus()
        annotator.wait(lambda: bool(annotator.state.open))
        before = len(annotator.state.sheet.decisions)
        annotator.press(Qt.Key.Key_Space)
        assert len(annotator.state.sheet.decisions) > before

    assert run_program(qtbot, ["open", str(tmp_path / "bench.tawsim")], work) == 0
    log = platformdirs.user_log_path("tawsim") / "tawsim.log"
    assert "ZeroDivisionError" in log.read_text("utf-8")
