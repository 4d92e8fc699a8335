"""What an export wrote and what its format could not hold."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from model.errors import TawsimError
from model.messages import Message
from storage.contents import Contents
from storage.exporting.losses import Kind

Progress = Callable[[int, int | None], bool]
"""Called with the articles done and their total; returns False to cancel."""


def unwatched(_done: int, _total: int | None) -> bool:
    """Progress that nobody looks at."""
    return True


class ExportCancelledError(TawsimError):
    """The user cancelled; nothing was written."""

    def __init__(self) -> None:
        super().__init__(Message("The export was cancelled. Nothing was written."))


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the format cannot hold, and how many there are of it."""

    message: Message
    count: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, in counts, and what was lost."""

    files: tuple[Path, ...]
    articles: int
    mentions: int
    events: int
    losses: tuple[Loss, ...]


class Losses:
    """Counts what a writer meets and its format cannot hold, beyond what can be counted beforehand."""

    def __init__(self) -> None:
        self._counts: Counter[Kind] = Counter()

    def add(self, kind: Kind, count: int = 1) -> None:
        """Count something that is lost."""
        self._counts[kind] += count

    def listed(self, kinds: Iterable[Kind], contents: Contents) -> tuple[Loss, ...]:
        """What is lost of these kinds: what the project has of them, or what was met while writing."""
        counted = ((kind, self._counts[kind] or (kind.count(contents) if kind.count else 0)) for kind in kinds)
        return tuple(Loss(kind.told(count), count) for kind, count in counted if count)
