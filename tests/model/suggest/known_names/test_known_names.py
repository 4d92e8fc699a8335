"""Confirmed names: what they are, where they are proposed, and what they leave alone."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.article import Article, text_digest
from model.messages import Message
from model.suggest.context import Context
from model.suggest.known_names.names import ConfirmedText, KnownNames, known_names
from model.suggest.known_names.suggester import KnownNamesSuggester
from model.suggestion import Source, SuggestedMention, suggest_mention
from model.text.span import Span

ELSEWHERE = Source("elsewhere", "1")


def confirmed(text: str, label: str = "ORG", key: str | None = None, count: int = 3, refused: int = 0) -> ConfirmedText:
    return ConfirmedText(text, label, key, count, "صفحة", refused)


def standing(text: str, word: str, label: str, key: str | None = None) -> SuggestedMention:
    start = text.index(word)
    span = Span(start, start + len(word))
    reason = Message("x")
    return suggest_mention("a", text, span, label, source=ELSEWHERE, score=0.8, reason=reason, identity_key=key)


def proposed(text: str, names: KnownNames, mentions: Sequence[SuggestedMention] = ()) -> list[SuggestedMention]:
    article = Article("a", text, text_digest(text))
    found = KnownNamesSuggester(names).suggest(article, Context(article, mentions=tuple(mentions)))
    assert all(isinstance(one, SuggestedMention) for one in found)
    return [one for one in found if isinstance(one, SuggestedMention)]


def test_a_confirmed_name_is_proposed_in_another_article_whatever_its_spelling_and_clitics() -> None:
    names = known_names([confirmed("تجمّع النوارس", key="x_gulls")])
    (mention,) = proposed("وصل الوفد، وبتجمع النوارس التقى أمس.", names)
    assert (mention.text, mention.label, mention.identity_key) == ("تجمع النوارس", "ORG", "x_gulls")
    assert mention.source.suggester == "known_names"
    assert "صفحة" in mention.reason.english()
    assert mention.score == pytest.approx(4 / 5)


def test_the_name_behind_l_with_the_article_is_the_same_name() -> None:
    names = known_names([confirmed("النوارس البيض", count=2), confirmed("لنوارس البيض", count=1)])
    assert [name.words for name in names.names] == [("النوارس", "البيض")]
    assert names.names[0].confirmed == 3
    (mention,) = proposed("رسالة للنوارس البيض اليوم", names)
    assert mention.text == "لنوارس البيض"


def test_refusals_lower_the_score() -> None:
    names = known_names([confirmed("تجمع النوارس", count=3, refused=6)])
    assert names.names[0].score == pytest.approx(4 / 11)


def test_annotators_who_disagree_make_no_known_name() -> None:
    assert known_names([confirmed("النخيل", "ORG"), confirmed("النخيل", "GPE")]).names == ()
    (name,) = known_names([confirmed("وادي النخيل", "LOC", "a"), confirmed("وادي النخيل", "LOC", "b")]).names
    assert name.key is None


def test_times_posts_and_numbers_are_no_names() -> None:
    assert (
        known_names([confirmed("الثلاثاء", "DATE"), confirmed("ثلاثة", "CARDINAL"), confirmed("مدير", "OCC")]).names
        == ()
    )


def test_one_word_needs_two_confirmations_and_no_meaning_as_a_given_name() -> None:
    text = "عادت القطوفية، وقالت أمل."
    assert proposed(text, known_names([confirmed("القطوفية", count=1)])) == []
    assert [one.text for one in proposed(text, known_names([confirmed("القطوفية", count=2)]))] == ["القطوفية"]
    assert proposed(text, known_names([confirmed("أمل", "ORG", count=5)])) == []


def test_what_stands_already_gets_the_confirmed_identity_and_keeps_its_id() -> None:
    text = "التقى الوفد تجمع النوارس"
    mention = standing(text, "تجمع النوارس", "ORG", "made_up")
    (revised,) = proposed(text, known_names([confirmed("تجمع النوارس", key="x_gulls")]), [mention])
    assert (revised.id, revised.source, revised.identity_key) == (mention.id, ELSEWHERE, "x_gulls")
    assert revised.identity_score == pytest.approx(4 / 5)
    (surer,) = proposed(text, known_names([confirmed("تجمع النوارس", key="made_up", count=8)]), [mention])
    assert surer.identity_key == "made_up"
    assert surer.identity_score == pytest.approx(9 / 10)
    other = standing(text, "تجمع النوارس", "GPE", "place")
    assert proposed(text, known_names([confirmed("تجمع النوارس", key="x_gulls")]), [other]) == []


def test_nothing_is_proposed_across_another_mention_or_in_interface_lines() -> None:
    text = "التقى الوفد تجمع النوارس"
    crossing = standing(text, "الوفد تجمع", "ORG")
    assert proposed(text, known_names([confirmed("تجمع النوارس")]), [crossing]) == []


@given(st.text("ابتنم وال،.\n", max_size=60), st.lists(st.text("ابتنم", min_size=1, max_size=4), max_size=6))
def test_any_names_fit_any_text(text: str, words: list[str]) -> None:
    names = known_names([confirmed(word, count=4) for word in words])
    for mention in proposed(text, names):
        assert text[mention.hull.start : mention.hull.end] == mention.text
    assert known_names([confirmed(word, count=4) for word in reversed(words)]).version == names.version
