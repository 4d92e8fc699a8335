"""Tokens, clitic readings and sentences keep their places in the original text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.clitics import readings
from model.text.sentences import sentences
from model.text.tokens import tokenize

ARABIC = st.text('وفبلكسالعراقبغداد َُّ«»،.؟ ٣7()\n"@:-😀abc')


@given(st.text())
def test_tokens_are_what_their_spans_cover_and_leave_only_white_space(text: str) -> None:
    covered: set[int] = set()
    for token in tokenize(text):
        assert token.span.of(text) == token.text
        covered.update(range(token.span.start, token.span.end))
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


@pytest.mark.parametrize(
    ("word", "key", "stem"),
    [
        ("وبلينكن", "بلينكن", "بلينكن"),
        ("لبغداد", "بغداد", "بغداد"),
        ("للعراق", "العراق", "لعراق"),
        ("وللولايات", "الولايات", "لولايات"),
        ("وَبَغداد", "بغداد", "بَغداد"),
        ("شراكتنا", "شراكت", "شراكت"),
        ("واشنطن", "واشنطن", "واشنطن"),
    ],
)
def test_the_right_reading_is_among_those_offered(word: str, key: str, stem: str) -> None:
    text = f"قال {word}"
    found = {(reading.key, reading.span.of(text)) for reading in readings(tokenize(text)[1])}
    assert (key, stem) in found


@given(ARABIC)
def test_readings_lie_within_their_token(text: str) -> None:
    for token in tokenize(text):
        assert all(token.span.contains(reading.span) for reading in readings(token))


@given(ARABIC)
def test_sentences_are_in_order_and_leave_only_white_space(text: str) -> None:
    found = list(sentences(text))
    covered = {at for sentence in found for at in range(sentence.start, sentence.end)}
    assert sum(len(sentence) for sentence in found) == len(covered)
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


def test_sentences_end_where_readers_end_them() -> None:
    text = 'وصل د. سامي إلى أربيل. وقال: "لن نعود!" ثم غادر.. بعد 3.5 ساعة؟ نعم\nسطر'
    assert [sentence.of(text) for sentence in sentences(text)] == [
        "وصل د. سامي إلى أربيل.",
        'وقال: "لن نعود!"',
        "ثم غادر.. بعد 3.5 ساعة؟",
        "نعم",
        "سطر",
    ]
