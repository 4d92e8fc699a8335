"""``./run suggest``: what the program suggests for pages, as one JSON file a page."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.commands.bulk import suggest_pages
from storage.commands.pages import PAGE_SUFFIX, Page, read_pages, write_page_file
from storage.commands.progress_bar import progress_bar


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH...")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the results.")
@click.option(
    "--metadata",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Table of publication dates; overrides what the pages show.",
)
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="all processors",
    help="How many processes share the work.",
)
@click.pass_context
def suggest(
    context: click.Context, *, paths: tuple[Path, ...], out: Path, metadata: Path | None, processes: int
) -> None:
    """Write what the program suggests for the pages at PATH (files, folders, zips), one JSON file a page."""
    language = context.obj or SOURCE_LANGUAGE
    problems = list[Message]()
    pages = _Sorting(read_pages(paths, metadata), problems)
    out.mkdir(parents=True, exist_ok=True)
    written = 0
    with progress_bar(Message("Suggesting"), language) as progress:
        for outcome in suggest_pages(pages, processes):
            write_page_file(out / f"{outcome.page.name}{PAGE_SUFFIX}", outcome.suggested, outcome.page.text)
            problems += outcome.problems
            written += 1
            progress(written, None)
    for problem in problems:
        click.echo(render(problem, language), err=True)
    message = Message(
        "{count} pages written to {folder}.", one="One page written to {folder}.", count=written, folder=str(out)
    )
    click.echo(render(message, language))
    context.exit(1 if problems else 0)


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
