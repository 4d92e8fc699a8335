"""Learning while somebody works: retrains in a process of its own, and offers what was learned until it is taken."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, Signal

from model.annotation import Event, Mention
from model.decision import Decision
from model.operation import Operation
from storage.learned_models import NothingToLearnError, Trained
from storage.suggesting.learner_choice import LearnerChoice
from ui.session.session import Session, StateChange

CHANGES_WORTH_TRAINING = 40
"""Tags and answers that changed since the last training, from which another one is begun by itself."""


_STARTER = LearnerChoice()


def learn_at(place: str) -> Trained:
    """What the project at a place teaches. Loads the learner only in the process that it runs in."""
    from storage.learning import learn_at

    return learn_at(place)


@dataclass(frozen=True, slots=True)
class LearningState:
    """``choice`` is what suggests now; ``offered`` is what was learned since and waits to be taken."""

    choice: LearnerChoice = _STARTER
    running: bool = False
    waiting: bool = False
    offered: Trained | None = None
    changes: int = 0


class Learning(QObject):
    """One training runs and at most one waits. Nothing that it learns shows before somebody takes it."""

    changed = Signal(object)
    """LearningState."""
    taken = Signal()
    """Suggestions are to be made anew, by what the project's choice now says."""
    _came_back = Signal(object)

    def __init__(self, session: Session, executor: Executor, *, learn: Callable[[str], Trained] = learn_at) -> None:
        super().__init__()
        self._session = session
        self._pool = executor
        self._learn = learn
        self._started = False
        self._closed = False
        self._told_of_lack = True
        self.state = LearningState()
        self._came_back.connect(self._take_result, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._count)

    def start(self) -> None:
        """Find out what the project's choice is; more than once is no more than once."""
        if self._started or self._closed:
            return
        self._started = True
        project = self._session.project
        self._session.worker.submit(
            lambda: LearnerChoice.of(project), lambda choice: self._show(choice=choice), self._session.report
        )

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being learned."""
        return not self.state.running

    def train(self, *, asked: bool = True) -> None:
        """Train now, or once the training that runs is done; ``asked``: tell also when there is nothing to learn."""
        if self._closed or self._session.project.read_only:
            return
        self._told_of_lack = not asked
        if self.state.running:
            self._show(waiting=True)
            return
        self._show(running=True, waiting=False, changes=0)
        location = self._session.project.location
        future = self._pool.submit(self._learn, location.url or str(location.path))
        future.add_done_callback(self._came_back.emit)

    def take(self) -> None:
        """Let what was learned suggest from now on."""
        offered = self.state.offered
        if offered is not None:
            self.choose(LearnerChoice(offered.version))

    def choose(self, choice: LearnerChoice) -> None:
        """Let another version of what was learned suggest, the starter, or none."""
        project = self._session.project

        def done(_: object) -> None:
            kept = self.state.offered
            self._show(choice=choice, offered=None if kept is None or kept.version == choice.use else kept)
            self.taken.emit()

        self._session.worker.submit(lambda: choice.keep(project), done, self._session.report)

    def close(self) -> None:
        """End the process; what it is at is dropped."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _count(self, change: StateChange) -> None:
        if change.operation is None:
            return
        self._show(changes=self.state.changes + _worth(change.operation))
        if self.state.changes >= CHANGES_WORTH_TRAINING:
            self.train(asked=False)

    def _take_result(self, future: "Future[Trained]") -> None:
        if self._closed or future.cancelled():
            return
        error = future.exception()
        if error is None:
            self._keep(future.result())
        elif not isinstance(error, NothingToLearnError) or not self._told_of_lack:
            self._session.report(error)
        waiting = self.state.waiting
        self._show(running=False, waiting=False)
        if waiting:
            self.train(asked=False)

    def _keep(self, trained: Trained) -> None:
        if trained.version == self.state.choice.use:
            return
        project = self._session.project

        def keep() -> None:
            project.add_model(trained.version, trained.content, lessons=trained.lessons, at=datetime.now(UTC))

        self._session.worker.submit(keep, lambda _: self._show(offered=trained), self._session.report)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.state)


def _worth(operation: Operation) -> int:
    """How many tags and answers an operation changes."""
    return sum(isinstance(change.record, Mention | Event | Decision) for change in operation.changes)
