"""Acts at many places through the session: shown when stored, waiting while work is kept, stopped when asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.article import ArticleState
from model.operations.spots import Spot, TagSpots
from storage.search import acting
from tests.ui.bench import SECOND_TEXT, make_project, span_of
from tests.ui.session.test_session import BrokenProject
from ui.acts.answering import Answering
from ui.session.everywhere import EverywhereAct
from ui.session.saving import Safety
from ui.session.session import Session

PLACES = (Spot("first", span_of("مدينة")), Spot("second", span_of("عدن", SECOND_TEXT)))
TAG = TagSpots("GPE", event=False)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = Session(make_project(tmp_path), "noor")
    made.open_article("first")
    qtbot.waitUntil(lambda: made.is_idle)
    yield made
    made.close()


@pytest.fixture
def told(session: Session) -> list[str]:
    """What the session tells in passing."""
    heard = list[str]()
    session.told.connect(lambda message: heard.append(message.english()))
    return heard


def mentions(session: Session) -> tuple[int, int]:
    """How many mentions the open article shows, and how many the other one holds."""
    assert session.state is not None
    return len(session.state.sheet.mentions), len(session.project.sheet("second").mentions)


def test_what_it_does_to_the_open_article_is_shown_and_undone_with_the_rest(
    session: Session, told: list[str], qtbot: QtBot
) -> None:
    act, ended = EverywhereAct(session, session), list[bool]()
    act.start(TAG, PLACES, ended.append)
    qtbot.waitUntil(lambda: bool(ended) and session.is_idle)
    assert (ended, mentions(session)) == ([True], (1, 1))
    assert told == ["Tag 2 places: GPE: one step"]
    assert session.project.article("second").state is ArticleState.NEW
    act.start(TAG, PLACES, ended.append)
    qtbot.waitUntil(lambda: len(ended) == 2 and session.is_idle)
    assert told[-1] == "There was nothing left to do."
    session.undo()
    qtbot.waitUntil(lambda: session.is_idle)
    assert mentions(session) == (0, 0)


def test_while_work_is_kept_here_it_waits(session: Session, told: list[str], qtbot: QtBot) -> None:
    broken = BrokenProject(session.project)
    session.project = broken  # type: ignore[assignment]
    Answering(session).accept()
    qtbot.waitUntil(lambda: session.is_idle)
    assert session.saving.safety is Safety.KEPT
    act, ended = EverywhereAct(session, session), list[bool]()
    act.start(TAG, PLACES, ended.append)
    qtbot.waitUntil(lambda: bool(ended) and session.is_idle)
    assert (ended, act.is_running) == ([False], False)
    assert "waits until what is kept" in told[-1]
    session.project = broken._project


def test_stopped_it_leaves_everything_as_it_was(
    session: Session, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    act, ended = EverywhereAct(session, session), list[bool]()
    pages = acting._pages

    def stopped(*arguments: object) -> object:
        act.cancel()
        return pages(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(acting, "_pages", stopped)
    act.start(TAG, PLACES, ended.append)
    qtbot.waitUntil(lambda: bool(ended) and session.is_idle)
    assert (ended, mentions(session)) == ([False], (0, 0))
    assert told == ["Cancelled. Nothing was changed."]
    assert session.project.can_undo() is None
