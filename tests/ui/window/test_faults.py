"""A fault of the program: logged, told once, with a detail to copy; the window goes on."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from model.version import VERSION
from tests.ui.window.keyboard import PATIENCE_MS
from ui.faults import Faults
from ui.window.main_window import MainWindow


class Hook:
    """Stands for the hook that writes the log."""

    def __init__(self) -> None:
        self.kinds: list[type[BaseException]] = []

    def __call__(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        self.kinds.append(kind)


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Hook:
    made = Hook()
    monkeypatch.setattr(sys, "excepthook", made)
    return made


@pytest.fixture
def faults(window: MainWindow, hook: Hook) -> Iterator[Faults]:
    made = Faults()
    made.install()
    yield made
    made.remove()


@pytest.mark.qt_no_exception_capture
def test_a_fault_in_a_slot_reaches_the_user(window: MainWindow, faults: Faults, hook: Hook, qtbot: QtBot) -> None:
    button = window.top._language
    button.clicked.connect(lambda: 1 / 0)
    button.click()
    assert hook.kinds == [ZeroDivisionError], "the log has it too"
    qtbot.waitUntil(lambda: faults.dialog is not None, timeout=PATIENCE_MS)
    dialog = faults.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "ZeroDivisionError" in dialog.detail, timeout=PATIENCE_MS)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert VERSION in dialog.detail
    copy, _ = dialog.findChildren(QPushButton)
    copy.click()
    assert QGuiApplication.clipboard().text() == dialog.detail
    assert window.isVisible()


def test_many_faults_share_one_dialog(window: MainWindow, faults: Faults, hook: Hook, qtbot: QtBot) -> None:
    for number in range(20):
        error = ValueError(f"fault {number}.")
        sys.excepthook(ValueError, error, None)
    assert len(hook.kinds) == 20
    qtbot.waitUntil(lambda: faults.dialog is not None and "fault 4." in faults.dialog.detail, timeout=PATIENCE_MS)
    QApplication.processEvents()
    dialog = faults.dialog
    assert dialog is not None
    assert "fault 19." not in dialog.detail
    dialog.close()
    qtbot.waitUntil(lambda: faults.dialog is None, timeout=PATIENCE_MS)
    sys.excepthook(ValueError, ValueError("another"), None)
    qtbot.waitUntil(lambda: faults.dialog is not None and "another" in faults.dialog.detail, timeout=PATIENCE_MS)


def test_an_interrupt_is_no_fault(faults: Faults, hook: Hook, qtbot: QtBot) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert faults.dialog is None
    assert hook.kinds == [KeyboardInterrupt]


def test_the_former_hook_comes_back(window: MainWindow, hook: Hook) -> None:
    made = Faults()
    made.install()
    assert sys.excepthook is not hook
    made.remove()
    assert sys.excepthook is hook
