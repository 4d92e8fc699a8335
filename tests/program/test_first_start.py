"""The first minute: an empty home, nothing chosen, nothing configured."""

import platformdirs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from model.article import ArticleState
from storage import Project
from storage.sample import PAGES
from tests.program.driving import Annotator, run_program
from ui.application import sample_location
from ui.dialogs.tour import Tour
from ui.settings import SettingsStore


@pytest.fixture(autouse=True)
def empty_home(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", f"{tmp_path}/{name}")


def test_the_sample_opens_with_suggestions_and_a_tour(qtbot: QtBot) -> None:
    assert not sample_location().exists()

    def work(annotator: Annotator) -> None:
        window = annotator.window
        annotator.wait(lambda: bool(window.findChildren(Tour)))
        (tour,) = window.findChildren(Tour)
        buttons = [button.text() for button in tour.findChildren(QPushButton) if button.isVisible()]
        assert sorted(buttons) == ["التالي", "تخطي الجولة"]
        annotator.press(Qt.Key.Key_Down)
        annotator.press(Qt.Key.Key_Escape)
        assert not tour.isVisible()
        assert window.pane.view.hasFocus()
        annotator.wait(lambda: bool(annotator.state.open))
        asked = annotator.state.item
        assert asked is not None
        annotator.press(Qt.Key.Key_Space)
        made = [one.text for one in annotator.state.annotations if one.provenance.suggestion_id == asked.id]
        assert made == [asked.text]
        first = annotator.state.article.id
        annotator.press(Qt.Key.Key_Return)
        annotator.wait(lambda: annotator.state.article.id != first)

    assert run_program(qtbot, [], work) == 0
    with Project.open(sample_location()) as project:
        articles = project.article_ids()
        assert len(articles) == len(PAGES)
        assert project.sheet(articles[0]).state is ArticleState.DONE
        assert project.check() == ()
    remembered = SettingsStore(platformdirs.user_config_path("tawsim") / "settings.json").current
    assert remembered.tour_done
    assert remembered.last_project == str(sample_location())


def test_the_second_start_goes_on_where_the_first_ended(qtbot: QtBot) -> None:
    seen: list[str] = []

    def leave_at_third(annotator: Annotator) -> None:
        for tour in annotator.window.findChildren(Tour):
            tour.finish()
        for _ in range(2):
            annotator.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        seen.append(annotator.state.article.id)

    def look(annotator: Annotator) -> None:
        seen.append(annotator.state.article.id)
        assert not annotator.window.findChildren(Tour)

    assert run_program(qtbot, [], leave_at_third) == 0
    assert run_program(qtbot, [], look) == 0
    assert seen[0] == seen[1]
    with Project.open(sample_location()) as project:
        assert project.article_ids().index(seen[0]) == 2
