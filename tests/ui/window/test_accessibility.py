"""Screen readers and the Tab key: every widget that takes the focus has a name, in an order that follows the eye."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDialog, QWidget

from model.schema.loader import load_shipped
from tests.ui.bench import suggestions
from tests.ui.window.keyboard import Keyboard
from ui.dialogs.accept_all import AcceptAllDialog
from ui.dialogs.exporting import ExportDialog
from ui.dialogs.fault import FaultDialog
from ui.dialogs.importing import ImportDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.paste import PasteDialog
from ui.dialogs.rejections import RejectionsDialog
from ui.dialogs.report import ReportDialog
from ui.dialogs.suggesters import SuggestersDialog
from ui.dialogs.why import WhyDialog
from ui.window.main_window import MainWindow


def _focusable(top: QWidget) -> list[QWidget]:
    """What Tab reaches; the field within a spin box is a part of that."""
    widgets = [one for one in top.findChildren(QWidget) if not isinstance(one.parent(), QAbstractSpinBox)]
    return [one for one in widgets if one.isVisibleTo(top) and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _nameless(top: QWidget) -> list[str]:
    return [f"{type(one).__name__} in {type(one.parent()).__name__}" for one in _focusable(top) if not _name(one)]


def test_every_widget_of_the_window_has_a_name(window: MainWindow, keyboard: Keyboard) -> None:
    assert _nameless(window) == []
    for panel in (window.inspector, window.history):
        window.rail._tabs.setCurrentWidget(panel)
        QApplication.processEvents()
        assert _nameless(window) == []


def _dialogs(window: MainWindow) -> Iterator[QDialog]:
    schema = load_shipped("news")
    yield AcceptAllDialog(suggestions().mentions, schema, window)
    yield ExportDialog(window.session, window)
    yield ImportDialog(window.session, (), window)
    yield KeysDialog(window.bindings, schema, lambda: None, window)
    yield PasteDialog(window)
    yield RejectionsDialog(window.session, window)
    yield FaultDialog(window)
    yield ReportDialog(window.session, window.make_executor, window)
    state = window.session.state
    assert state is not None
    suggesters = SuggestersDialog(window.session, window.suggesting, window.make_executor, window.act, window)
    while suggesters.list.count() == 0:
        QApplication.processEvents()
    suggesters.add_kind("huggingface")
    suggesters.add_kind("chat")
    yield suggesters
    yield WhyDialog(window.session, window.suggesting, window.open_article, state, window)


def test_every_widget_of_the_dialogs_has_a_name(window: MainWindow, keyboard: Keyboard) -> None:
    found = {}
    for dialog in _dialogs(window):
        dialog.show()
        nameless = _nameless(dialog)
        if nameless:
            found[type(dialog).__name__] = nameless
        keyboard.settle()
        dialog.done(0)
        dialog.deleteLater()
    assert found == {}


def _tab_order(window: MainWindow) -> list[QWidget]:
    window.top._project.setFocus()
    seen: list[QWidget] = []
    focus = QApplication.focusWidget()
    while focus is not None and focus not in seen:
        seen.append(focus)
        window.focusNextPrevChild(True)
        focus = QApplication.focusWidget()
    return seen


def test_tab_walks_through_the_bar_the_queue_the_article_the_rail_and_the_status(window: MainWindow) -> None:
    parts = [window.top, window.queue, window.pane, window.rail, window.status]
    walked = [next(part for part in parts if part is one or part.isAncestorOf(one)) for one in _tab_order(window)]
    order = [part for at, part in enumerate(walked) if at == 0 or walked[at - 1] is not part]
    assert order == parts


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_leaves_the_article_and_the_note(window: MainWindow, keyboard: Keyboard, key: Qt.Key) -> None:
    window.rail.show_inspector()
    QApplication.processEvents()
    for part in (window.pane.view, window.inspector.note):
        part.setFocus()
        keyboard.press(key)
        assert not part.hasFocus()
