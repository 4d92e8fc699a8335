"""The session: intentions in order, durable before shown, kept when the store fails, undone across articles."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from model.article import ArticleState
from model.decision import Scope, Verdict
from model.messages import Message
from model.operation import Operation
from storage import Project
from storage.errors import StoreError
from tests.ui.bench import TEXT, make_project, span_of
from ui.acts.answering import Answering
from ui.acts.tagging import LabelKind, Tagging
from ui.session.saving import Safety
from ui.session.session import Session
from ui.session.state import WorkState


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = Session(make_project(tmp_path), "noor")
    made.open_article("first")
    qtbot.waitUntil(lambda: made.is_idle)
    yield made
    made.close()


def _state(session: Session) -> WorkState:
    assert session.state is not None
    return session.state


def _current_text(session: Session) -> str | None:
    item = _state(session).item
    return item.text if item is not None else None


def test_the_first_question_is_current_when_an_article_opens(session: Session) -> None:
    assert _current_text(session) == "زار"
    assert len(_state(session).open) == 5


def test_keys_pressed_at_once_act_one_after_another(session: Session, qtbot: QtBot) -> None:
    answering = Answering(session)
    session.go(1)
    for _ in range(3):
        answering.accept()
    qtbot.waitUntil(lambda: session.is_idle)
    sheet = _state(session).sheet
    assert sorted(mention.text for mention in sheet.mentions.values()) == ["الموصل", "حداد", "سامي حداد"]
    assert sheet.state is ArticleState.STARTED
    assert _current_text(session) == "الموصل"
    assert session.project.sheet("first") == sheet


def test_what_is_shown_is_on_disk_already(session: Session, qtbot: QtBot) -> None:
    shown: list[bool] = []

    def compare(change: Any) -> None:
        shown.append(session.project.sheet("first") == change.after.sheet)

    session.changed.connect(compare)
    Answering(session).accept()
    Answering(session).reject(Scope.HERE)
    qtbot.waitUntil(lambda: session.is_idle)
    assert shown == [True, True]


def test_accepting_an_event_brings_its_filler(session: Session, qtbot: QtBot) -> None:
    Answering(session).accept()
    qtbot.waitUntil(lambda: session.is_idle)
    sheet = _state(session).sheet
    (event,) = sheet.events.values()
    (mention,) = sheet.mentions.values()
    assert [(argument.role, argument.mention_id) for argument in event.arguments] == [("actor", mention.id)]


def test_undo_and_redo_go_to_the_article_concerned(session: Session, qtbot: QtBot) -> None:
    Answering(session).accept()
    session.open_article("second")
    session.undo()
    qtbot.waitUntil(lambda: session.is_idle)
    assert _state(session).article.id == "first"
    assert not _state(session).sheet.events
    session.redo()
    qtbot.waitUntil(lambda: session.is_idle)
    assert len(_state(session).sheet.events) == 1


def test_undo_works_after_the_project_was_closed(tmp_path: Path, qtbot: QtBot) -> None:
    first = Session(make_project(tmp_path), "noor")
    first.open_article("first")
    Answering(first).accept()
    qtbot.waitUntil(lambda: first.is_idle)
    first.close()
    second = Session(Project.open(tmp_path / "bench.tawsim"), "noor")
    second.open_article("first")
    second.undo()
    qtbot.waitUntil(lambda: second.is_idle)
    assert not _state(second).sheet.events
    assert not _state(second).sheet.decisions
    second.close()


def test_tagging_and_correcting(session: Session, qtbot: QtBot) -> None:
    selected = [span_of("العمل")]
    tagging = Tagging(session, lambda: selected[0] if selected else None, selected.clear)
    tagging.label(LabelKind.MENTION, "ORG")
    qtbot.waitUntil(lambda: session.is_idle)
    (mention,) = _state(session).sheet.mentions.values()
    assert (mention.label, mention.text) == ("ORG", "العمل")
    assert _state(session).current == mention.id
    tagging.label(LabelKind.MENTION, "LAW")
    tagging.set_note("للتحقق")
    qtbot.waitUntil(lambda: session.is_idle)
    (mention,) = _state(session).sheet.mentions.values()
    assert (mention.label, mention.note) == ("LAW", "للتحقق")


def test_a_suggestion_that_is_corrected_counts_as_corrected(session: Session, qtbot: QtBot) -> None:
    tagging = Tagging(session, lambda: None, lambda: None)
    session.go(1)
    tagging.label(LabelKind.MENTION, "NORP")
    qtbot.waitUntil(lambda: session.is_idle)
    (decision,) = _state(session).sheet.decisions.values()
    assert decision.verdict is Verdict.CORRECT
    assert _current_text(session) == "الموصل"


class BrokenProject:
    """Stands for a project whose disk fails while ``broken``."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.broken = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._project, name)

    def perform(self, operation: Operation) -> None:
        if self.broken:
            raise StoreError(Message("There is no display here"))
        self._project.perform(operation)


def test_work_is_kept_while_the_store_fails_and_written_when_it_is_back(session: Session, qtbot: QtBot) -> None:
    project = session.project
    broken = BrokenProject(project)
    session.project = broken  # type: ignore[assignment]
    answering = Answering(session)
    answering.accept()
    answering.accept()
    qtbot.waitUntil(lambda: session.is_idle)
    assert (session.saving.safety, session.saving.kept) == (Safety.KEPT, 2)
    assert len(_state(session).sheet.decisions) == 3
    assert not project.sheet("first").decisions
    session.retry()
    qtbot.waitUntil(lambda: session.is_idle)
    assert session.saving.kept == 2
    broken.broken = False
    session.retry()
    qtbot.waitUntil(lambda: session.is_idle)
    assert session.saving.safety is Safety.SAVED
    assert project.sheet("first") == _state(session).sheet


def test_restoring_a_moment_is_an_operation_that_can_be_undone(session: Session, qtbot: QtBot) -> None:
    answering = Answering(session)
    answering.accept()
    answering.accept()
    qtbot.waitUntil(lambda: session.is_idle)
    full = _state(session).sheet
    first = session.project.history("first")[0]
    session.restore(first.sequence)
    qtbot.waitUntil(lambda: session.is_idle)
    assert _state(session).sheet == session.project.sheet("first")
    assert len(_state(session).sheet.decisions) < len(full.decisions)
    session.undo()
    qtbot.waitUntil(lambda: session.is_idle)
    assert _state(session).sheet == full


def test_the_text_is_untouched(session: Session) -> None:
    assert _state(session).article.text == TEXT
