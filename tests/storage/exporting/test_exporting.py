"""What holds for every format: nothing half-written, nothing overwritten that should not be."""

import errno
from pathlib import Path

import pytest

from model.errors import TawsimError
from model.messages.catalogue import render
from storage import Project
from storage.exporting import EXPORT_FORMATS, ExportCancelledError, export, foreseen_losses
from tests.storage.builders import add, make_article, make_event, make_mention, step
from tests.storage.exporting.projects import IDENTITIES
from tests.storage.fresh import fresh_project

FORMATS = pytest.mark.parametrize("name", EXPORT_FORMATS)


@pytest.fixture
def work(tmp_path: Path) -> Project:
    """A project with two articles, one of them with everything that a format might not hold."""
    project = fresh_project(tmp_path / "work.tawsim", name="عمل")
    article = make_article()
    project.add_articles([article, make_article("خبر ثان")], sources={article.id: b"<html>"})
    mention = make_mention(article, "سامي", "بيروت", identity=IDENTITIES[0])
    idle = make_mention(article, "السودان", label="LOC")
    project.perform(step(add(IDENTITIES[0], mention, idle, make_event(article, "أعلن", mention))))
    return project


@FORMATS
def test_a_failure_leaves_nothing_and_keeps_what_was_there(
    work: Project, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    out = place / "out"
    if not EXPORT_FORMATS[name].is_folder:
        out.write_bytes(b"before")

    def full(_path: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = list(place.iterdir())
    with work, monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        patched.setattr(Path, "rename", full)
        with pytest.raises(TawsimError, match="No space left on device"):
            export(work, name, out)
        assert list(place.iterdir()) == before
        assert not out.exists() or out.read_bytes() == b"before"


@FORMATS
def test_cancelling_leaves_nothing(work: Project, tmp_path: Path, name: str) -> None:
    with work, pytest.raises(ExportCancelledError):
        export(work, name, tmp_path / "out", progress=lambda done, _: done < 1)
    assert not [path for path in tmp_path.iterdir() if "out" in path.name]


@FORMATS
def test_a_place_without_a_folder_is_told(work: Project, tmp_path: Path, name: str) -> None:
    with work, pytest.raises(TawsimError, match="cannot be written"):
        export(work, name, tmp_path / "nowhere" / "out")


@FORMATS
def test_a_second_export_is_the_same(work: Project, tmp_path: Path, name: str) -> None:
    with work:
        first, second = (export(work, name, tmp_path / place) for place in ("one", "two"))
        assert (first.articles, first.mentions, first.events) == (2, 2, 1)
        assert first.losses == second.losses
    for one, two in zip(first.files, second.files, strict=True):
        assert one.read_bytes() == two.read_bytes()


@FORMATS
def test_what_is_foreseen_is_what_is_lost_and_told_in_both_languages(work: Project, tmp_path: Path, name: str) -> None:
    with work:
        foreseen = foreseen_losses(work, name)
        lost = export(work, name, tmp_path / "out").losses
    assert set(foreseen) <= set(lost)
    assert all(loss.count > 0 for loss in lost)
    assert all(render(loss.message, "ar") != render(loss.message, "en") for loss in lost)
    assert render(EXPORT_FORMATS[name].title, "ar") != render(EXPORT_FORMATS[name].title, "en")


def test_the_project_itself_and_full_folders_are_never_overwritten(work: Project, tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "kept.txt").write_text("x", encoding="utf-8")
    with work:
        with pytest.raises(TawsimError, match="the project itself"):
            export(work, "jsonl", tmp_path / "work.tawsim")
        with pytest.raises(TawsimError, match="exists already"):
            export(work, "brat", full)
        with pytest.raises(TawsimError, match="is a folder"):
            export(work, "jsonl", full)
        with pytest.raises(TawsimError, match="no format"):
            export(work, "docx", tmp_path / "out")
        (full / "kept.txt").unlink()
        export(work, "brat", full)
    assert (full / "annotation.conf").is_file()
