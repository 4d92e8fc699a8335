from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.article import Article, text_digest
from model.errors import TawsimError
from storage import Project, QueueQuery
from storage.articles import DuplicateArticleError
from storage.errors import UnknownArticleError
from storage.tables.types import escape, json_text, json_value, unescape
from tests.storage.builders import SCHEMA, make_article

ANY_TEXT = st.text(st.characters())
"""Lone surrogates and NUL included."""
HARD = 'قال\x00 \ud83d\udc00 \udfff \x10d800 \x10\x10 \r\n\u2028 \ufeff لا\u200fل 😀 {"exact": 1}'


@given(ANY_TEXT)
def test_any_text_survives_escaping_and_is_valid_utf_8_in_between(text: str) -> None:
    stored = escape(text)
    assert "\x00" not in stored
    assert unescape(stored.encode("utf-8").decode("utf-8")) == text


@given(
    st.recursive(ANY_TEXT | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner))
)
def test_any_plain_value_survives_json_that_postgresql_accepts_too(value: object) -> None:
    text = json_text(value)
    assert json_value(text.encode("utf-8").decode("utf-8")) == value
    assert "\x00" not in text


def test_values_that_look_like_escaped_ones_are_not_taken_for_them() -> None:
    for value in ({"exact": "x"}, {"exact": '["\x10d800"]'}):
        assert json_value(json_text(value)) == value


def test_articles_come_back_as_they_were(project: Project) -> None:
    articles = [
        make_article(),
        make_article(HARD, title=HARD, outlet=HARD, metadata={HARD: HARD}, copy_group="رويترز-7"),
        make_article("", title="", published=None, imported_at=None, language="en", encoding="windows-1256"),
    ]
    added = project.add_articles(articles, sources={articles[1].id: b"\x00\xff<html>"})
    assert added.ids == tuple(article.id for article in articles)
    assert list(project.iter_articles()) == articles
    assert [project.article(article.id) for article in articles] == articles
    assert [project.article_source(i) for i in project.article_ids()] == [None, b"\x00\xff<html>", None]
    assert project.digests() == {article.sha256 for article in articles}
    assert project.outlets() == tuple(sorted({"الساحل", HARD}))


def test_a_project_opens_again_with_all_that_it_held(place: str) -> None:
    article = make_article(HARD)
    with Project.create(place, SCHEMA, name="أخبار\x00 الساحل") as project:
        project.add_articles([article])
        project.set_setting("view", {"sort": ["title", 1], "at": HARD})
    with Project.open(place) as project:
        assert (project.schema, project.name) == (SCHEMA, "أخبار\x00 الساحل")
        assert project.article(article.id) == article
        assert project.setting("view") == {"sort": ["title", 1], "at": HARD}
        project.set_setting("view", None)
        assert project.setting("view", "default") is None
        assert project.setting("other", "default") == "default"


def test_moments_of_other_time_zones_are_kept_and_moments_without_one_refused(project: Project) -> None:
    local = datetime(2026, 11, 27, 1, 30, 0, 123456, tzinfo=timezone(timedelta(hours=3)))
    article = make_article(imported_at=local)
    project.add_articles([article])
    stored = project.article(article.id).imported_at
    assert stored == local
    assert stored is not None
    assert stored.tzinfo is UTC
    with pytest.raises(Exception, match="no time zone"):
        project.add_articles([make_article(imported_at=datetime(2026, 1, 1))])  # noqa: DTZ001


def test_texts_that_are_there_already_are_reported(project: Project) -> None:
    first, second, other = make_article(), make_article(), make_article("نص آخر")
    project.add_articles([first])
    added = project.add_articles([second, other])
    assert added.same_text == {second.id: (first.id,)}
    assert project.find_by_digest(first.sha256) == (first.id, second.id)
    assert project.find_by_digest("0" * 64) == ()


def add_in_two_steps(project: Project, first: Article, second: Article) -> None:
    with project.one_transaction():
        project.add_articles([first])
        project.add_articles([second])


def test_an_import_is_stored_whole_or_not_at_all(project: Project) -> None:
    known = make_article()
    project.add_articles([known])
    with pytest.raises(DuplicateArticleError, match=known.id):
        project.add_articles([make_article("جديد"), known])
    broken = Article("b" * 16, "نص", text_digest("نص آخر"))
    with pytest.raises(ValueError, match="digest"):
        project.add_articles([make_article("جديد"), broken])
    with pytest.raises(DuplicateArticleError):
        add_in_two_steps(project, make_article("جديد"), known)
    assert project.article_ids() == (known.id,)


def test_a_failure_inside_a_bigger_transaction_takes_back_its_own_part_only(project: Project) -> None:
    kept, known = make_article("باق"), make_article("معروف")
    project.add_articles([known])
    with project.one_transaction():
        project.add_articles([kept])
        with pytest.raises(TawsimError):
            project.add_articles([make_article("جديد"), known])
    assert project.article_ids() == (known.id, kept.id)


def test_more_articles_than_one_portion_keep_their_order(project: Project) -> None:
    articles = [make_article(f"نص {i}") for i in range(450)]
    project.add_articles(iter(articles))
    assert [article.text for article in project.iter_articles()] == [article.text for article in articles]
    assert [row.id for row in project.queue(QueueQuery(offset=448))] == [a.id for a in articles[448:]]


def test_unknown_articles_are_named(project: Project) -> None:
    for ask in (project.article, project.sheet, lambda i: project.sheet_at(i, 0)):
        with pytest.raises(UnknownArticleError, match="nowhere"):
            ask("nowhere")
    assert project.article_source("nowhere") is None
    assert project.history("nowhere") == ()
