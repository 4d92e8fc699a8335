"""Damaged files of every kind: always pages or problems, never a fault of the program."""

import io
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.importing import SUFFIXES, ImportOptions, plan_import
from tests.storage.importing.conftest import PAGE, watching


@cache
def sound(suffix: str) -> bytes:
    """A small sound file of a kind."""
    stream = io.BytesIO()
    match suffix:
        case ".docx":
            document = docx.Document()
            document.add_paragraph(PAGE)
            document.save(stream)
        case ".xlsx":
            book = openpyxl.Workbook()
            sheet = book.active
            assert sheet is not None
            sheet.append(["text", "date"])
            sheet.append([PAGE, "2024-01-01"])
            book.save(stream)
        case ".zip":
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("a.txt", PAGE)
                archive.writestr("b.docx", sound(".docx"))
        case ".jsonl" | ".ndjson":
            stream.write('{"text": "خبر", "date": "2024-01-01"}\n{"text": "ثان"}\n'.encode())
        case ".csv" | ".tsv":
            stream.write('text,date\n"خبر",2024-01-01\n'.encode())
        case ".mhtml" | ".mht":
            stream.write(b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><p>")
            stream.write(PAGE.encode() + b"</p></html>")
        case _:
            stream.write(f"<html><head><meta charset=utf-8></head><body><p>{PAGE}</p></body></html>".encode())
    return stream.getvalue()


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=12)
@given(
    places=st.lists(st.tuples(st.integers(0, 1 << 20), st.binary(max_size=6)), max_size=6),
    cut=st.none() | st.integers(0, 1 << 20),
)
def test_every_file_gives_pages_or_problems(suffix: str, places: list[tuple[int, bytes]], cut: int | None) -> None:
    content = bytearray(sound(suffix))
    for place, piece in places:
        at = place % len(content)
        content[at : at + len(piece)] = piece
    if cut is not None:
        del content[cut % len(content) :]
    with TemporaryDirectory() as name:
        path = Path(name) / f"page{suffix}"
        path.write_bytes(content)
        planned = plan_import([path], ImportOptions(), project=None, progress=watching)
        if not places and cut is None:
            assert planned.pages
            assert planned.problems == ()
        assert all(page.article.text for page in planned.pages)


@pytest.mark.parametrize("suffix", [".html", ".jsonl"])
def test_deep_nesting_is_no_fault_of_the_program(suffix: str, tmp_path: Path) -> None:
    deep = "<div>" * 60_000 + PAGE if suffix == ".html" else '{"text": ' + "[" * 200_000
    (tmp_path / f"page{suffix}").write_text(deep, encoding="utf-8")
    planned = plan_import([tmp_path], ImportOptions(), project=None, progress=watching)
    assert len(planned.pages) + len(planned.problems) == 1
