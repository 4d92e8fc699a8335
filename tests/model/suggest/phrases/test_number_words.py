"""Numbers in words, by a speller that shares nothing with the reader."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.suggest.phrases.lexemes import lex
from model.suggest.phrases.number_words import PARTS, digits_value, number_value, numbers_in, ordinal_value
from model.suggest.phrases.patterns import compile_pattern, phrases, row_of
from model.suggest.phrases.vocabulary import vocabulary
from model.text.folding import fold

UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
TEENS = ["أحد عشر", "اثنا عشر", "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر"]
TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
SCALES = [(10**9, "مليار", "ملياران", "مليارات"), (10**6, "مليون", "مليونان", "ملايين"), (1000, "ألف", "ألفان", "آلاف")]


def spell_below_hundred(number: int) -> str:
    if number <= 10:
        return UNITS[number]
    if number < 20:
        return TEENS[number - 11]
    unit, ten = UNITS[number % 10], TENS[number // 10]
    return f"{unit} و{ten}" if unit else ten


def spell_below_thousand(number: int) -> str:
    hundred, rest = HUNDREDS[number // 100], spell_below_hundred(number % 100)
    return " و".join(part for part in (hundred, rest) if part)


def spell(number: int) -> str:
    parts = []
    for size, one, two, several in SCALES:
        count, number = divmod(number, size)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(two)
        elif count:
            parts.append(f"{spell_below_thousand(count)} {several if count <= 10 else one}")
    if number:
        parts.append(spell_below_thousand(number))
    return " و".join(parts)


def whole_number(text: str) -> Decimal | None:
    lexemes = lex(fold(text))
    pattern = compile_pattern("{number}", PARTS, vocabulary())
    assert pattern.fullmatch(row_of(lexemes).codes), text
    return number_value(lexemes)


@given(st.integers(1, 10**12 - 1) | st.integers(1, 3000))
def test_a_spelled_number_reads_as_itself(number: int) -> None:
    assert whole_number(spell(number)) == number


@given(st.integers(1, 999), st.sampled_from([1000, 10**6, 10**9]))
def test_digits_before_a_scale_multiply(number: int, size: int) -> None:
    word = {1000: "ألف", 10**6: "مليون", 10**9: "مليار"}[size]
    assert whole_number(f"{number} {word}") == number * size


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ثلاث مئة", 300),
        ("مائة وخمسين ألفا", 150_000),
        ("٤٫٤ ملايين", 4_400_000),
        ("2,5 مليون", 2_500_000),
        ("1.250 مليار", 1_250_000_000),
        ("إحدى عشرة", 11),
        ("مليون ومئتي ألف", 1_200_000),
        ("3 ملايين و500 ألف", 3_500_000),
        ("ألفي", 2000),
    ],
)
def test_spellings_of_the_press(text: str, value: int) -> None:
    assert whole_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("3,000", "3000"), ("12.5", "12.5"), ("3,67", "3.67"), ("1.234.567", "1234567"), ("5ر33", "33.5")],
)
def test_separators_of_digits(text: str, value: str) -> None:
    assert digits_value(text) == Decimal(value)


def test_numbers_that_do_not_fall_in_size_are_several() -> None:
    lexemes = lex(fold("خمسة آلاف وعشرة آلاف"))
    assert [value for _, _, value in numbers_in(lexemes)] == [5000, 10000]


@pytest.mark.parametrize(
    ("text", "value"), [("الحادي والعشرين", 21), ("الثانية عشرة", 12), ("الرابع", 4), ("أولى", 1), ("الثلاثين", 30)]
)
def test_ordinals(text: str, value: int) -> None:
    assert ordinal_value(lex(fold(text))) == value


def test_patterns_tell_what_they_do_not_know() -> None:
    with pytest.raises(ValueError, match="centaur"):
        compile_pattern("<centaur>", {}, vocabulary())
    with pytest.raises(KeyError, match="no_part"):
        compile_pattern("{no_part}", {}, vocabulary())


def test_a_phrase_knows_its_groups() -> None:
    lexemes = lex(fold("يوم الثلاثاء الماضي"))
    pattern = compile_pattern("(?P<weekday><weekday>)<the>(?P<shift><shift>)", {}, vocabulary())
    (phrase,) = phrases(pattern, lexemes, row_of(lexemes))
    assert (phrase.start, phrase.end, phrase.value("weekday"), phrase.value("shift")) == (1, 4, "1", "last")
    assert not phrase.has("missing")


@given(st.lists(st.sampled_from(["كتاب", "ثلاثة", "في", "الجمعة", "،", "و"]), max_size=14))
def test_rows_leave_out_plain_words_between_plain_words_only(words: list[str]) -> None:
    lexemes = lex(fold(" ".join(words)))
    row = row_of(lexemes)
    assert row.codes == "".join(lexemes[place].code for place in row.places)
    for place in set(range(len(lexemes))) - set(row.places):
        assert all(lexeme.values.keys() == {"word"} for lexeme in lexemes[place - 1 : place + 2])
