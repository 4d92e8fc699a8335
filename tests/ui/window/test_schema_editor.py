"""The schema edited in the window: what changes is shown first, applied as one step, undone by key, seen at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from model.schema.changes.building import Fate
from model.schema.changes.parts import Part
from model.schema.loader import load_schema, load_shipped
from storage import Project
from tests.ui.window.keyboard import CONTROL, PATIENCE_MS, Keyboard
from ui.language import language
from ui.schema.acts import Act
from ui.schema.editor import SchemaEditor
from ui.window.main_window import MainWindow


@pytest.fixture
def editor(window: MainWindow, keyboard: Keyboard) -> Iterator[SchemaEditor]:
    for _ in range(2):
        keyboard.press(Qt.Key.Key_Space)
    made = SchemaEditor(window.session, window.colours, window)
    made.show()
    yield made
    made.done(0)
    made.deleteLater()


class Editing:
    """Somebody in the editor."""

    def __init__(self, window: MainWindow, editor: SchemaEditor, qtbot: QtBot) -> None:
        self.window, self.editor, self.qtbot = window, editor, qtbot

    def go_on(self) -> None:
        """To the preview, or to what is applied; waits until it is there."""
        self.qtbot.waitUntil(self.editor.go_on.isEnabled, timeout=PATIENCE_MS)
        self.editor.go_on.click()
        self.settle()

    def settle(self) -> None:
        QApplication.processEvents()
        self.qtbot.waitUntil(
            lambda: not self.editor._job.is_running and self.window.session.is_idle, timeout=PATIENCE_MS
        )

    def labels(self) -> set[str]:
        state = self.window.session.state
        assert state is not None
        return {annotation.label for annotation in state.annotations}


@pytest.fixture
def editing(window: MainWindow, editor: SchemaEditor, qtbot: QtBot) -> Editing:
    return Editing(window, editor, qtbot)


def test_a_rename_is_shown_applied_and_undone_by_key(
    window: MainWindow, editor: SchemaEditor, editing: Editing, keyboard: Keyboard
) -> None:
    before = editing.labels()
    editor.look_at((Part.MENTION, "PERS"))
    editor.begin(Act.RENAME)
    QTest.keyClicks(editor.act_page.name, "PERSON")
    QTest.keyClick(editor.act_page.name, Qt.Key.Key_Return)
    editing.settle()
    assert "مذكور واحد" in editor.preview.counts.text()
    sample = editor.preview.samples.item(0, 0)
    assert sample is not None
    assert "⟨سامي حداد⟩" in sample.text()
    assert editing.labels() == before
    editing.go_on()
    assert "PERSON" in editing.labels()
    assert "PERSON" in window.session.project.schema.mention_labels
    assert editor.tree.findItems("PERSON", Qt.MatchFlag.MatchRecursive, 1)
    state = window.session.state
    assert state is not None
    assert {one.label for one in state.open} >= {"PERSON"}
    assert "PERSON" in window.colours.labels
    editor.done(0)
    window.pane.view.setFocus()
    keyboard.press(Qt.Key.Key_Z, CONTROL)
    assert editing.labels() == before
    assert "PERS" in window.session.project.schema.mention_labels
    keyboard.press(Qt.Key.Key_Y, CONTROL)
    assert "PERSON" in editing.labels()


def test_editing_a_label_changes_its_key_and_name_at_once(
    window: MainWindow, editor: SchemaEditor, editing: Editing, keyboard: Keyboard
) -> None:
    editor.look_at((Part.MENTION, "LAW"))
    editor.form.english.setText("Statute")
    editor.form.arabic.setText("نظام")
    editor.form.key.setCurrentIndex(editor.form.key.findData("1"))
    editing.go_on()
    assert "PERS" in editor.message.text()
    editor.form.key.setCurrentIndex(editor.form.key.findData(""))
    editor.form.colour.show_colour("#118833")
    editing.go_on()
    editing.go_on()
    law = window.session.project.schema.mention_labels["LAW"]
    assert (law.names.en, law.names.ar, law.colour) == ("Statute", "نظام", "#118833")


def test_a_key_given_to_another_type_tags_with_it(
    window: MainWindow, editor: SchemaEditor, editing: Editing, keyboard: Keyboard
) -> None:
    for label, key in (("PERS", ""), ("LAW", "1")):
        editor.look_at((Part.MENTION, label))
        editor.form.key.setCurrentIndex(editor.form.key.findData(key))
        editing.go_on()
        editing.go_on()
    editor.done(0)
    window.pane.view.setFocus()
    state = window.session.state
    assert state is not None
    chosen = next(one for one in state.open if one.label == "PERS")
    window.session.go_to(chosen.id)
    keyboard.press(Qt.Key.Key_1)
    assert "LAW" in editing.labels()


def test_a_new_type_is_looked_at_when_it_is_added(window: MainWindow, editor: SchemaEditor, editing: Editing) -> None:
    editor.begin(Act.ADD)
    editor.act_page.name.setText("WEATHER")
    editing.go_on()
    editing.go_on()
    assert editor.tree.place == (Part.MENTION, "WEATHER")
    editor.form.arabic.setText("طقس")
    editing.go_on()
    editing.go_on()
    assert window.session.project.schema.mention_labels["WEATHER"].names.ar == "طقس"


def test_splitting_by_ticked_texts(window: MainWindow, editor: SchemaEditor, editing: Editing, qtbot: QtBot) -> None:
    editor.look_at((Part.MENTION, "PERS"))
    editor.begin(Act.SPLIT)
    groups = editor.act_page.groups
    qtbot.waitUntil(lambda: groups.rowCount() == 1, timeout=PATIENCE_MS)
    first = groups.item(0, 0)
    assert first is not None
    assert first.text() == "سامي حداد"
    first.setCheckState(Qt.CheckState.Checked)
    editor.act_page.target.setCurrentIndex(editor.act_page.target.findData("NORP"))
    editing.go_on()
    editing.go_on()
    assert "NORP" in editing.labels()
    assert "PERS" in window.session.project.schema.mention_labels


def test_a_retired_type_gives_its_tags_to_another(window: MainWindow, editor: SchemaEditor, editing: Editing) -> None:
    editor.look_at((Part.MENTION, "PERS"))
    editor.begin(Act.RETIRE)
    editor.act_page.fate.setCurrentIndex(editor.act_page.fate.findData(Fate.RELABEL))
    assert editor.act_page.target.isVisible()
    editor.act_page.target.setCurrentIndex(editor.act_page.target.findData("NORP"))
    editing.go_on()
    editing.go_on()
    assert "NORP" in editing.labels()


def test_a_retired_type_is_offered_no_more(window: MainWindow, editor: SchemaEditor, editing: Editing) -> None:
    editor.look_at((Part.MENTION, "GPE"))
    editor.begin(Act.RETIRE)
    editor.act_page.fate.setCurrentIndex(editor.act_page.fate.findData(Fate.KEEP))
    editing.go_on()
    editing.go_on()
    state = window.session.state
    assert state is not None
    assert "GPE" not in {one.label for one in state.open}
    assert "GPE" not in {label.name for label in window.selection_bar._labels}
    editor.look_at((Part.MENTION, "GPE"))
    assert not editor.acts[Act.REINSTATE].isHidden()


def test_roles_in_use_are_asked_for_before_they_go(
    window: MainWindow, editor: SchemaEditor, editing: Editing, keyboard: Keyboard
) -> None:
    editor.look_at((Part.EVENT, "CONSULT"))
    roles = editor.form.roles
    for at in range(roles.count()):
        if roles.item(at).data(Qt.ItemDataRole.UserRole) == "actor":
            roles.item(at).setCheckState(Qt.CheckState.Unchecked)
    editing.go_on()
    assert not editor.go_on.isEnabled()
    (box,) = editor.preview.findChildren(QComboBox)
    box.setCurrentIndex(box.findData("recipient"))
    editing.settle()
    editing.go_on()
    state = window.session.state
    assert state is not None
    (event,) = state.sheet.events.values()
    assert [argument.role for argument in event.arguments] == ["recipient"]


def test_a_refusal_is_told_in_the_language_of_the_window(editor: SchemaEditor) -> None:
    for code, words in (("ar", "في نفسه"), ("en", "without spaces")):
        language.switch(code)
        editor.look_at((Part.MENTION, "PERS"))
        editor.begin(Act.RENAME if code == "en" else Act.MERGE)
        editor.act_page.name.setText("A B")
        editor.act_page.target.clear()
        editor.act_page.target.addItem("PERS", "PERS")
        editor.go_on.click()
        assert words in editor.message.text()


def test_faults_of_a_file_are_told_with_their_lines(editor: SchemaEditor, editing: Editing, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(load_shipped("news").source.replace('key: "2"', 'key: "1"', 1), "utf-8")
    editor.import_file(bad)
    assert "PERS" in editor.message.text()
    assert any(digit in editor.message.text() for digit in "٠١٢٣٤٥٦٧٨٩")
    good = tmp_path / "good.yaml"
    editor.export_file(good)
    assert load_schema(good).mentions == load_shipped("news").mentions


def test_another_schema_is_put_in_place_once_every_label_has_a_counterpart(
    window: MainWindow, editor: SchemaEditor, editing: Editing, tmp_path: Path
) -> None:
    file = tmp_path / "conll.yaml"
    file.write_text(load_shipped("conll").source, "utf-8")
    editor.import_file(file)
    editing.settle()
    assert not editor.go_on.isEnabled()
    boxes = editor.preview.findChildren(QComboBox)
    assert len(boxes) == 3
    for box in boxes:
        box.setCurrentIndex(box.count() - 1)
    editing.settle()
    editing.go_on()
    assert window.session.project.schema.name == "conll"
    assert editing.labels() == {"PERS"}


def test_what_a_command_changes_is_noticed(window: MainWindow, qtbot: QtBot, keyboard: Keyboard) -> None:
    from datetime import UTC, datetime

    from model.operations.author import Author
    from model.schema.changes import building

    keyboard.press(Qt.Key.Key_Space)
    window.watching.look()
    path = window.session.project.location.path
    assert path is not None
    with Project.open(path, shared=True) as other:
        change = building.rename(other.schema, Part.MENTION, "PERS", "HUMAN")
        other.change_schema(change, Author("other", datetime.now(UTC)))
    keyboard.settle()
    window.watching.look()
    qtbot.waitUntil(lambda: "HUMAN" in window.session.project.schema.mention_labels, timeout=PATIENCE_MS)
    keyboard.settle()
    state = window.session.state
    assert state is not None
    assert "HUMAN" in {one.label for one in state.open}


def test_the_guidelines_follow_the_current_tag(window: MainWindow, keyboard: Keyboard, qtbot: QtBot) -> None:
    state = window.session.state
    assert state is not None
    person = next(one for one in state.open if one.label == "PERS")
    window.session.go_to(person.id)
    keyboard.press(Qt.Key.Key_F2)
    panel = window.guidelines
    assert panel.isVisible()
    assert "شخص" in panel.heading.text()
    assert "كناهم" in panel.about.text()
    qtbot.waitUntil(lambda: panel.confirmed.count() == 1, timeout=PATIENCE_MS)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_F2)
    window.session.go_to(next(iter(window.session.state.sheet.mentions)) if window.session.state else None)
    keyboard.settle()
    keyboard.press(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: "⟨" in panel.confirmed.item(0).text(), timeout=PATIENCE_MS)
    keyboard.press(Qt.Key.Key_F2)
    assert not panel.isVisible()
