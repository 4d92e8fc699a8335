"""Times and numbers of the sample corpus: a floor under what is known to work, so that no change loses it unseen."""

import json
from collections import Counter
from datetime import date

import pytest

from model.annotation import Zone
from model.article import Article, text_digest
from model.seeds import seeds_folder
from model.suggest.context import Context
from model.suggest.numbers.suggester import NumbersSuggester
from model.suggest.times.suggester import TimesSuggester
from model.suggestion import SuggestedMention
from model.text.span import Span

TIMES = frozenset({"DATE", "TIME"})
NUMBERS = frozenset({"CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
Found = Counter[tuple[str, int, int, str, str | None]]


def score(found: Found, gold: Found) -> float:
    """The F1 of what was found."""
    return 2 * (found & gold).total() / (found.total() + gold.total())


def tally() -> tuple[Found, Found]:
    """What the suggesters find on all pages, and what the gold says, by page, place, label and value of times."""
    found, gold = Found(), Found()
    for path in sorted((seeds_folder() / "corpus" / "gold").glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        text = (seeds_folder() / "corpus" / "articles" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        article = Article(path.stem, text, text_digest(text))
        zones = tuple(Zone(path.stem, Span(zone["start"], zone["end"]), zone["zone"]) for zone in page["zones"])
        context = Context(article, date.fromisoformat(page["dct"]), zones)
        for suggester in (TimesSuggester(), NumbersSuggester()):
            mentions = [one for one in suggester.suggest(article, context) if isinstance(one, SuggestedMention)]
            context.mentions = (*context.mentions, *mentions)
        for one in context.mentions:
            value = one.value if one.label in TIMES else None
            found[path.stem, one.hull.start, one.hull.end, one.label, value] += 1
        for one in page["entities"]:
            if one["type"] in TIMES | NUMBERS:
                value = one.get("value") if one["type"] in TIMES else None
                gold[path.stem, one["start"], one["end"], one["type"], value] += 1
    return found, gold


@pytest.fixture(scope="module")
def tallies() -> tuple[Found, Found]:
    return tally()


@pytest.mark.parametrize(("labels", "floor"), [(TIMES, 0.95), (NUMBERS, 0.93)])
def test_the_corpus_is_read(tallies: tuple[Found, Found], labels: frozenset[str], floor: float) -> None:
    found, gold = (Found({key: count for key, count in one.items() if key[3] in labels}) for one in tallies)
    assert gold.total() > 200
    assert score(found, gold) >= floor
