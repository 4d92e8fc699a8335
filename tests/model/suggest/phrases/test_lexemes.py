"""Lexemes keep their places, proclitics apart, and tables mean one thing."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.seeds import seeds_folder
from model.suggest.phrases.lexemes import lex
from model.suggest.phrases.vocabulary import TABLES, vocabulary
from model.text.folding import fold

LETTERS = st.text(alphabet="ابتسعلموينهرة يومالثلاثاء،. 0123456789٫/-:\n%$()Fé«»", max_size=80)


@given(LETTERS)
def test_lexemes_lie_in_order_and_cover_everything_but_white_space(text: str) -> None:
    """The hyphen of الـ-25 is passed over as well."""
    folded = fold(text)
    lexemes = lex(folded)
    at = 0
    for lexeme in lexemes:
        assert folded[at : lexeme.start].strip() in {"", "-"}
        assert folded[lexeme.start : lexeme.end] == lexeme.text != ""
        at = lexeme.end
    assert folded[at:].strip() == ""


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("وبالثلاثاء", ["و", "ب", "الثلاثاء"]),
        ("للأسبوع", ["ل", "ل", "اسبوع"]),
        ("لليوم", ["ل", "ليوم"]),
        ("يومها", ["يوم", "ها"]),
        ("سنتها", ["سنت", "ها"]),
        ("الـ41", ["ال", "41"]),
        ("و14:29", ["و", "14:29"]),
        ("بـ99", ["ب", "99"]),
    ],
)
def test_proclitics_articles_and_pronouns_are_lexemes(word: str, parts: list[str]) -> None:
    assert [lexeme.text for lexeme in lex(fold(word))] == parts


@pytest.mark.parametrize(
    "name", ["إف-16", "F-16", "كوفيد-19", "G20", "@user12", "https://a.example/2024/1", "+964770123456"]
)
def test_numbers_in_names_addresses_and_telephones_are_no_numbers(name: str) -> None:
    assert not any("num" in lexeme.values for lexeme in lex(fold(f"قال {name} إن")))


def test_a_word_that_begins_like_a_proclitic_stays_whole() -> None:
    assert [lexeme.text for lexeme in lex(fold("بعد ليل فجر"))] == ["بعد", "ليل", "فجر"]


def test_no_word_has_two_values_of_one_kind() -> None:
    values = defaultdict(set)
    for table in TABLES:
        for line in (seeds_folder() / "lexicons" / table).read_text("utf-8").splitlines()[1:]:
            kind, value, forms = line.split("\t")
            for form in forms.split(" | "):
                assert form == form.strip() != ""
                values[kind, fold(form)].add(value)
    assert {key: found for key, found in values.items() if len(found) > 1} == {}


def test_every_combination_of_kinds_has_a_code_of_its_own() -> None:
    codes = vocabulary().codes
    assert len(set(codes.values())) == len(codes)
