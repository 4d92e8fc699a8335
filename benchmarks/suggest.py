"""Suggesting: milliseconds an article, the share of each suggester, articles a second on two processes.

Times of one article are the processor's, so that other programs do not disturb them much; the clock's stand beside.
``--pages N`` of the sample corpus (all), ``--rounds N`` over them (3), ``--bulk N`` pages on two processes (500).
"""

import argparse
import itertools
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from statistics import fmean
from time import perf_counter

from benchmarks.measuring import (
    FIGURES,
    CorpusPage,
    corpus_pages,
    figures,
    milliseconds,
    print_table,
    processor_milliseconds,
)
from model.article import Article, text_digest
from model.page_facts import read_page
from model.suggest.context import Context, Suggester
from model.suggest.pipeline import Pipeline, builtin_pipeline, load_for_long
from model.suggestion import Suggestion
from storage.commands.bulk import suggest_pages
from storage.commands.pages import Page

WORDS = 600
"""Words of the article that the budget speaks of."""
_CORES = 2
_ALL = "all of it"


class _Timed:
    """A suggester whose time is taken."""

    def __init__(self, inner: Suggester, times: dict[str, list[float]]) -> None:
        self._inner, self._times = inner, times
        self.name, self.version = inner.name, inner.version

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """What the inner one suggests."""
        found: list[Suggestion] = []
        self._times[self.name].append(
            processor_milliseconds(lambda: found.extend(self._inner.suggest(article, context)))
        )
        return found


def run(arguments: list[str]) -> int:
    """Measure and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench suggest", description=__doc__)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--bulk", type=int, default=500)
    chosen = parser.parse_args(arguments)
    pages = corpus_pages(chosen.pages)
    first = milliseconds(lambda: builtin_pipeline().run(pages[0].article))
    load_for_long()
    articles = _long_articles(pages)
    times = _measure(articles * chosen.rounds)
    print(f"first article in a fresh process, tables read: {first:.0f} ms")
    share = {name: f"{fmean(found) / fmean(times[_ALL]):.0%}" for name, found in times.items()}
    rows = [(name, *figures(found), share[name]) for name, found in times.items()]
    print_table((f"{len(articles)} articles of {WORDS} words or more (budget: 50 ms)", *FIGURES, "share"), rows)
    if chosen.bulk:
        _print_bulk(pages, chosen.bulk)
    return 0


def _long_articles(pages: Sequence[CorpusPage]) -> list[Article]:
    """Pages put one after another until they have as many words as the budget speaks of."""
    articles, texts = list[Article](), list[str]()
    for page in pages:
        texts.append(page.article.text)
        if sum(len(text.split()) for text in texts) >= WORDS:
            text = "\n".join(texts)
            articles.append(Article(f"long{len(articles)}", text, text_digest(text)))
            texts = []
    return articles or [pages[0].article]


def _measure(articles: Sequence[Article]) -> dict[str, list[float]]:
    """Times of the whole pipeline, by the clock and by the processor, and of its parts."""
    shares: dict[str, list[float]] = defaultdict(list)
    pipeline = builtin_pipeline()
    timed = Pipeline((_Timed(one, shares) for one in pipeline.suggesters), reader=read_page)
    whole, clock, zones = list[float](), list[float](), list[float]()
    for article in articles:
        zones.append(processor_milliseconds(partial(read_page, article, None)))
        whole.append(processor_milliseconds(partial(timed.run, article)))
        clock.append(milliseconds(partial(pipeline.run, article)))
    return {_ALL: whole, "all of it, by the clock": clock, "zones and dates": zones, **shares}


def _print_bulk(pages: Sequence[CorpusPage], count: int) -> None:
    endless = itertools.cycle(pages)
    wanted = [
        Page(f"{page.article.name}-{number}", page.article.text, page.published)
        for number, page in enumerate(itertools.islice(endless, count))
    ]
    start = perf_counter()
    first_after, done = 0.0, 0
    for _ in suggest_pages(wanted, _CORES):
        done += 1
        first_after = first_after or perf_counter() - start
    whole = perf_counter() - start
    words = sum(len(page.text.split()) for page in wanted)
    print(f"{done} pages, {words} words, {_CORES} processes: {done / whole:.0f} articles a second (budget: 100),")
    print(f"{(done - 1) / (whole - first_after):.0f} once they run; the first came after {first_after:.1f} s")
