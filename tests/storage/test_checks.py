"""Checks of a whole project in a file and in PostgreSQL, what is dismissed, and the command."""

import json
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from model.article import ArticleState
from model.checks.finding import Check
from model.operations import links
from model.operations.author import Author
from model.schema.loader import load_shipped
from storage import Project
from storage.checks import (
    ChecksCancelledError,
    NothingToMendError,
    dismiss,
    findings,
    mend_finding,
    take_dismissal_back,
)
from storage.commands.check import check
from tests.storage.builders import ANNOTATOR, NOON, add, make_article, make_mention, step
from tests.storage.conftest import NewPlace

AUTHOR = Author(ANNOTATOR, NOON)


@pytest.fixture
def place(new_place: NewPlace) -> str:
    """Three articles that tag a city, one of them as something else, and one finished that does not."""
    where = new_place()
    with Project.create(where, load_shipped("news"), name="عمل") as project:
        articles = [make_article(f"زار الوفد عدن {number}", id=letter * 16) for number, letter in enumerate("abcdef")]
        project.add_articles(articles)
        labels = ["GPE"] * 4 + ["ORG"]
        project.perform(
            step(add(*(make_mention(a, "عدن", label=one) for a, one in zip(articles, labels, strict=False))))
        )
        project.perform(links.mark(project.sheet("f" * 16), ArticleState.DONE, AUTHOR))
    return where


@pytest.fixture
def project(place: str) -> Iterator[Project]:
    with Project.open(place) as opened:
        yield opened


def kinds(project: Project, *, with_dismissed: bool = False) -> list[tuple[str, Check]]:
    return [(one.article_id[0], one.check) for one in findings(project, with_dismissed=with_dismissed)]


EVERYTHING = [("e", Check.LABELS_DIFFER), ("f", Check.BARE)]


def test_what_does_not_agree_is_found_mended_and_undone(project: Project) -> None:
    assert kinds(project) == EVERYTHING
    for finding in list(findings(project)):
        mend_finding(project, finding, AUTHOR)
        with pytest.raises(NothingToMendError):
            mend_finding(project, finding, AUTHOR)
    assert kinds(project) == []
    for _ in range(2):
        project.undo(annotator=ANNOTATOR, at=NOON)
    assert kinds(project) == EVERYTHING


def test_what_is_dismissed_is_not_told_again_after_opening_anew(project: Project, place: str) -> None:
    first, _ = findings(project)
    dismiss(project, first, ANNOTATOR, NOON)
    with Project.open(place, shared=True) as again:
        assert kinds(again) == EVERYTHING[1:]
        assert kinds(again, with_dismissed=True) == EVERYTHING
        take_dismissal_back(again, first)
        assert kinds(again) == EVERYTHING


def test_checks_can_be_cancelled_and_tell_how_far_they_are(project: Project) -> None:
    seen: list[tuple[int, int | None]] = []
    list(findings(project, lambda done, total: not seen.append((done, total))))  # type: ignore[func-returns-value]
    assert (seen[0], seen[-1]) == ((0, 6), (6, 6))
    with pytest.raises(ChecksCancelledError):
        list(findings(project, lambda _done, _total: False))


@pytest.mark.parametrize(("language", "words"), [("en", "more often"), ("ar", "في الأغلب")])
def test_the_command_lists_them_and_its_status_says_so(place: str, language: str, words: str) -> None:
    done = CliRunner().invoke(check, ["--project", place], obj=language)
    assert done.exit_code == 1
    assert words in done.stdout
    assert len(done.stdout.splitlines()) == 2
    as_json = CliRunner().invoke(check, ["--project", place, "--json", "--only", "bare"], obj=language)
    (line,) = map(json.loads, as_json.stdout.splitlines())
    assert (line["check"], line["text"], line["mending"]["label"]) == ("bare", "عدن", "GPE")
    fine = CliRunner().invoke(check, ["--project", place, "--only", "crossing"], obj=language)
    assert (fine.exit_code, fine.stdout) == (0, "")
