"""Runs a suggester in a process of its own, so that a crash or a hang of it is told and hurts nobody else."""

import multiprocessing
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.incomplete import IncompleteError
from model.suggest.optional.shapes import fault_of_shape
from model.suggest.optional.worker import Answer, Outcome, Task, serve
from model.suggestion import Source, Suggestion

START_LIMIT = 300.0
"""Seconds in which a suggester must have been made; models of gigabytes take minutes to load."""
FAILURES_IN_A_ROW = 3
"""Crashes and time-outs in a row after which a suggester is not started again."""
END_LIMIT = 2.0
"""Seconds that a process may take to end by itself."""


class CancelledError(TawsimError):
    """Somebody cancelled what a suggester was at."""

    def __init__(self) -> None:
        super().__init__(Message("It was cancelled."))


class StoppedError(TawsimError):
    """A suggester crashed or took too long."""


@dataclass(frozen=True, slots=True)
class _Child:
    process: BaseProcess
    connection: Connection


class IsolatedSuggester:
    """A suggester in a process of its own, started when it is first asked and again after a crash.

    ``make`` goes to that process and makes the suggester there. Without ``source``, name and version are asked of it;
    one that cannot be made is then called ``fallback``. ``limit``: seconds an article may take.
    """

    def __init__(
        self,
        make: Callable[[], Suggester],
        *,
        fallback: str,
        source: Source | None = None,
        limit: float = 60.0,
        start_limit: float = START_LIMIT,
    ) -> None:
        self._make = make
        self._source = source
        self._fallback = fallback
        self._limit, self._start_limit = limit, start_limit
        self._child: _Child | None = None
        self._failures = 0
        self._cancelled = threading.Event()
        self._asking = threading.Lock()

    @property
    def name(self) -> str:
        """Its own name."""
        return self._known_source().suggester

    @property
    def version(self) -> str:
        """Its own version; 0 while it cannot be made."""
        return self._known_source().version

    def _known_source(self) -> Source:
        if self._source is None:
            try:
                with self._asking:
                    self._started()
            except TawsimError:
                self._source = Source(self._fallback, "0")
        assert self._source is not None
        return self._source

    @property
    def is_running(self) -> bool:
        """Whether it has a process, which is loading, at work or waiting for work."""
        return self._child is not None

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """What it proposes. Raises TawsimError for a crash, a time-out, an exception or an answer that is none."""
        with self._asking:
            if self._cancelled.is_set():
                raise CancelledError
            if self._failures >= FAILURES_IN_A_ROW:
                raise StoppedError(
                    Message(
                        "It failed {count} times in a row and is left alone until Tawsim starts again.",
                        one="It failed and is left alone until Tawsim starts again.",
                        count=self._failures,
                    )
                )
            child = self._started()
            answer = self._asked(child, _task(article, context))
        self._failures = 0
        return _suggestions(answer)

    def cancel(self) -> None:
        """From any thread: end what it is at, and refuse more until ``renew``."""
        self._cancelled.set()
        child = self._child
        if child is not None:
            with suppress(ValueError):  # it ended meanwhile
                child.process.kill()

    def renew(self) -> None:
        """Accept work again after ``cancel``."""
        self._cancelled.clear()

    def close(self) -> None:
        """End its process."""
        child, self._child = self._child, None
        if child is None:
            return
        try:
            child.connection.send(None)
        except OSError:
            child.process.kill()
        child.process.join(END_LIMIT)
        _end(child)

    def _started(self) -> _Child:
        if self._child is not None:
            return self._child
        self._child = self._spawned()
        answer = self._received(self._child, self._start_limit)
        if answer.outcome is not Outcome.READY:
            self._fail(answer.message or Message("It failed without saying why."))
        if self._source is None:
            self._source = Source(answer.name, answer.version)
        return self._child

    def _spawned(self) -> _Child:
        if multiprocessing.current_process().daemon:
            raise StoppedError(Message("It needs a process of its own, and may not start one from here."))
        spawning = multiprocessing.get_context("spawn")
        ours, theirs = spawning.Pipe()
        process = spawning.Process(target=serve, args=(theirs, self._make), name="tawsim-suggester", daemon=True)
        try:
            process.start()
        except OSError as error:
            ours.close()
            raise StoppedError(Message("Its process cannot be started: {reason}", reason=str(error))) from error
        finally:
            theirs.close()
        return _Child(process, ours)

    def _asked(self, child: _Child, task: Task) -> Answer:
        try:
            child.connection.send(task)
        except OSError:
            self._fail(self._crash_message(child))
        return self._received(child, self._limit)

    def _received(self, child: _Child, limit: float) -> Answer:
        try:
            if not child.connection.poll(limit):
                self._fail(Message("It took more than {seconds} seconds and was stopped.", seconds=round(limit, 1)))
            answer = child.connection.recv()
        except (EOFError, OSError):
            self._fail(self._crash_message(child))
        except TawsimError:
            raise
        except Exception as error:  # noqa: BLE001 - what a plug-in sends may raise anything when it is unpacked
            self._fail(Message("It answers with something that cannot be read ({reason}).", reason=_told(error)))
        assert isinstance(answer, Answer)
        return answer

    def _crash_message(self, child: _Child) -> Message:
        child.process.join(END_LIMIT)
        return Message(
            "It crashed ({how}) and is started again for the next article.", how=_how(child.process.exitcode)
        )

    def _fail(self, message: Message) -> Any:
        """Drop the process and raise."""
        self._drop()
        if self._cancelled.is_set():
            raise CancelledError
        self._failures += 1
        raise StoppedError(message)

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.process.kill()
            child.process.join()
            _end(child)


def _end(child: _Child) -> None:
    if child.process.is_alive():
        child.process.kill()
        child.process.join()
    child.connection.close()
    child.process.close()


def _how(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return signal.Signals(-exit_code).name
    return f"exit code {exit_code}"


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _task(article: Article, context: Context) -> Task:
    """What goes to the process; metadata stays here, as it may be a mapping that cannot travel and is not needed."""
    return Task(
        replace(article, metadata={}),
        context.published,
        context.zones,
        context.mentions,
        context.events,
        context.related_dates,
    )


def _suggestions(answer: Answer) -> list[Suggestion]:
    if answer.outcome is Outcome.FAILED:
        raise TawsimError(answer.message or Message("It failed without saying why."))
    fault = next((fault for one in answer.suggestions if (fault := fault_of_shape(one)) is not None), None)
    if fault is not None:
        raise TawsimError(Message("It proposes something that is no suggestion ({what}).", what=fault))
    if answer.outcome is Outcome.INCOMPLETE and answer.message is not None:
        raise IncompleteError(answer.message, answer.suggestions)
    return list(answer.suggestions)
