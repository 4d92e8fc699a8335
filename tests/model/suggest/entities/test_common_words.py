"""The ordinary words that tell unlisted names apart."""

import pytest

from model.seeds import seeds_folder
from model.suggest.entities.common_words import is_common, is_common_form
from model.suggest.entities.lexicon_index import names
from model.text.folding import fold


@pytest.mark.parametrize("word", ["محاكمة", "وبالمحاكمة", "محاكمتهم", "بإطلاق", "للدراسة", "واستقال", "اجتماعاتها"])
def test_inflected_words_are_common(word: str) -> None:
    assert is_common(fold(word))


@pytest.mark.parametrize("word", ["ثاباتيرو", "شتاينماير", "وجومانا", "بنزيما", "كوغالنيتشانو"])
def test_names_are_not(word: str) -> None:
    assert not is_common(fold(word))


def test_only_the_article_is_taken_off_a_form() -> None:
    assert is_common_form(fold("السياسي"))
    assert not is_common_form(fold("وسياسي"))


def test_the_list_is_folded_and_sorted_and_holds_no_sure_given_name() -> None:
    listed = (seeds_folder() / "lexicons" / "common_words.txt").read_text("utf-8").split()
    assert listed == sorted(set(listed))
    assert all(fold(word) == word for word in listed)
    assert not names().sure_given.intersection(listed)
