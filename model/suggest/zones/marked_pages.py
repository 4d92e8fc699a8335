"""Pages with the zone of each line, from which the weights are learned: seeds/zones/pages and the sample corpus.

A page of ``*.txt`` begins with ``=== name day``; each of its lines has its zone's letter before the bar.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.gold_page import page_from_plain
from model.seeds import seeds_folder
from model.suggest.zones.features import page_features
from model.suggest.zones.rules import zones_by_rules
from model.suggest.zones.surroundings import signs_on_page
from model.suggest.zones.training import LabelledPage

LETTERS = {
    "H": "headline",
    "D": "dateline",
    "Y": "byline",
    "C": "caption",
    "B": "body",
    "R": "related",
    "X": "boilerplate",
}
_FAMILIAR = ("first", "second", "third", "fourth")
"""Files of pages on which the rules were developed, as they were on the sample corpus."""
_PAGE = re.compile("^=== ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page, the zone of each of its lines, and the day on which it was published."""

    name: str
    text: str
    zones: tuple[str, ...]
    published: date | None
    familiar: bool = False
    """Whether the rules were developed on it, so that their being right here proves little."""

    def labelled(self) -> LabelledPage:
        """The page as training wants it; the rules' opinion is no sign where they were developed."""
        lines = page_features(self.text)
        ruled = zones_by_rules(lines)
        return LabelledPage(list(signs_on_page(lines, () if self.familiar else ruled)), self.zones, ruled)


def read_marked_pages(path: Path) -> Iterator[MarkedPage]:
    """The pages of a file."""
    for block in _PAGE.split(path.read_text("utf-8"))[1:]:
        heading, *marked = [line for line in block.splitlines() if line.strip()]
        name, day = heading.split()
        zones = tuple(LETTERS[line[0]] for line in marked)
        published = None if day == "-" else date.fromisoformat(day)
        familiar = path.stem in _FAMILIAR
        yield MarkedPage(name, "\n".join(line[2:] for line in marked), zones, published, familiar)


def training_pages() -> Iterator[MarkedPage]:
    """All pages that the weights are learned from."""
    corpus = seeds_folder() / "corpus"
    for path in sorted((corpus / "gold").glob("*.json")):
        gold = page_from_plain(json.loads(path.read_text("utf-8")), path.name)
        text = (corpus / "articles" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        yield MarkedPage(path.stem, text, tuple(zone.zone for zone in gold.zones), gold.published, familiar=True)
    for path in sorted((seeds_folder() / "zones" / "pages").glob("*.txt")):
        yield from read_marked_pages(path)
