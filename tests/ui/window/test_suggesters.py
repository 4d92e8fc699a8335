"""The suggesters of a project: switched, set up by forms, tried against a server that stands in, kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from model.messages import Message
from model.suggest.optional.kinds import BUILTIN
from model.suggest.settings import SuggesterEntry, SuggesterSettings
from model.suggestion import SuggestionSet
from storage.suggesters import KINDS, suggester_settings
from storage.suggesting import pipelines
from storage.suggesting.spec import Problem, Suggested
from tests.storage.remote.stand_in import Reply, StandIn, in_turn, standing_in
from tests.storage.remote.test_chat import mentions, says
from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.dialogs.suggester_form import SuggesterForm
from ui.dialogs.suggesters import SuggestersDialog
from ui.parts.option_fields import OptionField
from ui.session import suggester_setup
from ui.session.suggesting import Suggesting
from ui.window.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> Iterator[SuggestersDialog]:
    made = SuggestersDialog(window.session, window.suggesting, window.make_executor, window.act, window)
    made.show()
    qtbot.waitUntil(lambda: made.list.count() > 0, timeout=PATIENCE_MS)
    yield made
    made.done(0)
    made.deleteLater()


@pytest.fixture
def server() -> Iterator[StandIn]:
    answer = mentions(("سامي حداد", "PERS", "زار"), ("الموصل", "GPE", "مدينة"))
    with standing_in(in_turn(says(answer))) as made:
        yield made


def rows(dialog: SuggestersDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def form_of(dialog: SuggestersDialog) -> SuggesterForm:
    form = dialog.form
    assert form is not None
    return form


def field(form: SuggesterForm, name: str) -> OptionField:
    return next(one for one in form.fields if one.option.name == name)


def fill(form: SuggesterForm, name: str, text: str) -> OptionField:
    found = field(form, name)
    assert isinstance(found.editor, QLineEdit)
    found.editor.setText(text)
    return found


def add_chat(dialog: SuggestersDialog, server: StandIn) -> SuggesterForm:
    dialog.add_kind("chat")
    form = form_of(dialog)
    fill(form, "url", server.url)
    fill(form, "model", "small")
    return form


def kept(window: MainWindow) -> tuple[SuggesterEntry, ...]:
    return suggester_settings(window.session.project).entries


def test_the_names_of_what_is_built_in_are_those_of_the_program() -> None:
    assert set(suggester_setup.BUILT_IN) == pipelines.BUILT_IN_NAMES


def test_all_that_run_are_listed_in_their_order(dialog: SuggestersDialog) -> None:
    assert [row.split("\n")[0] for row in rows(dialog)] == [
        "الأزمنة",
        "الأعداد",
        "الأسماء",
        "أسماء هذا المشروع",
        "الأحداث",
        "المتعلِّم",
    ]
    assert not dialog.save.isEnabled()
    assert not dialog.remove.isEnabled()


def test_a_built_in_one_is_switched_off_with_the_keyboard_and_on_again(
    window: MainWindow, dialog: SuggestersDialog, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    renewed = list[bool]()
    monkeypatch.setattr(Suggesting, "renew", lambda _: renewed.append(True))
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "متوقف" in rows(dialog)[1]
    dialog.save.click()
    qtbot.waitUntil(lambda: renewed == [True], timeout=PATIENCE_MS)
    assert kept(window) == (SuggesterEntry("numbers", BUILTIN),)
    assert not dialog.isVisible()


def test_what_is_switched_back_is_no_change(dialog: SuggestersDialog) -> None:
    for _ in range(2):
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert not dialog.is_changed
    assert not dialog.save.isEnabled()


@pytest.mark.parametrize("name", [kind.name for kind in KINDS.values() if kind.target])
def test_every_kind_has_a_form_that_changes_nothing_by_itself(dialog: SuggestersDialog, name: str) -> None:
    dialog.add_kind(name)
    form = form_of(dialog)
    complete = KINDS[name].completed(SuggesterEntry(name, name))
    assert {one.option.name: one.value for one in form.fields} == dict(complete.options)
    assert form.labels.labels == dict(complete.labels)
    form.name.setText("mine")
    assert form.entry == SuggesterEntry("mine", name, enabled=True)
    assert form.missing.isVisibleTo(form) == bool(KINDS[name].missing_modules())


def test_a_fault_stands_beside_its_field_and_keeps_from_saving(dialog: SuggestersDialog) -> None:
    dialog.add_kind("chat")
    form = form_of(dialog)
    assert "النموذج" in field(form, "model").fault.text()
    fill(form, "model", "small")
    assert not field(form, "model").fault.isVisibleTo(form)
    for written, fault in (("ألف", "عدد"), ("٩٩٩٩", "بين"), ("٤٫٥", "")):
        timeout = fill(form, "timeout", written)
        assert fault in timeout.fault.text()
    assert field(form, "timeout").value == 4.5
    assert not dialog.save.isEnabled()


@pytest.mark.parametrize(("name", "word"), [("", "اسم"), ("entities", "آخر"), ("chat", "آخر")])
def test_a_name_must_be_its_own(dialog: SuggestersDialog, server: StandIn, name: str, word: str) -> None:
    add_chat(dialog, server).allow.setChecked(True)
    dialog.add_kind("chat")
    form = form_of(dialog)
    assert form.entry.name == "chat-2"
    form.name.setText(name)
    assert word in form._name_fault.text()
    assert not dialog.save.isEnabled()


def test_nothing_is_sent_before_the_host_is_allowed_and_another_address_asks_anew(
    dialog: SuggestersDialog, server: StandIn
) -> None:
    form = add_chat(dialog, server)
    assert server.host in form.notice.text()
    assert not form.allow.isChecked()
    assert not form.trial.start_button.isEnabled()
    form.trial.start_button.click()
    assert server.asked == []
    form.allow.setChecked(True)
    assert form.entry.allowed_host == server.host
    assert form.trial.start_button.isEnabled()
    fill(form, "url", "http://127.0.0.1:1/v1")
    assert not form.allow.isChecked()
    assert not form.trial.start_button.isEnabled()
    assert not dialog.save.isEnabled()


def test_a_trial_shows_what_it_would_suggest_and_stores_nothing(
    window: MainWindow, dialog: SuggestersDialog, server: StandIn, qtbot: QtBot
) -> None:
    form = add_chat(dialog, server)
    form.allow.setChecked(True)
    before = window.session.project.suggestions("first")
    form.trial.start_button.click()
    qtbot.waitUntil(lambda: form.trial.found.rowCount() == 2, timeout=PATIENCE_MS)
    texts = {item.text() for at in range(2) if (item := form.trial.found.item(at, 0)) is not None}
    assert texts == {"سامي حداد", "الموصل"}
    assert "وسمين" in form.trial.outcome.text()
    assert window.session.project.suggestions("first") == before
    assert kept(window) == ()


def test_a_server_that_does_not_answer_is_told_in_words(
    dialog: SuggestersDialog, server: StandIn, qtbot: QtBot
) -> None:
    server.script = in_turn(Reply(b"<html>", status=503))
    form = add_chat(dialog, server)
    fill(form, "tries", "1")
    form.allow.setChecked(True)
    form.trial.start_button.click()
    qtbot.waitUntil(
        lambda: "503" in form.trial.outcome.text() or "٥٠٣" in form.trial.outcome.text(), timeout=PATIENCE_MS
    )
    assert not form.trial.found.isVisible()


def test_what_is_set_up_is_kept_with_its_labels(
    window: MainWindow, dialog: SuggestersDialog, server: StandIn, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    renewed = list[bool]()
    monkeypatch.setattr(Suggesting, "renew", lambda _: renewed.append(True))
    form = add_chat(dialog, server)
    form.allow.setChecked(True)
    form.name.setText("llm")
    wanted = form.labels._rows[0].here
    assert isinstance(wanted, QComboBox)
    wanted.setCurrentIndex(wanted.findData(""))
    form.labels._add.click()
    fresh = form.labels._rows[-1]
    fresh.theirs.setText("ship")
    fresh.here.setCurrentIndex(fresh.here.findData("event:CONSULT"))
    form.labels._rows[1].away.click()
    dialog.save.click()
    qtbot.waitUntil(lambda: renewed == [True], timeout=PATIENCE_MS)
    (entry,) = kept(window)
    assert (entry.name, entry.kind, entry.enabled, entry.allowed_host) == ("llm", "chat", True, server.host)
    assert dict(entry.options) == {"url": server.url, "model": "small"}
    labels = dict(entry.labels)
    assert (labels["PERS"], labels["ship"], "NORP" in labels) == ("", "event:CONSULT", False)


def test_one_that_is_there_keeps_its_name_and_can_be_removed(
    window: MainWindow, keyboard: Keyboard, server: StandIn, qtbot: QtBot
) -> None:
    suggester_setup.keep_setup(
        window.session.project,
        SuggesterSettings((SuggesterEntry("far", "chat"), SuggesterEntry("odd", "fortune teller"))),
    )
    dialog = SuggestersDialog(window.session, window.suggesting, window.make_executor, window.act, window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() == 8, timeout=PATIENCE_MS)
    dialog.list.setCurrentRow(6)
    assert form_of(dialog).name.isReadOnly()
    dialog.remove.click()
    dialog.list.setCurrentRow(6)
    assert dialog.form is None
    assert "odd" in rows(dialog)[6]
    dialog.remove.click()
    assert dialog._entries == []
    dialog.done(0)
    dialog.deleteLater()


@pytest.mark.parametrize(("answer", "closed"), [("Yes", True), ("No", False)])
def test_changes_are_not_dropped_without_a_question(
    dialog: SuggestersDialog, monkeypatch: pytest.MonkeyPatch, answer: str, closed: bool
) -> None:
    asked = list[bool]()

    def question(*_: object) -> QMessageBox.StandardButton:
        asked.append(True)
        return QMessageBox.StandardButton[answer]

    monkeypatch.setattr(QMessageBox, "question", question)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (asked, dialog.isVisible()) == ([True], not closed)


def test_a_problem_is_told_once_in_passing_and_stands_in_the_list(
    window: MainWindow, dialog: SuggestersDialog, keyboard: Keyboard
) -> None:
    told = list[Message]()
    window.session.told.connect(told.append)
    problem = Problem("entities", Message("The server does not answer."))
    for article_id in ("first", "second"):
        window.suggesting._store(Suggested(article_id, SuggestionSet(), "bench", (problem,)))
        keyboard.settle()
    assert told == [problem.message]
    assert "مشكلة" in rows(dialog)[2]
    dialog.list.setCurrentRow(2)
    assert any("does not answer" in label.text() for label in dialog._area.findChildren(QLabel))


def test_the_learner_leads_on_to_what_was_learned(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    wanted = list[str]()
    dialog = SuggestersDialog(window.session, window.suggesting, window.make_executor, wanted.append, window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() > 0, timeout=PATIENCE_MS)
    dialog.list.setCurrentRow(5)
    dialog.list.setFocus()
    # past the button below the list; the other one is switched off
    for _ in range(2):
        dialog.focusNextPrevChild(True)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert wanted == ["learner"]
    dialog.done(0)
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_tab_walks_from_the_list_through_the_form_to_the_buttons(dialog: SuggestersDialog, server: StandIn) -> None:
    form = add_chat(dialog, server)
    form.labels._add.click()
    assert form.labels._rows[-1].theirs.hasFocus()
    dialog.list.setFocus()
    walked = list[QWidget]()
    while (focus := QApplication.focusWidget()) is not None and focus not in walked:
        walked.append(focus)
        dialog.focusNextPrevChild(True)
    fresh = form.labels._rows[-1].theirs
    stops = [dialog.list, dialog.remove, form.name, form.fields[0].editor, form.fields[-1].editor]
    stops += [form.labels._rows[0].theirs, fresh, form.labels._add, form.allow]
    places = [walked.index(stop) for stop in stops]
    assert places == sorted(places)
    assert walked[-1] is dialog._close


def test_the_key_opens_it(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = list[SuggestersDialog]()

    def exec_(dialog: SuggestersDialog) -> int:
        opened.append(dialog)
        dialog.done(0)
        return 0

    monkeypatch.setattr(SuggestersDialog, "exec", exec_)
    keyboard.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(opened) == 1
