"""``./run schema``: shows, writes, and changes the schema of a project under the work that is in it."""

import getpass
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from model.operations.author import Author
from model.schema.changes import building
from model.schema.changes.building import Fate
from model.schema.changes.change import OrphanedRole, SchemaChange
from model.schema.changes.parts import PART_NAMES, Part, find, labels_of
from model.schema.loader import load_schema
from model.schema.schema import Schema
from model.schema.writing import to_yaml
from storage.commands.progress_bar import progress_bar
from storage.project import Project
from storage.schema_changes import Preview, Sample
from storage.schema_changes.words import effects, obstacles

if TYPE_CHECKING:
    from collections.abc import Sequence

F = TypeVar("F", bound=Callable[..., Any])
_PART = click.Choice([part.value for part in Part])
_FATE = click.Choice([fate.value for fate in Fate])
_SHOWN_SAMPLES = 8


@click.group()
def schema() -> None:
    """Show or change what a project's annotations may use. Every change is one step that the window can undo."""


def _project_option(command: F) -> F:
    return click.option("--project", "place", required=True, help="Project (a file or a database URL).")(command)


def _change_options(command: F) -> F:
    options = (
        click.option(
            "--part", type=_PART, default=Part.MENTION.value, show_default=True, help="What it is a label of."
        ),
        click.option(
            "--role",
            "roles",
            multiple=True,
            metavar="EVENT:ROLE=ROLE",
            help="What arguments become whose event cannot have their role any more; nothing after = takes them away.",
        ),
        click.option("--dry-run", is_flag=True, help="Only say what would change; 1 if the change would be refused."),
        click.option("--annotator", default=getpass.getuser, help="In whose name the step is logged."),
    )
    for option in reversed(options):
        command = option(command)
    return _project_option(command)


@schema.command("show")
@_project_option
@click.pass_context
def show(context: click.Context, *, place: str) -> None:
    """List the labels of the schema, with their keys and names."""
    language = context.obj or SOURCE_LANGUAGE
    with Project.open(place, read_only=True) as project:
        shown = project.schema
    click.echo(f"{shown.name} {shown.version}: {shown.names.in_language(language)}")
    for part in Part:
        click.echo(f"\n{render(PART_NAMES[part], language)}")
        for label in labels_of(shown, part):
            key, retired = getattr(label, "key", None) or " ", render(Message("retired"), language)
            name = label.names.in_language(language)
            click.echo(f"  {key} {label.name:<14} {name}{f'  ({retired})' if label.retired else ''}")


@schema.command("export")
@_project_option
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def export(*, place: str, file: Path | None) -> None:
    """Write the schema as YAML to FILE, or to the terminal."""
    with Project.open(place, read_only=True) as project:
        source = to_yaml(project.schema)
    if file is None:
        click.echo(source, nl=False)
    else:
        file.write_text(source, "utf-8")


@schema.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--label", "labels", multiple=True, metavar="OLD=NEW", help="What a label that FILE lacks becomes; once for each."
)
@_change_options
@click.pass_context
def import_schema(context: click.Context, /, *, file: Path, labels: tuple[str, ...], part: str, **options: Any) -> None:
    """Put the schema in the YAML FILE in place of the present one. Labels in use that it lacks stop that."""
    other = load_schema(file)

    def change(present: Schema) -> SchemaChange:
        names: dict[Part, dict[str, str | None]] = {}
        for old, new in map(_pair, labels):
            names.setdefault(_part_of(present, old, Part(part)), {})[old] = new or None
        return building.replace_with(present, other, names)

    _carry_out(context, change, **options)


@schema.command("rename")
@click.argument("old")
@click.argument("new")
@_change_options
@click.pass_context
def rename(context: click.Context, /, *, old: str, new: str, part: str, **options: Any) -> None:
    """Call the label OLD by the name NEW, in the schema and on everything that has it."""
    _carry_out(context, lambda present: building.rename(present, Part(part), old, new), **options)


@schema.command("merge")
@click.argument("old")
@click.argument("into")
@_change_options
@click.pass_context
def merge(context: click.Context, /, *, old: str, into: str, part: str, **options: Any) -> None:
    """Let the label OLD become the label INTO."""
    _carry_out(context, lambda present: building.merge(present, Part(part), old, into), **options)


@schema.command("retire")
@click.argument("label")
@click.option("--fate", type=_FATE, default=Fate.KEEP.value, show_default=True, help="What becomes of what has it.")
@click.option("--into", help="The label that what has it gets, with --fate relabel.")
@_change_options
@click.pass_context
def retire(context: click.Context, /, *, label: str, fate: str, into: str | None, part: str, **options: Any) -> None:
    """Offer LABEL no more."""
    _carry_out(context, lambda present: building.retire(present, Part(part), label, Fate(fate), into), **options)


def _pair(text: str) -> tuple[str, str]:
    old, _, new = text.partition("=")
    return old, new


def _part_of(present: Schema, label: str, first: Part) -> Part:
    """The part that has a label; the one asked for if several do."""
    return next((part for part in (first, *Part) if find(present, part, label) is not None), first)


def _orphans(roles: "Sequence[str]") -> dict[OrphanedRole, str | None]:
    found: dict[OrphanedRole, str | None] = {}
    for text in roles:
        place, to = _pair(text)
        event, _, role = place.rpartition(":")
        found[event, role] = to or None
    return found


def _carry_out(
    context: click.Context,
    change: Callable[[Schema], SchemaChange],
    *,
    place: str,
    roles: tuple[str, ...],
    dry_run: bool,
    annotator: str,
) -> None:
    language = context.obj or SOURCE_LANGUAGE
    with Project.open(place, read_only=dry_run, shared=True) as project:
        wanted = building.with_roles(change(project.schema), _orphans(roles))
        with progress_bar(Message("Looking through the articles"), language) as progress:
            seen = project.preview_schema_change(wanted, progress)
        _tell(wanted, seen, language)
        if dry_run or seen.is_refused:
            context.exit(1 if seen.is_refused else 0)
        with progress_bar(Message("Changing the articles"), language) as progress:
            project.change_schema(wanted, Author(annotator, datetime.now(UTC)), progress)


def _tell(change: SchemaChange, seen: Preview, language: str) -> None:
    click.echo(render(change.title, language))
    for line in effects(seen):
        click.echo(f"  {render(line, language)}")
    for context in _contexts(seen.samples[:_SHOWN_SAMPLES]):
        click.echo(f"    {context}")
    for message in obstacles(seen):
        click.echo(render(message, language), err=True)
    if seen.is_refused:
        click.echo(render(Message("The change was not made: say what becomes of these."), language), err=True)


def _contexts(samples: Iterable[Sample]) -> Iterable[str]:
    for one in samples:
        yield f"{one.before} → {one.after or '—'}: {one.left}[{one.text}]{one.right}"
