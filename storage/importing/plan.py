"""A planned import: the pages that were read and the problems that were met, before anything is stored."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

from model.annotation import Identity
from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from storage.importing.packing import PackedRecords

Progress = Callable[[int, int | None], bool]
"""Called with what is done and the total, None if unknown; returns False to cancel."""


class ImportCancelledError(TawsimError):
    """The user cancelled; nothing was stored."""

    def __init__(self) -> None:
        super().__init__(Message("The import was cancelled. Nothing was imported."))


class ImportRefusedError(TawsimError):
    """There are problems and the user did not ask to import the rest; nothing was stored."""

    def __init__(self, problems: "tuple[ImportProblem, ...]") -> None:
        self.problems = problems
        super().__init__(
            Message(
                "Nothing was imported, since {count} files or lines could not be read. Mend them, or import the others "
                "without them. The first: {first}",
                one="Nothing was imported, since one file or line could not be read. Mend it, or import the others "
                "without it. {first}",
                count=len(problems),
                first=problems[0].told(),
            )
        )


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Something that could not be read. ``origin`` is the file as shown, ``line`` counts from 1 where lines count."""

    origin: str
    line: int | None
    message: Message

    def told(self) -> Message:
        """The problem with its place."""
        if self.line is None:
            return Message("{file}: {problem}", file=self.origin, problem=self.message)
        return Message("{file}, line {line}: {problem}", file=self.origin, line=self.line, problem=self.message)


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page as it would be imported. Sources and annotations are kept packed, so that big imports fit in memory."""

    article: Article
    origin: str
    """The file as shown; inside a zip ``archive.zip!inner/page.html``, a record with its line or row."""
    encoding: str
    known_as: str | None = None
    """Title or name of the same text in the project or earlier in this import; the page is then not imported again."""
    copy_group: str | None = None
    warnings: tuple[Message, ...] = ()
    packed_source: bytes | None = None
    records: PackedRecords | None = None
    """What annotators put on the page, from a file in Tawsim's own format."""

    @property
    def source(self) -> bytes | None:
        """The original bytes of a saved page or document, which are kept beside the text."""
        return None if self.packed_source is None else zlib.decompress(self.packed_source)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do. ``passed_over``: files in folders that are no pages, and were not read."""

    pages: tuple[PlannedPage, ...]
    problems: tuple[ImportProblem, ...]
    passed_over: tuple[str, ...] = ()
    identities: tuple[Identity, ...] = ()
    """Identities of a file in Tawsim's own format that none of its articles uses."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. ``already_known``: pages whose text was there already; ``near_copies``: groups of them."""

    article_ids: tuple[str, ...]
    already_known: int
    near_copies: int
    annotations: int
    problems: tuple[ImportProblem, ...]
