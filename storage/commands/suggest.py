"""``./run suggest``: suggestions for the articles of a project, or for pages, as one JSON file a page."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.commands.bulk import suggest_pages
from storage.commands.pages import PAGE_SUFFIX, Page, read_pages, write_page_file
from storage.commands.progress_bar import progress_bar

if TYPE_CHECKING:
    from storage.suggesting.bulk import BulkReport
    from storage.suggesting.workers import Workers


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH...]")
@click.option("--project", "place", help="Project (a file or a database URL) whose articles get suggestions.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the results of PATH...")
@click.option(
    "--metadata",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Table of publication dates; overrides what the pages show.",
)
@click.option("--only", metavar="NAME", help="Only the suggestions of one suggester; those of others stay.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="all processors",
    help="How many processes share the work.",
)
@click.option("--dask", metavar="ADDRESS", help="Scheduler of a Dask cluster that does the work; needs a database.")
@click.pass_context
def suggest(
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    place: str | None,
    out: Path | None,
    metadata: Path | None,
    only: str | None,
    jobs: int,
    dask: str | None,
) -> None:
    """Make suggestions for every article of --project that wants them; stopped, the same command goes on.

    Or write what the program suggests for the pages at PATH (files, folders, zips) to --out, one JSON file a page.
    """
    language = context.obj or SOURCE_LANGUAGE
    if place is not None:
        if paths or out is not None or metadata is not None:
            raise click.UsageError(render(Message("Give either --project or PATH... with --out."), language))
        problems = _suggest_for_project(place, only, jobs, dask, language)
    elif not paths or out is None or only is not None or dask is not None:
        raise click.UsageError(
            render(Message("Give --project, or PATH... with --out; --only and --dask need --project."), language)
        )
    else:
        problems = _suggest_for_pages(paths, out, metadata, jobs, language)
    for problem in problems:
        click.echo(render(problem, language), err=True)
    context.exit(1 if problems else 0)


def _suggest_for_pages(
    paths: tuple[Path, ...], out: Path, metadata: Path | None, jobs: int, language: str
) -> list[Message]:
    problems = list[Message]()
    pages = _Sorting(read_pages(paths, metadata), problems)
    out.mkdir(parents=True, exist_ok=True)
    written = 0
    with progress_bar(Message("Suggesting"), language) as progress:
        for outcome in suggest_pages(pages, jobs):
            write_page_file(out / f"{outcome.page.name}{PAGE_SUFFIX}", outcome.suggested, outcome.page.text)
            problems += outcome.problems
            written += 1
            progress(written, None)
    message = Message(
        "{count} pages written to {folder}.", one="One page written to {folder}.", count=written, folder=str(out)
    )
    click.echo(render(message, language))
    return problems


def _suggest_for_project(place: str, only: str | None, jobs: int, dask: str | None, language: str) -> Iterable[Message]:
    from storage.project import Project
    from storage.suggesting.bulk import suggest_project
    from storage.suggesting.workers import cluster_workers, local_workers

    def work(workers: "Workers | None") -> "BulkReport":
        with progress_bar(Message("Suggesting"), language) as progress:
            return suggest_project(project, workers, only=only, progress=progress)

    with Project.open(place, shared=True) as project:
        if dask is not None:
            with cluster_workers(dask, place) as workers:
                report = work(workers)
        else:
            report = work(local_workers(jobs) if jobs > 1 else None)
    message = Message(
        "{count} articles have new suggestions.",
        one="One article has new suggestions.",
        count=report.articles,
    )
    click.echo(render(message, language))
    return report.problems


class _Sorting:
    """Passes pages on and collects what could not be read; a second page of one name is not passed on."""

    def __init__(self, found: Iterator[Page | Message], problems: list[Message]) -> None:
        self._found = found
        self._problems = problems
        self._names = set[str]()

    def __iter__(self) -> Iterator[Page]:
        for page in self._found:
            if isinstance(page, Message):
                self._problems.append(page)
            elif page.name in self._names:
                self._problems.append(Message("A second page is called “{name}”; it was left out.", name=page.name))
            else:
                self._names.add(page.name)
                yield page
