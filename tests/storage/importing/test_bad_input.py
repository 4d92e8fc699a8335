"""Bad input: each is told in both languages, and the good pages beside it are read."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.messages.catalogue import render
from storage.importing import Limits
from storage.importing.plan import ImportPlan
from tests.storage.importing.conftest import PAGE, Planner


def only_problem(plan: ImportPlan) -> str:
    """The English of the only problem, which must differ from its Arabic."""
    (problem,) = plan.problems
    english, arabic = (render(problem.told(), language) for language in ("en", "ar"))
    assert english != arabic
    return english


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (" \n\t\u00a0\u200f\ufeff\u2028\n".encode(), "white space and invisible"),
        (b"\x7fELF" + bytes(500), "binary"),
        (bytes(range(128, 256)) * 9, "could not be found out"),
    ],
)
def test_files_without_a_text(tmp_path: Path, plan: Planner, content: bytes, told: str) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    planned = plan(tmp_path)
    problem = only_problem(planned)
    assert told in problem
    assert "bad.txt" in problem
    assert [page.article.name for page in planned.pages] == ["good.txt"]


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path, plan: Planner) -> None:
    with (tmp_path / "big.txt").open("wb") as stream:
        stream.truncate(100 << 20)
    assert "100 MB; at most 20 MB" in only_problem(plan(tmp_path))


@pytest.mark.parametrize("name", ["pages.jsonl", "page.txt", "page.html", "page.docx", "pages.xlsx"])
def test_the_limit_holds_for_each_kind(tmp_path: Path, plan: Planner, name: str) -> None:
    (tmp_path / name).write_bytes(b"x" * 5000)
    assert "too big" in only_problem(plan(tmp_path, limits=Limits(page=4000, workbook=4000)))


def test_files_and_folders_that_may_not_be_read(tmp_path: Path, plan: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "open.txt").write_text(PAGE, encoding="utf-8")
    listed, opened = Path.iterdir, Path.open

    def refused(path: Path) -> None:
        # permissions alone would not do where the tests run as root
        if path.name.startswith("locked"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    def iterdir(path: Path) -> Iterator[Path]:
        refused(path)
        return listed(path)

    def open_file(path: Path, *arguments: Any, **options: Any) -> Any:
        refused(path)
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    monkeypatch.setattr(Path, "open", open_file)
    planned = plan(tmp_path)
    assert sorted(Path(problem.origin).name for problem in planned.problems) == ["locked", "locked.txt"]
    assert all("cannot be read (Permission denied)" in problem.message.english() for problem in planned.problems)
    assert [page.article.name for page in planned.pages] == ["open.txt"]


def test_paths_that_lead_nowhere_or_to_no_page(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert "does not exist" in only_problem(plan(tmp_path / "none.txt"))
    assert "no kind" in only_problem(plan(tmp_path / "picture.png"))
    planned = plan(tmp_path)
    assert (planned.problems, planned.passed_over) == ((), (str(tmp_path / "picture.png"),))


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "outside.txt").write_text(PAGE, encoding="utf-8")
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "round").symlink_to(folder, target_is_directory=True)
    planned = plan(folder)
    assert planned.pages == ()
    assert "link.txt" in only_problem(planned)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("خبر فيه\0 صفر", "NUL"),
        ("خبر ضاع منه حر\ufffdف", "replacement"),
        ("\ufffeخبر مقلوب العلامة", "no character"),
        ("خبر فيه \u202dعكس للقراءة\u202c هنا", "reading order"),
        ("Wheat ships arrive", "no Arabic letter"),
    ],
)
def test_odd_texts_are_imported_unchanged_with_a_warning(
    tmp_path: Path, plan: Planner, text: str, warning: str
) -> None:
    (tmp_path / "odd.txt").write_bytes(text.encode())
    (page,) = plan(tmp_path).pages
    assert page.article.text == text
    (message,) = page.warnings
    assert warning in render(message, "en")
    assert render(message, "ar") != render(message, "en")


def test_lone_surrogates_of_json_are_kept_with_a_warning(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "odd.jsonl").write_bytes(b'{"text": "\\u0628 \\ud800 \\ud83d\\ude00"}')
    (page,) = plan(tmp_path).pages
    assert page.article.text == "ب \ud800 😀"
    assert "surrogate" in page.warnings[0].english()


@pytest.mark.parametrize(
    "text", ["سطر\r\nوسطر\r\n", "سطر\u2028وسطر\u0085", "خبر\ufeff فيه علامة", "\tخبر ", "خبر \u200fعادي"]
)
def test_line_ends_and_invisible_characters_stay_as_they_are(tmp_path: Path, plan: Planner, text: str) -> None:
    (tmp_path / "page.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (page,) = plan(tmp_path).pages
    assert (page.article.text, page.warnings) == (text, ())


def test_a_second_mark_of_the_encoding_is_text(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "page.txt").write_bytes("\ufeff\ufeffخبر".encode())
    assert plan(tmp_path).pages[0].article.text == "\ufeffخبر"
