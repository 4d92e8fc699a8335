"""``./run import``: pages into a project, all of them or none."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from model.errors import TawsimError
from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from model.schema.loader import load_schema, load_shipped, shipped_schemas
from model.schema.schema import Schema
from storage.commands.progress_bar import progress_bar
from storage.importing import ImportOptions, ImportPlan, ImportResult, carry_out, plan_import
from storage.location import location_of
from storage.project import Project

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--project", "place", required=True, help="Project (a file or a database URL); a new file is made.")
@click.option("--schema", default="news", show_default=True, help="Schema of a new project: a shipped one or a file.")
@click.option("--metadata", type=_FILE, help="Table of file, published, title, outlet, url, separated by tabs.")
@click.option("--encoding", help="Encoding of text files; without it, it is found out for each.")
@click.option(
    "--all-or-nothing/--skip-bad",
    "all_or_nothing",
    default=True,
    show_default=True,
    help="Whether one bad file stops the import.",
)
@click.option("--annotator", default=getpass.getuser, help="Who annotations belong to that do not say it themselves.")
@click.pass_context
def import_pages(
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    place: str,
    schema: str,
    metadata: Path | None,
    encoding: str | None,
    all_or_nothing: bool,
    annotator: str,
) -> None:
    """Import pages from PATH: text files, saved pages, documents, tables, JSON Lines, zips, and folders of them."""
    language = context.obj or SOURCE_LANGUAGE
    options = ImportOptions(metadata=metadata, encoding=encoding)
    with _project(place, schema) as project:
        with progress_bar(Message("Reading"), language) as progress:
            plan = plan_import(paths, options, project=project, progress=progress)
        _tell_plan(plan, language)
        with progress_bar(Message("Importing"), language) as progress:
            result = carry_out(
                plan,
                project,
                with_problems=not all_or_nothing,
                annotator=annotator,
                at=datetime.now(UTC),
                progress=progress,
            )
    _tell_result(result, language)
    context.exit(1 if result.problems else 0)


@contextmanager
def _project(place: str, schema: str) -> Iterator[Project]:
    """The project, open; one that is made for a failing import is removed again."""
    path = location_of(place).path
    if path is None or path.exists():
        with Project.open(place, shared=True) as project:
            yield project
        return
    with Project.create(place, _schema(schema), name=path.stem) as project:
        try:
            yield project
        except TawsimError:
            project.close()
            path.unlink()
            raise


def _schema(name: str) -> Schema:
    return load_shipped(name) if name in shipped_schemas() else load_schema(Path(name))


def _tell_plan(plan: ImportPlan, language: str) -> None:
    def tell(message: Message) -> None:
        click.echo(render(message, language), err=True)

    for problem in plan.problems:
        tell(problem.told())
    for page in plan.pages:
        if page.known_as is not None:
            known = Message(
                "{file}: not imported again, being known as “{name}”.", file=page.origin, name=page.known_as
            )
            tell(known)
        for warning in page.warnings:
            tell(Message("{file}: {problem}", file=page.origin, problem=warning))
    if plan.passed_over:
        tell(
            Message(
                "{count} files that are no pages were passed over.",
                one="One file that is no page was passed over.",
                count=len(plan.passed_over),
            )
        )
    encodings = sorted({page.encoding for page in plan.pages if page.encoding})
    if encodings:
        tell(Message("Encodings found: {encodings}.", encodings=", ".join(encodings)))


def _tell_result(result: ImportResult, language: str) -> None:
    count = len(result.article_ids)
    done = Message("{count} articles imported.", one="One article imported.", count=count)
    click.echo(render(done, language))
    if result.near_copies:
        copies = Message(
            "{count} groups of near-copies among them.",
            one="One group of near-copies among them.",
            count=result.near_copies,
        )
        click.echo(render(copies, language))
