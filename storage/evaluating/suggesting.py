"""Suggestions for pages of gold, in the labels of the gold."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from model.errors import TawsimError
from model.evaluation.evaluation import GoldDocument
from model.evaluation.selection import labels_of
from model.evaluation.words import on_words
from model.gold_page import GoldPage, page_of_suggestions
from model.messages import Message
from model.schema.loader import load_schema, load_shipped, read_schema, shipped_schemas
from model.schema.schema import Schema
from model.suggest.fitting import SUGGESTED_SCHEMA, fit_to_schema
from model.suggest.pipeline import Pipeline, SuggesterError, builtin_pipeline
from storage.commands.bulk import Outcome, suggest_page, suggest_pages
from storage.commands.pages import Page
from storage.evaluating.gold_set import GoldSet

Progress = Callable[[int, int | None], bool]
"""Is told how many pages are done, and of how many."""


def untold(_done: int, _total: int | None) -> bool:
    """Progress that nobody watches."""
    return True


def schema_named(name: str) -> Schema:
    """A schema that comes with the program, or the one in a file. Raises TawsimError."""
    return load_shipped(name) if name in shipped_schemas() else load_schema(Path(name))


def schema_for(gold: GoldSet) -> Schema | None:
    """The shipped schema whose labels the gold uses; None for the news schema, which suggestions speak anyway.

    Gold with one label a word takes the smallest that has all of its labels, since NORP and the like are no part of
    such sets; other gold the news schema if that has them all. Raises TawsimError when no schema has.
    """
    if not gold.own_labels:
        return None
    schemas = sorted((load_shipped(name) for name in shipped_schemas()), key=lambda one: (len(one.mentions), one.name))
    fitting = [one for one in schemas if gold.labels <= {*one.mention_labels, *one.event_labels}]
    if not fitting:
        raise TawsimError(
            Message(
                "No schema of the program has all labels of the gold ({labels}): name one with --schema, or rename "
                "labels with --map.",
                labels=", ".join(sorted(gold.labels)),
            )
        )
    news = [one for one in fitting if one.name == SUGGESTED_SCHEMA]
    return None if news and not gold.flat else fitting[0]


@cache
def _schema_of(source: str) -> Schema:
    return read_schema(source)


@dataclass(frozen=True, slots=True)
class Suggesting:
    """Makes suggestions, in this process or another, whose schema travels as YAML.

    ``schema``: that of the labels, None for those of the news schema; ``zones``: whether the text is a page that has
    zones.
    """

    schema: str | None
    zones: bool

    def __call__(self, page: Page) -> Outcome:
        """What is suggested for a page."""
        if self.schema is None and self.zones:
            return suggest_page(page)
        whole = builtin_pipeline()
        pipeline = whole if self.zones else Pipeline(whole.suggesters)
        problems: tuple[Message, ...] = ()
        try:
            suggested = pipeline.run(page.article, published=page.published)
        except SuggesterError as error:
            suggested, problems = error.results, tuple(failure.message for failure in error.failures)
        if self.schema is not None:
            suggested = fit_to_schema(suggested, _schema_of(self.schema))
        return Outcome(page, page_of_suggestions(page.name, page.text, suggested), problems)


def suggest_for(
    pages: Sequence[Page], suggesting: Suggesting, progress: Progress
) -> tuple[list[GoldPage], list[Message]]:
    """What is suggested for pages, on all processors, and what went wrong; ``progress`` is told what is done."""
    outcomes = list[Outcome]()
    for outcome in suggest_pages(pages, os.cpu_count() or 1, suggesting):
        outcomes.append(outcome)
        progress(len(outcomes), len(pages))
    return [outcome.suggested for outcome in outcomes], [one for outcome in outcomes for one in outcome.problems]


def placed_as_gold(documents: Sequence[GoldDocument], found: Sequence[GoldPage], *, flat: bool) -> list[GoldPage]:
    """Found pages with their spans on whole words where gold labels words."""
    return [
        on_words(page, document.text, document.words, flat=flat) if document.words and document.text else page
        for document, page in zip(documents, found, strict=True)
    ]


def labels_met(gold: GoldSet, found: Sequence[GoldPage]) -> frozenset[str]:
    """All labels of either side."""
    return gold.labels.union(*map(labels_of, found))
