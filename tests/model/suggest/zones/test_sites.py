"""Zones and publication dates of whole pages in the manner of many sites.

The weights are learned from the pages of ``seeds/zones/pages``, not from those of ``pages/unseen.txt``.
"""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.zones import learned
from model.article import Article, text_digest
from model.page_facts import page_facts
from model.seeds import seeds_folder
from model.suggest.zones.marked_pages import MarkedPage, read_marked_pages
from model.suggest.zones.training import LabelledPage
from model.suggest.zones.weights import ZONES, weights_of
from model.suggest.zones.zoner import zone_page

LEARNED = sorted((seeds_folder() / "zones" / "pages").glob("*.txt"))
UNSEEN = Path(__file__).parent / "pages" / "unseen.txt"
RIGHT = 0.96
RIGHT_UNSEEN = 0.87
"""When they were first read, 256 of 288 lines were right."""


def share_right(pages: list[MarkedPage]) -> float:
    right = Counter[bool]()
    for page in pages:
        found = zone_page(Article(page.name, page.text, text_digest(page.text)))
        right.update(zone.zone == wanted for zone, wanted in zip(found, page.zones, strict=True))
    return right[True] / right.total()


@pytest.mark.parametrize("path", LEARNED, ids=lambda path: path.stem)
def test_nearly_all_lines_of_learned_pages_have_the_right_zone(path: Path) -> None:
    assert share_right(list(read_marked_pages(path))) >= RIGHT


def test_most_lines_of_pages_never_seen_have_the_right_zone() -> None:
    assert share_right(list(read_marked_pages(UNSEEN))) >= RIGHT_UNSEEN


@pytest.mark.parametrize("path", [*LEARNED, UNSEEN], ids=lambda path: path.stem)
def test_the_day_of_publication_is_found(path: Path) -> None:
    pages = list(read_marked_pages(path))
    assert {page.name: page_facts(page.text).published for page in pages} == {
        page.name: page.published for page in pages
    }


def test_what_is_learned_from_a_page_reads_it() -> None:
    title, menu, prose = ["long", "on top"], ["short", "on top"], ["long", "stop"]
    page = LabelledPage([menu, title, prose, prose], ["boilerplate", "headline", "body", "body"])
    weights = weights_of(learned([page, page]))
    assert weights.best_zones(page.signs) == page.zones
    assert weights.best_zones([[*prose, "never seen"]]) == ["body"]
    assert weights.weights.following.shape == (len(ZONES) + 1, len(ZONES))
