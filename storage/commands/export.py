"""``./run export``: a project in a format of other tools, with what the format could not hold."""

from collections.abc import Iterable
from pathlib import Path

import click

from model.article import ArticleState
from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.commands.progress_bar import progress_bar
from storage.exporting import EXPORT_FORMATS, Loss, foreseen_losses
from storage.exporting import export as export_project
from storage.project import Project


@click.command()
@click.option("--project", "place", required=True, help="Project (a file or a database URL).")
@click.option(
    "--format", "format_name", required=True, type=click.Choice(list(EXPORT_FORMATS)), help="Format to write."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="File to write; for brat, a new folder.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([state.value for state in ArticleState]),
    help="Only articles in this state; may be given several times.",
)
@click.pass_context
def export(context: click.Context, *, place: str, format_name: str, out: Path, states: tuple[str, ...]) -> None:
    """Write the annotations of a project to --out. Suggestions that nobody accepted are never written."""
    language = context.obj or SOURCE_LANGUAGE
    with Project.open(place, shared=True) as project:
        _tell(Message("This format cannot hold:"), foreseen_losses(project, format_name), language)
        with progress_bar(Message("Exporting"), language) as progress:
            wanted = tuple(ArticleState(state) for state in states)
            report = export_project(project, format_name, out, states=wanted, progress=progress)
    _tell(Message("Left out:"), report.losses, language)
    message = Message(
        "{count} articles with {mentions} mentions and {events} events written to {path}.",
        one="One article with {mentions} mentions and {events} events written to {path}.",
        count=report.articles,
        mentions=report.mentions,
        events=report.events,
        path=str(out),
    )
    click.echo(render(message, language))


def _tell(heading: Message, losses: Iterable[Loss], language: str) -> None:
    lines = [f"  {render(loss.message, language)}" for loss in losses]
    if lines:
        click.echo("\n".join([render(heading, language), *lines]), err=True)
