"""``./run train``: a learned model from the work in a project or from pages with page files, and what it is worth."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from model.errors import TawsimError
from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.commands.pages import PAGE_SUFFIX, read_page_file, read_pages
from storage.commands.progress_bar import progress_bar

if TYPE_CHECKING:
    from model.evaluation.tally import Tally
    from model.suggest.learner.learned_model import LearnedModel
    from model.suggest.learner.lesson import Lesson
    from model.suggest.learner.report import LabelReport, Report

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_PER_CENT = 100
_KINDS = {"mention:": Message("mentions"), "event:": Message("events"), "role:": Message("roles")}


@click.command()
@click.option("--project", "place", help="Project (a file or a database URL) whose confirmed work is learned.")
@click.option("--articles", type=_FOLDER, help="Folder of pages to learn from.")
@click.option("--gold", type=_FOLDER, help="Folder of their page files.")
@click.option("--metadata", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Table of dates.")
@click.option("--starter", is_flag=True, help="Train the starter model anew from the sample corpus.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File for the model.")
@click.pass_context
def train(
    context: click.Context,
    *,
    place: str | None,
    articles: Path | None,
    gold: Path | None,
    metadata: Path | None,
    starter: bool,
    out: Path | None,
) -> None:
    """Learn from --project, or from --articles with --gold, and write the model to --out; or renew the starter.

    Prints what the model is worth on articles held out from it. The same lessons give the same bytes.
    """
    language = context.obj or SOURCE_LANGUAGE
    if [place is not None, articles is not None, starter].count(True) != 1 or (articles is None) != (gold is None):
        raise click.UsageError(render(Message("Give one of --project, --articles with --gold, --starter."), language))
    lessons, out = _lessons(place, articles, gold, metadata, out)
    model = _trained(lessons, language)
    _write(out, model.to_bytes())
    for line in report_lines(model.report, language):
        click.echo(line)
    message = Message("Model {version} written to {file}.", version=model.version, file=str(out))
    click.echo(render(message, language))


def _lessons(
    place: str | None, articles: Path | None, gold: Path | None, metadata: Path | None, out: Path | None
) -> tuple[list["Lesson"], Path]:
    """What is to be learned, and where the model goes."""
    from model.suggest.learner.starter import corpus_lessons, starter_file

    if place is None and articles is None:
        return corpus_lessons(), out or starter_file()
    if out is None:
        raise TawsimError(Message("Name the file for the model with --out."))
    if articles is not None and gold is not None:
        return list(page_lessons(articles, gold, metadata)), out
    from storage.learning import lessons_of
    from storage.project import Project

    with Project.open(place or "", read_only=True) as project:
        return lessons_of(project), out


def page_lessons(articles: Path, gold: Path, metadata: Path | None) -> Iterator["Lesson"]:
    """The lessons of pages that have a page file; raises TawsimError when one cannot be read or does not belong."""
    from model.suggest.learner.lesson import lesson_of_page

    for page in read_pages([articles], metadata):
        if isinstance(page, Message):
            raise TawsimError(page)
        file = gold / f"{page.name}{PAGE_SUFFIX}"
        if file.exists():
            yield lesson_of_page(page.article, read_page_file(file))


def _trained(lessons: list["Lesson"], language: str) -> "LearnedModel":
    from model.suggest.learner.training import train as train_model

    if not lessons:
        raise TawsimError(Message("There is nothing to learn from: no article has confirmed annotations."))
    with progress_bar(Message("Learning"), language) as progress:

        def heard(share: float) -> None:
            progress(round(share * _PER_CENT), _PER_CENT)

        return train_model(lessons, progress=heard)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        message = Message("{file}: cannot be written ({reason}).", file=str(path), reason=str(error))
        raise TawsimError(message) from error


def report_lines(report: "Report", language: str) -> Iterator[str]:
    """What a training found out about itself, line by line."""
    yield render(
        Message(
            "{lessons} articles with {tokens} tokens; F1 on {held_out} articles, each judged by what others taught:",
            lessons=report.lessons,
            tokens=report.tokens,
            held_out=report.held_out,
        ),
        language,
    )
    heading = (Message("rules"), Message("learner alone"), Message("combined"), Message("confirmed"))
    yield f"{'':24}" + "".join(f"{render(one, language):>16}" for one in heading)
    for kind, name in _KINDS.items():
        yield _row(render(name, language), *report.total(kind))
    yield ""
    for one in report.labels:
        if one.rules.gold:
            yield _label_row(one, language)
    yield ""
    yield render(Message("How often suggestions of a probability were right:"), language)
    for found in report.reliability:
        yield f"{found.probability:8.2f}{found.right / found.count:8.2f}{found.count:8}"


def _label_row(one: "LabelReport", language: str) -> str:
    from storage.learned_models import VERDICTS

    return f"{_row(one.tag, one.rules, one.learner, one.combined)}  {render(VERDICTS[one.verdict.value], language)}"


def _row(name: str, rules: "Tally", learner: "Tally", combined: "Tally") -> str:
    return f"{name:24}{rules.f1:16.3f}{learner.f1:16.3f}{combined.f1:16.3f}{rules.gold:16}"
