"""A file to import, wherever it lies, and what readers make of it."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO
from zipfile import BadZipFile

from model.annotation import Identity
from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from storage.importing.options import MEGABYTE, ImportOptions
from storage.importing.packing import PackedRecords
from storage.importing.plan import ImportProblem

READ_ERRORS = (OSError, EOFError, BadZipFile, zlib.error, NotImplementedError, RuntimeError)
"""What reading a file, or a file in a zip, can raise."""


class UnreadableError(TawsimError):
    """A file, line or row that cannot be imported, and why."""

    def __init__(self, message: Message, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file: ``origin`` as shown, ``name`` without folders, ``size`` in bytes, and how its bytes are reached."""

    origin: str
    name: str
    size: int
    open: Callable[[], BinaryIO]

    @property
    def suffix(self) -> str:
        """``.html`` and the like, in lower case."""
        stem, dot, suffix = self.name.rpartition(".")
        return f".{suffix.lower()}" if dot and stem else ""

    def read(self, limit: int) -> bytes:
        """All bytes. Raises UnreadableError beyond the limit, whatever size the file claimed to have."""
        if self.size > limit:
            raise too_big(self.size, limit)
        try:
            with self.open() as stream:
                content = stream.read(limit + 1)
        except READ_ERRORS as error:
            raise unreadable(error) from error
        if len(content) > limit:
            raise too_big(len(content), limit)
        return content


def too_big(size: int, limit: int) -> UnreadableError:
    """The error for a file beyond its limit."""
    return UnreadableError(
        Message(
            "is too big to be one page ({size} MB; at most {limit} MB). Split it into pages and import those.",
            size=max(1, round(size / MEGABYTE)),
            limit=max(1, round(limit / MEGABYTE)),
        )
    )


def unreadable(error: Exception) -> UnreadableError:
    """The error for a file that the system, or a damaged zip, does not hand out."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return UnreadableError(Message("cannot be read ({reason}).", reason=reason))


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page as a reader found it; what it does not know is empty."""

    origin: str
    name: str
    text: str
    encoding: str
    title: str = ""
    published: date | None = None
    outlet: str = ""
    url: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    source: bytes | None = None
    warnings: tuple[Message, ...] = ()
    is_known: bool = False
    """The same text was met before, so that nothing more need be found out."""


@dataclass(frozen=True, slots=True)
class LineRead:
    """A line of Tawsim's own format that nobody has looked into yet."""

    origin: str
    line: int
    content: bytes | str


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """An article of Tawsim's own format with what annotators put on it."""

    origin: str
    line: int
    article: Article
    records: PackedRecords | None


@dataclass(frozen=True, slots=True)
class IdentitiesRead:
    """Identities that no article uses."""

    identities: tuple[Identity, ...]


Found = PageRead | LineRead | ArticleRead | IdentitiesRead | ImportProblem
Reader = Callable[[SourceFile, ImportOptions], Iterator[Found]]
"""Gives what it finds in a file one after the other; raises UnreadableError when it cannot go on."""
