"""What must hold of the measures on any pages, and their agreement with a plain second reckoning."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from model.evaluation.differences import Difference
from model.evaluation.evaluation import GoldDocument, evaluate
from model.evaluation.layers import EVERY_LAYER, Layer
from model.evaluation.matching import pair_overlapping
from model.evaluation.scores import MEASURES, Way, score_page
from model.gold_page import GoldPage, PageMention
from model.text.span import Span
from tests.model.evaluation.cases import LETTERS, pages, proposed


def mention(start: int, end: int, label: str) -> PageMention:
    return PageMention(f"{start}-{end}", (Span(start, end),), LETTERS[start:end], label)


@given(pages())
def test_gold_against_itself_is_perfect(page: GoldPage) -> None:
    scores = score_page(page, page)
    for tally in scores.measures.values():
        assert tally.matched == tally.gold == tally.found
    told = evaluate([GoldDocument(page, LETTERS)], [page], EVERY_LAYER)
    assert told.deviations == ()
    assert all(gold == found for gold, found in told.mention_confusion.table())


@given(pages(), pages(), st.randoms(use_true_random=False))
def test_the_order_within_a_page_changes_no_figure(gold: GoldPage, found: GoldPage, chance: random.Random) -> None:
    def shuffled(page: GoldPage) -> GoldPage:
        mentions, events = list(page.mentions), list(page.events)
        chance.shuffle(mentions)
        chance.shuffle(events)
        return replace(page, mentions=tuple(mentions), events=tuple(events))

    assert score_page(shuffled(gold), shuffled(found)) == score_page(gold, found)


@given(pages(), pages())
def test_labels_add_up_and_milder_measures_never_score_lower(gold: GoldPage, found: GoldPage) -> None:
    scores = score_page(gold, found)
    measures = scores.measures
    assert sum(tally.matched for tally in scores.labels.values()) == measures["entities and times strict"].matched
    for way, name in ((Way.SPAN, "entities span only"), (Way.OVERLAP, "entities overlap")):
        named = [tally for label, tally in scores.mentions[way].items() if label != "DATE"]
        assert sum(tally.matched for tally in named) == measures[name].matched
        assert sum(tally.found for tally in named) == measures[name].found
        assert measures[name].matched >= measures["entities strict"].matched
    outer, inner = measures["entities outermost"], measures["entities nested"]
    assert (outer.gold + inner.gold, outer.found + inner.found) == (
        measures["entities strict"].gold,
        measures["entities strict"].found,
    )


@given(pages(), pages())
def test_every_item_stands_in_one_cell_of_the_confusion(gold: GoldPage, found: GoldPage) -> None:
    table = evaluate([GoldDocument(gold)], [found], EVERY_LAYER).mention_confusion.table()
    assert sum(count for (of_gold, _), count in table.items() if of_gold) == len(gold.mentions)
    assert sum(count for (_, of_found), count in table.items() if of_found) == len(found.mentions)


def test_overlap_takes_equal_ones_first_and_then_what_shares_most() -> None:
    gold = [mention(0, 4, "ORG"), mention(0, 10, "ORG")]
    found = [mention(0, 4, "ORG"), mention(2, 9, "ORG"), mention(9, 12, "ORG"), mention(0, 9, "PERS")]
    pairing = pair_overlapping(gold, found)
    assert [(one.id, other.id) for one, other in pairing.pairs] == [("0-4", "0-4"), ("0-10", "2-9")]
    assert [item.id for item in pairing.false] == ["9-12", "0-9"]


def test_measures_of_what_gold_lacks_are_left_out() -> None:
    page = GoldPage("p", None, 0)
    told = evaluate([GoldDocument(page)], [page], frozenset({Layer.MENTIONS}))
    assert "arguments" not in told.measures
    assert "times span+value" not in told.measures
    assert set(evaluate([GoldDocument(page)], [page], EVERY_LAYER).measures) == set(MEASURES)


@given(pages(), pages())
def test_only_what_was_suggested_has_a_reason(gold: GoldPage, found: GoldPage) -> None:
    told = evaluate([GoldDocument(proposed(gold, 1), LETTERS)], [proposed(found, 0.5)], EVERY_LAYER)
    wrong = (Difference.FALSE, Difference.ARGUMENT_FALSE, Difference.VALUE)
    for one in told.deviations:
        assert (one.evidence is not None) == (one.difference in wrong)
        assert one.evidence is None or one.evidence.score == 0.5
