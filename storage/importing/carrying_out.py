"""Carrying an import out: one transaction that stores everything or nothing."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from model.annotation import Event, Identity, Mention, Provenance
from model.identifiers import new_id
from model.operation import Record
from storage.importing.plan import (
    ImportCancelledError,
    ImportPlan,
    ImportRefusedError,
    ImportResult,
    PlannedPage,
    Progress,
)
from storage.interchange.reading import NOBODY

if TYPE_CHECKING:
    from storage.project import Project


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
        annotations = project.add_annotations(records.of(plan, pages))
        counting.finish()
    return ImportResult(
        added.ids,
        len(plan.pages) - len(pages),
        len({page.copy_group for page in pages if page.copy_group}),
        annotations,
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
    """The records of planned pages, their identities joined with those that the project has by key."""

    def __init__(self, known: Iterable[Identity], by_default: Provenance) -> None:
        self._by_key = {identity.key: identity.id for identity in known}
        self._taken = set(self._by_key.values())
        self._by_default = by_default

    def of(self, plan: ImportPlan, pages: Iterable[PlannedPage]) -> Iterator[Record]:
        """All records, each identity before the mentions that share it."""
        for page in pages:
            yield from self._of_page(page)
        yield from (new for identity in plan.identities if (new := self._settled(identity)[1]) is not None)

    def _of_page(self, page: PlannedPage) -> Iterator[Record]:
        ids: dict[str | None, str] = {}
        for record in page.annotations:
            match record:
                case Identity():
                    ids[record.id], new = self._settled(record)
                    if new is not None:
                        yield new
                case Mention():
                    known = ids.get(record.identity_id)
                    shared = record if known == record.identity_id else replace(record, identity_id=known)
                    yield self._signed(shared)
                case Event():
                    yield self._signed(record)
                case _:
                    yield record

    def _settled(self, identity: Identity) -> tuple[str, Identity | None]:
        """The id that the project has or will have for an identity, and the identity if it is new."""
        if identity.key in self._by_key:
            return self._by_key[identity.key], None
        new = replace(identity, id=new_id()) if identity.id in self._taken else identity
        self._by_key[new.key] = new.id
        self._taken.add(new.id)
        return new.id, new

    def _signed(self, record: Mention | Event) -> Mention | Event:
        return replace(record, provenance=self._by_default) if record.provenance == NOBODY else record
