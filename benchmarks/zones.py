"""How many lines of pages that the weights have not learned from get the right zone; ``--write`` learns from all.

Cross-validation by whole pages: each part of the pages is read with weights learned from the others.
"""

import argparse
from collections import Counter
from collections.abc import Sequence

from benchmarks.measuring import print_table
from model.suggest.zones.marked_pages import training_pages
from model.suggest.zones.training import LabelledPage, train_zones
from model.suggest.zones.weights import ZONES, table_of, weights_file, weights_of

_PARTS = 8


def run(arguments: list[str]) -> int:
    """Measure and print, or write the weights; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench zones", description=__doc__)
    parser.add_argument("--write", action="store_true", help="learn from all pages and write the weights")
    parser.add_argument("--parts", type=int, default=_PARTS, help="how many parts the pages are divided into")
    chosen = parser.parse_args(arguments)
    pages = [page.labelled() for page in training_pages()]
    if chosen.write:
        weights_file().write_text(learned(pages), "utf-8", newline="\n")
        print(f"{weights_file()}: learned from {len(pages)} pages.")
        return 0
    _print(confusion(pages, chosen.parts))
    return 0


def learned(pages: Sequence[LabelledPage]) -> str:
    """The weights learned from pages, as text."""
    signs, features, following = train_zones(pages)
    return table_of(signs, features, following)


def confusion(pages: Sequence[LabelledPage], parts: int) -> Counter[tuple[str, str]]:
    """How often each zone was read as each: (right, found)."""
    found = Counter[tuple[str, str]]()
    for part in range(parts):
        weights = weights_of(learned([page for index, page in enumerate(pages) if index % parts != part]))
        for page in pages[part::parts]:
            found.update(zip(page.zones, weights.best_zones(page.signs, page.ruled), strict=True))
    return found


def _print(found: Counter[tuple[str, str]]) -> None:
    rows = []
    for zone in ZONES:
        right = found[zone, zone]
        proposed = sum(count for (_, other), count in found.items() if other == zone)
        gold = sum(count for (other, _), count in found.items() if other == zone)
        rows.append((zone, f"{right / max(1, proposed):.3f}", f"{right / max(1, gold):.3f}", gold))
    right, lines = sum(found[zone, zone] for zone in ZONES), found.total()
    rows.append(("all", f"{right / lines:.3f}", f"{right / lines:.3f}", lines))
    print_table(("zone", "precision", "recall", "lines"), rows)
