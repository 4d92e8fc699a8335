"""Which articles want a run of the suggesters."""

from datetime import UTC, datetime
from pathlib import Path

from model.article import Article, ArticleState, text_digest
from model.operations import links
from model.operations.author import Author
from model.schema.loader import load_shipped
from model.suggestion import SuggestionSet
from storage import Project


def test_new_articles_and_untouched_ones_of_an_older_version_want_suggestions(tmp_path: Path) -> None:
    names = ("never", "current", "older", "older and begun", "older and done")
    with Project.create(tmp_path / "p.tawsim", load_shipped("news"), name="p") as project:
        project.add_articles([Article(name, name, text_digest(name)) for name in names])
        for name, version in (("current", "2"), ("older", "1"), ("older and begun", "1"), ("older and done", "1")):
            project.store_suggestions(name, SuggestionSet(), pipeline_version=version)
        author = Author("noor", datetime(2026, 1, 1, tzinfo=UTC))
        project.perform(links.mark(project.sheet("older and begun"), ArticleState.STARTED, author))
        project.perform(links.mark(project.sheet("older and done"), ArticleState.DONE, author))
        assert project.articles_to_suggest("2") == ("never", "older")
        assert project.articles_to_suggest_anew("2") == ("never", "older", "older and begun")
        assert project.articles_to_suggest("1") == ("never", "current")
