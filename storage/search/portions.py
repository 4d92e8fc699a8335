"""Work that goes through many articles a portion at a time, so that its first rows come at once."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from sqlalchemy import Connection

if TYPE_CHECKING:
    from storage.database import Database

T = TypeVar("T")
_FIRST = 20
_LARGEST = 400
_GROWTH = 4


class Portions(ABC, Generic[T]):
    """Calls for ``next_hits`` go on until ``is_finished``; between two of them others may write."""

    def __init__(self, database: "Database") -> None:
        self._database = database
        self._numbers: Sequence[int] | None = None
        self._size = _FIRST
        self.done = 0
        """How many articles have been looked at."""

    @property
    def total(self) -> int | None:
        """How many articles may hold hits; None before the first call."""
        return None if self._numbers is None else len(self._numbers)

    @property
    def is_finished(self) -> bool:
        """Whether every article has been looked at."""
        return self._numbers is not None and self.done >= len(self._numbers)

    def next_hits(self) -> list[T]:
        """What the next portion holds, which may be nothing. Raises SlowExpressionError."""
        with self._database.reading() as connection:
            if self._numbers is None:
                self._numbers = self._begin(connection)
            portion = self._numbers[self.done : self.done + self._size]
            hits = self._look(connection, portion)
        self.done += len(portion)
        self._size = min(_GROWTH * self._size, _LARGEST)
        return hits

    @abstractmethod
    def _begin(self, connection: Connection) -> Sequence[int]:
        """The numbers of the articles to look at, in their order."""

    @abstractmethod
    def _look(self, connection: Connection, numbers: Sequence[int]) -> list[T]:
        """What these articles hold."""
