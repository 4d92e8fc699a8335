"""Lessons from page files and from sheets: what is settled, what was rejected."""

import pickle

from model.annotation import Zone
from model.article import ArticleState
from model.decision import Decision, Scope, Verdict
from model.gold_page import GoldPage, PageMention
from model.messages import Message
from model.sheet import Sheet
from model.suggest.learner.lesson import Rejected, lesson_of_page, lesson_of_sheet
from model.suggestion import Source, SuggestedMention, SuggestionSet, suggest_mention
from model.text.span import Span
from tests.model.suggest.learner.builders import article_of, mentions_of
from tests.storage.builders import NOON

ARTICLE = article_of("جنى الفلاحون القمح في الوادي. باع التجار الشعير في السوق. زرع الأهالي الذرة قرب النهر.", "crops")


def proposal(word: str) -> SuggestedMention:
    at = ARTICLE.text.index(word)
    return suggest_mention(
        ARTICLE.id,
        ARTICLE.text,
        Span(at, at + len(word)),
        "CROP",
        source=Source("rule", "1"),
        score=0.8,
        reason=Message("a crop"),
    )


def answer(suggestion: SuggestedMention, verdict: Verdict) -> Decision:
    return Decision(
        f"on-{suggestion.id}", ARTICLE.id, suggestion.id, verdict, "سلمى", NOON, "", "CROP", "rule", scope=Scope.HERE
    )


def sheet_of(*answers: tuple[SuggestedMention, Verdict], state: ArticleState = ArticleState.STARTED) -> Sheet:
    decisions = [answer(suggestion, verdict) for suggestion, verdict in answers]
    mentions = [mentions_of(ARTICLE, "CROP", [one.text])[0] for one, verdict in answers if verdict is Verdict.ACCEPT]
    return Sheet(
        ARTICLE.id,
        state,
        mentions={one.id: one for one in mentions},
        decisions={one.id: one for one in decisions},
    )


def test_a_page_with_its_page_file_is_settled_as_a_whole() -> None:
    at = ARTICLE.text.index("القمح")
    gold = GoldPage("crops", None, len(ARTICLE.text), (), (PageMention("e1", (Span(at, at + 5),), "القمح", "CROP"),))
    lesson = lesson_of_page(ARTICLE, gold, familiar=True)
    assert lesson.settled == (Span(0, len(ARTICLE.text)),)
    assert [one.text for one in lesson.mentions] == ["القمح"]
    assert lesson.familiar


def test_an_article_in_work_is_settled_where_something_was_done_and_nothing_waits() -> None:
    wheat, barley, maize = map(proposal, ("القمح", "الشعير", "الذرة"))
    sheet = sheet_of((wheat, Verdict.ACCEPT), (barley, Verdict.REJECT))
    lesson = lesson_of_sheet(ARTICLE, sheet, SuggestionSet(mentions=(wheat, barley, maize)))
    assert [span.of(ARTICLE.text).split()[0] for span in lesson.settled] == ["جنى", "باع"]
    assert lesson.rejected == (Rejected(True, "CROP", barley.fragments),)
    assert [one.text for one in lesson.mentions] == ["القمح"]


def test_a_sentence_with_an_open_question_is_not_settled() -> None:
    wheat, valley = proposal("القمح"), proposal("الوادي")
    lesson = lesson_of_sheet(ARTICLE, sheet_of((wheat, Verdict.ACCEPT)), SuggestionSet(mentions=(wheat, valley)))
    assert lesson.settled == ()
    assert lesson.mentions


def test_an_article_that_is_done_is_settled_as_a_whole() -> None:
    wheat, barley = proposal("القمح"), proposal("الشعير")
    sheet = sheet_of((wheat, Verdict.ACCEPT), state=ArticleState.DONE)
    lesson = lesson_of_sheet(ARTICLE, sheet, SuggestionSet(mentions=(wheat, barley)))
    assert lesson.settled == (Span(0, len(ARTICLE.text)),)


def test_a_lesson_travels_to_another_process() -> None:
    zone = Zone(ARTICLE.id, Span(0, 10), "body", "سلمى")
    sheet = Sheet(ARTICLE.id, zones={zone.id: zone})
    lesson = lesson_of_sheet(ARTICLE, sheet, SuggestionSet())
    assert pickle.loads(pickle.dumps(lesson)) == lesson
    assert lesson.zones == (zone,)
