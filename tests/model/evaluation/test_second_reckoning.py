"""All measures once more, reckoned from page files as anybody would who has only the JSON."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from typing import Any

from hypothesis import given

from model.evaluation.scores import score_page
from model.gold_page import GoldPage, page_to_plain
from tests.model.evaluation.cases import LETTERS, pages

Items = Iterable[Hashable]


def span(item: dict[str, Any]) -> tuple[int, int]:
    return item["start"], item["end"]


def key(item: dict[str, Any]) -> tuple[int, int, str]:
    return item["start"], item["end"], item["type"]


def is_outermost(item: dict[str, Any], every: list[dict[str, Any]]) -> bool:
    start, end = span(item)
    return not any(span(one) != (start, end) and one["start"] <= start and end <= one["end"] for one in every)


def pairs(plain: dict[str, Any]) -> Iterator[Hashable]:
    groups = defaultdict(set)
    for item in plain["entities"]:
        if item["key"]:
            groups[item["key"]].add(span(item))
    for group in groups.values():
        yield from combinations(sorted(group), 2)


def arguments(plain: dict[str, Any]) -> Iterator[Hashable]:
    spans = {item["id"]: span(item) for item in [*plain["entities"], *plain["events"]]}
    for event in plain["events"]:
        yield from ((key(event), role, spans[target]) for role, target in event["args"] if target in spans)


def reckoned(plain: dict[str, Any]) -> dict[str, Items]:
    times = [item for item in plain["entities"] if item["type"] in ("DATE", "TIME")]
    names = [item for item in plain["entities"] if item not in times]
    outer = [item for item in names if is_outermost(item, names)]
    return {
        "entities strict": map(key, names),
        "entities span only": map(span, names),
        "entities outermost": map(key, outer),
        "entities nested": (key(item) for item in names if not is_outermost(item, names)),
        "PERS ORG GPE LOC strict": (key(item) for item in names if item["type"] in ("PERS", "ORG", "GPE", "LOC")),
        "entities and times strict": map(key, plain["entities"]),
        "times span+type": map(key, times),
        "times span+value": ((*span(item), item["value"]) for item in times),
        "events trigger+type": map(key, plain["events"]),
        "events trigger": map(span, plain["events"]),
        "arguments": arguments(plain),
        "identity pairs (within page)": pairs(plain),
    }


@given(pages(), pages())
def test_both_reckonings_agree(gold: GoldPage, found: GoldPage) -> None:
    measures = score_page(gold, found).measures
    of_gold, of_found = (reckoned(page_to_plain(page, LETTERS)) for page in (gold, found))
    assert set(measures) - set(of_gold) == {"entities overlap", "events overlap"}
    for name in of_gold:
        one, other = Counter(of_gold[name]), Counter(of_found[name])
        tally = measures[name]
        assert (tally.matched, tally.gold, tally.found) == ((one & other).total(), one.total(), other.total()), name
