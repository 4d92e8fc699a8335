"""Preparation by several processes: the same as by one, in the same order, and no process is left."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from storage import Project
from storage.importing import ImportCancelledError, ImportOptions, plan_import, preparing
from storage.importing.source_file import Found, LineRead, PageRead
from tests.storage.importing.conftest import PAGE, Planner


@pytest.fixture
def by_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starts processes from the third page on, whatever the machine."""
    monkeypatch.setattr(preparing, "_WORTH_PROCESSES", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def pages(name: str = "p") -> Iterator[Found]:
    for number in count():
        yield PageRead(f"{name}{number}.txt", f"{name}{number}.txt", f"{PAGE}الشحنة {number}", "utf-8")


@pytest.mark.usefixtures("by_processes")
def test_processes_give_what_one_gives_and_end() -> None:
    broken = LineRead("x.jsonl", 7, '{"id": "a"}')
    found = [*islice(pages(), 40), broken, *islice(pages("q"), 40)]
    assert [*preparing.all_prepared(iter(found))] == [preparing.prepared(one) for one in found]
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("by_processes")
def test_cancelling_within_one_big_file_ends_the_processes(tmp_path: Path) -> None:
    lines = "".join(f'{{"text": "خبر رقم {number}"}}\n' for number in range(400))
    (tmp_path / "pages.jsonl").write_text(lines, encoding="utf-8")
    working: list[int] = []

    def impatient(_done: int, _total: int | None) -> bool:
        working.append(len(multiprocessing.active_children()))
        return len(working) < 5

    with pytest.raises(ImportCancelledError):
        plan_import([tmp_path], ImportOptions(), project=None, progress=impatient)
    assert working[-1] > 0
    assert multiprocessing.active_children() == []


def test_a_page_that_is_known_is_not_looked_into(
    tmp_path: Path, plan: Planner, new_project: Callable[[str], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    looked: list[str] = []

    def with_facts(page: PageRead) -> PageRead:
        looked.append(page.name)
        return page

    monkeypatch.setattr(preparing, "with_facts", with_facts)
    with new_project("news") as project:
        assert [page.known_as for page in plan(tmp_path, project=project).pages] == [None, "a.txt"]
    assert looked == ["a.txt"]
