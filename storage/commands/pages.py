"""Pages and page files on disk, as the commands read and write them."""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from model.article import Article, text_digest
from model.errors import TawsimError
from model.gold_page import GoldPage, page_from_plain, page_to_plain
from model.messages import Message

ARTICLE_SUFFIX = ".txt"
PAGE_SUFFIX = ".json"
_FILE_COLUMNS = ("file", "name")


def article_paths(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The pages that files and folders name: files as they are, of folders every text file below, sorted.

    Raises TawsimError when there is none or when two would write the same page file.
    """
    found = dict.fromkeys(
        page for path in paths for page in (sorted(path.rglob(f"*{ARTICLE_SUFFIX}")) if path.is_dir() else [path])
    )
    if not found:
        raise TawsimError(Message("No page was found: name text files or folders that hold some."))
    name, count = Counter(path.stem for path in found).most_common(1)[0]
    if count > 1:
        raise TawsimError(
            Message(
                "{number} pages are called “{name}”; rename them or treat their folders one by one.",
                number=count,
                name=name,
            )
        )
    return tuple(found)


def read_article(path: Path, published: date | None = None) -> Article:
    """The page in a UTF-8 text file, its text as it is, line ends included. Raises TawsimError when unreadable."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    return Article(path.stem, text, text_digest(text), name=path.name, published=published)


def read_page_file(path: Path) -> GoldPage:
    """The page file at a path; raises TawsimError when it cannot be read or is none."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    return page_from_plain(plain, path.name)


def write_page_file(path: Path, page: GoldPage, text: str) -> None:
    """Write a page file, the same bytes for the same page. Raises TawsimError when it cannot be written."""
    content = json.dumps(page_to_plain(page, text), ensure_ascii=False, indent=1)
    try:
        path.write_text(content + "\n", encoding="utf-8", newline="\n")
    except (OSError, UnicodeEncodeError) as error:
        message = Message("{file}: cannot be written ({reason}).", file=str(path), reason=str(error))
        raise TawsimError(message) from error


def read_published(path: Path | None) -> Mapping[str, date]:
    """Publication dates by page name without suffix, from a tab-separated table with columns file and published.

    Further columns are passed over, and so are empty dates. Raises TawsimError with the line of a bad date.
    """
    if path is None:
        return {}
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    column = next((name for name in _FILE_COLUMNS if name in (table.fieldnames or ())), None)
    if column is None or "published" not in (table.fieldnames or ()):
        raise TawsimError(
            Message("{file}, line 1: needs the columns “file” and “published”, separated by tabs.", file=path.name)
        )
    return {
        Path(row[column]).stem: _day(row["published"], path, number)
        for number, row in enumerate(table, start=2)
        if row["published"]
    }


def _day(text: str, path: Path, number: int) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise TawsimError(
            Message(
                "{file}, line {line}: “{text}” is no date; write year-month-day, as in 2024-03-27.",
                file=path.name,
                line=number,
                text=text,
            )
        ) from error


def _unreadable(path: Path, error: Exception) -> TawsimError:
    return TawsimError(Message("{file}: cannot be read ({reason}).", file=str(path), reason=str(error)))
