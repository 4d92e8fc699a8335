"""Whatever keys do can be done with the mouse: context menu, the bar beside selected text, buttons and hints."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from model.decision import Scope
from model.text.span import Span
from tests.ui.bench import TEXT, span_of
from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.acts.tagging import LabelKind
from ui.article.selecting import ContextRequest
from ui.keys.actions import ACTIONS, Group
from ui.keys.names import SHORT_TITLES
from ui.language import say
from ui.session.state import WorkState
from ui.window.context_menu import context_menu
from ui.window.main_window import MainWindow


def _state(window: MainWindow) -> WorkState:
    assert window.session.state is not None
    return window.session.state


def _mentions(window: MainWindow) -> dict[str, str]:
    return {mention.text: mention.label for mention in _state(window).sheet.mentions.values()}


def _actions(menu: QMenu) -> dict[str, QAction]:
    """All entries, those of submenus behind the name of theirs."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inner = action.menu()
        title = action.text().split("\t")[0]
        if isinstance(inner, QMenu):
            found |= {f"{title}/{name}": one for name, one in _actions(inner).items()}
        elif title:
            found[title] = action
    return found


@pytest.fixture
def menus() -> Iterator[list[QMenu]]:
    made: list[QMenu] = []
    yield made
    for menu in made:
        menu.deleteLater()


def _menu(window: MainWindow, menus: list[QMenu], text: str, occurrence: int = 0) -> dict[str, QAction]:
    span = span_of(text, occurrence=occurrence)
    point = window.pane.view.rects_of(span)[0].center().toPoint()
    tags = tuple(window.pane.view.tags_at(point))
    made = context_menu(window, ContextRequest(QPoint(0, 0), span.start, tags))
    menus.append(made)
    return _actions(made)


def test_the_menu_of_a_suggestion_answers_it(window: MainWindow, keyboard: Keyboard, menus: list[QMenu]) -> None:
    _menu(window, menus, "سامي حداد")["قبول"].trigger()
    keyboard.settle()
    assert _mentions(window) == {"سامي حداد": "PERS"}
    _menu(window, menus, "الموصل")["النوع/موقع طبيعي"].trigger()
    keyboard.settle()
    assert _mentions(window)["الموصل"] == "LOC"
    _menu(window, menus, "الموصل", 1)["رفضه هنا وفي كل مكان"].trigger()
    keyboard.settle()
    (decision,) = window.session.project.rejections()
    assert (decision.label, decision.scope) == ("GPE", Scope.EVERYWHERE)


def test_the_menu_of_a_tag_deletes_links_and_copies(window: MainWindow, keyboard: Keyboard, menus: list[QMenu]) -> None:
    _menu(window, menus, "سامي حداد")["قبول"].trigger()
    keyboard.settle()
    (mention,) = _state(window).sheet.mentions.values()
    assert mention.identity_id is not None
    entries = _menu(window, menus, "سامي حداد")
    assert "قبول" not in entries
    entries["نسخ النص"].trigger()
    assert QGuiApplication.clipboard().text() == "سامي حداد"
    entries["بلا هوية"].trigger()
    keyboard.settle()
    (mention,) = _state(window).sheet.mentions.values()
    assert mention.identity_id is None
    _menu(window, menus, "سامي حداد")["حذف الوسم"].trigger()
    keyboard.settle()
    assert _mentions(window) == {}


def test_the_menu_of_an_event_gives_it_another_type(window: MainWindow, keyboard: Keyboard, menus: list[QMenu]) -> None:
    _menu(window, menus, "زار")["النوع/تصريح"].trigger()
    keyboard.settle()
    (event,) = _state(window).sheet.events.values()
    assert event.label == "STATEMENT"


def test_the_menu_over_selected_text_tags_it(window: MainWindow, keyboard: Keyboard, menus: list[QMenu]) -> None:
    window.pane.view.select(span_of("العمل"))
    entries = _menu(window, menus, "العمل")
    assert "حذف الوسم" not in entries
    entries["وسم نوعه/قانون أو اتفاق"].trigger()
    keyboard.settle()
    assert _mentions(window) == {"العمل": "LAW"}
    window.pane.view.select(span_of("قال"))
    _menu(window, menus, "قال")["وسم حدث نوعه/تصريح"].trigger()
    keyboard.settle()
    (event,) = _state(window).sheet.events.values()
    assert event.text == "قال"


