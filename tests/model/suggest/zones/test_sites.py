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
RIGHT_FAMILIAR = 0.97
"""On pages that the rules were made on, too."""
RIGHT = 0.78
"""On pages of odd manners, where the rules pull the other way (docs/decisions/zones.md)."""
RIGHT_UNSEEN = 0.80
DAYS = 0.99


def share_right(pages: list[MarkedPage]) -> float:
    right = Counter[bool]()
    for page in pages:
        found = zone_page(Article(page.name, page.text, text_digest(page.text)))
        right.update(zone.zone == wanted for zone, wanted in zip(found, page.zones, strict=True))
    return right[True] / right.total()


@pytest.mark.parametrize("path", LEARNED, ids=lambda path: path.stem)
def test_nearly_all_lines_of_learned_pages_have_the_right_zone(path: Path) -> None:
    pages = list(read_marked_pages(path))
    assert share_right(pages) >= (RIGHT_FAMILIAR if pages[0].familiar else RIGHT)


def test_most_lines_of_pages_never_seen_have_the_right_zone() -> None:
    assert share_right(list(read_marked_pages(UNSEEN))) >= RIGHT_UNSEEN


def test_nearly_every_day_of_publication_is_found() -> None:
    pages = [page for path in (*LEARNED, UNSEEN) for page in read_marked_pages(path)]
    right = sum(page_facts(page.text).published == page.published for page in pages)
    assert right >= DAYS * len(pages)


def test_what_is_learned_from_a_page_reads_it() -> None:
    title, menu, prose = ["long", "on top"], ["short", "on top"], ["long", "stop"]
    page = LabelledPage([menu, title, prose, prose], ["boilerplate", "headline", "body", "body"], [])
    weights = weights_of(learned([page, page]))
    assert weights.best_zones(page.signs, ()) == page.zones
    assert weights.best_zones([[*prose, "never seen"]], ()) == ["body"]


def test_the_rules_opinion_counts_where_the_signs_say_little() -> None:
    page = LabelledPage([["a"], ["b"]], ["headline", "body"], [])
    weights = weights_of(learned([page, page]))
    assert weights.best_zones([["a"]], ["caption"]) == ["caption"]


def test_what_is_learned_has_a_column_for_each_zone() -> None:
    page = LabelledPage([["a"], ["b"]], ["headline", "body"], [])
    weights = weights_of(learned([page, page]))
    assert weights.weights.following.shape == (len(ZONES) + 1, len(ZONES))
