"""The same work on a Dask cluster of two processes, which write to PostgreSQL."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from model.article import Article, text_digest
from model.schema.loader import load_shipped
from storage import Project
from storage.suggesting.bulk import suggest_project
from storage.suggesting.workers import NoWorkersError, cluster_workers
from tests.storage.conftest import NewPlace

ROOT = Path(__file__).parents[3]
PATIENCE = 60.0
"""Seconds in which a scheduler or a worker has to start."""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler with ``./run worker --jobs 2``, each in a process of its own."""
    told = tmp_path / "scheduler.json"
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
    with ExitStack() as running:
        _start(running, "-m", "distributed.cli.dask_scheduler", *options)
        deadline = time.monotonic() + PATIENCE
        while not told.exists() or not told.read_text("utf-8").endswith("}"):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        address = json.loads(told.read_text("utf-8"))["address"]
        _start(running, str(ROOT / "main.py"), "worker", address, "--jobs", "2")
        yield address


def _start(running: ExitStack, *arguments: str) -> None:
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    running.callback(process.wait, PATIENCE)
    running.callback(process.terminate)


def _until_both_work(address: str, place: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(NoWorkersError), cluster_workers(address, place) as workers:
            if workers.count == 2:
                return
    raise AssertionError("no workers came")


@pytest.mark.parametrize("new_place", ["postgresql"], indirect=True)
def test_a_cluster_stores_what_one_process_stores(new_place: NewPlace, cluster: str) -> None:
    texts = [f"بغداد – قتل {number} أشخاص في قصف على كركوك أمس الأحد.\n" for number in range(3, 40)]
    articles = [Article(f"a{i:02}", text, text_digest(text)) for i, text in enumerate(texts)]
    together, alone = new_place(), new_place()
    with (
        Project.create(together, load_shipped("news"), name="x") as project,
        Project.create(alone, load_shipped("news"), name="x") as other,
    ):
        project.add_articles(articles)
        other.add_articles(articles)
        _until_both_work(cluster, together)
        with cluster_workers(cluster, together) as workers:
            report = suggest_project(project, workers)
        suggest_project(other, None)
        assert (report.articles, report.problems) == (len(articles), [])
        assert all(project.suggestions(article.id) == other.suggestions(article.id) for article in articles)
        assert len(project.suggestions("a05").events) > 0
