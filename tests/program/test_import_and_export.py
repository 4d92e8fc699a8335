"""Pages through the command line: imported, annotated, exported, imported again."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import main as program
from model.annotation import Identity, Mention, Provenance
from model.gold_page import annotations_of, page_from_plain
from model.identifiers import derived_id
from model.messages import Message
from model.operation import Change, Record, operation
from model.seeds import seeds_folder
from model.sheet import Sheet
from storage import Project

CORPUS = seeds_folder() / "corpus"
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
PAGE = "افتتاح جسر جديد في الموصل\n\nافتتح محافظ نينوى اليوم جسراً جديداً في الموصل بحضور وفد من التجار.\n"


def run(*arguments: object) -> int:
    return program.main([str(argument) for argument in arguments])


def annotate(project: Project) -> None:
    """Put the gold of the corpus on its pages, one operation a page."""
    made = Provenance("سلمى", NOW, duration_ms=1500)
    identities: dict[str, Identity] = {}
    for article in project.iter_articles():
        gold = page_from_plain(json.loads((CORPUS / "gold" / article.name).with_suffix(".json").read_text("utf-8")), "")
        found = annotations_of(gold, article.id, article.text, made)
        new = {key: Identity(derived_id(key), key) for key in found.keys.values() if key not in identities}
        identities |= new
        records: tuple[Record, ...] = (
            *new.values(),
            *(_shared(mention, found.keys, identities) for mention in found.mentions),
            *found.events,
            *found.zones,
        )
        project.perform(
            operation(
                "gold",
                Message("Tag {label}: {text}", label="gold", text=article.name),
                [Change(None, record) for record in records],
                annotator="سلمى",
                at=NOW,
            )
        )


def _shared(mention: Mention, keys: Mapping[str, str], identities: dict[str, Identity]) -> Mention:
    key = keys.get(mention.id)
    return mention if key is None else replace(mention, identity_id=identities[key].id)


def sheets(project: Project) -> Iterator[tuple[str, Sheet]]:
    return ((article.text, sheet) for article, sheet in project.iter_sheets(project.article_ids()))


def test_the_corpus_there_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, out = tmp_path / "first.tawsim", tmp_path / "second.tawsim", tmp_path / "out.jsonl"
    table = CORPUS / "METADATA.tsv"
    assert run("import", CORPUS / "articles", "--project", first, "--metadata", table) == 0
    with Project.open(first) as project:
        annotate(project)
        before = list(sheets(project))
    assert run("export", "--project", first, "--format", "jsonl", "--out", out) == 0
    assert run("import", out, "--project", second) == 0
    with Project.open(second) as project:
        assert list(sheets(project)) == before
        assert project.check() == ()
        assert project.progress().mentions > 1000
    told = capsys.readouterr()
    assert told.out.count("46 articles imported.") == 2
    assert "steps of the history" in told.err
    for name in ("conll", "brat", "mentions-csv", "events-csv"):
        assert run("export", "--project", second, "--format", name, "--out", tmp_path / name) == 0
    assert len(list((tmp_path / "brat").glob("*.ann"))) == 46


def test_one_bad_file_stops_all_and_a_new_project_is_not_left_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(PAGE, encoding="windows-1256")
    (pages / "b.txt").write_bytes(b"")
    project = tmp_path / "news.tawsim"
    assert run("import", pages, "--project", project) == program.EXIT_ERROR
    assert "b.txt: is empty." in capsys.readouterr().err
    assert not project.exists()
    assert run("import", pages, "--project", project, "--skip-bad") == 1
    told = capsys.readouterr()
    assert "windows-1256" in told.err
    assert told.out == "One article imported.\n"
    with Project.open(project) as opened:
        assert [article.text for article in opened.iter_articles()] == [PAGE]


def test_messages_in_arabic(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert run("--language", "ar", "import", tmp_path / "a.txt", "--project", tmp_path / "news.tawsim") == 1
    assert "a.txt: فارغ." in capsys.readouterr().err


def test_a_zip_into_a_project_that_is_there_and_pages_known_already(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("a.txt", PAGE)
        archive.writestr("notes.doc", b"x")
    project = tmp_path / "news.tawsim"
    for _ in range(2):
        assert run("import", tmp_path / "pages.zip", "--project", project, "--schema", "wojood") == 0
    told = capsys.readouterr()
    assert told.out == "One article imported.\n0 articles imported.\n"
    assert "known as “افتتاح جسر جديد في الموصل”" in told.err
    assert "One file that is no page was passed over." in told.err
    with Project.open(project) as opened:
        assert opened.schema.name == "wojood"


def test_an_export_to_a_place_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    project = tmp_path / "news.tawsim"
    assert run("import", tmp_path / "a.txt", "--project", project) == 0
    assert run("export", "--project", project, "--format", "brat", "--out", tmp_path) == program.EXIT_ERROR
    assert "exists already" in capsys.readouterr().err
    assert run("export", "--project", tmp_path / "none.tawsim", "--format", "jsonl", "--out", tmp_path / "x") == 1
    assert run("export", "--project", project, "--format", "jsonl", "--state", "done", "--out", tmp_path / "x") == 0
    assert len((tmp_path / "x").read_bytes().splitlines()) == 1
