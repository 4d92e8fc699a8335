"""Words are found behind their clitics and with pronouns, and never within a longer, different word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.search.locating import word_places
from model.search.query import TextPart
from model.search.words import Clitics, Written, equal_text_pattern, words_pattern
from model.text.alignment import Alignment
from model.text.folding import fold

MARKS = "\u064b\u064f\u0651ـ\u200f"
ARABIC = "ابةتدرسعقكلمنهويأإىئ"
WORDS = st.text(ARABIC, min_size=3, max_size=6)


def found(query: str, text: str, clitics: Clitics = Clitics.ALL) -> list[str]:
    """What a query of plain words covers in a text."""
    pattern = words_pattern([Written(tuple(word.split("|")), clitics) for word in query.split()])
    return [span.of(text) for span in word_places(TextPart(pattern), Alignment(text))]


def equal(tag: str, text: str, *, before: str = "", clitics: Clitics = Clitics.BEFORE_NOUNS) -> list[str]:
    """The places in a text that are equal to a tag's."""
    pattern = equal_text_pattern(tag, before, clitics)
    assert pattern is not None
    return [span.of(text) for span in word_places(TextPart(pattern), Alignment(text))]


@pytest.mark.parametrize(
    ("query", "text", "covered"),
    [
        ("عراق", "في العراق", ["العراق"]),
        ("عراق", "والعراق وبالعراق", ["العراق", "العراق"]),
        ("عراق", "للعراق", ["لعراق"]),
        ("عراق", "وللعِراق", ["لعِراق"]),
        ("عراق", "لعراقٍ جديد", ["عراقٍ"]),
        ("عراق", "العراقية والعراقيون وعراقي", []),
        ("العراق", "للعراق والعراق", ["لعراق", "العراق"]),
        ("العراق", "عراق جديد", []),
        ("لغة", "للغة اللغة بلغتهم", ["لغة", "اللغة", "لغت"]),
        ("اللغة", "للغة وباللغة ولغة", ["لغة", "اللغة"]),
        ("ألمانيا", "لألمانيا والمانيا", ["ألمانيا", "المانيا"]),
        ("وزير", "وزيرنا وزيره وزيرة", ["وزير", "وزير"]),
        ("وزير", "الوزيرنا", []),
        ("وزير", "ووزير للوزير", ["وزير", "لوزير"]),
        ("مدينة", "مدينتهم ومدينتان", ["مدينت"]),
        ("قال", "سيقال وقالها فقال أقال قالت", ["قال", "قال"]),
        ("وزير خارجية", "لوزير الخارجية", ["وزير الخارجية"]),
        ("وزير خارجية", "وزير خارجيته", ["وزير خارجيت"]),
        ("وزير خارجية", "وزير\nالخارجية، وزيرالخارجية", []),
        ("قال|أعلن", "وأعلن ثم قال", ["أعلن", "قال"]),
        ("عراق*", "بالعراقيين", ["العراقيين"]),
        ("*راق", "أوراق وراق", ["أوراق", "وراق"]),
        ("م*سة", "المدرسة", ["المدرسة"]),
        ("حداد", "حداد_2 حداد2 «حداد»", ["حداد"]),
    ],
)
def test_a_word_is_found_where_it_is_that_word(query: str, text: str, covered: list[str]) -> None:
    assert found(query, text) == covered


def test_between_quotation_marks_it_is_found_as_written_only() -> None:
    assert found("العراق", "العراق والعراق", Clitics.NONE) == ["العراق"]


@pytest.mark.parametrize(
    ("tag", "before", "text", "covered"),
    [
        ("العراق", "", "للعراق والعراق عراق العراقية", ["لعراق", "العراق"]),
        ("لعراق", "ل", "العراق", ["العراق"]),
        ("علي", "", "علي وعلي عليه عليها", ["علي", "علي"]),
        ("حداد", "", "الحداد", []),
        ("سامي حداد", "", "لسامي  حداد", ["سامي  حداد"]),
        ("50%", "", "نحو 50% منها", ["50%"]),
        ("(س)", "", "قال (س) لنا", ["(س)"]),
    ],
)
def test_places_equal_to_a_tag_have_their_own_edges(tag: str, before: str, text: str, covered: list[str]) -> None:
    assert equal(tag, text, before=before) == covered


def test_an_event_is_equal_with_pronouns_too() -> None:
    assert equal("زيارة", "زيارته وسيزور", clitics=Clitics.ALL) == ["زيارت"]


def test_what_has_no_word_is_equal_to_nothing() -> None:
    assert equal_text_pattern("…", "", Clitics.ALL) is None


def bare(text: str) -> set[str]:
    """A hit's folded text with and without its article; ت for ta marbuta before a pronoun."""
    folded = fold(text)
    opened = re.sub("ت$", "ه", folded)
    without = {one[cut:] for one in (folded, opened) for cut in (0, 1, 2)}
    return {folded, opened, *without}


@given(WORDS, st.lists(st.one_of(WORDS, st.sampled_from([" ", "\n", "ال", "لل", "و", "ها", *MARKS])), max_size=12))
def test_every_hit_folds_to_the_query(word: str, pieces: list[str]) -> None:
    text = "".join([*pieces[:6], word, *pieces[6:]])
    for covered in found(word, text):
        assert fold(word) in bare(covered) or fold(word)[2:] in bare(covered)


@given(WORDS, st.sampled_from(["", "و", "ف", "ب", "ل", "ك", "وب", "فل"]), st.text(MARKS, max_size=2))
def test_behind_every_clitic_the_word_is_found(word: str, clitic: str, marks: str) -> None:
    text = f"سبق {clitic}{word[0]}{marks}{word[1:]} لحق"
    assert any(fold(word)[2:] in fold(covered) for covered in found(word, text))


@given(WORDS, st.text("دذرزشصضطظعغ", min_size=1, max_size=3))
def test_within_a_longer_word_it_is_never_found(word: str, more: str) -> None:
    assert found(word, f"{more}{word}") == []
    assert found(word, f"{word}{more}") == []


@given(st.text(ARABIC + MARKS + " \nßİﬁ٣", max_size=80), st.integers(0, 60), st.integers(1, 20))
def test_the_alignment_is_that_of_folding_letter_by_letter(text: str, start: int, length: int) -> None:
    from model.text.folding import fold_aligned

    whole, quick = fold_aligned(text), Alignment(text)
    assert quick.folded == whole.text
    end = min(start + length, len(whole.text))
    if start < end:
        assert quick.original_span(start, end) == whole.original_span(start, end)
