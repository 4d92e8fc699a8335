"""Planning an import: read everything, check it, find what is known already; store nothing."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from model.annotation import Identity
from model.article import Article, text_digest
from model.identifiers import new_id
from model.messages import Message
from storage.importing.copies import copy_groups
from storage.importing.files import Listed, listed_files
from storage.importing.known import KnownTexts
from storage.importing.metadata_table import MetadataTable, read_metadata
from storage.importing.options import ImportOptions
from storage.importing.plan import ImportCancelledError, ImportPlan, ImportProblem, PlannedPage, Progress
from storage.importing.preparing import all_prepared
from storage.importing.readers import READERS
from storage.importing.source_file import ArticleRead, Found, IdentitiesRead, PageRead, SourceFile, UnreadableError
from storage.importing.text_checks import refuse_empty, warnings_of

if TYPE_CHECKING:
    from storage.project import Project

_BETWEEN_ASKING = 50
"""Pages of one file after which the user may cancel."""


def plan_import(
    paths: Sequence[Path], options: ImportOptions, *, project: "Project | None", progress: Progress
) -> ImportPlan:
    """Read the pages in files, folders and zips.

    ``project`` is where they will go: its texts are known already. ``progress`` counts files. Raises TawsimError for
    a metadata table that cannot be read, ImportCancelledError when ``progress`` returns False.
    """
    planner = _Planner(options, read_metadata(options.metadata), KnownTexts(project))
    listed = [*listed_files(paths, options.limits, besides=options.metadata)]
    with closing(all_prepared(planner.found(listed, progress))) as pages:
        for page in pages:
            planner.add(page)
    progress(len(listed), len(listed))
    return planner.plan()


class _Planner:
    """What has been read so far."""

    def __init__(self, options: ImportOptions, metadata: MetadataTable, known: KnownTexts) -> None:
        self._pages: list[PlannedPage] = []
        self._problems: list[ImportProblem] = []
        self._passed_over: list[str] = []
        self._options = options
        self._metadata = metadata
        self._known = known
        self._met: set[str] = set()
        self._names: dict[str, int] = {}
        self._identities: list[Identity] = []

    def found(self, listed: Sequence[Listed], progress: Progress) -> Iterator[Found]:
        """All that is in the files, before the work that takes time. Raises ImportCancelledError."""
        for done, one in enumerate(listed):
            if not progress(done, len(listed)):
                raise ImportCancelledError
            for count, found in enumerate(self._in(one), start=1):
                if count % _BETWEEN_ASKING == 0 and not progress(done, len(listed)):
                    raise ImportCancelledError
                yield self._with_metadata(found) if isinstance(found, PageRead) else found

    def _in(self, listed: Listed) -> Iterator[Found]:
        if isinstance(listed, SourceFile):
            yield from self._in_file(listed)
        elif isinstance(listed, ImportProblem):
            yield listed
        else:
            self._passed_over.append(str(listed))

    def _in_file(self, file: SourceFile) -> Iterator[Found]:
        try:
            yield from READERS[file.suffix](file, self._options)
        except UnreadableError as error:
            yield ImportProblem(file.origin, error.line, error.message)

    def _with_metadata(self, page: PageRead) -> PageRead:
        told = self._metadata.of(page.name)
        digest = text_digest(page.text)
        is_known = digest in self._met or self._known.is_known(digest)
        self._met.add(digest)
        return replace(page if told is None else told.applied_to(page), is_known=is_known)

    def add(self, found: Found) -> None:
        """Take what was found into the plan."""
        match found:
            case ImportProblem():
                self._problems.append(found)
            case IdentitiesRead():
                self._identities += found.identities
            case PageRead():
                self._add_page(found)
            case ArticleRead():
                self._add_article(found)

    def _add_page(self, page: PageRead) -> None:
        try:
            refuse_empty(page.text)
        except UnreadableError as error:
            self._problems.append(ImportProblem(page.origin, None, error.message))
            return
        digest = text_digest(page.text)
        known_as = self._known.name_of(digest)
        article = Article(
            id=new_id(),
            text=page.text,
            sha256=digest,
            title=page.title,
            name=self._unique(page.name),
            outlet=page.outlet,
            url=page.url,
            published=page.published,
            language=self._options.language,
            encoding=page.encoding,
            metadata=page.metadata,
        )
        self._known.add(digest, article)
        source = None if page.source is None else zlib.compress(page.source, 1)
        warnings = (*page.warnings, *warnings_of(page.text))
        self._pages.append(PlannedPage(article, page.origin, page.encoding, known_as, None, warnings, source))

    def _add_article(self, found: ArticleRead) -> None:
        article = found.article
        records = found.records
        unknown = self._known.unknown_labels(records) if records else []
        if unknown:
            message = Message("uses labels that the project's schema has not: {labels}.", labels=", ".join(unknown))
            self._problems.append(ImportProblem(found.origin, found.line, message))
            return
        known_as = self._known.name_in_project(article.sha256)
        if self._known.has_id(article.id):
            article = replace(article, id=new_id())
            records = records and records.moved_to(article.id)
        warnings = [*warnings_of(article.text)]
        if known_as is not None and records:
            warnings.append(Message("Its text is in the project already; its annotations were not taken."))
        self._known.add(article.sha256, article)
        told = self._metadata.of(article.name)
        article = article if told is None else told.applied_to(article)
        origin = f"{found.origin}:{found.line}"
        self._pages.append(
            PlannedPage(article, origin, article.encoding, known_as, None, tuple(warnings), None, records)
        )

    def _unique(self, name: str) -> str:
        """The name, with a number when another page of this import has it."""
        count = self._names[name] = self._names.get(name, 0) + 1
        if count == 1:
            return name
        stem, dot, suffix = name.rpartition(".")
        return f"{stem} ({count}).{suffix}" if dot and stem else f"{name} ({count})"

    def plan(self) -> ImportPlan:
        """The plan, its near-copies grouped."""
        groups = copy_groups(page.article for page in self._pages if page.known_as is None)
        return ImportPlan(
            tuple(self._grouped(groups)), tuple(self._problems), tuple(self._passed_over), tuple(self._identities)
        )

    def _grouped(self, groups: dict[str, str]) -> Iterator[PlannedPage]:
        for page in self._pages:
            group = page.article.copy_group or groups.get(page.article.id)
            yield replace(page, article=replace(page.article, copy_group=group), copy_group=group) if group else page
