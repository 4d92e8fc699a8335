"""The other side of ``isolation``: the process that a suggester runs in."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from multiprocessing.connection import Connection

from model.annotation import Zone
from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.incomplete import IncompleteError
from model.suggestion import SuggestedEvent, SuggestedMention, Suggestion


class Outcome(Enum):
    """How a process answers."""

    READY = auto()
    DONE = auto()
    INCOMPLETE = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Task:
    """One article with what earlier suggesters found in it."""

    article: Article
    published: date | None
    zones: tuple[Zone, ...]
    mentions: tuple[SuggestedMention, ...]
    events: tuple[SuggestedEvent, ...]
    related_dates: dict[int, date]

    def context(self) -> Context:
        """The context that the suggester sees."""
        return Context(
            self.article, self.published, self.zones, self.mentions, self.events, related_dates=self.related_dates
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What the process says: that it is ready, or what it made of a task."""

    outcome: Outcome
    name: str = ""
    version: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    message: Message | None = None


def serve(connection: Connection, make: Callable[[], Suggester]) -> None:
    """Make the suggester, say so, and answer tasks until None comes or the other side is gone."""
    # Ctrl+C in a terminal reaches every process; the one that started this decides what it means
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="tawsim-end", daemon=True).start()
    try:
        suggester = make()
        ready = Answer(Outcome.READY, str(suggester.name), str(suggester.version))
    except Exception as error:  # noqa: BLE001 - making a plug-in may raise anything
        connection.send(Answer(Outcome.FAILED, message=told(error)))
        return
    connection.send(ready)
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        if task is None:
            return
        _reply(connection, suggester, task)


def _reply(connection: Connection, suggester: Suggester, task: Task) -> None:
    try:
        connection.send(_answer(suggester, task))
    except Exception as error:  # noqa: BLE001 - a suggestion that cannot be packed is no reason to end
        connection.send(Answer(Outcome.FAILED, message=told(error)))


def _answer(suggester: Suggester, task: Task) -> Answer:
    try:
        return Answer(Outcome.DONE, suggestions=tuple(suggester.suggest(task.article, task.context())))
    except IncompleteError as error:
        return Answer(Outcome.INCOMPLETE, suggestions=error.suggestions, message=error.message)
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        return Answer(Outcome.FAILED, message=told(error))


def told(error: Exception) -> Message:
    """An exception in words; those of Tawsim have their own."""
    if isinstance(error, TawsimError):
        return error.message
    return Message("{kind}: {text}", kind=type(error).__name__, text=str(error))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
