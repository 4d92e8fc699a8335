"""The lexicon by the words of its forms."""

import pytest

from model.suggest.entities.lexicon_index import LexiconForms
from model.suggest.lexicon.entries import LexiconEntry
from model.text.folding import fold


def entry(key: str, label: str, *forms: str) -> LexiconEntry:
    return LexiconEntry(key, label, forms, tuple(fold(form) for form in forms))


def test_forms_by_first_and_second_word_the_longest_first() -> None:
    forms = LexiconForms(
        [entry("a", "GPE", "بحر"), entry("b", "LOC", "بحر الظلمات"), entry("c", "LOC", "بحر الظلمات الكبير")]
    )
    assert list(forms) == ["بحر"]
    assert [form.entry.key for form in forms["بحر"][""]] == ["a"]
    assert [form.entry.key for form in forms["بحر"]["الظلمات"]] == ["c", "b"]


def test_nationalities_with_the_article_unless_they_bear_it() -> None:
    forms = LexiconForms([entry("g", "NORP", "ألماني"), entry("k", "NORP", "الأكراد")])
    assert {"الماني", "الالماني", "الاكراد"} == set(forms)


def test_forms_that_begin_with_marks_are_found_by_their_first_token() -> None:
    forms = LexiconForms([entry("d", "PRODUCT", "إف-15")])
    assert [form.words for form in forms["اف"]["-"]] == [("اف", "-", "15")]
    assert "اف-15" not in forms
    with pytest.raises(KeyError):
        forms["اف-15"]
