"""An article: one page, its text unchanged, with what is known about it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class ArticleState(StrEnum):
    """How far the work on an article has come."""

    NEW = "new"
    STARTED = "started"
    DONE = "done"
    SKIPPED = "skipped"


def text_digest(text: str) -> str:
    """The sha256 of a text, in hexadecimal; lone surrogates count as their three-byte forms."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """One page. ``text`` is exactly what was decoded, line ends included, and never changes."""

    id: str
    text: str
    sha256: str
    title: str = ""
    name: str = ""
    """The file or record it was imported from, without folders; unique within one import, not within a project."""
    outlet: str = ""
    """Who published it: the newspaper, agency, channel or site."""
    url: str = ""
    published: date | None = None
    language: str = "ar"
    encoding: str = "utf-8"
    imported_at: datetime | None = None
    state: ArticleState = ArticleState.NEW
    copy_group: str | None = None
    """The same for near-duplicates (wire copies) of one story."""
    metadata: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Further columns of the metadata, by name."""
