"""``./run evaluate``: how well suggestions, or files of them, agree with gold; in figures, one by one, compared."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from model.errors import TawsimError
from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.commands.progress_bar import progress_bar
from storage.commands.score_table import agreement_lines, comparison_lines, deviation_lines, evaluation_lines
from storage.evaluating import as_json
from storage.evaluating.coded_sentences import read_coded_sentences
from storage.evaluating.coding import Coding, score_coded
from storage.evaluating.reading import GoldFormat, files_of, read_gold, read_names, recognised
from storage.evaluating.report import report_page, write_report
from storage.evaluating.scoring import Scored, Wanted, score, score_found

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SENTENCES_A_PAGE = 20
"""Sentences of a CoNLL file without marks of documents that are read together, so that names may help each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The options."""

    gold_path: Path | None
    gold_format: str | None
    articles: Path | None
    predictions: Path | None
    place: str | None
    metadata: Path | None
    schema: str | None
    table: Path | None
    only_labels: str | None
    suggester: str | None
    against: Path | None
    against_suggester: str | None
    sentences_a_page: int
    misses: bool
    report: Path | None
    plain: bool

    @property
    def wanted(self) -> Wanted:
        labels = frozenset(label.strip() for label in (self.only_labels or "").split(",") if label.strip())
        return Wanted(
            self.articles,
            self.predictions,
            self.metadata,
            self.schema,
            self.suggester,
            self.against,
            self.against_suggester,
            labels,
        )


@click.command()
@click.option("--gold", "gold_path", type=click.Path(exists=True, path_type=Path), help="Gold: a file or a folder.")
@click.option(
    "--gold-format",
    type=click.Choice([form.value for form in GoldFormat]),
    help="What the gold is: Tawsim's page files, CoNLL columns, brat's standoff, or coders' marks as in "
    "arabic_event_gsr; seen from the files if not given.",
)
@click.option("--articles", type=_FOLDER, help="Folder of the pages; suggestions are made for them.")
@click.option("--predictions", type=_FOLDER, help="Folder of page files to score instead.")
@click.option("--project", "place", help="Project whose finished articles are the gold for its own suggestions.")
@click.option("--metadata", type=_FILE, help="Table of dates.")
@click.option("--schema", help="Schema whose labels the gold uses: a shipped one or a YAML file.")
@click.option("--map", "table", type=_FILE, help="Table of gold labels and what they are called here; - leaves out.")
@click.option("--only-labels", help="Score these labels alone, parted by commas.")
@click.option("--suggester", metavar="NAME", help="Score what this suggester proposed alone; NAME or NAME@VERSION.")
@click.option("--against", type=_FOLDER, help="Compare with these page files, such as an earlier version's.")
@click.option("--against-suggester", metavar="NAME", help="Compare with what this suggester proposed.")
@click.option(
    "--sentences-a-page",
    type=click.IntRange(min=1),
    default=_SENTENCES_A_PAGE,
    show_default=True,
    help="Sentences of a CoNLL file that are read as one page, where it does not mark documents.",
)
@click.option("--misses", is_flag=True, help="List each difference with its line and the reason of the suggester.")
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="Write all of it to an HTML file.")
@click.option("--json", "plain", is_flag=True, help="Print JSON for other programs instead of tables.")
@click.pass_context
def evaluate(context: click.Context, /, **options: Any) -> None:
    """Score suggestions against --gold: those made for --articles (or for the gold's own text, in CoNLL and brat), or
    the page files of --predictions. With --project: what is stored in a project."""
    language = context.obj or SOURCE_LANGUAGE
    asked = _Asked(**options)
    both_or_none = (asked.gold_path is None) == (asked.place is None)
    if both_or_none or (asked.place and (asked.articles or asked.predictions)):
        raise click.UsageError(render(Message("Give --gold, or --project alone."), language))
    told = _score_project(asked.place, asked.wanted) if asked.place else _score_gold(asked, language)
    _tell(told, asked, language)
    context.exit(1 if told.problems else 0)


def _score_gold(asked: _Asked, language: str) -> Scored | Coding:
    assert asked.gold_path is not None
    form = GoldFormat(asked.gold_format) if asked.gold_format else recognised(asked.gold_path)
    if form is GoldFormat.CODERS:
        sentences = read_coded_sentences(files_of(asked.gold_path, form))
        with progress_bar(Message("Suggesting"), language) as progress:
            return score_coded(sentences, progress)
    names = {} if asked.table is None else read_names(asked.table)
    gold = read_gold(asked.gold_path, form, asked.sentences_a_page)
    if asked.predictions is not None:
        return score(gold, asked.wanted, names)
    with progress_bar(Message("Suggesting"), language) as progress:
        return score(gold, asked.wanted, names, progress)


def _score_project(place: str, wanted: Wanted) -> Scored:
    from storage.evaluating.project_gold import read_project
    from storage.project import Project

    with Project.open(place, shared=True) as project:
        gold, found = read_project(project)
    return score_found(gold, found, wanted)


def _tell(told: Scored | Coding, asked: _Asked, language: str) -> None:
    if asked.misses and isinstance(told, Scored) and not told.has_texts:
        raise TawsimError(Message("The texts are needed to list misses: name the folder of the pages with --articles."))
    if asked.plain:
        click.echo(json.dumps(_plain(told, asked, language), ensure_ascii=False, indent=1))
    else:
        for line in _lines(told, asked, language):
            click.echo(line)
    for message in (*told.notes, *told.problems):
        click.echo(render(message, language), err=True)
    if asked.report is not None:
        write_report(asked.report, report_page(told, language))
        click.echo(render(Message("The report is in {file}.", file=str(asked.report)), language), err=True)


def _lines(told: Scored | Coding, asked: _Asked, language: str) -> Iterator[str]:
    if isinstance(told, Coding):
        yield from agreement_lines(told.by_type, language)
        return
    yield from evaluation_lines(told.evaluation, language)
    if told.compared is not None:
        yield ""
        yield from comparison_lines(told.compared, language)
    if asked.misses:
        yield from deviation_lines(told.evaluation.deviations, language)


def _plain(told: Scored | Coding, asked: _Asked, language: str) -> dict[str, Any]:
    if isinstance(told, Coding):
        return as_json.coding_to_plain(told)
    plain = as_json.evaluation_to_plain(told.evaluation)
    if told.compared is not None:
        plain["compared"] = as_json.comparison_to_plain(told.compared)
    if asked.misses:
        plain["misses"] = [as_json.deviation_to_plain(one, language) for one in told.evaluation.deviations]
    return plain
