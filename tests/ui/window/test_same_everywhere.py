"""Same everywhere in the real window, with real keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from model.article import Article, text_digest
from model.decision import Verdict
from tests.ui.bench import span_of
from tests.ui.window.keyboard import NONE, PATIENCE_MS, SHIFT, Keyboard
from ui.dialogs.same_everywhere import SameEverywhereDialog
from ui.session.state import WorkState
from ui.window.main_window import MainWindow

THIRD = "عاد الوفد إلى الموصل، وللموصل تاريخ، والموصلية شيء آخر"


def state_of(window: MainWindow) -> WorkState:
    assert window.session.state is not None
    return window.session.state


@pytest.fixture
def third(window: MainWindow) -> str:
    """Another article with the name of a city of the first."""
    window.session.project.add_articles([Article("third", THIRD, text_digest(THIRD), title="الثالث", name="third")])
    return "third"


@pytest.fixture
def in_dialog(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, keyboard: Keyboard
) -> Callable[..., None]:
    """Opens the preview with its key and, once everything was looked at, does something in it."""

    def open_and(act: Callable[[SameEverywhereDialog], None]) -> None:
        opened = list[bool]()

        def exec_(dialog: SameEverywhereDialog) -> int:
            opened.append(True)
            dialog.show()
            dialog.list.setFocus()
            qtbot.waitUntil(lambda: not dialog.runner.is_running, timeout=PATIENCE_MS)
            act(dialog)
            qtbot.waitUntil(lambda: window.is_settled, timeout=PATIENCE_MS)
            if dialog.isVisible():
                dialog.reject()
            return 0

        monkeypatch.setattr(SameEverywhereDialog, "exec", exec_)
        window.pane.view.setFocus()
        keyboard.press(Qt.Key.Key_E)
        assert opened == [True]

    return open_and


def shown(dialog: SameEverywhereDialog) -> list[tuple[str, str]]:
    return [(row.hit.article_id, row.hit.text) for row in dialog.rows.rows]


def test_the_current_suggestion_is_taken_here_and_elsewhere_in_one_step(
    window: MainWindow, keyboard: Keyboard, third: str, in_dialog: Callable[..., None]
) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_J)
    item = state_of(window).item
    assert item is not None
    assert item.text == "الموصل"

    def apply(dialog: SameEverywhereDialog) -> None:
        assert shown(dialog) == [
            ("first", "الموصل"),
            ("first", "الموصل"),
            (third, "الموصل"),
            (third, "لموصل"),
        ]
        keyboard.press(Qt.Key.Key_Down)
        keyboard.press(Qt.Key.Key_Down)
        keyboard.press(Qt.Key.Key_Down)
        keyboard.press(Qt.Key.Key_Space)
        assert len(dialog.rows.ticked()) == 3
        keyboard.press(Qt.Key.Key_Return)

    in_dialog(apply)
    project = window.session.project
    assert [m.text for m in state_of(window).sheet.mentions.values()] == ["الموصل"] * 2
    assert len(state_of(window).sheet.decisions) == 2
    (made,) = project.sheet(third).mentions.values()
    assert (made.label, made.fragments) == ("GPE", (span_of("الموصل", THIRD),))
    window.pane.view.setFocus()
    keyboard.press(Qt.Key.Key_Z)
    assert (state_of(window).sheet.mentions, project.sheet(third).mentions) == ({}, {})


def test_after_a_tag_was_made_its_equals_are_offered(
    window: MainWindow, keyboard: Keyboard, third: str, in_dialog: Callable[..., None], qtbot: QtBot
) -> None:
    window.pane.view.select(span_of("الموصل"))
    keyboard.press(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "الموصل" in window.toast.text, timeout=PATIENCE_MS)
    assert "E" in window.toast.text
    label = state_of(window).sheet.mentions[str(state_of(window).current)].label

    def apply(dialog: SameEverywhereDialog) -> None:
        assert [(row.hit.article_id, bool(row.remark)) for row in dialog.rows.rows] == [
            ("first", True),
            (third, False),
            (third, False),
        ]
        dialog.button.click()

    in_dialog(apply)
    made = [*state_of(window).sheet.mentions.values(), *window.session.project.sheet(third).mentions.values()]
    assert [(mention.text, mention.label) for mention in made] == [
        ("الموصل", label),
        ("الموصل", label),
        ("الموصل", label),
        ("لموصل", label),
    ]
    assert [decision.verdict for decision in state_of(window).sheet.decisions.values()] == [Verdict.CORRECT]


def test_after_a_rejection_the_equal_suggestions_are_offered(
    window: MainWindow, keyboard: Keyboard, in_dialog: Callable[..., None], qtbot: QtBot
) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_X)
    qtbot.waitUntil(lambda: "الموصل" in window.toast.text, timeout=PATIENCE_MS)
    item = state_of(window).item
    assert item is not None
    assert item.text != "الموصل"

    def apply(dialog: SameEverywhereDialog) -> None:
        assert shown(dialog) == [("first", "الموصل")]
        keyboard.press(Qt.Key.Key_Return)

    in_dialog(apply)
    assert "الموصل" not in [one.text for one in state_of(window).open]
    keyboard.press(Qt.Key.Key_Z)
    assert [one.text for one in state_of(window).open].count("الموصل") == 1


def test_undoing_and_redoing_offer_nothing(window: MainWindow, keyboard: Keyboard) -> None:
    window.pane.view.select(span_of("الموصل"))
    keyboard.press(Qt.Key.Key_1)
    assert window.everywhere.template() is not None
    offers = list[object]()
    window.everywhere.offered.connect(lambda *offer: offers.append(offer))
    for held in (NONE, SHIFT):
        keyboard.press(Qt.Key.Key_Z, held)
    assert offers == []


def test_a_corrected_event_is_the_template_not_its_fillers(window: MainWindow, keyboard: Keyboard) -> None:
    offers = list[object]()
    window.everywhere.offered.connect(lambda template, *_: offers.append(template))
    item = state_of(window).item
    assert item is not None
    assert item.text == "زار"
    window.session.project.add_articles([Article("third", "زار وزار", text_digest("زار وزار"), name="third")])
    keyboard.press(Qt.Key.Key_3)
    assert [(template.text, template.event) for template in offers] == [("زار", True)]  # type: ignore[attr-defined]


def test_once_the_annotator_has_gone_on_the_key_means_the_current_tag(
    window: MainWindow, keyboard: Keyboard, in_dialog: Callable[..., None]
) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_X)
    keyboard.press(Qt.Key.Key_J)
    template = window.everywhere.template()
    item = state_of(window).item
    assert template is not None
    assert item is not None
    assert (template.text, template.removing) == (item.text, False)


def test_a_deleted_tag_offers_to_delete_its_equals(
    window: MainWindow, keyboard: Keyboard, in_dialog: Callable[..., None], qtbot: QtBot
) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_J)
    in_dialog(lambda dialog: dialog.apply())
    mentions = state_of(window).sheet.mentions
    assert len(mentions) == 2
    window.session.go_to(next(iter(mentions)))
    window.pane.view.setFocus()
    keyboard.press(Qt.Key.Key_X)
    qtbot.waitUntil(lambda: window.everywhere.template() is not None, timeout=PATIENCE_MS)
    in_dialog(lambda dialog: dialog.apply())
    assert state_of(window).sheet.mentions == {}


def test_doubtful_places_are_shown_without_a_tick(
    window: MainWindow, keyboard: Keyboard, in_dialog: Callable[..., None]
) -> None:
    window.pane.view.select(span_of("حداد", occurrence=1))
    keyboard.press(Qt.Key.Key_1)

    def look(dialog: SameEverywhereDialog) -> None:
        (row,) = dialog.rows.rows
        assert row.hit.span == span_of("حداد")
        assert "أطول" in row.remark
        assert dialog.rows.ticked() == []
        assert not dialog.button.isEnabled()

    in_dialog(look)


def test_without_a_current_tag_the_key_does_nothing(window: MainWindow, keyboard: Keyboard) -> None:
    window.session.go_to(None)
    keyboard.settle()
    keyboard.press(Qt.Key.Key_E)
    assert window.everywhere.template() is None
