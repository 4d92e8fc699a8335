"""``./run suggest``: what the program suggests for pages, as one JSON file a page."""

import os
import sys
from pathlib import Path

import click

from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.commands.bulk import Job, Outcome, suggest_pages
from storage.commands.pages import PAGE_SUFFIX, article_paths, read_published, write_page_file


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
    """Write what the program suggests for the pages at PATH (text files or folders of them), one JSON file a page."""
    language = context.obj or SOURCE_LANGUAGE
    published = read_published(metadata)
    jobs = [Job(path, published.get(path.stem)) for path in article_paths(paths)]
    out.mkdir(parents=True, exist_ok=True)
    written, problems = 0, list[Message]()
    bar = click.progressbar(
        suggest_pages(jobs, processes), length=len(jobs), label=render(Message("Suggesting"), language), file=sys.stderr
    )
    with bar as outcomes:
        for outcome in outcomes:
            written += _write(outcome, out)
            problems += outcome.problems
    for problem in problems:
        click.echo(render(problem, language), err=True)
    message = Message(
        "{count} pages written to {folder}.", one="One page written to {folder}.", count=written, folder=str(out)
    )
    click.echo(render(message, language))
    context.exit(1 if problems else 0)


def _write(outcome: Outcome, out: Path) -> bool:
    if outcome.page is None:
        return False
    write_page_file(out / f"{outcome.path.stem}{PAGE_SUFFIX}", outcome.page, outcome.text)
    return True
