"""The metadata table: tab-separated, with a header, one row a page; it overrides what pages say of themselves."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from storage.importing.columns import day_of
from storage.importing.source_file import PageRead

P = TypeVar("P", Article, PageRead)
FILE_COLUMNS = ("file", "name")
_OWN = ("published", "title", "outlet", "source", "url")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """One row; empty or None where it says nothing. ``further``: the columns that the program has no name for."""

    published: date | None = None
    title: str = ""
    outlet: str = ""
    url: str = ""
    further: Mapping[str, str] = field(default_factory=dict)

    def applied_to(self, page: P) -> P:
        """The page with what the row says."""
        return replace(
            page,
            published=self.published or page.published,
            title=self.title or page.title,
            outlet=self.outlet or page.outlet,
            url=self.url or page.url,
            metadata={**page.metadata, **self.further},
        )


class MetadataTable:
    """Rows by file name, with or without its suffix."""

    def __init__(self, rows: Mapping[str, PageMetadata]) -> None:
        self._rows = rows

    def of(self, name: str) -> PageMetadata | None:
        """The row of a page, found by its name or by its name without suffix."""
        return self._rows.get(name) or self._rows.get(Path(name).stem)

    def days(self) -> dict[str, date]:
        """The days of publication by page name without suffix."""
        return {Path(name).stem: row.published for name, row in self._rows.items() if row.published}


def read_metadata(path: Path | None) -> MetadataTable:
    """The table in a UTF-8 file. Raises TawsimError with the line of what is wrong; nothing is then imported."""
    if path is None:
        return MetadataTable({})
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TawsimError(Message("{file}: cannot be read ({reason}).", file=str(path), reason=str(error))) from error
    table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    column = next((name for name in FILE_COLUMNS if name in (table.fieldnames or ())), None)
    if column is None or len(table.fieldnames or ()) < 2:
        raise TawsimError(
            Message(
                "{file}, line 1: needs a header with the column “file” and others such as “published”, “title”, "
                "“outlet” and “url”, separated by tabs.",
                file=path.name,
            )
        )
    return MetadataTable(dict(_rows(table, column, path)))


def _rows(table: "csv.DictReader[str]", column: str, path: Path) -> Iterator[tuple[str, PageMetadata]]:
    for number, row in enumerate(table, start=2):
        name = (row[column] or "").strip()
        cells = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
        if name:
            yield name, _page_metadata(cells, path, number)


def _page_metadata(cells: Mapping[str, str], path: Path, line: int) -> PageMetadata:
    stated = cells.get("published", "")
    day = day_of(stated)
    if stated and day is None:
        raise TawsimError(
            Message(
                "{file}, line {line}: “{text}” is no date; write year-month-day, as in 2024-03-27.",
                file=path.name,
                line=line,
                text=stated,
            )
        )
    further = {key: value for key, value in cells.items() if value and key not in (*FILE_COLUMNS, *_OWN)}
    outlet = cells.get("outlet") or cells.get("source", "")
    return PageMetadata(day, cells.get("title", ""), outlet, cells.get("url", ""), further)
