"""Every key of the core loop, pressed in a real window, in Latin and in Arabic."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from model.article import ArticleState
from model.decision import Scope, Verdict
from tests.ui.bench import TEXT, span_of
from tests.ui.window.keyboard import ALT, CONTROL, NONE, SHIFT, Keyboard
from ui.dialogs.accept_all import AcceptAllDialog
from ui.parts.chooser import Chooser
from ui.session.state import WorkState
from ui.window.main_window import MainWindow


def _state(window: MainWindow) -> WorkState:
    assert window.session.state is not None
    return window.session.state


def _text(window: MainWindow) -> str | None:
    item = _state(window).item
    return None if item is None else item.text


def _mentions(window: MainWindow) -> dict[str, str]:
    return {mention.text: mention.label for mention in _state(window).sheet.mentions.values()}


def test_walking_accepting_rejecting_undoing(window: MainWindow, keyboard: Keyboard) -> None:
    assert _text(window) == "زار"
    keyboard.press(Qt.Key.Key_J)
    assert _text(window) == "سامي حداد"
    keyboard.press(Qt.Key.Key_K)
    assert _text(window) == "زار"
    keyboard.press(Qt.Key.Key_Left)
    assert _text(window) == "سامي حداد"
    keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_Space)
    assert _mentions(window) == {"سامي حداد": "PERS"}
    assert _text(window) == "الموصل"
    keyboard.press(Qt.Key.Key_X)
    assert _mentions(window) == {"سامي حداد": "PERS"}
    assert _text(window) == "حداد"
    keyboard.press(Qt.Key.Key_Z)
    assert _text(window) == "الموصل"
    keyboard.press(Qt.Key.Key_Z, CONTROL)
    assert _mentions(window) == {}
    keyboard.press(Qt.Key.Key_Z, SHIFT)
    keyboard.press(Qt.Key.Key_Y, CONTROL)
    assert [d.verdict for d in _state(window).sheet.decisions.values()] == [Verdict.ACCEPT, Verdict.REJECT]


def test_the_same_keys_on_an_arabic_layout(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(0x062A, scan=44, text="ت")
    assert _text(window) == "سامي حداد"
    keyboard.press(0x0621, scan=53, text="ء")
    assert _text(window) == "الموصل"
    keyboard.press(0x0626, CONTROL, scan=52, text="ئ")
    assert _text(window) == "سامي حداد"


def test_rejecting_everywhere_is_remembered(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_X, SHIFT)
    (decision,) = window.session.project.rejections()
    assert decision.scope is Scope.EVERYWHERE
    assert "الموصل" not in [suggestion.text for suggestion in _state(window).open]


def test_digits_correct_a_suggestion_and_relabel_a_tag(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_2)
    assert _mentions(window) == {"سامي حداد": "ORG"}
    keyboard.press(Qt.Key.Key_K, SHIFT)
    keyboard.press(Qt.Key.Key_K, SHIFT)
    while _text(window) != "سامي حداد":
        keyboard.press(Qt.Key.Key_K, SHIFT)
    keyboard.press(Qt.Key.Key_1)
    assert _mentions(window) == {"سامي حداد": "PERS"}


def test_selected_text_is_tagged_as_mention_and_as_event(window: MainWindow, keyboard: Keyboard) -> None:
    window.pane.view.select(span_of("المدينة"))
    keyboard.press(Qt.Key.Key_3)
    assert _mentions(window) == {"المدينة": "GPE"}
    assert window.pane.view.selection is None
    window.pane.view.select(span_of("قال"))
    keyboard.press(Qt.Key.Key_Exclam, SHIFT)
    (event,) = _state(window).sheet.events.values()
    assert (event.label, event.text) == ("STATEMENT", "قال")
    keyboard.press(Qt.Key.Key_M)
    (event,) = _state(window).sheet.events.values()
    assert event.modality == "future"


def test_digits_on_an_event_give_it_another_type_and_shifted_ones_tag_its_text(
    window: MainWindow, keyboard: Keyboard
) -> None:
    assert _text(window) == "زار"
    keyboard.press(Qt.Key.Key_5)
    (event,) = _state(window).sheet.events.values()
    assert event.label == "REQUEST"
    while _text(window) != "زار":
        keyboard.press(Qt.Key.Key_K, SHIFT)
    keyboard.press(Qt.Key.Key_2, SHIFT)
    assert _mentions(window)["زار"] == "ORG"


def test_selecting_with_the_keyboard_alone(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_Left, SHIFT)
    selection = window.pane.view.selection
    assert selection is not None
    keyboard.press(Qt.Key.Key_1)
    assert selection.of(TEXT) in _mentions(window)


@pytest.mark.parametrize(
    ("key", "held", "expected"),
    [
        (Qt.Key.Key_BracketLeft, CONTROL, "زار سامي حداد"),
        (Qt.Key.Key_BracketRight, CONTROL, "حداد"),
        (Qt.Key.Key_BraceLeft, CONTROL | SHIFT, "سامي"),
        (Qt.Key.Key_BraceRight, CONTROL | SHIFT, "سامي حداد مدينة"),
        (Qt.Key.Key_BracketRight, NONE, "امي حداد"),
        (Qt.Key.Key_BraceLeft, SHIFT, "سامي حدا"),
    ],
)
def test_edges_move(
    window: MainWindow, keyboard: Keyboard, key: Qt.Key, held: Qt.KeyboardModifier, expected: str
) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(key, held)
    assert list(_mentions(window)) == [expected]
    (decision,) = _state(window).sheet.decisions.values()
    assert decision.verdict is Verdict.CORRECT


def test_edges_by_clitic(window: MainWindow, keyboard: Keyboard) -> None:
    window.pane.view.select(span_of("وقال"))
    keyboard.press(Qt.Key.Key_1)
    keyboard.press(Qt.Key.Key_BracketRight, ALT)
    assert list(_mentions(window)) == ["قال"]


def test_a_tag_takes_the_selected_text_as_its_own(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_J)
    window.pane.view.select(span_of("حداد مدينة"))
    keyboard.press(Qt.Key.Key_Q)
    assert _mentions(window) == {"حداد مدينة": "PERS"}
    assert window.pane.view.selection is None


def test_deleting_a_tag(window: MainWindow, keyboard: Keyboard) -> None:
    window.pane.view.select(span_of("المدينة"))
    keyboard.press(Qt.Key.Key_3)
    keyboard.press(Qt.Key.Key_Delete)
    assert _mentions(window) == {}


def test_skipping(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_S)
    (decision,) = _state(window).sheet.decisions.values()
    assert decision.verdict is Verdict.SKIP


def test_done_and_next(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_Return)
    assert _state(window).article.id == "second"
    assert window.session.project.sheet("first").state is ArticleState.DONE
    keyboard.press(Qt.Key.Key_Up, CONTROL)
    assert _state(window).article.id == "first"
    keyboard.press(Qt.Key.Key_Return, SHIFT)
    assert _state(window).sheet.state is ArticleState.STARTED
    keyboard.press(Qt.Key.Key_Down, CONTROL)
    assert _state(window).article.id == "second"


def _chooser() -> Chooser:
    widgets = QApplication.topLevelWidgets()
    (chooser,) = [widget for widget in widgets if isinstance(widget, Chooser) and widget.isVisible()]
    return chooser


def _type(keyboard: Keyboard, letters: str) -> None:
    for letter in letters:
        keyboard.press(0, text=letter)


def test_choosing_a_type_by_its_name(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_T)
    chooser = _chooser()
    chooser.field.setFocus()
    _type(keyboard, "منشأة")
    keyboard.press(Qt.Key.Key_Return)
    assert _mentions(window) == {"سامي حداد": "FAC"}
    qtbot.waitUntil(lambda: not any(isinstance(w, Chooser) for w in QApplication.topLevelWidgets()))


def test_linking_an_identity_and_giving_a_role(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_I)
    qtbot.waitUntil(lambda: any(isinstance(w, Chooser) for w in QApplication.topLevelWidgets()))
    _chooser().field.setFocus()
    _type(keyboard, "سامي الحداد")
    keyboard.press(Qt.Key.Key_Return)
    sheet = _state(window).sheet
    (mention,) = sheet.mentions.values()
    assert sheet.identities[mention.identity_id or ""].name == "سامي الحداد"
    keyboard.press(Qt.Key.Key_K)
    while _text(window) != "زار":
        keyboard.press(Qt.Key.Key_K)
    keyboard.press(Qt.Key.Key_R)
    _chooser().field.setFocus()
    keyboard.press(Qt.Key.Key_2)
    qtbot.waitUntil(lambda: any(isinstance(w, Chooser) for w in QApplication.topLevelWidgets()))
    _chooser().field.setFocus()
    keyboard.press(Qt.Key.Key_1)
    (event,) = _state(window).sheet.events.values()
    assert [argument.role for argument in event.arguments] == ["actor", "recipient"]


def test_accept_all_shows_what_it_will_do(
    window: MainWindow, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def untick_and_accept(dialog: AcceptAllDialog) -> int:
        seen.append(dialog.rows.count())
        dialog.rows.item(0).setCheckState(Qt.CheckState.Unchecked)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr("ui.dialogs.accept_all.AcceptAllDialog.exec", untick_and_accept)
    keyboard.press(Qt.Key.Key_A)
    assert seen == [5]
    assert sorted(_mentions(window)) == ["الموصل", "حداد", "سامي حداد"]
    assert not _state(window).sheet.events
    keyboard.press(Qt.Key.Key_Z)
    assert _mentions(window) == {}


def test_typing_a_note_is_not_taken_for_keys(window: MainWindow, keyboard: Keyboard) -> None:
    window.pane.view.select(span_of("المدينة"))
    keyboard.press(Qt.Key.Key_3)
    keyboard.press(Qt.Key.Key_N)
    _type(keyboard, "xxj")
    window.pane.view.setFocus()
    keyboard.settle()
    (mention,) = _state(window).sheet.mentions.values()
    assert mention.note == "xxj"


@pytest.mark.parametrize(
    ("key", "held", "part"),
    [(Qt.Key.Key_F8, NONE, "rail"), (Qt.Key.Key_F9, NONE, "queue")],
)
def test_rails_collapse(
    window: MainWindow, keyboard: Keyboard, key: Qt.Key, held: Qt.KeyboardModifier, part: str
) -> None:
    rail: QWidget = getattr(window, part)
    keyboard.press(key, held)
    assert rail.isHidden()
    keyboard.press(key, held)
    assert not rail.isHidden()


def test_zoom_is_remembered(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_Equal, CONTROL)
    assert window.settings.current.text_size == 24
    keyboard.press(Qt.Key.Key_0, CONTROL)
    assert window.settings.current.text_size == 22
