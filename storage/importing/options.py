"""What a user can say about an import, and what the program refuses to swallow."""

from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes, in bytes and files, beyond which an import refuses a file before it fills the memory."""

    page: int = 20 * MEGABYTE
    """One page: a text, a saved page, a document, a line of JSON, a row of a table."""
    workbook: int = 100 * MEGABYTE
    """One spreadsheet, which has to be read as a whole."""
    archive: int = 2048 * MEGABYTE
    """All files of one zip, unpacked."""
    archive_files: int = 100_000
    """Files in one zip."""
    archive_ratio: int = 200
    """How many times bigger than packed a file of a zip may be, once it is bigger than a megabyte."""


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How pages are read. ``metadata`` is a tab-separated table that overrides what the pages say of themselves."""

    metadata: Path | None = None
    encoding: str | None = None
    """Of text files, saved pages and tables; None: it is found out for each."""
    language: str = "ar"
    """Of articles whose file does not say it."""
    limits: Limits = DEFAULT_LIMITS
