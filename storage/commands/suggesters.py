"""``./run suggesters``: what suggesters there are, and which a project uses."""

import json
from pathlib import Path

import click

from model.errors import TawsimError
from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from model.suggest.configured import faults_of
from model.suggest.optional.kinds import Kind
from model.suggest.settings import SuggesterSettings
from storage.project import Project
from storage.suggesters import KINDS, keep_suggester_settings, suggester_settings


@click.command()
@click.option("--project", "place", help="Project (a file or a database URL); without it, the kinds there are.")
@click.option(
    "--set",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON file with the settings to keep with the project, in the form in which they are printed.",
)
@click.pass_context
def suggesters(context: click.Context, *, place: str | None, file: Path | None) -> None:
    """Print the kinds of suggesters, or print or set those of a project."""
    language = context.obj or SOURCE_LANGUAGE
    if place is None:
        if file is not None:
            raise click.UsageError(
                render(Message("Settings are kept with a project: name it with --project."), language)
            )
        for kind in KINDS.values():
            _print_kind(kind, language)
        return
    with Project.open(place, read_only=file is None, shared=True) as project:
        if file is not None:
            keep_suggester_settings(project, _read(file))
        settings = suggester_settings(project)
    click.echo(json.dumps(settings.to_plain(), ensure_ascii=False, indent=2))
    context.exit(_tell(settings, language))


def _read(file: Path) -> SuggesterSettings:
    try:
        return SuggesterSettings.from_plain(json.loads(file.read_text("utf-8")))
    except ValueError as error:
        raise TawsimError(Message("{file} is not JSON: {reason}", file=str(file), reason=str(error))) from error


def _tell(settings: SuggesterSettings, language: str) -> int:
    """Say on standard error what is sent where and what cannot work; 1 if something cannot."""
    for entry in settings.entries:
        kind = KINDS.get(entry.kind)
        notice = kind.notice(entry) if kind is not None and entry.enabled else None
        if notice is not None:
            click.echo(f"{entry.name}: {render(notice, language)}", err=True)
    faults = list(faults_of(settings, KINDS))
    for fault in faults:
        click.echo(f"{fault.suggester}: {render(fault.message, language)}", err=True)
    return 1 if faults else 0


def _print_kind(kind: Kind, language: str) -> None:
    click.echo(f"{kind.name}: {render(kind.title, language)}. {render(kind.description, language)}")
    if kind.extra and kind.missing_modules():
        click.echo(f"  ./run install {kind.extra}")
    for option in kind.options:
        default = json.dumps(option.default, ensure_ascii=False)
        click.echo(f"  {option.name} = {default}: {render(option.description, language)}")