def test_a_right_click_and_the_menu_key_open_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    viewport = window.pane.view.viewport()
    place = window.pane.view.rects_of(span_of("سامي حداد"))[0].center().toPoint()
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, place, viewport.mapToGlobal(place))
        QApplication.sendEvent(viewport, event)
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=PATIENCE_MS)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert "قبول" in _actions(menu)
        menu.close()


def _drag(window: MainWindow, span: Span) -> None:
    """Select from the first letter to the last with the mouse."""
    view = window.pane.view
    first = view.rects_of(Span(span.start, span.start + 1))[0].center().toPoint()
    last = view.rects_of(Span(span.end - 1, span.end))[0].center().toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(view.viewport(), (first + last) / 2)
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)


def test_selecting_with_the_mouse_offers_types(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    bar = window.selection_bar
    _drag(window, span_of("مستمر"))
    selection = window.pane.view.selection
    assert selection is not None
    assert selection.of(TEXT) == "مستمر"
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE_MS)
    assert window.pane.view.rect().contains(bar.geometry())
    offered = [button for button in bar._buttons if button.isVisible()]
    assert offered
    QTest.mouseClick(offered[1], Qt.MouseButton.LeftButton)
    keyboard.settle()
    assert _mentions(window) == {"مستمر": bar._labels[1].name}
    assert not bar.isVisible()
    assert window.pane.view.hasFocus(), "the keys go on where they were"


def test_the_bar_leaves_with_the_selection(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    window.pane.view.select(span_of("مستمر"))
    qtbot.waitUntil(window.selection_bar.isVisible, timeout=PATIENCE_MS)
    keyboard.press(Qt.Key.Key_Escape)
    assert not window.selection_bar.isVisible()


def test_hints_do_what_their_keys_do(window: MainWindow, keyboard: Keyboard) -> None:
    hints = window.status._hints
    titles = [button.accessibleName().split(" (")[0] for button in hints]
    assert titles[0] == say(SHORT_TITLES["accept"])
    assert "مسافة" in hints[0].text()
    hints[0].click()
    keyboard.settle()
    assert len(_state(window).sheet.events) == 1
    hints[1].click()
    keyboard.settle()
    assert len(_state(window).sheet.decisions) >= 2
    window.status._done.click()
    keyboard.settle()
    assert _state(window).article.id == "second"


def test_a_click_makes_a_tag_current(window: MainWindow, keyboard: Keyboard) -> None:
    view = window.pane.view
    place = view.rects_of(span_of("حداد", occurrence=1))[0].center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    keyboard.press(Qt.Key.Key_Space)
    assert _mentions(window) == {"حداد": "PERS"}


def test_the_bars_buttons(window: MainWindow, keyboard: Keyboard) -> None:
    assert window.top._language.text() == "English"
    window.top._language.click()
    assert window.top._language.text() == "العربية"
    window.top._language.click()
    window.top._scheme.click()
    scheme = window.settings.current.scheme
    window.top._scheme.click()
    assert {scheme, window.settings.current.scheme} == {"light", "dark"}
    titles = [action.text().split("\t")[0] for action in window.top._menu.actions() if action.text()]
    assert {"مشروع جديد", "فتح مشروع", "استيراد صفحات", "تصدير", "قائمة المفاتيح", "جولة في خمس خطوات"} <= set(titles)


_BY_POINTING = {
    "previous_question",
    "forward",
    "backward",
    "next_tag",
    "previous_tag",
    "next_article",
    "previous_article",
    "search",
}
"""Places that are gone to by clicking on them."""


def test_every_action_has_a_way_by_mouse(
    window: MainWindow, keyboard: Keyboard, menus: list[QMenu], monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = {*window.top._actions, "switch_language", "switch_scheme", "retry_saving", *window.status._names}
    window.tagging.label(LabelKind.EVENT, "CONSULT")
    window.pane.view.select(span_of("العمل"))
    window.tagging.label(LabelKind.MENTION, "DATE")
    keyboard.settle()
    monkeypatch.setattr(window, "act", reached.add)
    window.status._act = reached.add
    window.status._learned.click()
    for text in ("زار", "الموصل", "العمل"):
        for name, action in _menu(window, menus, text).items():
            if not name.startswith("النوع/"):
                action.trigger()
        keyboard.settle()
    window.pane.view.select(span_of("مستمر"))
    for name, action in _menu(window, menus, "مستمر").items():
        if not name.startswith("وسم"):
            action.trigger()
    edges = {name for name, action in ACTIONS.items() if action.group is Group.EDGES} - {"cover_selection"}
    digits = {name for name in ACTIONS if name.startswith(("mention_", "event_"))}
    assert set(ACTIONS) - edges - digits - _BY_POINTING - reached == set()
