"""Texts that are known: those of the project, and those that came earlier in the same import."""

from typing import TYPE_CHECKING

from model.article import Article
from storage.importing.packing import PackedRecords

if TYPE_CHECKING:
    from storage.project import Project


class KnownTexts:
    """Knows texts by their sha256, and which ids and labels the project has."""

    def __init__(self, project: "Project | None") -> None:
        self._project = project
        self._stored = frozenset[str]() if project is None else project.digests()
        self._ids = set[str]() if project is None else set(project.article_ids())
        self._earlier: dict[str, str] = {}

    def name_in_project(self, digest: str) -> str | None:
        """Title, else name, of the article in the project that has this text."""
        if self._project is None or digest not in self._stored:
            return None
        return _shown(self._project.article(self._project.find_by_digest(digest)[0]))

    def name_of(self, digest: str) -> str | None:
        """The same, for texts earlier in this import too."""
        return self.name_in_project(digest) or self._earlier.get(digest)

    def is_known(self, digest: str) -> bool:
        """Whether the project or an earlier page of this import has this text."""
        return digest in self._stored or digest in self._earlier

    def unknown_labels(self, records: PackedRecords) -> list[str]:
        """The labels of records that the project's schema does not have."""
        if self._project is None:
            return []
        schema = self._project.schema
        return sorted(
            (records.mention_labels - schema.mention_labels.keys())
            | (records.event_labels - schema.event_labels.keys())
        )

    def has_id(self, article_id: str) -> bool:
        """Whether the id is taken in the project or by an earlier page."""
        return article_id in self._ids

    def add(self, digest: str, article: Article) -> None:
        """Remember a page of this import."""
        self._earlier.setdefault(digest, _shown(article))
        self._ids.add(article.id)


def _shown(article: Article) -> str:
    return article.title or article.name or article.id
