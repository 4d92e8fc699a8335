"""What holds for any text: spans in order, values that are TIMEX3, marks and spellings that do not matter."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.suggest.phrases.lexemes import lex
from model.suggest.phrases.patterns import row_of
from model.suggest.phrases.vocabulary import vocabulary
from model.suggest.times import find_times
from model.suggest.times.grammar import SOURCES, rule, rules_for
from model.text.folding import fold

PUBLISHED = date(2024, 5, 15)
DAY = r"\d{4}-\d\d-\d\d"
TIMEX = re.compile(
    rf"{DAY}(T(MO|AF|EV|NI|\d\d(:\d\d){{0,2}}))?|{DAY}/{DAY}|\d{{4}}-\d\d|\d{{2,4}}|\d{{4}}/\d{{4}}|\d{{4}}-W\d\d(-WE)?"
    r"|\d{4}-(SP|SU|FA|WI|Q[1-4]|H[12])|P(?=.)([\dX.]+([DWMY]|[DC]E))*(T([\dX.]+[HMS])+)?|(PAST|PRESENT|FUTURE)_REF"
)
WORDS = st.sampled_from(
    [
        *sorted(vocabulary().single),
        "ال",
        "و",
        "في",
        "كتاب",
        "،",
        ".",
        "\n",
        "/",
        "-",
        "(",
        ")",
        "7",
        "2024",
        "12:30",
        "5-8",
    ]
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=14).map(" ".join), st.dates(date(1800, 1, 1), date(2300, 1, 1)) | st.none())
def test_any_row_of_time_words_is_read(text: str, published: date | None) -> None:
    at = 0
    for time in find_times(text, published):
        assert at <= time.span.start < time.span.end <= len(text)
        assert time.span.of(text) == time.span.of(text).strip()
        assert time.value is None or TIMEX.fullmatch(time.value), (time.value, time.span.of(text))
        assert time.label in {"DATE", "TIME"}
        at = time.span.end


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert all(time.span.end <= len(text) for time in find_times(text, PUBLISHED))


@pytest.mark.parametrize(
    ("plain", "written"),
    [
        ("يوم الأحد القادم", "يوم الاحد القادم"),
        ("الثلاثاء الماضي", "الثلاثـــاء الماضي"),
        ("قبل ثلاثة أيام", "قبلَ ثلاثةِ أيّامٍ"),
        ("3 أبريل المقبل", "٣ إبريل المقبل"),
        ("نهاية السنة", "نهايه السنه"),
        ("صباح أمس", "صباح\u00a0أمسِ"),
    ],
)
def test_marks_and_spellings_do_not_matter(plain: str, written: str) -> None:
    (first,), (second,) = find_times(plain, PUBLISHED), find_times(written, PUBLISHED)
    assert (first.value, first.modifier) == (second.value, second.modifier)
    assert second.span.of(written) == written


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("وبالأمس", "الأمس"),
        ("للأسبوع الماضي", "لأسبوع الماضي"),
        ("«الخميس» المقبل", "الخميس"),
        ("(25 تموز 2021)", "25 تموز 2021"),
        ("فمنذ منتصف أكتوبر", "منتصف أكتوبر"),
    ],
)
def test_proclitics_and_marks_stay_outside(text: str, span: str) -> None:
    (found,) = find_times(text, PUBLISHED)
    assert found.span.of(text) == span


@settings(deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_no_rule_is_left_out_that_would_match(words: list[str]) -> None:
    row = row_of(lex(fold(" ".join(words))))
    asked = {name for name, _ in rules_for(row.codes)}
    assert asked >= {name for name in SOURCES if rule(name).search(row.codes)}
