"""Pages and page files on disk, as the commands read and write them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.article import Article, text_digest
from model.errors import TawsimError
from model.gold_page import GoldPage, page_from_plain, page_to_plain
from model.messages import Message
from storage.importing.files import PassedOver, listed_files
from storage.importing.json_lines import article_in
from storage.importing.metadata_table import MetadataTable, read_metadata
from storage.importing.options import ImportOptions
from storage.importing.plan import ImportProblem
from storage.importing.readers import READERS
from storage.importing.source_file import ArticleRead, IdentitiesRead, LineRead, PageRead, SourceFile, UnreadableError

PAGE_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was read. ``name`` has neither folders nor suffix; ``published`` overrides what the page shows."""

    name: str
    text: str
    published: date | None = None

    @property
    def article(self) -> Article:
        """The page as the suggesters take it."""
        return Article(self.name, self.text, text_digest(self.text), name=self.name, published=self.published)


def read_pages(paths: Sequence[Path], metadata: Path | None = None) -> Iterator[Page | Message]:
    """The pages of files, folders and zips in order, and what cannot be read.

    The days of the metadata table override those of the pages. Raises TawsimError when the table is wrong.
    """
    options, table = ImportOptions(metadata=metadata), read_metadata(metadata)
    for listed in listed_files(paths, options.limits, besides=metadata):
        if isinstance(listed, ImportProblem):
            yield listed.told()
        elif not isinstance(listed, PassedOver):
            yield from _pages_of(listed, options, table)


def _pages_of(file: SourceFile, options: ImportOptions, table: MetadataTable) -> Iterator[Page | Message]:
    try:
        for read in READERS[file.suffix](file, options):
            found = article_in(read) if isinstance(read, LineRead) else read
            if isinstance(found, ImportProblem):
                yield found.told()
            elif not isinstance(found, IdentitiesRead):
                yield _page(found, table)
    except UnreadableError as error:
        yield ImportProblem(file.origin, error.line, error.message).told()


def _page(found: PageRead | ArticleRead, table: MetadataTable) -> Page:
    if isinstance(found, ArticleRead):
        name, text, published = found.article.name or found.article.id, found.article.text, found.article.published
    else:
        name, text, published = found.name, found.text, found.published
    row = table.of(name)
    return Page(Path(name).stem, text, (row.published if row else None) or published)


def read_article(path: Path) -> Article:
    """The one page in a file. Raises TawsimError when it cannot be read."""
    for found in read_pages([path]):
        if isinstance(found, Message):
            raise TawsimError(found)
        return found.article
    raise TawsimError(Message("{file}: holds no page.", file=str(path)))


def read_page_file(path: Path) -> GoldPage:
    """The page file at a path; raises TawsimError when it cannot be read or is none."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TawsimError(Message("{file}: cannot be read ({reason}).", file=str(path), reason=str(error))) from error
    return page_from_plain(plain, path.name)


def write_page_file(path: Path, page: GoldPage, text: str) -> None:
    """Write a page file, the same bytes for the same page. Raises TawsimError when it cannot be written."""
    content = json.dumps(page_to_plain(page, text), ensure_ascii=False, indent=1)
    try:
        path.write_text(content + "\n", encoding="utf-8", newline="\n")
    except (OSError, UnicodeEncodeError) as error:
        message = Message("{file}: cannot be written ({reason}).", file=str(path), reason=str(error))
        raise TawsimError(message) from error
