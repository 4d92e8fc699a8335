from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.suggest.context import Context
from model.suggest.optional.found import Found
from model.suggest.optional.stems import without_particles
from model.suggest.optional.tags import TaggedWord, stretches
from model.suggest.optional.windows import encodable, windows
from model.text.sentences import sentences
from tests.model.suggest.optional.hostile import article_of, baghdad


def tagged(*tags: str, between: str = " ") -> tuple[list[TaggedWord], str]:
    """A word of two letters for each tag, and their text."""
    step = 2 + len(between)
    return [TaggedWord(i * step, i * step + 2, tag) for i, tag in enumerate(tags)], between.join(["اب"] * len(tags))


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (("B-PER", "I-PER", "O", "B-LOC"), [(0, 5, "PER"), (9, 11, "LOC")]),
        (("B-PER", "B-PER"), [(0, 2, "PER"), (3, 5, "PER")]),
        (("I-PER", "I-LOC"), [(0, 2, "PER"), (3, 5, "LOC")]),
        (
            ("S-PER", "S-PER", "B-ORG", "I-ORG", "E-ORG", "I-ORG"),
            [(0, 2, "PER"), (3, 5, "PER"), (6, 14, "ORG"), (15, 17, "ORG")],
        ),
        (("U-PER", "B-ORG", "L-ORG"), [(0, 2, "PER"), (3, 8, "ORG")]),
        (("PER", "PER", "O", "LOC"), [(0, 5, "PER"), (9, 11, "LOC")]),
        (("B_PER", "I_PER"), [(0, 5, "PER")]),
        (("WORK_OF_ART", "WORK_OF_ART"), [(0, 5, "WORK_OF_ART")]),
        (("", "O"), []),
    ],
)
def test_tags_of_every_scheme_become_stretches(tags: tuple[str, ...], expected: list[tuple[int, int, str]]) -> None:
    assert [(one.start, one.end, one.label) for one in stretches(*tagged(*tags))] == expected


def test_no_stretch_goes_over_the_end_of_a_line() -> None:
    words, text = tagged("B-PER", "I-PER", between="\n")
    assert [(one.start, one.end) for one in stretches(words, text)] == [(0, 2), (3, 5)]


def test_a_stretch_is_as_sure_as_its_words_on_average() -> None:
    (one,) = stretches([TaggedWord(0, 2, "B-PER", 0.5), TaggedWord(3, 5, "I-PER", 1.0)], "اب اب")
    assert one.score == 0.75


@given(st.lists(st.sampled_from(["O", "B-X", "I-X", "E-X", "S-X", "I-Y", "Y"]), max_size=12))
def test_stretches_are_in_order_and_cover_exactly_the_tagged_words(tags: list[str]) -> None:
    words, text = tagged(*tags)
    found = list(stretches(words, text))
    assert all(left.end <= right.start for left, right in pairwise(found))
    covered = {word.start for word in words for one in found if one.start <= word.start < one.end}
    assert covered == {word.start for word in words if word.tag != "O"}


def test_a_word_loses_its_particles_only_where_the_article_shows_that_it_has_any() -> None:
    article = article_of("زار العراق والعراق وواشنطن واشنطن وحده")
    context = Context(article)

    def start(word: str) -> int:
        at = article.text.index(word)
        return without_particles(Found(at, at + len(word), "GPE"), context).start - at

    assert [start(" والعراق"[1:]), start("وواشنطن"), start("وحده")] == [1, 1, 0]
    at = article.text.rindex("واشنطن")
    assert without_particles(Found(at, at + 6, "GPE"), context).start == at


def test_what_an_earlier_suggester_found_shows_where_the_stem_begins() -> None:
    context = Context(article_of("زار وزير الخارجية بغداد أمس"), mentions=(baghdad(),))
    assert without_particles(Found(17, 23, "GPE"), context).start == 17
    assert without_particles(Found(18, 23, "GPE"), context).start == 18


def test_a_sentence_that_is_too_long_is_cut_at_spaces_and_only_in_need_within_a_word() -> None:
    text = "كلمة " * 10 + "ا" * 50
    found = [window.of(text) for window in windows(sentences(text), text, most=20)]
    assert "".join(found) == text
    assert all(len(one) <= 20 for one in found)
    assert found[0] == "كلمة كلمة كلمة كلمة"
    assert all(one.startswith((" كلمة", " ا", "ا")) for one in found[1:])


def test_half_characters_are_replaced_one_for_one() -> None:
    text = "a\ud83d\U0001f642\udc00"
    assert encodable(text) == "a\ufffd\U0001f642\ufffd"


@given(st.lists(st.sampled_from(["ذهب سامي. ", "عاد سامي إلى المدينة.\n", "\n\n", "كلام " * 60 + ".\n"]), max_size=12))
def test_windows_hold_every_sentence_whole_and_are_no_longer_than_asked(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = list(windows(sentences(text), text, most=120))
    for sentence in sentences(text):
        assert sum(window.contains(sentence) for window in found) == (len(sentence) <= 120)
    assert all(len(window) <= 120 for window in found)
    whole = [place for sentence in sentences(text) for place in range(sentence.start, sentence.end)]
    covered = [place for window in found for place in range(window.start, window.end)]
    assert set(whole) <= set(covered)
    assert len(covered) == len(set(covered))
    assert not any("\n\n" in window.of(text) for window in found)
