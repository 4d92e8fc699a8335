"""Suggestions for all articles of a project: here, on processes, on a cluster; stopped, gone on with, or crashed."""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest

from model.article import Article, text_digest
from model.schema.loader import load_shipped
from storage import Project
from storage.suggesting.bulk import suggest_project
from storage.suggesting.pipelines import UnknownSuggesterError, project_pipeline
from storage.suggesting.portions import OtherVersionError, Portion, suggest_portion
from storage.suggesting.workers import ClusterError, Workers, cluster_workers, local_workers

TEXT = "بغداد – التقى وزير الخارجية العراقي نظيره التركي في أنقرة يوم الثلاثاء {number} آذار 2024.\n"
COUNT = 40


@pytest.fixture
def project(place: str) -> Iterator[Project]:
    with Project.create(place, load_shipped("news"), name="تجربة") as project:
        texts = [TEXT.format(number=number) for number in range(COUNT)]
        project.add_articles(Article(f"a{i:02}", text, text_digest(text)) for i, text in enumerate(texts))
        yield project


def suggested(project: Project) -> dict[str, Any]:
    return {article_id: project.suggestions(article_id) for article_id in project.article_ids()}


def test_every_article_gets_what_the_pipeline_says_and_a_second_time_none_wants_any(project: Project) -> None:
    told = list[tuple[int, int]]()

    def progress(done: int, wanted: int) -> bool:
        told.append((done, wanted))
        return True

    report = suggest_project(project, None, progress=progress)
    assert (report.wanted, report.articles, report.problems) == (COUNT, COUNT, [])
    assert told == [(0, COUNT), (16, COUNT), (32, COUNT), (COUNT, COUNT)]
    article = project.article("a07")
    found = project_pipeline(project).run(article)
    assert project.suggestions("a07").mentions == found.mentions
    assert project.suggestions("a07").events == found.events
    assert len(found.mentions) > 4
    assert suggest_project(project, None).wanted == 0


def test_stopped_it_goes_on_where_it_was(project: Project) -> None:
    stopped = suggest_project(project, None, progress=lambda done, _: done == 0)
    assert (stopped.wanted, stopped.articles) == (COUNT, 16)
    assert len(project.articles_to_suggest(project_pipeline(project).version)) == COUNT - 16
    assert suggest_project(project, None).articles == COUNT - 16


def test_processes_store_what_one_stores(project: Project, tmp_path: Path) -> None:
    assert suggest_project(project, local_workers(2)).articles == COUNT
    with Project.create(tmp_path / "alone.tawsim", load_shipped("news"), name="x") as alone:
        alone.add_articles(project.iter_articles())
        suggest_project(alone, None)
        assert suggested(alone) == suggested(project)


def test_one_suggester_alone(project: Project) -> None:
    suggest_project(project, None)
    whole = suggested(project)
    assert suggest_project(project, None, only="entities").wanted == 0
    project.store_suggestions("a03", whole["a03"], pipeline_version="older")
    project.store_suggestions_of("a03", "entities", type(whole["a03"])(), version="older")
    assert project.suggestions("a03") != whole["a03"]
    assert suggest_project(project, None, only="entities").articles == 1
    again = project.suggestions("a03")
    assert set(again.mentions) == set(whole["a03"].mentions)
    assert again.events == whole["a03"].events
    with pytest.raises(UnknownSuggesterError, match="nobody"):
        suggest_project(project, None, only="nobody")


class Fragile(Executor):
    """Works here; one article kills it."""

    def __init__(self, deadly: str) -> None:
        self._deadly = deadly
        self._dead = False

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        if self._dead:
            raise BrokenExecutor
        future = Future[Any]()
        (portion,) = arguments
        if self._deadly in portion.article_ids:
            self._dead = True
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(work(portion))
        return future


def test_an_article_that_kills_its_worker_is_told_and_all_others_are_done(place: str, project: Project) -> None:
    started = list[Executor]()

    def start() -> Executor:
        started.append(Fragile("a20"))
        return started[-1]

    report = suggest_project(project, Workers(2, start))
    assert report.articles == COUNT - 1
    (problem,) = report.problems
    assert "a20" in problem.english()
    assert project.articles_to_suggest(project_pipeline(project).version) == ("a20",)
    assert len(started) == 4


def test_a_worker_of_another_version_stores_nothing(place: str, project: Project) -> None:
    with pytest.raises(OtherVersionError, match="other suggesters"):
        suggest_portion(Portion(place, ("a01",), "another"))
    assert project.suggestions_version("a01") is None


def test_a_cluster_needs_a_database_and_somebody_who_answers(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="PostgreSQL"), cluster_workers("tcp://127.0.0.1:1", str(tmp_path / "p")):
        pass
    url = "postgresql://nobody@127.0.0.1/nothing"
    for address in ("nonsense", "nonsense://x", "tcp://127.0.0.1", "tcp://127.0.0.1:1"):
        with pytest.raises(ClusterError, match="No Dask scheduler"), cluster_workers(address, url):
            pass
