"""Exporting a project in one of the formats."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from model.article import ArticleState
from model.errors import TawsimError
from model.messages import Message
from storage.exporting.formats import EXPORT_FORMATS, ExportFormat
from storage.exporting.placing import placed_file, placed_folder
from storage.exporting.report import ExportReport, Loss, Losses, Progress, unwatched
from storage.exporting.sheets import AnnotatedArticle, annotated_articles
from storage.exporting.writing import Writing

if TYPE_CHECKING:
    from storage.project import Project


def foreseen_losses(project: "Project", format_name: str) -> tuple[Loss, ...]:
    """What the format cannot hold of what the whole project has, counted before anything is written.

    What only shows while writing (words split at the edge of a mention, say) is told by ``export``.
    """
    return Losses().listed(_format(format_name).loses, project.contents())


def export(
    project: "Project",
    format_name: str,
    out: Path,
    *,
    states: tuple[ArticleState, ...] = (),
    progress: Progress = unwatched,
) -> ExportReport:
    """Write the articles in these states (none named: all) to a file or, where the format wants one, a folder.

    Suggestions are never written. Raises ExportCancelledError, or TawsimError for a place that cannot be written;
    what stood there is then as it was.
    """
    chosen = _format(format_name)
    if out.resolve() == project.location.path:
        raise TawsimError(Message("{path} is the project itself. Name another file.", path=str(out)))
    counted, lost = _Counted(annotated_articles(project, states, progress)), Losses()
    with (placed_folder if chosen.is_folder else placed_file)(out) as part:
        chosen.write(Writing(project, counted, part, lost))
        names = sorted(path.name for path in part.iterdir()) if chosen.is_folder else []
    files = tuple(out / name for name in names) or (out,)
    return ExportReport(
        files, counted.articles, counted.mentions, counted.events, lost.listed(chosen.loses, project.contents(states))
    )


def _format(name: str) -> ExportFormat:
    if name not in EXPORT_FORMATS:
        known = ", ".join(EXPORT_FORMATS)
        raise TawsimError(Message("There is no format “{name}”; there are: {known}.", name=name, known=known))
    return EXPORT_FORMATS[name]


class _Counted:
    """Counts what passes."""

    def __init__(self, articles: Iterable[AnnotatedArticle]) -> None:
        self._articles = articles
        self.articles = self.mentions = self.events = 0

    def __iter__(self) -> Iterator[AnnotatedArticle]:
        for one in self._articles:
            self.articles += 1
            self.mentions += len(one.sheet.mentions)
            self.events += len(one.sheet.events)
            yield one
