from collections.abc import Callable
from pathlib import Path

import pytest

from storage import Project
from storage.errors import ReadOnlyProjectError, StoreFullError
from storage.importing import ImportCancelledError, ImportRefusedError, carry_out
from tests.storage.builders import ANNOTATOR, NOON, make_article
from tests.storage.importing.conftest import PAGE, Planner, stored

NewProject = Callable[[str], Project]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"{PAGE}الشحنة رقم {number}\n", encoding="utf-8")
    return folder


def test_one_bad_page_stops_all_unless_the_others_are_wanted(
    pages: Path, plan: Planner, new_project: NewProject
) -> None:
    (pages / "17.txt").write_bytes(b"")
    with new_project("news") as project:
        planned = plan(pages, project=project)
        with pytest.raises(ImportRefusedError, match=r"17\.txt: is empty"):
            stored(planned, project)
        assert project.article_ids() == ()
        result = stored(planned, project, with_problems=True)
        assert project.article_ids() == result.article_ids
        assert (len(result.article_ids), result.problems) == (39, planned.problems)
        assert {article.imported_at for article in project.iter_articles()} == {NOON}
        assert result.near_copies == 1


def test_a_full_disk_leaves_the_project_as_it_was(pages: Path, plan: Planner, new_project: NewProject) -> None:
    with new_project("news") as project:
        project.add_articles([before := make_article()])
        for path in pages.iterdir():
            path.write_text(f"{path.name}\n{PAGE * 100}", encoding="utf-8")
        with project._database.writing() as connection:
            count = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {count + 20}")
        planned = plan(pages, project=project)
        with pytest.raises(StoreFullError):
            stored(planned, project)
        assert project.article_ids() == (before.id,)
        assert project.check() == ()


def test_a_project_open_for_reading_takes_nothing(
    pages: Path, tmp_path: Path, plan: Planner, new_project: NewProject
) -> None:
    new_project("news").close()
    with Project.open(tmp_path / "news.tawsim", read_only=True) as project:
        with pytest.raises(ReadOnlyProjectError):
            stored(plan(pages, project=project), project)
        assert project.article_ids() == ()


@pytest.mark.parametrize("last", [0, 25, 40])
def test_cancelling_at_any_moment_leaves_nothing(
    pages: Path, plan: Planner, new_project: NewProject, last: int
) -> None:
    with new_project("news") as project:
        planned = plan(pages)
        with pytest.raises(ImportCancelledError):
            carry_out(
                planned,
                project,
                with_problems=False,
                annotator=ANNOTATOR,
                at=NOON,
                progress=lambda done, _: done < last,
            )
        assert project.article_ids() == ()
        assert len(stored(planned, project).article_ids) == 40


def test_the_source_of_a_saved_page_is_kept_with_the_project(
    tmp_path: Path, plan: Planner, new_project: NewProject
) -> None:
    content = f"<html><body><article><p>{PAGE}</p><p>{PAGE}</p></article></body></html>".encode()
    (tmp_path / "page.html").write_bytes(content)
    with new_project("news") as project:
        (article_id,) = stored(plan(tmp_path / "page.html"), project).article_ids
        assert project.article_source(article_id) == content
