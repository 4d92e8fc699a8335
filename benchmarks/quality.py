"""How well suggestions agree with gold, beside what was aimed at.

On the sample corpus, on the pages ``--held-out`` from those who write rules, or on ``--gold FOLDER --articles FOLDER
[--metadata TABLE]``; ``--pages N`` takes the first ones.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import corpus_pages, held_out_pages, print_table
from model.errors import TawsimError
from model.evaluation.scores import Scores, score_pages
from model.gold_page import GoldPage
from model.messages import Message
from storage.commands.bulk import suggest_pages
from storage.commands.pages import PAGE_SUFFIX, Page, read_page_file, read_pages

_AIMS = {"entities strict": 0.90, "events trigger+type": 0.80, "times span+value": 0.95}
_ZONES = 0.97
_CORES = 2


def run(arguments: list[str]) -> int:
    """Score and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench quality", description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--metadata", type=Path)
    parser.add_argument("--pages", type=int)
    chosen = parser.parse_args(arguments)
    if (chosen.gold is None) != (chosen.articles is None):
        parser.error("--gold and --articles belong together")
    if chosen.gold is None:
        pages = (held_out_pages if chosen.held_out else corpus_pages)(chosen.pages)
        pairs = [(Page(p.article.id, p.article.text, p.published), p.gold) for p in pages]
    else:
        pairs = _read(chosen.gold, chosen.articles, chosen.metadata)[: chosen.pages]
    _print(score_pages(_suggested(pairs)))
    return 0


def _read(gold: Path, articles: Path, metadata: Path | None) -> list[tuple[Page, GoldPage]]:
    pages = dict[str, Page]()
    for page in read_pages([articles], metadata):
        if isinstance(page, Message):
            raise TawsimError(page)
        pages[page.name] = page
    files = sorted(path for path in gold.glob(f"*{PAGE_SUFFIX}") if path.stem in pages)
    return [(pages[path.stem], read_page_file(path)) for path in files]


def _suggested(pairs: Sequence[tuple[Page, GoldPage]]) -> list[tuple[GoldPage, GoldPage]]:
    outcomes = suggest_pages([page for page, _ in pairs], _CORES)
    return [(gold, outcome.suggested) for (_, gold), outcome in zip(pairs, outcomes, strict=True)]


def _print(scores: Scores) -> None:
    rows = [
        (name, *(f"{value:.3f}" for value in (tally.precision, tally.recall, tally.f1)), tally.gold, _aim(name))
        for name, tally in scores.measures.items()
    ]
    zones = scores.zones
    right = f"{zones.right / max(zones.total, 1):.3f}"
    rows.append(("zones", right, right, right, zones.total, f"{_ZONES:.2f}"))
    print_table((f"{scores.pages} pages", "precision", "recall", "F1", "gold", "aim"), rows)


def _aim(name: str) -> str:
    return f"{_AIMS[name]:.2f}" if name in _AIMS else ""
