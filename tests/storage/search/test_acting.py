"""One operation at many places: equals of a tag, hits of a search; undone and redone as a whole."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.annotation import Zone
from model.article import Article
from model.decision import Verdict
from model.operations.author import Author
from model.operations.spots import AcceptSpots, AtSpots, RemoveSpots, Spot, TagSpots
from model.search.equals import Remark, Template
from model.search.parsing import parse_query
from model.sheet import Sheet
from model.suggestion import SuggestionSet
from model.text.span import Span
from storage import Project
from storage.search.acting import ActCancelledError, act_at
from storage.search.equals import EqualHit
from storage.search.searching import Hit
from tests.storage.builders import (
    ANNOTATOR,
    NOON,
    add,
    make_article,
    make_event,
    make_mention,
    propose,
    propose_event,
    step,
)
from tests.storage.fresh import fresh_project

AUTHOR = Author(ANNOTATOR, NOON)
FIRST = "عاد سامي الخوري إلى بيروت. قال الخوري لبيروت: بيروت بخير، والبيروتي يعرف."
SECOND = "بيروت مدينة، وبيروت أيضاً."


@pytest.fixture
def pair(project: Project) -> tuple[Article, Article]:
    """Two articles with one city."""
    first, second = make_article(FIRST, title="أول"), make_article(SECOND, title="ثان")
    project.add_articles([second, first])
    return first, second


def equals(project: Project, template: Template, first: Article) -> list[EqualHit]:
    running = project.equals(template, first=first.id)
    found: list[EqualHit] = []
    while not running.is_finished:
        found += running.next_hits()
    return found


def spots(found: list[EqualHit]) -> list[Spot]:
    return [Spot(one.hit.article_id, one.hit.span, one.hit.tag.id if one.hit.tag else None) for one in found]


def search(project: Project, query: str) -> list[Hit]:
    """All hits of a query."""
    running = project.search(parse_query(query, project.schema))
    found: list[Hit] = []
    while not running.is_finished:
        found += running.next_hits()
    return found


def go_on(done: int, total: int | None) -> bool:
    return True


def sheets(project: Project) -> dict[str, Sheet]:
    return {article_id: project.sheet(article_id) for article_id in project.article_ids()}


CITY = Template("بيروت", "LOC", event=False)


def test_equals_are_found_in_the_open_article_first(project: Project, pair: tuple[Article, Article]) -> None:
    first, second = pair
    found = equals(project, CITY, first)
    assert [one.hit.article_id for one in found] == [first.id] * 3 + [second.id] * 2
    assert {one.hit.text for one in found} == {"بيروت"}
    assert {one.remark for one in found} == {Remark.FREE}
    assert equals(project, Template("…", "LOC", event=False), first) == []
    assert project.equals(CITY, first=first.id).other_articles() == 1
    assert project.equals(Template("ما", "LOC", event=False), first=first.id).other_articles() == 0
    assert project.equals(Template("…", "LOC", event=False), first=first.id).other_articles() == 0


def test_lines_of_the_pages_interface_are_left_alone_unless_asked_for(
    project: Project, pair: tuple[Article, Article]
) -> None:
    first, second = pair
    line = Zone(second.id, Span(0, len(second.text)), "menu")
    project.store_suggestions(second.id, SuggestionSet(zones=(line,)), pipeline_version="1")
    found = equals(project, CITY, first)
    assert [one.remark for one in found] == [Remark.FREE] * 3 + [Remark.CLOSED] * 2
    project.perform(step(add(Zone(second.id, line.span, "body", ANNOTATOR))))
    assert {one.remark for one in equals(project, CITY, first)} == {Remark.FREE}


def test_all_of_it_is_one_step(project: Project, pair: tuple[Article, Article]) -> None:
    first, second = pair
    project.perform(step(add(make_mention(first, "بيروت", label="LOC"))))
    suggested = propose(second, "بيروت", label="LOC")
    project.store_suggestions(second.id, SuggestionSet(mentions=(suggested,)), pipeline_version="1")
    before = sheets(project)
    found = equals(project, CITY, first)
    assert sorted(one.remark for one in found) == [Remark.FREE] * 3 + [Remark.SUGGESTED]
    done = act_at(project, TagSpots("LOC", event=False), spots(found), AUTHOR, go_on)
    assert done is not None
    assert set(done.article_ids) == {first.id, second.id}
    after = sheets(project)
    assert [len(after[one.id].mentions) for one in pair] == [3, 2]
    assert [d.verdict for d in after[second.id].decisions.values()] == [Verdict.ACCEPT]
    assert equals(project, CITY, first) == []
    assert act_at(project, TagSpots("LOC", event=False), spots(found), AUTHOR, go_on) is None
    project.undo(annotator=ANNOTATOR, at=NOON)
    assert sheets(project) == before
    project.redo(annotator=ANNOTATOR, at=NOON)
    assert sheets(project) == after
    assert project.check() == ()


def test_a_suggestion_with_another_label_is_corrected_and_a_tag_relabelled(
    project: Project, pair: tuple[Article, Article]
) -> None:
    first, second = pair
    wrong = propose(second, "بيروت", label="PERS")
    project.store_suggestions(second.id, SuggestionSet(mentions=(wrong,)), pipeline_version="1")
    tagged = make_mention(first, "بيروت", label="PERS")
    project.perform(step(add(tagged)))
    found = equals(project, CITY, first)
    assert {one.remark for one in found} == {Remark.FREE, Remark.SUGGESTED_OTHERWISE, Remark.TAGGED_OTHERWISE}
    act_at(project, TagSpots("LOC", event=False), spots(found), AUTHOR, go_on)
    after = sheets(project)
    assert [d.verdict for d in after[second.id].decisions.values()] == [Verdict.CORRECT]
    assert after[first.id].mentions[tagged.id].label == "LOC"
    assert all(m.label == "LOC" for sheet in after.values() for m in sheet.mentions.values())


def test_a_place_without_a_known_tag_takes_the_suggestion_that_is_there(
    project: Project, pair: tuple[Article, Article]
) -> None:
    _, second = pair
    suggested = propose(second, "بيروت", label="LOC")
    project.store_suggestions(second.id, SuggestionSet(mentions=(suggested,)), pipeline_version="1")
    act_at(project, TagSpots("LOC", event=False), [Spot(second.id, suggested.hull)], AUTHOR, go_on)
    (made,) = project.sheet(second.id).mentions.values()
    assert made.provenance.suggestion_id == suggested.id


def test_removing_deletes_and_rejects(project: Project, pair: tuple[Article, Article]) -> None:
    first, second = pair
    person = make_mention(first, "سامي الخوري")
    spoken = make_event(first, "قال", person)
    project.perform(step(add(person, spoken)))
    suggested = propose(second, "بيروت", label="LOC")
    project.store_suggestions(second.id, SuggestionSet(mentions=(suggested,)), pipeline_version="1")
    before = sheets(project)
    chosen = [
        Spot(first.id, person.hull, person.id),
        Spot(first.id, spoken.hull, spoken.id),
        Spot(second.id, suggested.hull, suggested.id),
        Spot(second.id, suggested.hull),
    ]
    done = act_at(project, RemoveSpots(), chosen, AUTHOR, go_on)
    assert done is not None
    assert "3" in done.title.english()
    after = sheets(project)
    assert (after[first.id].mentions, after[first.id].events) == ({}, {})
    assert [d.verdict for d in after[second.id].decisions.values()] == [Verdict.REJECT]
    project.undo(annotator=ANNOTATOR, at=NOON)
    assert sheets(project) == before


def test_accepting_takes_identities_of_several_articles_once(project: Project, pair: tuple[Article, Article]) -> None:
    chosen = []
    for article in pair:
        source = propose(article, "بيروت", label="LOC")
        from dataclasses import replace

        suggested = replace(source, identity_key="beirut")
        event = propose_event(article, article.text.split()[0])
        project.store_suggestions(
            article.id, SuggestionSet(mentions=(suggested,), events=(event,)), pipeline_version="1"
        )
        chosen += [Spot(article.id, suggested.hull, suggested.id), Spot(article.id, event.hull, event.id)]
    act_at(project, AcceptSpots(), chosen, AUTHOR, go_on)
    (identity,) = project.identities()
    found = [m for sheet in sheets(project).values() for m in sheet.mentions.values()]
    assert {m.identity_id for m in found} == {identity.id}
    assert sum(len(sheet.events) for sheet in sheets(project).values()) == 2


@pytest.mark.parametrize("act", [TagSpots("LOC", event=False), RemoveSpots(), AcceptSpots()])
def test_what_is_gone_by_now_is_passed_over(project: Project, pair: tuple[Article, Article], act: AtSpots) -> None:
    first, _ = pair
    gone = make_mention(first, "بيروت", label="LOC")
    project.perform(step(add(gone)))
    missing = Spot(first.id, gone.hull, "gone")
    done = act_at(project, act, [missing], AUTHOR, go_on)
    assert done is None


def test_cancelled_nothing_is_stored(project: Project, pair: tuple[Article, Article]) -> None:
    before = sheets(project)
    found = spots(equals(project, CITY, pair[0]))
    with pytest.raises(ActCancelledError):
        act_at(project, TagSpots("LOC", event=False), found, AUTHOR, lambda done, _: done < 1)
    assert sheets(project) == before
    assert project.can_undo() is None


LABELS = ("PERS", "LOC")
ACTS = (TagSpots("LOC", event=False), TagSpots("PERS", event=False), RemoveSpots(), AcceptSpots())


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.sets(st.integers(0, 8))), min_size=1, max_size=6), st.randoms())
def test_any_series_of_acts_is_undone_and_redone_step_by_step(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[AtSpots, set[int]]], chance: random.Random
) -> None:
    with fresh_project(tmp_path_factory.mktemp("acts") / "x.tawsim") as project:
        articles = [make_article(FIRST), make_article(SECOND), make_article(SECOND)]
        project.add_articles(articles)
        for article in articles:
            suggested = propose(article, "بيروت", label=chance.choice(LABELS))
            project.store_suggestions(article.id, SuggestionSet(mentions=(suggested,)), pipeline_version="1")
        states = [sheets(project)]
        for act, chosen in acts:
            hits = [*search(project, "بيروت"), *search(project, "[mention]")]
            places = [Spot(h.article_id, h.span, h.tag.id if h.tag else None) for h in hits]
            picked = [place for at, place in enumerate(places) if at in chosen]
            if act_at(project, act, picked, AUTHOR, go_on) is not None:
                states.append(sheets(project))
        for before in reversed(states[:-1]):
            project.undo(annotator=ANNOTATOR, at=NOON)
            assert sheets(project) == before
        for after in states[1:]:
            project.redo(annotator=ANNOTATOR, at=NOON)
            assert sheets(project) == after
        assert project.check() == ()
