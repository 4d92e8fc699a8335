"""``./run evaluate``: precision, recall and F1 of suggestions, or of files of them, against gold."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from model.errors import TawsimError
from model.evaluation.differences import deviations
from model.evaluation.scores import score_pages
from model.gold_page import GoldPage
from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.commands.bulk import suggest_pages
from storage.commands.pages import PAGE_SUFFIX, Page, read_page_file, read_pages
from storage.commands.score_table import deviation_lines, label_lines, measure_lines

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--gold", "gold_folder", required=True, type=_FOLDER, help="Folder of gold page files.")
@click.option("--articles", type=_FOLDER, help="Folder of the pages; suggestions are made for them.")
@click.option("--predictions", type=_FOLDER, help="Folder of page files to score instead.")
@click.option("--metadata", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Table of dates.")
@click.option("--misses", is_flag=True, help="List each difference with its line; needs --articles.")
@click.pass_context
def evaluate(
    context: click.Context,
    *,
    gold_folder: Path,
    articles: Path | None,
    predictions: Path | None,
    metadata: Path | None,
    misses: bool,
) -> None:
    """Score what the program suggests for --articles, or the page files of --predictions, against --gold."""
    language = context.obj or SOURCE_LANGUAGE
    if articles is None and (predictions is None or misses):
        raise TawsimError(Message("Name the folder of the pages with --articles, or page files with --predictions."))
    names = sorted(path.stem for path in gold_folder.glob(f"*{PAGE_SUFFIX}"))
    gold = [read_page_file(gold_folder / f"{name}{PAGE_SUFFIX}") for name in names]
    if not gold:
        raise TawsimError(Message("{folder} holds no page files.", folder=str(gold_folder)))
    pages = {} if articles is None else _pages(articles, metadata)
    if predictions is None:
        found, problems = _suggested(names, pages)
    else:
        found, problems = [read_page_file(predictions / f"{name}{PAGE_SUFFIX}") for name in names], []
    scores = score_pages(zip(gold, found, strict=True))
    for line in (*measure_lines(scores, language), "", *label_lines(scores, language)):
        click.echo(line)
    if misses:
        for of_gold, of_found in zip(gold, found, strict=True):
            text = _page_of(of_gold.doc, pages).text
            for line in deviation_lines(deviations(of_gold, of_found, text), language):
                click.echo(line)
    for problem in problems:
        click.echo(render(problem, language), err=True)
    context.exit(1 if problems else 0)


def _pages(articles: Path, metadata: Path | None) -> dict[str, Page]:
    """The pages by name; raises TawsimError when one of them cannot be read."""
    pages = dict[str, Page]()
    for page in read_pages([articles], metadata):
        if isinstance(page, Message):
            raise TawsimError(page)
        pages[page.name] = page
    return pages


def _page_of(name: str, pages: Mapping[str, Page]) -> Page:
    if name not in pages:
        raise TawsimError(Message("There is gold for “{name}”, but no such page.", name=name))
    return pages[name]


def _suggested(names: Sequence[str], pages: Mapping[str, Page]) -> tuple[list[GoldPage], list[Message]]:
    """What the program suggests for the pages of these names, and what went wrong."""
    outcomes = list(suggest_pages([_page_of(name, pages) for name in names], os.cpu_count() or 1))
    return [outcome.suggested for outcome in outcomes], [one for outcome in outcomes for one in outcome.problems]
