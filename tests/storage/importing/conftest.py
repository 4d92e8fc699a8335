"""A folder of pages and a way to plan and carry out their import."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storage import Project
from storage.importing import ImportOptions, ImportPlan, ImportResult, carry_out, plan_import
from tests.storage.builders import ANNOTATOR, NOON
from tests.storage.fresh import fresh_project

Planner = Callable[..., ImportPlan]
PAGE = (
    "وصول أولى شحنات القمح إلى ميناء اللاذقية\n"
    "الثلاثاء 26 آذار 2024\n\n"
    "وصلت إلى ميناء اللاذقية أمس ثلاث سفن محملة بالقمح، وقال مدير الميناء إن التفريغ يبدأ صباح الغد.\n"
)


def watching(_done: int, _total: int | None) -> bool:
    """Progress that is never cancelled."""
    return True


@pytest.fixture
def plan() -> Planner:
    """Plans the import of paths, with options by name."""

    def planned(*paths: Path, project: Project | None = None, **options: Any) -> ImportPlan:
        return plan_import(paths, ImportOptions(**options), project=project, progress=watching)

    return planned


@pytest.fixture
def new_project(tmp_path: Path) -> Callable[[str], Project]:
    """Makes projects in the test's folder; the test closes them."""
    return lambda name: fresh_project(tmp_path / f"{name}.tawsim", name=name)


def stored(plan: ImportPlan, project: Project, *, with_problems: bool = False) -> ImportResult:
    """Carry a plan out."""
    return carry_out(plan, project, with_problems=with_problems, annotator=ANNOTATOR, at=NOON, progress=watching)
