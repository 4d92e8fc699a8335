"""Carrying an import out: one transaction that stores everything or nothing."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from model.annotation import Identity, Provenance
from model.identifiers import new_id
from storage.importing.packing import PackedRecords
from storage.importing.plan import (
    ImportCancelledError,
    ImportPlan,
    ImportRefusedError,
    ImportResult,
    PlannedPage,
    Progress,
)
from storage.interchange.reading import NOBODY
from storage.records.keeper import Rows, batches
from storage.records.kinds import IDENTITIES
from storage.records.rows import changed

if TYPE_CHECKING:
    from storage.project import Project

_PAGES_AT_ONCE = 50


def carry_out(
    plan: ImportPlan, project: "Project", *, with_problems: bool, annotator: str, at: datetime, progress: Progress
) -> ImportResult:
    """Store the pages of a plan whose text is not known yet.

    Annotations that do not say who made them are taken as ``annotator``'s, made ``at`` (UTC). Raises
    ImportRefusedError when there are problems and ``with_problems`` is False, ImportCancelledError, or a StoreError;
    the project is then as it was.
    """
    if plan.problems and not with_problems:
        raise ImportRefusedError(plan.problems)
    pages = [page for page in plan.pages if page.known_as is None]
    counting = _Counting(len(pages), progress)
    with project.one_transaction():
        articles = (replace(page.article, imported_at=at) for page in counting.each(pages))
        added = project.add_articles(articles, sources=_Sources(pages))
        records = _Records(project.identities(), Provenance(annotator, at))
        project.add_rows(records.of(plan, pages))
        counting.finish()
    return ImportResult(
        added.ids,
        len(plan.pages) - len(pages),
        len({page.copy_group for page in pages if page.copy_group}),
        records.count,
        plan.problems,
    )


class _Counting:
    """Tells progress and notices when the user cancels."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total = total
        self._progress = progress

    def each(self, pages: Iterable[PlannedPage]) -> Iterator[PlannedPage]:
        """The pages one by one, while the user does not cancel."""
        for done, page in enumerate(pages):
            if not self._progress(done, self._total):
                raise ImportCancelledError
            yield page

    def finish(self) -> None:
        """The last moment at which the user can cancel."""
        if not self._progress(self._total, self._total):
            raise ImportCancelledError


class _Sources(Mapping[str, bytes]):
    """The bytes that pages were read from, by article, unpacked one at a time."""

    def __init__(self, pages: Iterable[PlannedPage]) -> None:
        self._packed = {page.article.id: page.packed_source for page in pages if page.packed_source is not None}

    def __getitem__(self, article_id: str) -> bytes:
        return zlib.decompress(self._packed[article_id])

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class _Records:
    """The rows of planned pages, their identities joined with those that the project has by key."""

    def __init__(self, known: Iterable[Identity], by_default: Provenance) -> None:
        self._by_key = {identity.key: identity.id for identity in known}
        self._taken = set(self._by_key.values())
        self._by_default = by_default
        self.count = 0

    def of(self, plan: ImportPlan, pages: Iterable[PlannedPage]) -> Iterator[Rows]:
        """All rows, those of a portion of pages at a time, with the identities that are new."""
        for portion in batches(iter(pages), _PAGES_AT_ONCE):
            rows: Rows = defaultdict(list)
            for page in portion:
                if page.records is not None:
                    self._add_page(rows, page.records)
            yield rows
        rest: Rows = defaultdict(list)
        for identity in plan.identities:
            self._settled(identity, rest)
        yield rest

    def _add_page(self, rows: Rows, records: PackedRecords) -> None:
        identities, own = records.unpacked()
        renamed = {}
        for values in identities:
            own_id, key = values[:2]
            known = self._by_key.get(key) or self._settled(Identity(*values), rows)
            if known != own_id:
                renamed[own_id] = known
        if renamed:
            own = changed(own, ("identity_id",), lambda old: (renamed.get(old, old),))
        if records.unsigned:
            own = changed(own, ("annotator", "at"), self._signed)
        for table, of_table in own.items():
            rows[table] += of_table
        self.count += records.count

    def _settled(self, identity: Identity, rows: Rows) -> str:
        """The id that the project has or will have for an identity; its row is added if it is new."""
        if identity.key in self._by_key:
            return self._by_key[identity.key]
        new = replace(identity, id=new_id()) if identity.id in self._taken else identity
        self._by_key[new.key] = new.id
        self._taken.add(new.id)
        for table, of_table in IDENTITIES.rows([new]).items():
            rows[table] += of_table
        self.count += 1
        return new.id

    def _signed(self, annotator: str | None, at: datetime | None = None) -> tuple[object, ...]:
        """Who made a row and when, the importer where nobody is told; zones have no moment."""
        if at is None:
            return (annotator,)
        unsigned = (annotator, at) == (NOBODY.annotator, NOBODY.at)
        return (self._by_default.annotator, self._by_default.at) if unsigned else (annotator, at)
