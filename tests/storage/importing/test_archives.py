import stat
import zipfile
from pathlib import Path

import pytest

from storage.importing import Limits
from tests.storage.importing.conftest import PAGE, Planner


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def refusal(plan: Planner, path: Path, **options: object) -> str:
    planned = plan(path, **options)
    assert planned.pages == ()
    (problem,) = planned.problems
    return problem.told().english()


def test_pages_in_a_zip_are_read_with_their_place(tmp_path: Path, plan: Planner) -> None:
    files = {
        "أخبار/قمح.txt": PAGE.encode("cp1256"),
        "b/قمح.txt": (PAGE + "تتمة").encode(),
        "pages.jsonl": '{"text": "خبر أول"}\n{"text": "خبر ثان"}'.encode(),
        "pages.csv": "text\nخبر ثالث\n".encode(),
        "picture.png": b"\x89PNG",
        "__MACOSX/._قمح.txt": b"\0\0",
    }
    planned = plan(zipped(tmp_path / "pages.zip", files))
    assert planned.problems == ()
    assert [page.origin for page in planned.pages][:2] == [
        f"{tmp_path / 'pages.zip'}!أخبار/قمح.txt",
        f"{tmp_path / 'pages.zip'}!b/قمح.txt",
    ]
    assert [page.article.name for page in planned.pages] == [
        "قمح.txt",
        "قمح (2).txt",
        "pages.jsonl:1",
        "pages.jsonl:2",
        "pages.csv:2",
    ]
    assert [page.encoding for page in planned.pages][:2] == ["windows-1256", "utf-8"]
    assert planned.passed_over == (f"{tmp_path / 'pages.zip'}!picture.png",)


@pytest.mark.parametrize("name", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "C:/evil.txt", "a\\..\\evil.txt"])
def test_names_that_point_out_of_the_zip(tmp_path: Path, plan: Planner, name: str) -> None:
    told = refusal(plan, zipped(tmp_path / "pages.zip", {"good.txt": PAGE.encode(), name: PAGE.encode()}))
    assert "points out of the zip" in told
    assert not (tmp_path.parent / "evil.txt").exists()


def test_links_in_a_zip(tmp_path: Path, plan: Planner) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr(link, "/etc/hostname")
    assert "is a link" in refusal(plan, tmp_path / "pages.zip")


def test_bombs_by_ratio_total_and_number(tmp_path: Path, plan: Planner) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {"a.txt": b"\0" * (8 << 20)})
    assert "grows so much" in refusal(plan, bomb)
    parts = zipped(tmp_path / "parts.zip", {f"{n}.txt": PAGE.encode() for n in range(30)})
    assert "too big when unpacked" in refusal(plan, parts, limits=Limits(archive=1000))
    assert "holds 30 files" in refusal(plan, parts, limits=Limits(archive_files=20))


def test_a_zip_in_a_zip_is_a_problem_of_its_own(tmp_path: Path, plan: Planner) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.txt": PAGE.encode()}).read_bytes()
    planned = plan(zipped(tmp_path / "outer.zip", {"inner.zip": inner, "b.txt": PAGE.encode()}))
    assert "archive within an archive" in planned.problems[0].message.english()
    assert [page.article.name for page in planned.pages] == ["b.txt"]


def test_a_protected_zip(tmp_path: Path, plan: Planner) -> None:
    path = zipped(tmp_path / "pages.zip", {"a.txt": PAGE.encode()})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "password" in refusal(plan, path)


def test_broken_zips(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "text.zip").write_text(PAGE, encoding="utf-8")
    assert "broken" in refusal(plan, tmp_path / "text.zip")
    path = tmp_path / "damaged.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", PAGE)
    path.write_bytes(path.read_bytes().replace("القمح".encode(), "الشعر".encode(), 1))
    assert "cannot be read" in refusal(plan, path)


def test_a_document_that_is_a_bomb(tmp_path: Path, plan: Planner) -> None:
    path = zipped(tmp_path / "page.docx", {"word/document.xml": b" " * (8 << 20)})
    assert "grows so much" in refusal(plan, path)
