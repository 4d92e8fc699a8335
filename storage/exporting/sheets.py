"""Articles with their sheets, in the order of import, a portion in memory at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.article import Article, ArticleState
from model.sheet import Sheet
from storage.exporting.report import ExportCancelledError, Progress
from storage.queue import QueueQuery

if TYPE_CHECKING:
    from storage.project import Project


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article and all that annotators put on it."""

    article: Article
    sheet: Sheet


def annotated_articles(
    project: "Project", states: tuple[ArticleState, ...], progress: Progress
) -> Iterator[AnnotatedArticle]:
    """The articles in these states, or all if none is named. Raises ExportCancelledError when told to stop."""
    ids = [row.id for row in project.queue(QueueQuery(states=states))]
    for done, (article, sheet) in enumerate(project.iter_sheets(ids)):
        if not progress(done, len(ids)):
            raise ExportCancelledError
        yield AnnotatedArticle(article, sheet)
    progress(len(ids), len(ids))
