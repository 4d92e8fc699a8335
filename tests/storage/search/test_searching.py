"""Searches through a project, on SQLite and on PostgreSQL."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.annotation import Mention
from model.article import Article
from model.decision import Scope
from model.search.parsing import parse_query
from model.search.query import Standing
from model.suggestion import SuggestionSet
from storage import Project, QueueQuery
from storage.search.searching import Hit, counts_by_month, counts_by_source
from tests.storage.builders import (
    add,
    identity_named,
    make_article,
    make_decision,
    make_event,
    make_mention,
    propose,
    propose_event,
    step,
)

SECOND = "للسودان قمح.\nوقال سامي الخوري إن السودانية بخير \ud800 والسُّودان أيضاً."


def search(project: Project, query: str) -> list[Hit]:
    """All hits of a query, whatever the portions."""
    running = project.search(parse_query(query, project.schema))
    found: list[Hit] = []
    while not running.is_finished:
        found += running.next_hits()
    assert running.done == running.total
    return found


def shown(hits: Sequence[Hit]) -> list[str]:
    return [hit.text for hit in hits]


@pytest.fixture
def second(project: Project, article: Article) -> Article:
    """Another article, of another source and month."""
    second = make_article(SECOND, title="الثاني", outlet="النهر", published=date(2021, 7, 2))
    project.add_articles([second])
    return second


def test_words_are_found_in_all_articles_with_their_places(project: Project, article: Article, second: Article) -> None:
    hits = search(project, "سودان")
    assert shown(hits) == ["السودان", "لسودان", "السُّودان"]
    assert [hit.article_id for hit in hits] == [article.id, second.id, second.id]
    for hit in hits:
        text = article.text if hit.article_id == article.id else second.text
        assert hit.span.of(text) == hit.text
        assert f"{hit.before}{hit.text}{hit.after}" in text
    assert hits[1].before == "ل"
    assert counts_by_source(hits) == {"الساحل": 1, "النهر": 2}
    assert counts_by_month(hits) == {"2020-03": 1, "2021-07": 2}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("قمح before:3 السودان", ["القمح"]),
        ("/س.د.ن/", ["سودان", "سودان", "سودان", "سُّودان"]),
        ('"قمح"', ["قمح"]),
        ("سام*", ["سامي", "سامي"]),
        ("طن|إن", ["أن", "طن", "إن"]),
        ("xyz", []),
        ("100%", []),
        ("a_b", []),
    ],
)
def test_every_kind_of_text_query(
    project: Project, article: Article, second: Article, query: str, found: list[str]
) -> None:
    assert shown(search(project, query)) == found


@pytest.fixture
def tagged(project: Project, article: Article) -> Mention:
    """A confirmed person with an identity who speaks, a place, and suggestions."""
    identity = identity_named("khouri")
    person = make_mention(article, "سامي الخوري", identity=identity)
    project.perform(step(add(identity, person, make_mention(article, "بيروت", label="LOC"))))
    project.perform(step(add(make_event(article, "أعلن", person))))
    suggested = SuggestionSet(
        mentions=(propose(article, "سامي الخوري"), propose(article, "السودان", label="LOC")),
        events=(propose_event(article, "سترسل"),),
    )
    project.store_suggestions(article.id, suggested, pipeline_version="1")
    return person


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("PERS", ["سامي الخوري"]),
        ("LOC", ["بيروت", "السودان"]),
        ("[LOC confirmed]", ["بيروت"]),
        ("state:open", ["سترسل", "السودان"]),
        ("[event]", ["أعلن", "سترسل"]),
        ("[mention]", ["سامي الخوري", "بيروت", "السودان"]),
        ("identity:khouri", ["سامي الخوري"]),
        ("role:SPEAKER", ["أعلن", "سامي الخوري"]),
        ("PERS before:1 بيروت", ["سامي الخوري"]),
        ("أعلن before:3 @PERS", ["سامي الخوري"]),
        ("state:rejected", []),
    ],
)
@pytest.mark.usefixtures("tagged")
def test_tags_are_found_by_what_they_are(project: Project, query: str, found: list[str]) -> None:
    assert shown(search(project, query)) == found


def test_a_tag_that_is_found_says_which_it_is(project: Project, tagged: Mention) -> None:
    (hit,) = search(project, "PERS")
    assert hit.tag is not None
    assert (hit.tag.id, hit.tag.standing) == (tagged.id, Standing.CONFIRMED)


def test_rejected_suggestions_are_found_as_such_also_those_like_them(
    project: Project, article: Article, second: Article
) -> None:
    here, there = propose(article, "سامي الخوري"), propose(second, "سامي الخوري")
    for one in (here, there):
        project.store_suggestions(one.article_id, SuggestionSet(mentions=(one,)), pipeline_version="1")
    decision = make_decision(here, scope=Scope.EVERYWHERE)
    project.perform(step(add(decision)))
    assert len(search(project, "state:rejected")) == 2
    assert search(project, "PERS") == []
    project.undo(annotator="x", at=decision.at)
    assert len(search(project, "PERS")) == 2


def test_an_import_that_fails_leaves_nothing_in_the_index(project: Project, article: Article) -> None:
    def add_and_fail() -> None:
        with project.one_transaction():
            project.add_articles([make_article("كلمة نادرة")])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()
    assert project.search(parse_query("نادرة", project.schema)).next_hits() == []
    project.add_articles([make_article("كلمة نادرة")])
    assert shown(search(project, "نادرة")) == ["نادرة"]


def test_the_queue_is_searched_in_texts_too(project: Project, article: Article, second: Article) -> None:
    def ids(text: str) -> list[str]:
        assert project.queue_length(QueueQuery(text=text)) == len(project.queue(QueueQuery(text=text)))
        return [row.id for row in project.queue(QueueQuery(text=text))]

    assert ids("بيروت") == [article.id]
    assert ids("السودانيه") == [second.id]
    assert ids("الثاني سامي") == [second.id]
    assert ids("wheat القمح") == [article.id]
    assert ids("النهر القمح") == []
    assert ids("طن") == []


PIECES = [
    "عراق",
    "العراق",
    "للعراق",
    "وعراقي",
    "سلم",
    "ß",
    "\u064b",
    "%",
    "_",
    "\\",
    '"',
    "\x00",
    "\ud800",
    " ",
    "\n",
    "a",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), min_size=1, max_size=4))
def test_the_index_hides_no_hit(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    from model.search.locating import SearchedText, find
    from tests.storage.fresh import fresh_project

    path = tmp_path_factory.mktemp("search") / "x.tawsim"
    with fresh_project(path) as project:
        articles = [make_article(text) for text in texts]
        project.add_articles(articles)
        for source in ("عراق", '"العراق"', "سلم|عراق*"):
            query = parse_query(source, project.schema)
            expected = [(a.id, one.span) for a in articles for one in find(query, SearchedText(a.text))]
            assert [(hit.article_id, hit.span) for hit in search(project, source)] == expected
