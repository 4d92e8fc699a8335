"""The report that a window asks for: read in steps, scored and told in one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.article import ArticleState
from model.errors import TawsimError
from model.operation import ArticleMark, Change
from model.suggestion import SuggestionSet
from storage import Project
from storage.evaluating.project_report import begin_report, finish_report, gather_for_report
from tests.storage.builders import add, make_article, make_mention, propose, step
from tests.storage.fresh import fresh_project

TEXTS = ("زار سامي الخوري بيروت.", "عاد سامي الخوري من بيروت.", "لم يُقرأ بعد.")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two finished articles and one that nobody has read; it stays open, as in a window."""
    with fresh_project(tmp_path / "p.tawsim") as made:
        articles = [make_article(text) for text in TEXTS]
        made.add_articles(articles)
        for article in articles[:2]:
            found = SuggestionSet(mentions=(propose(article, "سامي الخوري"), propose(article, "بيروت")))
            made.store_suggestions(article.id, found, pipeline_version="1")
            made.perform(step(add(make_mention(article, "سامي الخوري"))))
            before, after = (ArticleMark(article.id, state) for state in (ArticleState.NEW, ArticleState.DONE))
            made.perform(step([Change(before, after)]))
        yield made


@pytest.mark.parametrize(("language", "told"), [("ar", 'dir="rtl"'), ("en", "documents: 2")])
def test_articles_read_in_steps_are_scored_together(project: Project, language: str, told: str) -> None:
    place = str(project.location.path)
    for _ in range(2):
        # what an earlier report had gathered counts no more
        ids = begin_report(place)
        assert len(ids) == 2
        for article_id in ids:
            gather_for_report(place, (article_id,))
    page = finish_report(language)
    assert told in page
    assert "0.667" in page


def test_without_a_finished_article_that_is_said(tmp_path: Path) -> None:
    fresh_project(tmp_path / "p.tawsim").close()
    with pytest.raises(TawsimError, match="finished"):
        begin_report(str(tmp_path / "p.tawsim"))
