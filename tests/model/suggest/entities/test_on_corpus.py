"""Entities and identities of the sample corpus: a floor under what works, so that no change loses it unseen."""

import json
from collections import defaultdict
from itertools import combinations

import pytest

from model.annotation import Zone
from model.article import Article, text_digest
from model.seeds import seeds_folder
from model.suggest.context import Context
from model.suggest.entities.suggester import EntitySuggester
from model.suggestion import SuggestedMention
from model.text.span import Span

LABELS = frozenset("PERS NORP OCC ORG GPE LOC FAC EVENT LAW PRODUCT LANGUAGE WEBSITE".split())
Place = tuple[str, int, int]
Keyed = dict[tuple[Place, str], str | None]


def tally() -> tuple[Keyed, Keyed]:
    """What the suggester finds on all pages, and what the gold says: keys by page, place and label."""
    found: Keyed = {}
    gold: Keyed = {}
    for path in sorted((seeds_folder() / "corpus" / "gold").glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        text = (seeds_folder() / "corpus" / "articles" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        article = Article(path.stem, text, text_digest(text))
        zones = tuple(Zone(path.stem, Span(zone["start"], zone["end"]), zone["zone"]) for zone in page["zones"])
        for one in EntitySuggester().suggest(article, Context(article, zones=zones)):
            assert isinstance(one, SuggestedMention)
            found[(path.stem, one.hull.start, one.hull.end), one.label] = one.identity_key
        for entity in page["entities"]:
            if entity["type"] in LABELS:
                gold[(path.stem, entity["start"], entity["end"]), entity["type"]] = entity["key"]
    return found, gold


def linked(keyed: Keyed) -> set[tuple[Place, Place]]:
    """The pairs of places on one page that share a key."""
    groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for (place, _), key in sorted(keyed.items()):
        if key:
            groups[place[0], key].append(place)
    return {pair for places in groups.values() for pair in combinations(places, 2)}


@pytest.fixture(scope="module")
def tallies() -> tuple[Keyed, Keyed]:
    return tally()


def test_most_entities_are_found_and_few_others(tallies: tuple[Keyed, Keyed]) -> None:
    found, gold = tallies
    shared = len(found.keys() & gold.keys())
    assert len(gold) > 2000
    assert shared / len(found) >= 0.93
    assert shared / len(gold) >= 0.88


@pytest.mark.parametrize("label", ["PERS", "ORG", "GPE", "OCC", "NORP"])
def test_every_frequent_label_is_known(tallies: tuple[Keyed, Keyed], label: str) -> None:
    found, gold = ({key for key in one if key[1] == label} for one in tallies)
    assert 2 * len(found & gold) / (len(found) + len(gold)) >= 0.85


def test_mentions_of_one_thing_meet(tallies: tuple[Keyed, Keyed]) -> None:
    found, gold = (linked(one) for one in tallies)
    assert 2 * len(found & gold) / (len(found) + len(gold)) >= 0.85
