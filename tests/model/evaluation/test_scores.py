"""Scores of small cases whose figures were worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.evaluation.differences import Difference, deviations
from model.evaluation.scores import score_page, score_pages
from model.evaluation.tally import Tally, tally
from model.gold_page import GoldPage, PageEvent, PageMention, PageZone
from model.text.span import Span

TEXT = "زار وزير الخارجية العراقي فؤاد حسين واشنطن أمس"
#       0   4    9       18      26   31   36      43


def mention(
    number: int, start: int, end: int, label: str, key: str | None = None, value: str | None = None
) -> PageMention:
    return PageMention(f"e{number}", (Span(start, end),), TEXT[start:end], label, key, value)


VISIT = PageEvent(
    "v1", (Span(0, 3),), "زار", "CONSULT", arguments=(("actor", "e3"), ("location", "e4"), ("date", "e5"))
)
GOLD = GoldPage(
    "page",
    date(2024, 3, 27),
    len(TEXT),
    (PageZone(Span(0, 47), "body"),),
    (
        mention(1, 4, 25, "OCC", key="hussein"),
        mention(2, 18, 25, "NORP"),
        mention(3, 26, 35, "PERS", key="hussein"),
        mention(4, 36, 42, "GPE", key="washington"),
        mention(5, 43, 46, "DATE", value="2024-03-26"),
    ),
    (VISIT,),
)
FOUND = replace(
    GOLD,
    zones=(PageZone(Span(0, 47), "caption"),),
    mentions=(
        mention(1, 4, 25, "OCC", key="one"),
        mention(2, 18, 25, "GPE"),
        mention(3, 26, 35, "PERS", key="one"),
        mention(5, 43, 46, "DATE", value="2024-03-25"),
        mention(6, 9, 17, "ORG", key="one"),
    ),
    events=(replace(VISIT, arguments=(("actor", "e3"), ("recipient", "e6"), ("date", "e5"))),),
)


def test_figures_of_one_page() -> None:
    scores = score_page(GOLD, FOUND)
    assert scores.measures == {
        # gold: OCC NORP PERS GPE; found: OCC and PERS right, NORP as GPE, an ORG too many, Washington missed
        "entities strict": Tally(2, 4, 4),
        "entities span only": Tally(3, 4, 4),
        # the adjective and the ORG lie within the OCC
        "entities overlap": Tally(2, 4, 4),
        "entities outermost": Tally(2, 3, 2),
        "entities nested": Tally(0, 1, 2),
        "PERS ORG GPE LOC strict": Tally(1, 2, 3),
        "entities and times strict": Tally(3, 5, 5),
        "times span+type": Tally(1, 1, 1),
        "times span+value": Tally(0, 1, 1),
        "events trigger+type": Tally(1, 1, 1),
        "events trigger": Tally(1, 1, 1),
        "events overlap": Tally(1, 1, 1),
        "arguments": Tally(2, 3, 3),
        # gold has the pair OCC-PERS, found the three pairs of OCC, PERS and ORG
        "identity pairs (within page)": Tally(1, 1, 3),
    }
    assert (scores.zones.right, scores.zones.total) == (0, 1)
    assert (scores.time_values.right, scores.time_values.total) == (0, 1)
    assert scores.labels["GPE"] == Tally(0, 1, 1)
    assert scores.event_labels == {"CONSULT": Tally(1, 1, 1)}


def test_precision_recall_and_f1() -> None:
    counted = Tally(2, 4, 5)
    assert (counted.precision, counted.recall) == (0.4, 0.5)
    assert counted.f1 == pytest.approx(4 / 9)
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)


def test_an_item_found_twice_counts_once_as_right() -> None:
    assert tally(["a", "b"], ["a", "a"]) == Tally(1, 2, 2)


def test_pages_add_up() -> None:
    both = score_pages([(GOLD, FOUND), (GOLD, GOLD)])
    assert both.pages == 2
    assert both.measures["entities strict"] == Tally(6, 8, 8)
    assert (both.zones.right, both.zones.total) == (1, 2)


def test_differences_are_listed_with_their_line() -> None:
    found = {(one.difference, one.label, one.covered) for one in deviations(GOLD, FOUND, TEXT)}
    assert (Difference.MISSED, "GPE", "واشنطن") in found
    assert (Difference.MISSED, "NORP", "العراقي") in found
    assert (Difference.FALSE, "ORG", "الخارجية") in found
    assert (Difference.VALUE, "DATE", "أمس") in found
    assert (Difference.ZONE, "body", TEXT) in found
    roles = [one.detail for one in deviations(GOLD, FOUND, TEXT) if one.difference is Difference.ARGUMENT_MISSED]
    assert roles == ["location: واشنطن"]
    assert list(deviations(GOLD, GOLD, TEXT)) == []


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_a_tally_never_exceeds_either_side_and_swaps_with_its_sides(gold: list[str], found: list[str]) -> None:
    counted = tally(gold, found)
    assert counted.matched <= min(counted.gold, counted.found)
    swapped = tally(found, gold)
    assert (swapped.precision, swapped.recall) == (counted.recall, counted.precision)
