"""``./run evaluate``: precision, recall and F1 of suggestions, or of files of them, against gold."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from model.errors import TawsimError
from model.evaluation.differences import deviations
from model.evaluation.scores import score_pages
from model.gold_page import GoldPage
from model.messages import Message
from model.messages.catalogue import SOURCE_LANGUAGE, render
from storage.commands.bulk import Job, suggest_pages
from storage.commands.pages import ARTICLE_SUFFIX, PAGE_SUFFIX, read_article, read_page_file, read_published
from storage.commands.score_table import deviation_lines, label_lines, measure_lines

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Pair:
    gold: GoldPage
    found: GoldPage
    text: str


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
    if predictions is None:
        assert articles is not None
        found, problems = _suggested(names, articles, metadata)
    else:
        found, problems = [read_page_file(predictions / f"{name}{PAGE_SUFFIX}") for name in names], []
    scores = score_pages(zip(gold, found, strict=True))
    for line in (*measure_lines(scores, language), "", *label_lines(scores, language)):
        click.echo(line)
    if misses and articles is not None:
        for pair in _pairs(names, gold, found, articles):
            for line in deviation_lines(deviations(pair.gold, pair.found, pair.text), language):
                click.echo(line)
    for problem in problems:
        click.echo(render(problem, language), err=True)
    context.exit(1 if problems else 0)


def _suggested(names: Sequence[str], articles: Path, metadata: Path | None) -> tuple[list[GoldPage], list[Message]]:
    """What the program suggests for the pages of gold; raises TawsimError when one of them cannot be read."""
    published = read_published(metadata)
    jobs = [Job(articles / f"{name}{ARTICLE_SUFFIX}", published.get(name)) for name in names]
    pages, problems = list[GoldPage](), list[Message]()
    for outcome in suggest_pages(jobs, os.cpu_count() or 1):
        if outcome.page is None:
            raise TawsimError(outcome.problems[0])
        pages.append(outcome.page)
        problems += outcome.problems
    return pages, problems


def _pairs(names: Sequence[str], gold: Sequence[GoldPage], found: Sequence[GoldPage], articles: Path) -> list[_Pair]:
    texts = [read_article(articles / f"{name}{ARTICLE_SUFFIX}").text for name in names]
    return [_Pair(*parts) for parts in zip(gold, found, texts, strict=True)]
