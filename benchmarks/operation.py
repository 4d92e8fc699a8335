"""An operation until it is durable, beside a bare commit to SQLite.

Accepting a suggestion, undoing and redoing it are measured in turn with the floor, which writes as many bytes to a file
of the same kind. ``--operations N``: how many (300).
"""

import argparse
import itertools
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measuring import FIGURES, corpus_pages, figures, milliseconds, print_table
from model.operation import Operation
from model.operations.answers import accept
from model.operations.author import Author
from model.questions import open_suggestions
from model.schema.loader import load_shipped
from model.sheet import apply
from model.suggest.pipeline import builtin_pipeline
from storage import Project
from storage.plain import to_plain

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_LEAST_A_PAGE = 20
_BUDGET = "budget: p99 50 ms"


def run(arguments: list[str]) -> int:
    """Measure and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench operation", description=__doc__)
    parser.add_argument("--operations", type=int, default=300)
    count = parser.parse_args(arguments).operations
    with (
        tempfile.TemporaryDirectory() as folder,
        _floor(Path(folder)) as floor,
        _project(Path(folder), count) as project,
    ):
        times = _measure(project, floor, count)
    least = median(times["bare commit"])
    rows = [(name, *figures(found), f"{median(found) / least:.1f}") for name, found in times.items()]
    print_table((f"{count} operations ({_BUDGET})", *FIGURES, "x floor"), rows)
    return 0


def _project(folder: Path, count: int) -> Project:
    """Pages of the sample corpus with what is suggested for them, enough for that many acceptances."""
    project = Project.create(folder / "operations.tawsim", load_shipped("news"), name="operations")
    pipeline = builtin_pipeline()
    with project.one_transaction():
        for page in corpus_pages(1 + count // _LEAST_A_PAGE):
            project.add_articles([page.article])
            found = pipeline.run(page.article, published=page.published)
            project.store_suggestions(page.article.id, found, pipeline_version=pipeline.version)
    return project


class _Floor:
    """A table of one column, in the journal mode and with the synchronisation of a project."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE written (content TEXT)")

    def commit(self, content: str) -> None:
        """Write one row durably."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO written VALUES (?)", (content,))
        self._connection.execute("COMMIT")


@contextmanager
def _floor(folder: Path) -> Iterator[_Floor]:
    with closing(sqlite3.connect(folder / "floor.sqlite", isolation_level=None)) as connection:
        yield _Floor(connection)


def _measure(project: Project, floor: _Floor, count: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {"bare commit": [], "accept": [], "undo": [], "redo": []}
    with closing(project):
        for operation in itertools.islice(_operations(project), count):
            content = json.dumps([[to_plain(r) for r in (c.before, c.after) if r] for c in operation.changes])
            times["bare commit"].append(milliseconds(partial(floor.commit, content)))
            times["accept"].append(milliseconds(partial(project.perform, operation)))
            times["undo"].append(milliseconds(partial(project.undo, annotator="bench", at=_AT)))
            times["redo"].append(milliseconds(partial(project.redo, annotator="bench", at=_AT)))
    return times


def _operations(project: Project) -> Iterator[Operation]:
    """Acceptances of one suggestion after the other, article by article."""
    author = Author("bench", _AT)
    for article_id in project.article_ids():
        sheet, suggested = project.sheet(article_id), project.suggestions(article_id)
        while asked := open_suggestions(sheet, suggested):
            operation = accept(sheet, asked[0], suggested, author)
            yield operation
            sheet = apply(sheet, operation)
