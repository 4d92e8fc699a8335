import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.remote.quotes import Quote, locate

TEXT = "زار سامي حداد عدن، ثم عاد سامي حداد من عدن وعدنان معه إلى «دار\nالسلام» \U0001f642 وبعدن أقام."


def texts(*quotes: Quote) -> tuple[list[tuple[str, int]], int]:
    """Text and start of each quote that was found, and how many were not."""
    places = locate(quotes, TEXT, ["PERS", "GPE", "FAC"])
    return [(span.of(TEXT), span.start) for span, _ in places.found], places.lost


def at(word: str, nth: int = 0) -> tuple[str, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(word, start + 1)
    return word, start


def test_what_is_quoted_once_is_found() -> None:
    assert texts(Quote("سامي حداد", "PERS", "زار")) == ([at("سامي حداد")], 0)


def test_what_stands_before_tells_which_one_is_meant() -> None:
    assert texts(Quote("سامي حداد", "PERS", "ثم عاد")) == ([at("سامي حداد", 1)], 0)
    assert texts(Quote("عدن", "GPE", "من")) == ([at("عدن", 1)], 0)


def test_without_it_they_are_taken_in_their_order() -> None:
    assert texts(Quote("عدن", "GPE"), Quote("عدن", "GPE"), Quote("عدن", "GPE")) == (
        [at("عدن"), at("عدن", 1), at("عدن", 3)],
        0,
    )


def test_spelling_and_spaces_may_differ_and_the_text_s_own_come_back() -> None:
    assert texts(Quote("دارِ  السلام", "FAC")) == ([("دار\nالسلام", TEXT.index("دار"))], 0)


@pytest.mark.parametrize(
    "quote",
    [
        Quote("صنعاء", "GPE"),
        Quote("", "GPE"),
        Quote(" \n", "GPE"),
        Quote("امي حداد", "PERS"),
        Quote("سامي حدا", "PERS"),
        Quote("عدن", "CITY"),
        Quote("سامي عدن", "PERS"),
        Quote("\u064b", "PERS"),
    ],
)
def test_what_is_not_there_is_counted_and_not_guessed(quote: Quote) -> None:
    assert texts(quote) == ([], 1)


def test_the_same_place_is_named_once_and_a_wrong_context_loses_nothing() -> None:
    twice = [Quote("دار السلام", "FAC", "في مدينة"), Quote("دار السلام", "FAC", "في مدينة")]
    assert texts(*twice) == ([("دار\nالسلام", TEXT.index("دار"))], 0)


@given(
    st.lists(st.builds(Quote, st.text("سامي حدن\n\u064bx", max_size=6), st.just("PERS"), st.text("اثم ", max_size=3)))
)
def test_every_place_lies_in_the_text_and_every_quote_is_placed_or_counted(quotes: list[Quote]) -> None:
    places = locate(quotes, TEXT, ["PERS"])
    assert len(places.found) + places.lost <= len(quotes)
    assert all(0 <= span.start < span.end <= len(TEXT) for span, _ in places.found)
    assert len(set(places.found)) == len(places.found)
