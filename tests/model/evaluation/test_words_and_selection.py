from dataclasses import replace

from hypothesis import given

from model.evaluation.selection import of_suggester, renamed, suggesters_of, with_labels
from model.evaluation.words import on_words
from model.gold_page import Evidence, GoldPage, PageEvent, PageMention
from model.messages import Message
from model.text.span import Span
from model.text.tokens import token_spans
from tests.model.evaluation.cases import LETTERS, pages, proposed

TEXT = "وقال رئيس وزراء العراق"


def mention(start: int, end: int, label: str, score: float = 0.5) -> PageMention:
    evidence = Evidence("entities", "2", score, Message("a rule"))
    return PageMention(f"e{start}-{end}", (Span(start, end),), TEXT[start:end], label, evidence=evidence)


def test_spans_grow_to_words_and_the_surest_of_equal_ones_stays() -> None:
    page = GoldPage(
        "p", None, len(TEXT), (), (mention(1, 4, "ORG", 0.4), mention(0, 4, "ORG", 0.6), mention(10, 18, "OCC"))
    )
    moved = on_words(page, TEXT, list(token_spans(TEXT)), flat=False)
    assert [(m.span, m.text) for m in moved.mentions] == [(Span(0, 4), "وقال"), (Span(10, 22), "وزراء العراق")]
    assert moved.mentions[0].evidence is not None
    assert moved.mentions[0].evidence.score == 0.6


def test_flat_gold_gets_the_longest() -> None:
    page = GoldPage("p", None, len(TEXT), (), (mention(16, 22, "GPE"), mention(5, 22, "OCC"), mention(0, 4, "ORG")))
    moved = on_words(page, TEXT, list(token_spans(TEXT)), flat=True)
    assert [m.label for m in moved.mentions] == ["ORG", "OCC"]


def test_what_touches_no_word_is_left_out() -> None:
    page = GoldPage("p", None, len(TEXT), (), (mention(4, 5, "ORG"),))
    assert on_words(page, TEXT, list(token_spans(TEXT)), flat=False).mentions == ()


@given(pages())
def test_spans_on_words_stay_where_they_are(page: GoldPage) -> None:
    words = list(token_spans(LETTERS))
    once = on_words(page, LETTERS, words, flat=False)
    assert on_words(once, LETTERS, words, flat=False) == once
    edges = {word.start for word in words}, {word.end for word in words}
    assert all(m.span.start in edges[0] and m.span.end in edges[1] for m in once.mentions)


def test_parts_of_a_page() -> None:
    event = PageEvent("v1", (Span(0, 4),), TEXT[:4], "STATEMENT", arguments=(("actor", "e5-22"), ("place", "e16-22")))
    page = proposed(GoldPage("p", None, len(TEXT), (), (mention(5, 22, "OCC"), mention(16, 22, "GPE")), (event,)), 0.5)
    some = with_labels(page, {"GPE", "STATEMENT"})
    assert [m.label for m in some.mentions] == ["GPE"]
    assert some.events[0].arguments == (("place", "e16-22"),)
    called = renamed(page, {"GPE": "LOC", "OCC": None})
    assert [m.label for m in called.mentions] == ["LOC"]
    assert of_suggester(page, "entities@1") == page
    assert of_suggester(page, "entities@2").mentions == of_suggester(page, "other").mentions == ()
    assert suggesters_of(page) == {"entities"}
    assert suggesters_of(replace(page, mentions=(), events=())) == frozenset()
