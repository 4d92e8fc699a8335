"""``./run check``: what in a project's annotations does not agree; exit status 1 if there is anything."""

import json
from collections import Counter
from typing import Any

import click

from model.checks.finding import CHECK_NAMES, Check, Finding
from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.checks import findings
from storage.commands.progress_bar import progress_bar
from storage.project import Project


@click.command()
@click.option("--project", "place", required=True, help="Project (a file or a database URL).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of text.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice([check.value for check in Check]),
    help="Only this check; may be repeated.",
)
@click.option("--all", "with_dismissed", is_flag=True, help="Findings that were dismissed in the window too.")
@click.pass_context
def check(context: click.Context, /, *, place: str, as_json: bool, only: tuple[str, ...], with_dismissed: bool) -> None:
    """Check a project's annotations against each other, its schema and its texts."""
    language = context.obj or SOURCE_LANGUAGE
    wanted = frozenset(map(Check, only)) or frozenset(Check)
    counts: Counter[Check] = Counter()
    bar = progress_bar(Message("Checking the articles"), language)
    with Project.open(place, read_only=True) as project, bar as progress:
        for finding in findings(project, progress, checks=wanted, with_dismissed=with_dismissed):
            counts[finding.check] += 1
            click.echo(_plain(finding, language) if as_json else _line(finding, language))
    if not as_json:
        for kind in Check:
            if counts[kind]:
                click.echo(f"{render(CHECK_NAMES[kind], language)}: {counts[kind]}", err=True)
        if not counts:
            click.echo(render(Message("Everything agrees."), language), err=True)
    context.exit(1 if counts else 0)


def _line(finding: Finding, language: str) -> str:
    place = f"{finding.article_id}:{finding.span.start}-{finding.span.end}"
    text = " ".join(finding.text.split())
    return f"{place}\t{finding.check}\t{text}\t{render(finding.message, language)}"


def _plain(finding: Finding, language: str) -> str:
    plain: dict[str, Any] = {
        "id": finding.id,
        "check": finding.check.value,
        "article": finding.article_id,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "left": finding.left,
        "right": finding.right,
        "message": render(finding.message, language),
        "annotation": finding.record_id,
        "other": finding.other_id,
        "mending": None,
    }
    if finding.mending is not None:
        mending = finding.mending
        fragments = [[span.start, span.end] for span in mending.fragments]
        plain["mending"] = {"act": mending.act.value, "label": mending.label, "fragments": fragments}
    return json.dumps(plain, ensure_ascii=False)
