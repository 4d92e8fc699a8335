from dataclasses import replace

import pytest

from model.annotation import Zone
from model.article import Article
from model.messages import Message
from model.suggestion import Source, SuggestedArgument, SuggestionSet
from model.text.span import Span, covered_text
from storage import Project
from storage.errors import SpanMismatchError, UnknownArticleError
from tests.storage.builders import add, make_article, make_decision, propose, propose_event, remove, step


def full_set(article: Article) -> SuggestionSet:
    """Suggestions with every field in use."""
    whole = replace(
        propose(article, "بيروت"), value="v", modifier="APPROX", identity_key="beirut", attributes=(("a", "ب"),)
    )
    fragments = (Span(0, 4), Span(5, 9))
    split = replace(propose(article, "القمح"), fragments=fragments, text=covered_text(article.text, fragments))
    count = Message("{count} times", one="once", count=3)
    argument = SuggestedArgument("SPEAKER", whole.id, 0.25, count)
    event = replace(
        propose_event(article, "أعلن"), arguments=(argument, argument), attributes=(("modality", "future"),)
    )
    zones = (Zone(article.id, Span(0, 40), "headline"), Zone(article.id, Span(40, 60), "body"))
    return SuggestionSet(zones, (split, whole), (event,))


def test_suggestions_come_back_as_they_were(project: Project, article: Article) -> None:
    assert project.suggestions(article.id) == SuggestionSet()
    assert project.suggestions_version(article.id) is None
    project.store_suggestions(article.id, full_set(article), pipeline_version="2+lexicon.5")
    assert project.suggestions(article.id) == full_set(article)
    assert project.suggestions_version(article.id) == "2+lexicon.5"
    assert project.check() == ()
    project.store_suggestions(article.id, SuggestionSet(), pipeline_version="3")
    assert project.suggestions(article.id) == SuggestionSet()
    assert project.queue()[0].open_suggestions == 0


def test_a_new_run_replaces_what_nobody_decided_on(project: Project, article: Article) -> None:
    first = full_set(article)
    project.store_suggestions(article.id, first, pipeline_version="1")
    split, whole = first.mentions
    decision = make_decision(split)
    project.perform(step(add(decision)))
    newer = propose(article, "السودان", version="2")
    improved = replace(split, score=0.99)
    project.store_suggestions(article.id, SuggestionSet(mentions=(newer, improved)), pipeline_version="2")
    assert project.suggestions(article.id) == SuggestionSet(mentions=(split, newer))
    assert (project.queue()[0].open_suggestions, project.queue()[0].decided) == (1, 1)
    project.perform(step(remove(decision)))
    assert project.queue()[0].open_suggestions == 2
    project.store_suggestions(article.id, SuggestionSet(mentions=(whole,)), pipeline_version="3")
    assert project.suggestions(article.id) == SuggestionSet(mentions=(whole,))


def test_a_decision_in_another_article_keeps_nothing_here(project: Project, article: Article) -> None:
    other = make_article("بيروت")
    project.add_articles([other])
    suggestion = propose(article, "بيروت")
    project.store_suggestions(article.id, SuggestionSet(mentions=(suggestion,)), pipeline_version="1")
    project.perform(step(add(replace(make_decision(suggestion), article_id=other.id))))
    assert project.queue()[0].open_suggestions == 1
    project.store_suggestions(article.id, SuggestionSet(), pipeline_version="2")
    assert project.suggestions(article.id) == SuggestionSet()


def test_suggestions_that_miss_the_text_are_refused_whole(project: Project, article: Article) -> None:
    kept = SuggestionSet(mentions=(propose(article, "بيروت"),))
    project.store_suggestions(article.id, kept, pipeline_version="1")
    good, elsewhere = propose(article, "القمح"), make_article("القمح")
    for wrong in (replace(good, text="قمح"), replace(good, fragments=(Span(990, 995),)), propose(elsewhere, "القمح")):
        with pytest.raises(SpanMismatchError, match="lexicon"):
            project.store_suggestions(article.id, SuggestionSet(mentions=(good, wrong)), pipeline_version="2")
    assert project.suggestions(article.id) == kept
    with pytest.raises(UnknownArticleError):
        project.store_suggestions("nowhere", SuggestionSet(), pipeline_version="1")


def test_one_suggester_alone_replaces_its_own_and_leaves_the_others(project: Project, article: Article) -> None:
    project.store_suggestions(article.id, full_set(article), pipeline_version="1")
    ((split, whole), (event,)) = full_set(article).mentions, full_set(article).events
    own = replace(propose(article, "السودان"), source=Source("other", "1"), id="own")
    speech = replace(
        propose_event(article, "أعلن"),
        id="speech",
        source=Source("other", "1"),
        arguments=tuple(SuggestedArgument("SPEAKER", to, 0.5, event.reason) for to in (whole.id, "gone", "own")),
    )
    found = SuggestionSet(mentions=(whole, own), events=(speech,))
    project.store_suggestions_of(article.id, "other", found, version="1")
    stored = project.suggestions(article.id)
    assert stored.mentions == (split, whole, own)
    assert stored.events == (event, replace(speech, arguments=(speech.arguments[0], speech.arguments[2])))
    project.store_suggestions_of(article.id, "other", SuggestionSet(), version="2")
    assert project.suggestions(article.id) == full_set(article)


def test_an_article_read_by_a_suggester_alone_or_by_the_whole_pipeline_is_not_read_again(
    project: Project, article: Article
) -> None:
    def wanting(version: str) -> tuple[str, ...]:
        return project.articles_without_run_of("other", version, pipeline_version="p1")

    assert wanting("1") == (article.id,)
    project.store_suggestions_of(article.id, "other", SuggestionSet(), version="1")
    assert (wanting("1"), wanting("2")) == ((), (article.id,))
    assert project.articles_to_suggest("p1") == (article.id,)
    project.store_suggestions(article.id, SuggestionSet(), pipeline_version="p0")
    assert wanting("1") == (article.id,)
    project.store_suggestions(article.id, SuggestionSet(), pipeline_version="p1")
    assert (wanting("1"), wanting("2")) == ((), ())


def test_what_a_suggester_had_stays_when_it_fails(project: Project, article: Article) -> None:
    first = full_set(article)
    dear = replace(propose(article, "السودان"), source=Source("dear", "1"), id="dear")
    project.store_suggestions(article.id, replace(first, mentions=(*first.mentions, dear)), pipeline_version="1")
    project.store_suggestions(article.id, first, pipeline_version="2 incomplete", failed={"dear"})
    assert set(project.suggestions(article.id).mentions) == {*first.mentions, dear}
    assert project.articles_to_suggest("2") == (article.id,)
    more = replace(dear, id="more", fragments=first.mentions[1].fragments, text=first.mentions[1].text)
    found = SuggestionSet(mentions=(more,))
    project.store_suggestions_of(article.id, "dear", found, version="2 incomplete", failed=True)
    assert {dear, more} < set(project.suggestions(article.id).mentions)
    project.store_suggestions_of(article.id, "dear", found, version="2")
    assert dear not in project.suggestions(article.id).mentions
