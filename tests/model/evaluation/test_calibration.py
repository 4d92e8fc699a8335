import pytest
from hypothesis import given

from model.evaluation.calibration import BINS, Kind, calibrations, observations
from model.gold_page import GoldPage
from tests.model.evaluation.cases import pages, proposed


@given(pages(), pages())
def test_all_suggestions_are_counted_in_their_bin(gold: GoldPage, found: GoldPage) -> None:
    told = calibrations(observations(gold, proposed(found, 0.75)))
    counts = {one.kind: one.count for one in told}
    assert counts.get(Kind.MENTIONS, 0) == len(found.mentions)
    for one in told:
        assert [at for at, part in enumerate(one.bins) if part] == [7]
        assert one.expected_error == pytest.approx(abs(one.right / one.count - 0.75))


@given(pages())
def test_sure_and_right_is_perfectly_calibrated(page: GoldPage) -> None:
    for one in calibrations(observations(page, proposed(page, 1))):
        assert (one.expected_error, one.brier, one.right) == (0, 0, one.count)
        assert one.bins[BINS - 1] is not None


def test_figures_of_a_small_case_by_hand() -> None:
    from tests.model.evaluation.test_measures import mention

    gold = GoldPage("p", None, 12, (), (mention(0, 2, "ORG"), mention(3, 5, "ORG")))
    sure = proposed(GoldPage("p", None, 12, (), (mention(0, 2, "ORG"), mention(3, 5, "PERS"))), 0.9)
    unsure = proposed(GoldPage("p", None, 12, (), (mention(3, 5, "ORG"), mention(6, 8, "ORG"))), 0.2, "names")
    both = GoldPage("p", None, 12, (), (*sure.mentions, *unsure.mentions))
    first, second = calibrations(observations(gold, both))
    assert (first.suggester, first.right, first.count) == ("entities", 1, 2)
    assert first.expected_error == pytest.approx(0.4)
    assert first.brier == pytest.approx((0.01 + 0.81) / 2)
    assert second.suggester == "names"
    assert second.expected_error == pytest.approx(0.3)


def test_what_nobody_proposed_is_not_judged() -> None:
    from tests.model.evaluation.test_measures import mention

    page = GoldPage("p", None, 12, (), (mention(0, 2, "ORG"),))
    assert calibrations(observations(page, page)) == []
