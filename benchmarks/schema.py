"""Changes of the schema, and the checks, in a big project: how long, and how much memory.

``--articles N`` (10,000) with ``--spans N`` each (50). A sixth of the mentions have the label that is changed.
"""

import argparse
import resource
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from benchmarks.measuring import print_table
from benchmarks.project import make_project
from model.operations.author import Author
from model.schema.changes import building
from model.schema.changes.parts import Part
from storage import Project
from storage.checks import findings

_AUTHOR = Author("bench", datetime(2026, 1, 1, tzinfo=UTC))


def run(arguments: list[str]) -> int:
    """Make the project, measure and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench schema", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--spans", type=int, default=50)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.tawsim"
        make_project(path, chosen.articles, chosen.spans)
        with closing(Project.open(path)) as project:
            rows = [(name, *_measured(act)) for name, act in _acts(project).items()]
    print_table(("what", "seconds", "most memory so far, MB"), rows)
    return 0


def _acts(project: Project) -> dict[str, Callable[[], object]]:
    def rename() -> object:
        return project.change_schema(building.rename(project.schema, Part.MENTION, "PERS", "PERSON"), _AUTHOR)

    def preview() -> object:
        return project.preview_schema_change(building.merge(project.schema, Part.MENTION, "PERS", "OCC"))

    return {
        "preview of a merge": preview,
        "rename": rename,
        "undo of it": lambda: project.undo(annotator="bench", at=_AUTHOR.at),
        "redo of it": lambda: project.redo(annotator="bench", at=_AUTHOR.at),
        "all checks": lambda: sum(1 for _ in findings(project)),
    }


def _measured(act: Callable[[], object]) -> tuple[str, str]:
    start = perf_counter()
    act()
    seconds = perf_counter() - start
    return f"{seconds:.1f}", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"
