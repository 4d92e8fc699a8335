"""Gold as it was read, and how its faults are told."""

from dataclasses import dataclass
from pathlib import Path

from model.errors import TawsimError
from model.evaluation.evaluation import GoldDocument
from model.evaluation.layers import Layer
from model.evaluation.selection import labels_of
from model.messages import Message


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Pages of gold.

    ``own_labels``: the labels may be those of another schema than the news schema. ``flat``: a word has one label at
    most. ``notes`` tell what the gold holds beside what is scored.
    """

    documents: tuple[GoldDocument, ...]
    layers: frozenset[Layer]
    own_labels: bool = False
    flat: bool = False
    notes: tuple[Message, ...] = ()

    @property
    def labels(self) -> frozenset[str]:
        """All labels that it uses."""
        return frozenset().union(*(labels_of(document.gold) for document in self.documents))


class GoldError(TawsimError):
    """A file of gold that cannot be read as one."""


def fault(path: Path, line: int, problem: Message) -> GoldError:
    """The error for one line of a file."""
    return GoldError(Message("{file}, line {line}: {problem}", file=path.name, line=line, problem=problem))


def read_text(path: Path) -> str:
    """A UTF-8 file without the mark of its encoding, line ends as they are. Raises GoldError."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(Message("{file}: cannot be read ({reason}).", file=str(path), reason=str(error))) from error
