from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.article import Article, text_digest
from model.messages import Message
from model.suggest.context import Context
from model.suggest.incomplete import IncompleteError
from model.suggest.pipeline import Pipeline, SuggesterError
from model.suggestion import (
    Source,
    SuggestedArgument,
    Suggestion,
    suggest_event,
    suggest_mention,
)
from model.text.span import Span

TEXT = "زار وزير الخارجية بغداد أمس"


def article_of(text: str = TEXT) -> Article:
    return Article("a1", text, text_digest(text), name="page.txt")


@dataclass(frozen=True)
class Proposes:
    name: str
    made: Callable[[Article, Context], list[Suggestion]]
    version: str = "1"

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        return self.made(article, context)


def fixed(name: str, *suggestions: Suggestion) -> Proposes:
    return Proposes(name, lambda _article, _context: list(suggestions))


def mention(start: int, end: int, label: str = "GPE", score: float = 0.5, by: str = "x", **more: Any) -> Suggestion:
    return suggest_mention(
        "a1", TEXT, Span(start, end), label, source=Source(by, "1"), score=score, reason=Message("why"), **more
    )


def test_later_suggesters_see_earlier_results_and_results_are_sorted() -> None:
    seen = list[list[str]]()

    def second(article: Article, context: Context) -> list[Suggestion]:
        seen.append([found.text for found in context.mentions])
        return [mention(4, 17, "OCC")]

    results = Pipeline([fixed("first", mention(18, 23)), Proposes("second", second)]).run(article_of())
    assert seen == [["بغداد"]]
    assert [found.text for found in results.mentions] == ["وزير الخارجية", "بغداد"]


def test_of_two_alike_the_higher_score_stays_with_the_others_identity_and_events_follow_it() -> None:
    low = mention(18, 23, score=0.4, by="lexicon", identity_key="baghdad")
    high = mention(18, 23, score=0.9, by="learner")
    visit = suggest_event(
        "a1",
        TEXT,
        Span(0, 3),
        "CONSULT",
        source=Source("events", "1"),
        score=0.8,
        reason=Message("verb"),
        arguments=(SuggestedArgument("location", low.id, 0.7, Message("after it")),),
    )
    results = Pipeline([fixed("lexicon", low), fixed("events", visit), fixed("learner", high)]).run(article_of())
    assert [(found.id, found.score, found.identity_key) for found in results.mentions] == [(high.id, 0.9, "baghdad")]
    assert [part.mention_id for part in results.events[0].arguments] == [high.id]


def test_a_suggestion_with_the_same_id_revises_the_earlier_one_even_with_a_lower_score() -> None:
    first = mention(18, 23, score=0.9)
    revised = mention(18, 23, score=0.6, identity_key="baghdad")
    results = Pipeline([fixed("entities", first), fixed("identities", revised)]).run(article_of())
    assert results.mentions == (revised,)


def test_a_raising_suggester_is_named_and_the_others_are_kept() -> None:
    def breaks(article: Article, context: Context) -> list[Suggestion]:
        raise LookupError("no such word")

    broken = Proposes("plug-in", breaks)
    with pytest.raises(SuggesterError) as caught:
        Pipeline([broken, fixed("lexicon", mention(18, 23))]).run(article_of())
    assert [failure.suggester for failure in caught.value.failures] == ["plug-in"]
    assert "LookupError: no such word" in str(caught.value)
    assert [found.text for found in caught.value.results.mentions] == ["بغداد"]


def test_what_an_incomplete_suggester_has_is_kept_and_the_rest_told() -> None:
    def runs_dry(article: Article, context: Context) -> list[Suggestion]:
        raise IncompleteError(Message("the second half is missing"), [mention(18, 23)])

    with pytest.raises(SuggesterError) as caught:
        Pipeline([Proposes("remote", runs_dry)]).run(article_of())
    assert "the second half is missing" in str(caught.value)
    assert [found.text for found in caught.value.results.mentions] == ["بغداد"]


@pytest.mark.parametrize(
    "wrong",
    [
        replace(mention(18, 23), text="دمشق"),
        replace(mention(18, 23), article_id="a2"),
        replace(mention(18, 23), fragments=(Span(18, 99),)),
        replace(mention(18, 23), fragments=(Span(18, 20), Span(4, 8))),
        replace(mention(18, 23), score=1.5),
        suggest_event(
            "a1",
            TEXT,
            Span(0, 3),
            "CONSULT",
            source=Source("x", "1"),
            score=0.5,
            reason=Message("why"),
            arguments=(SuggestedArgument("actor", "nobody", 0.5, Message("why")),),
        ),
    ],
)
def test_what_does_not_fit_the_text_is_left_out_and_reported(wrong: Suggestion) -> None:
    with pytest.raises(SuggesterError) as caught:
        Pipeline([fixed("x", wrong, mention(4, 17, "OCC"))]).run(article_of())
    assert [found.text for found in caught.value.results.mentions] == ["وزير الخارجية"]
    assert caught.value.results.events == ()


def test_the_given_publication_date_reaches_the_suggesters() -> None:
    seen = list[date | None]()

    def looks(article: Article, context: Context) -> list[Suggestion]:
        seen.append(context.published)
        return []

    Pipeline([Proposes("x", looks)]).run(article_of(), published=date(2024, 3, 27))
    assert seen == [date(2024, 3, 27)]


def test_a_later_score_of_nothing_takes_a_suggestion_back_with_the_arguments_that_name_it() -> None:
    first = mention(0, 4, "PERS", 0.8, "x")
    event = suggest_event(
        "a1",
        TEXT,
        Span(0, 3),
        "CONSULT",
        source=Source("x", "1"),
        score=0.9,
        reason=Message("why"),
        arguments=(SuggestedArgument("actor", first.id, 0.7, Message("why")),),
    )
    taken_back = fixed("later", replace(first, score=0.0))
    results = Pipeline([fixed("x", first, event), taken_back]).run(article_of())
    assert results.mentions == ()
    assert [found.arguments for found in results.events] == [()]
    assert Pipeline([taken_back]).run(article_of()).mentions == (replace(first, score=0.0),)


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)).map(
    lambda pair: (pair[0], min(pair[0] + pair[1], len(TEXT)))
)
proposals = st.lists(
    st.builds(
        lambda span, label, score, by: mention(span[0], span[1], label, score, by),
        spans,
        st.sampled_from(["GPE", "OCC", "PERS"]),
        st.floats(0, 1, exclude_min=True),
        st.sampled_from("xyz"),
    ),
    max_size=12,
)


@given(st.lists(proposals, max_size=4))
def test_results_hold_each_place_and_label_once_with_its_best_score(lists: list[list[Suggestion]]) -> None:
    by_suggester = [fixed(str(index), *made) for index, made in enumerate(lists)]
    results = Pipeline(by_suggester).run(article_of())
    places = [(found.fragments, found.label) for found in results.mentions]
    assert len(set(places)) == len(places)
    assert set(places) == {(found.fragments, found.label) for made in lists for found in made}
    assert [found.hull.start for found in results.mentions] == sorted(found.hull.start for found in results.mentions)
    assert Pipeline(by_suggester).run(article_of()) == results
