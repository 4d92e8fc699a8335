"""Lanes and nesting, which need no Qt."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ui.article.lanes import GAP, Place, Wish, grown, place_chips
from ui.article.nesting import levels

COLUMN = 600.0
WISHES = st.lists(
    st.builds(
        lambda start, natural, share, length, slack: Wish(start, natural, natural * share, length, slack),
        st.floats(0, COLUMN),
        st.floats(20, 120),
        st.floats(0.3, 1),
        st.integers(1, 40),
        st.floats(0, 14),
    ),
    max_size=15,
)


def overlap(one: Place, other: Place) -> bool:
    return (
        one.lane == other.lane
        and one.start < other.start + other.width - 1e-6
        and other.start < one.start + one.width - 1e-6
    )


@given(WISHES)
def test_chips_of_a_lane_keep_apart_and_in_the_column(wishes: list[Wish]) -> None:
    places = place_chips(wishes, COLUMN)
    assert not any(overlap(one, other) for one, other in combinations(places, 2))
    for wish, place in zip(wishes, places, strict=True):
        assert wish.least - 1e-6 <= place.width <= wish.natural + 1e-6
        assert place.start >= 0
        assert place.start + place.width <= COLUMN + 1e-6
        assert place.start <= wish.start + wish.slack + 1e-6


def test_one_lane_suffices_for_chips_side_by_side() -> None:
    wishes = [Wish(100.0 * number, 80, 34, 5) for number in range(5)]
    assert {place.lane for place in place_chips(wishes, COLUMN)} == {0}


def test_chips_shorten_before_they_collide() -> None:
    first, second = place_chips([Wish(0, 80, 34, 5), Wish(50, 80, 34, 5)], COLUMN)
    assert (first.lane, second.lane) == (0, 0)
    assert first.width == 50 - GAP
    assert second.width == 80


def test_the_inner_one_of_two_at_one_place_stays_nearest() -> None:
    outer, inner = place_chips([Wish(0, 80, 34, 20), Wish(0, 80, 34, 5)], COLUMN)
    assert (inner.lane, outer.lane) == (0, 1)


@given(WISHES, st.lists(st.tuples(st.integers(0, 14), st.floats(30, 700)), max_size=4, unique_by=lambda wish: wish[0]))
def test_grown_chips_cover_no_other(wishes: list[Wish], growth: list[tuple[int, float]]) -> None:
    places = place_chips(wishes, COLUMN)
    growth = [(index, width) for index, width in growth if index < len(places)]
    found = grown(places, growth, COLUMN)
    shown = [place for place in found if place is not None]
    assert not any(overlap(one, other) for one, other in combinations(shown, 2))
    for index, _ in growth:
        grown_one = found[index]
        assert grown_one is not None, "what must be read is never left out"
        assert grown_one.width >= places[index].width - 1e-6
    assert all(place.start >= -1e-6 and place.start + place.width <= COLUMN + 1e-6 for place in shown)


def test_levels_of_nested_crossing_and_equal_ranges() -> None:
    assert levels([(0, 20), (0, 5), (10, 20), (12, 15), (30, 35)]) == [2, 0, 1, 0, 0]
    assert levels([(0, 6), (4, 12)]) == [0, 1]
    assert levels([(0, 6), (0, 6)]) == [1, 0]
    assert levels([]) == []


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))), max_size=12))
def test_a_container_is_above_what_it_holds(ranges: list[tuple[int, int]]) -> None:
    found = levels(ranges)
    for (one, level), (other, other_level) in combinations(zip(ranges, found, strict=True), 2):
        holds = one[0] <= other[0] and other[1] <= one[1] and one != other
        held = other[0] <= one[0] and one[1] <= other[1] and one != other
        if holds:
            assert level > other_level or level == 5
        if held:
            assert other_level > level or other_level == 5
