import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.evaluation.comparison import compare
from model.evaluation.tally import Tally

TALLIES = st.builds(lambda both, gold, found: {"m": Tally(both, both + gold, both + found)}, *[st.integers(0, 9)] * 3)


@given(st.lists(TALLIES, min_size=1, max_size=8))
def test_equal_results_differ_in_nothing(page_tallies: list[dict[str, Tally]]) -> None:
    compared = compare(page_tallies, page_tallies, ["m"])["m"]
    assert (compared.difference, compared.low, compared.high, compared.p_value) == (0, 0, 0, 1)


def test_the_p_value_is_that_of_all_swaps() -> None:
    first = [{"m": Tally(n % 3, 5, 4)} for n in range(8)]
    second = [{"m": Tally(n % 4, 5, 5)} for n in range(8)]

    def f1(pages: list[Tally]) -> float:
        return 2 * sum(one.matched for one in pages) / sum(one.gold + one.found for one in pages)

    observed = abs(f1([page["m"] for page in second]) - f1([page["m"] for page in first]))
    differences = []
    for swaps in itertools.product((False, True), repeat=8):
        sides = [
            (b["m"], a["m"]) if swap else (a["m"], b["m"]) for swap, a, b in zip(swaps, first, second, strict=True)
        ]
        differences.append(abs(f1([b for _, b in sides]) - f1([a for a, _ in sides])))
    exact = sum(one >= observed - 1e-12 for one in differences) / len(differences)
    compared = compare(first, second, ["m"])["m"]
    assert compared.p_value == pytest.approx(exact, abs=0.02)
    assert compared == compare(first, second, ["m"])["m"]


def test_a_clear_difference_is_significant_and_its_interval_leaves_out_nothing() -> None:
    worse, better = [{"m": Tally(5, 10, 10)}] * 20, [{"m": Tally(9, 10, 10)}] * 20
    compared = compare(worse, better, ["m"])["m"]
    assert compared.difference == pytest.approx(0.4)
    assert compared.p_value < 0.001
    assert compared.low == pytest.approx(0.4)
    assert compared.high == pytest.approx(0.4)
    back = compare(better, worse, ["m"])["m"]
    assert back.difference == pytest.approx(-0.4)
    assert back.p_value == compared.p_value


def test_each_measure_is_compared_on_its_own() -> None:
    first = [{"a": Tally(1, 2, 2), "b": Tally(1, 2, 2)}] * 12
    second = [{"a": Tally(1, 2, 2), "b": Tally(2, 2, 2)}] * 12
    compared = compare(first, second, ["a", "b"])
    assert compared["a"].p_value == 1
    assert compared["b"].p_value < 0.01


def test_pages_of_different_number_are_no_pairs() -> None:
    with pytest.raises(ValueError, match="1 pages against 2"):
        compare([{}], [{}, {}], [])
    with pytest.raises(ValueError, match="0 pages"):
        compare([], [], [])
