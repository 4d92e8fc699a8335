from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.article import ArticleState
from model.operation import ArticleMark, Change
from model.suggestion import SuggestionSet
from storage import Project, QueueQuery, QueueSort
from storage.articles import search_key
from tests.storage.builders import add, make_article, make_mention, propose, step

NEW, DONE = ArticleState.NEW, ArticleState.DONE


@pytest.fixture
def filled(project: Project) -> Project:
    """Three articles: the second is done, the third has no date."""
    articles = [
        make_article("أ ب", id="a" * 16, title="إعلانُ القاهـرة", outlet="الأهرام", published=date(2021, 5, 1)),
        make_article("أ ب ج", id="b" * 16, title="100% من الأصوات", outlet="النهار", published=date(2020, 5, 1)),
        make_article("أ", id="c" * 16, title="BBC: لقاء", name="page_7.html", outlet="", published=None),
    ]
    project.add_articles(articles)
    project.perform(step([Change(ArticleMark("b" * 16, NEW), ArticleMark("b" * 16, DONE))]))
    project.perform(step(add(make_mention(articles[1], "أ"), make_mention(articles[1], "ج"))))
    project.store_suggestions("c" * 16, SuggestionSet(mentions=(propose(articles[2], "أ"),)), pipeline_version="1")
    return project


def found(project: Project, query: QueueQuery) -> str:
    """The first letters of the ids, and the count agrees."""
    rows = project.queue(query)
    if query.limit is None and not query.offset:
        assert project.queue_length(query) == len(rows)
    return "".join(row.id[0] for row in rows)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", "abc"),
        ("اعلان", "a"),
        ("القاهره", "a"),
        ("القاهرة اعلان أهرام", "a"),
        ("القاهرة النهار", ""),
        ("bbc", "c"),
        ("١٠٠%", "b"),
        ("%", "b"),
        ("_", "c"),
        ("PAGE_7", "c"),
        ("' OR 1=1 --", ""),
        ("لا\x00", ""),
    ],
)
def test_the_filter_folds_spellings_and_knows_no_wildcards(filled: Project, text: str, ids: str) -> None:
    assert found(filled, QueueQuery(text=text)) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (QueueQuery(states=(NEW,)), "ac"),
        (QueueQuery(states=(NEW, DONE)), "abc"),
        (QueueQuery(states=(ArticleState.SKIPPED,)), ""),
        (QueueQuery(outlets=("الأهرام", "النهار")), "ab"),
        (QueueQuery(published_from=date(2020, 5, 1), published_to=date(2021, 4, 30)), "b"),
        (QueueQuery(published_from=date(2020, 5, 2)), "a"),
        (QueueQuery(sort=QueueSort.PUBLISHED), "bac"),
        (QueueQuery(sort=QueueSort.PUBLISHED, descending=True), "abc"),
        (QueueQuery(sort=QueueSort.WORDS), "cab"),
        (QueueQuery(sort=QueueSort.MENTIONS, descending=True), "bca"),
        (QueueQuery(sort=QueueSort.OPEN_SUGGESTIONS, descending=True), "cba"),
        (QueueQuery(sort=QueueSort.TITLE), "bca"),
        (QueueQuery(descending=True), "cba"),
        (QueueQuery(descending=True, limit=1, offset=1), "b"),
        (QueueQuery(offset=2), "c"),
        (QueueQuery(limit=0), ""),
    ],
)
def test_filters_and_sorting(filled: Project, query: QueueQuery, ids: str) -> None:
    assert found(filled, query) == ids


@pytest.mark.parametrize("sort", list(QueueSort))
def test_every_sorting_can_be_reversed(filled: Project, sort: QueueSort) -> None:
    ascending = found(filled, QueueQuery(sort=sort))
    assert sorted(ascending) == sorted(found(filled, QueueQuery(sort=sort, descending=True))) == ["a", "b", "c"]


def test_a_row_tells_what_the_queue_shows(filled: Project) -> None:
    row = filled.queue()[1]
    assert (row.title, row.outlet, row.published) == ("100% من الأصوات", "النهار", date(2020, 5, 1))
    assert (row.state, row.words, row.mentions, row.events, row.open_suggestions) == (DONE, 3, 2, 0, 0)
    assert (row.name, row.copy_group, row.decided) == ("wheat.html", None, 0)


@given(st.text(st.characters()), st.text(st.characters()))
def test_the_search_key_stays_short_enough_for_an_index(title: str, outlet: str) -> None:
    key = search_key(title * 50, "page.html", outlet)
    assert len(key) <= 3 * 300 + 2
