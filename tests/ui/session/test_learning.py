"""Learning beside the work: one training runs, one waits, and nothing that it learns shows before it is taken."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import pytest
from pytestqt.qtbot import QtBot

from model.messages import Message
from storage.learned_models import NothingToLearnError, Trained
from storage.suggesting.learner_choice import OFF, STARTER, LearnerChoice
from tests.ui.bench import make_project
from ui.acts.answering import Answering
from ui.session import learning as module
from ui.session.learning import Learning
from ui.session.session import Session

P = ParamSpec("P")
T = TypeVar("T")


class ByHand(Executor):
    """Training ends when the test says so."""

    def __init__(self) -> None:
        self.asked: list[Future[Any]] = []
        self.places: list[Any] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        future: Future[T] = Future()
        self.asked.append(future)
        self.places.append(args[0])
        return future


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = Session(make_project(tmp_path), "noor")
    made.open_article("first")
    qtbot.waitUntil(lambda: made.is_idle)
    yield made
    made.close()


@pytest.fixture
def by_hand() -> ByHand:
    return ByHand()


@pytest.fixture
def learning(session: Session, by_hand: ByHand, qtbot: QtBot) -> Iterator[Learning]:
    made = Learning(session, by_hand)
    made.start()
    qtbot.waitUntil(lambda: session.worker.is_idle)
    yield made
    made.close()


def trained(version: str) -> Trained:
    return Trained(version, b"bytes of " + version.encode(), 3, ("mention:PERS",))


def test_what_was_learned_is_kept_and_offered_and_used_once_taken(
    session: Session, learning: Learning, by_hand: ByHand, qtbot: QtBot
) -> None:
    taken = list[bool]()
    learning.taken.connect(lambda: taken.append(True))
    learning.train()
    assert by_hand.places == [str(session.project.location.path)]
    assert learning.state.running
    by_hand.asked[0].set_result(trained("v1"))
    qtbot.waitUntil(lambda: learning.state.offered is not None)
    assert session.project.model_content("v1") == b"bytes of v1"
    assert LearnerChoice.of(session.project) == LearnerChoice(STARTER)
    assert not taken
    learning.take()
    qtbot.waitUntil(lambda: bool(taken))
    assert LearnerChoice.of(session.project) == LearnerChoice("v1")
    assert learning.state.offered is None
    learning.choose(LearnerChoice(OFF))
    qtbot.waitUntil(lambda: len(taken) == 2)
    assert LearnerChoice.of(session.project) == LearnerChoice(OFF)


def test_one_runs_and_one_waits(learning: Learning, by_hand: ByHand, qtbot: QtBot) -> None:
    for _ in range(3):
        learning.train()
    assert len(by_hand.asked) == 1
    assert learning.state.waiting
    by_hand.asked[0].set_result(trained("v1"))
    qtbot.waitUntil(lambda: len(by_hand.asked) == 2 and not learning.state.waiting)
    by_hand.asked[1].set_result(trained("v2"))
    qtbot.waitUntil(lambda: learning.state.offered is not None and learning.state.offered.version == "v2")
    assert len(by_hand.asked) == 2


def test_enough_answers_begin_a_training_and_undo_counts_too(
    session: Session, learning: Learning, by_hand: ByHand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHANGES_WORTH_TRAINING", 4)
    answering = Answering(session)
    answering.skip()
    qtbot.waitUntil(lambda: session.is_idle)
    assert (learning.state.changes, by_hand.asked) == (1, [])
    session.undo()
    session.go(1)
    answering.accept()
    qtbot.waitUntil(lambda: session.is_idle)
    assert len(by_hand.asked) == 1
    assert learning.state.changes == 0


def test_nothing_to_learn_is_told_only_to_who_asked(
    session: Session, learning: Learning, by_hand: ByHand, qtbot: QtBot
) -> None:
    told = list[Message]()
    session.told.connect(told.append)
    lack = NothingToLearnError(Message("There is nothing to learn from yet."))
    learning.train(asked=False)
    by_hand.asked[0].set_exception(lack)
    qtbot.waitUntil(lambda: not learning.state.running)
    assert told == []
    learning.train()
    by_hand.asked[1].set_exception(lack)
    qtbot.waitUntil(lambda: told == [lack.message])


def test_a_version_that_is_in_use_already_is_not_offered(
    session: Session, learning: Learning, by_hand: ByHand, qtbot: QtBot
) -> None:
    session.project.add_model("v1", b"", lessons=1, at=learning._session.author().at)
    learning.choose(LearnerChoice("v1"))
    qtbot.waitUntil(lambda: learning.state.choice == LearnerChoice("v1"))
    learning.train()
    by_hand.asked[0].set_result(trained("v1"))
    qtbot.waitUntil(lambda: not learning.state.running)
    qtbot.waitUntil(lambda: session.worker.is_idle)
    assert learning.state.offered is None


def test_a_choice_that_is_no_longer_kept_is_the_starter_again(session: Session) -> None:
    LearnerChoice("gone").keep(session.project)
    assert LearnerChoice.of(session.project) == LearnerChoice(STARTER)
