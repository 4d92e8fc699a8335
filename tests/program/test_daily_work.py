"""A day's work through ``main``: import, annotate with keys only, go on tomorrow, export, import elsewhere."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.annotation import Event, Mention
from model.article import ArticleState
from model.sheet import Sheet
from storage import Project
from tests.program.driving import CONTROL, SHIFT, Annotator, command, run_program
from ui.application import Desk

VISIT = "زار رئيس الوزراء العراقي محمد السوداني القاهرة أمس الثلاثاء.\nوقال السوداني إن الزيارة ناجحة، ووصفها بالمهمة."
FLOOD = "غمرت السيول مدينة درنة فجر الأحد، وأعلنت البلدية حالة الطوارئ.\n"


@pytest.fixture(autouse=True)
def suggestions_on_a_thread(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The process of its own is tested with the first start."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("ui.application.Desk", partial(Desk, make_executor=partial(ThreadPoolExecutor, 1)))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a-visit.txt").write_text(VISIT, "utf-8", newline="")
    (pages / "b-flood.txt").write_text(FLOOD, "utf-8", newline="")
    (tmp_path / "meta.tsv").write_text("file\tpublished\na-visit.txt\t2024-03-20\nb-flood.txt\t2023-09-11\n", "utf-8")
    project = tmp_path / "p.tawsim"
    command("import", pages, "--project", project, "--metadata", tmp_path / "meta.tsv")
    return project


def _end_tour(annotator: Annotator) -> None:
    annotator.press(Qt.Key.Key_Escape)
    annotator.window.pane.view.setFocus()


def _annotate(annotator: Annotator) -> None:
    """Accept, correct the type, correct an edge, reject, add, link, give a role, write a note; keys only."""
    _end_tour(annotator)
    assert annotator.state.article.text == VISIT
    annotator.wait(lambda: bool(annotator.state.open))
    annotator.go_to("القاهرة")
    annotator.press(Qt.Key.Key_Space)
    annotator.go_to("محمد السوداني")
    annotator.press(Qt.Key.Key_4)
    annotator.go_to("زار")
    annotator.press(Qt.Key.Key_Space)
    annotator.select("ناجحة")
    annotator.press(Qt.Key.Key_8)
    assert annotator.text == "ناجحة"
    annotator.press(Qt.Key.Key_BracketLeft, CONTROL)
    annotator.press(Qt.Key.Key_N)
    annotator.type("للنقاش")
    annotator.press(Qt.Key.Key_Return, CONTROL)
    annotator.window.pane.view.setFocus()
    annotator.go_to("القاهرة", among_all=True)
    annotator.press(Qt.Key.Key_I)
    annotator.choose("مدينة القاهرة")
    annotator.go_to("زار", among_all=True)
    annotator.press(Qt.Key.Key_R)
    annotator.choose("2")
    annotator.choose("القاهرة")
    for rejected in annotator.state.open[:2]:
        annotator.window.session.go_to(rejected.id)
        annotator.press(Qt.Key.Key_X)
    annotator.press(Qt.Key.Key_Return)
    annotator.wait(lambda: annotator.state.article.text == FLOOD)


def _plain(sheet: Sheet) -> dict[str, object]:
    """A sheet without the ids that a format makes anew."""
    texts = {one.id: (one.text, one.fragments) for one in sheet.mentions.values()}

    def identity(mention: Mention) -> tuple[str, str] | None:
        found = sheet.identities.get(mention.identity_id or "")
        return None if found is None else (found.key, found.name)

    def event(one: Event) -> object:
        arguments = sorted((argument.role, texts[argument.mention_id][0]) for argument in one.arguments)
        return one.label, one.fragments, one.text, one.modality, one.note, tuple(arguments)

    return {
        "mentions": Counter(
            (one.label, one.fragments, one.text, one.value, one.modifier, one.note, identity(one))
            for one in sheet.mentions.values()
        ),
        "events": Counter(event(one) for one in sheet.events.values()),
        "zones": Counter((one.span, one.zone) for one in sheet.zones.values()),
        "provenance": Counter(
            (one.annotator, one.at, one.suggester, one.score)
            for one in [
                *(mention.provenance for mention in sheet.mentions.values()),
                *(found.provenance for found in sheet.events.values()),
            ]
        ),
        "decisions": Counter((one.verdict, one.label, one.at, one.duration_ms) for one in sheet.decisions.values()),
        "state": sheet.state,
    }


def _sheets(place: Path) -> dict[str, dict[str, object]]:
    with Project.open(place) as project:
        assert project.check() == ()
        return {article.text: _plain(project.sheet(article.id)) for article in project.iter_articles()}


def test_work_with_keys_is_there_tomorrow_and_its_last_step_can_be_undone(qtbot: QtBot, place: Path) -> None:
    assert run_program(qtbot, ["open", str(place)], _annotate) == 0
    with Project.open(place) as project:
        article = project.article_ids()[0]
        sheet = project.sheet(article)
    labels = {mention.text: mention.label for mention in sheet.mentions.values()}
    assert labels["القاهرة"] == "GPE"
    assert labels["محمد السوداني"] == "OCC"
    assert labels["الزيارة ناجحة"] == "CARDINAL"
    (note,) = [one.note for one in sheet.mentions.values() if one.note]
    assert note == "للنقاش"
    assert [one.name for one in sheet.identities.values()].count("مدينة القاهرة") == 1
    (visit,) = [one for one in sheet.events.values() if one.text == "زار"]
    place_roles = [one.role for one in visit.arguments if sheet.mentions[one.mention_id].text == "القاهرة"]
    assert "recipient" in place_roles
    assert sheet.state is ArticleState.DONE

    def undo(annotator: Annotator) -> None:
        assert annotator.state.article.text == FLOOD
        annotator.press(Qt.Key.Key_Z)
        annotator.wait(lambda: annotator.state.article.text == VISIT)
        assert annotator.state.sheet.state is ArticleState.STARTED
        assert annotator.state.sheet.mentions == sheet.mentions
        annotator.press(Qt.Key.Key_Z, CONTROL)
        assert len(annotator.state.sheet.decisions) == len(sheet.decisions) - 1
        annotator.press(Qt.Key.Key_Z, SHIFT)
        annotator.press(Qt.Key.Key_Z, SHIFT)
        assert annotator.state.sheet == sheet

    assert run_program(qtbot, ["open", str(place)], undo) == 0
    QApplication.clipboard().clear()


def test_what_is_exported_comes_back_as_it_was(qtbot: QtBot, place: Path, tmp_path: Path) -> None:
    assert run_program(qtbot, ["open", str(place)], _annotate) == 0
    out, copy = tmp_path / "all.jsonl", tmp_path / "copy.tawsim"
    command("export", "--project", place, "--format", "jsonl", "--out", out)
    command("import", out, "--project", copy)
    assert _sheets(copy) == _sheets(place)
