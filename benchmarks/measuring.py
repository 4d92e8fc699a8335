"""What the benchmarks share: times, tables, and the pages of the sample corpus."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from model.article import Article, text_digest
from model.gold_page import GoldPage
from model.seeds import seeds_folder
from storage.commands.pages import read_page_file
from storage.importing.metadata_table import read_metadata

FIGURES = ("median ms", "p99 ms")


@dataclass(frozen=True, slots=True)
class CorpusPage:
    """A page of the sample corpus with its gold."""

    article: Article
    gold: GoldPage
    published: date | None


def corpus_pages(limit: int | None = None) -> list[CorpusPage]:
    """The pages of the sample corpus in the order of their names."""
    return list(_pages_in(seeds_folder() / "corpus"))[:limit]


def held_out_pages(limit: int | None = None) -> list[CorpusPage]:
    """The pages that no rule was written for, in the order of their names."""
    return list(_pages_in(seeds_folder() / "held_out"))[:limit]


def _pages_in(folder: Path) -> Iterator[CorpusPage]:
    days = read_metadata(folder / "METADATA.tsv").days()
    for path in sorted((folder / "articles").glob("*.txt")):
        text, day = path.read_bytes().decode("utf-8"), days.get(path.stem)
        article = Article(path.stem, text, text_digest(text), name=path.name, published=day)
        yield CorpusPage(article, read_page_file(folder / "gold" / f"{path.stem}.json"), day)


def milliseconds(act: Callable[[], object]) -> float:
    """How long it takes to do something once."""
    start = perf_counter()
    act()
    return 1000 * (perf_counter() - start)


def processor_milliseconds(act: Callable[[], object]) -> float:
    """How much time of this process's processors it takes to do something once; other programs do not count."""
    start = process_time()
    act()
    return 1000 * (process_time() - start)


def percentile(times: Sequence[float], percent: int) -> float:
    """A percentile; of a single time, that time."""
    return quantiles(times, n=100, method="inclusive")[percent - 1] if len(times) > 1 else times[0]


def figures(times: Sequence[float]) -> tuple[str, str]:
    """Median and 99th percentile as cells of a table."""
    return f"{median(times):.2f}", f"{percentile(times, 99):.2f}"


def print_table(heading: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A plain table: the first column to the left, the others to the right."""
    cells = [[str(cell) for cell in row] for row in (heading, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for first, *others in cells:
        right = (f"{cell:>{width}}" for cell, width in zip(others, widths[1:], strict=True))
        print(f"{first:<{widths[0]}}", *right, sep="   ")
