"""Files that are no sound projects: each is named, and left byte by byte as it was."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage import Project
from storage.errors import (
    DamagedProjectError,
    MissingProjectError,
    NewerFormatError,
    NotAProjectError,
    ProjectExistsError,
    ReadOnlyProjectError,
    StoreError,
)
from storage.location import APPLICATION_ID
from tests.project.tree import ROOT
from tests.storage.builders import SCHEMA, make_article


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_header(path: Path) -> None:
    os.truncate(path, 60)


def scramble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    noise = random.Random(7).randbytes(len(content) // 2)
    content[8192 : 8192 + len(noise)] = noise[: len(content) - 8192]
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def write_text(path: Path) -> None:
    path.write_text("عنوان\nنص", encoding="utf-8")


def make_foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE notes (text)")


def make_empty_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE notes (text)")


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (make_newer, NewerFormatError),
        (truncate, DamagedProjectError),
        (cut_header, DamagedProjectError),
        (scramble, DamagedProjectError),
        (empty, NotAProjectError),
        (write_text, NotAProjectError),
        (make_foreign, NotAProjectError),
        (make_empty_database, NotAProjectError),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_sound_project_is_named_and_left_alone(
    file: Path, spoil: Callable[[Path], None], error: type[StoreError], read_only: bool
) -> None:
    spoil(file)
    before = file.read_bytes()
    with pytest.raises(error, match=r"(was|were) not changed|Nothing was changed") as raised:
        Project.open(file, read_only=read_only)
    assert str(file) in str(raised.value)
    assert file.read_bytes() == before
    assert {path.name for path in file.parent.iterdir()} <= {file.name, f"{file.name}-wal", f"{file.name}-shm"}


def test_folders_and_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotAProjectError, match="folder"):
        Project.open(tmp_path)
    with pytest.raises(MissingProjectError, match=r"absent\.tawsim"):
        Project.open(tmp_path / "absent.tawsim")
    with pytest.raises(MissingProjectError, match="nowhere"):
        Project.create(tmp_path / "nowhere" / "a.tawsim", SCHEMA, name="x")
    assert list(tmp_path.iterdir()) == []


def test_a_new_project_never_replaces_what_is_there(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(ProjectExistsError, match="left as it is"):
        Project.create(file, SCHEMA, name="x")
    assert file.read_bytes() == before


def test_a_project_that_could_not_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError("broken")

    monkeypatch.setattr("storage.opening.add_schema", fail)
    with pytest.raises(OSError, match="broken"):
        Project.create(tmp_path / "a.tawsim", SCHEMA, name="x")
    assert list(tmp_path.iterdir()) == []


def test_damage_that_shows_only_later_is_named_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Project.open(file) as project:
        project.add_articles([make_article(f"نص {i} " * 400) for i in range(40)])
    with closing(sqlite3.connect(file)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'article_texts'"
        (page,) = connection.execute(query).fetchone()
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\x2a" * 4096
    file.write_bytes(content)
    monkeypatch.setattr("storage.opening.CHECKED_AT_ONCE", 0)
    with Project.open(file, read_only=True) as project, pytest.raises(DamagedProjectError, match="backups"):
        list(project.iter_articles())


def test_a_file_that_may_not_be_written_opens_for_reading_with_a_notice(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.opening.is_writable", {file: False}.get)
    before = file.read_bytes()
    with Project.open(file) as project:
        assert project.read_only
        assert [notice.english() for notice in project.notices] == [
            f"{file} may not be written and is open for reading only."
        ]
        with pytest.raises(ReadOnlyProjectError):
            project.set_setting("a", 1)
        assert len(project.queue()) == 1
    assert file.read_bytes() == before


READ_IN_A_FOLDER_NOT_TO_BE_WRITTEN = """
import os, sys
from storage import Project
with Project.open(sys.argv[2]) as project:
    project.queue()  # loads all it needs, while Python's own folder can be read
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
with Project.open(sys.argv[1]) as project:
    print(project.read_only, len(project.queue()), len(project.notices))
"""


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_folder_that_may_not_be_written_is_read_without_companion_files(file: Path) -> None:
    # not below pytest's own folder, which every run closes to others again
    folder = Path(tempfile.mkdtemp())
    copy = Path(shutil.copy(file, folder))
    copy.chmod(0o444)
    folder.chmod(0o555)
    command = [sys.executable, "-c", READ_IN_A_FOLDER_NOT_TO_BE_WRITTEN, str(copy), str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    folder.chmod(0o755)
    left = [path.name for path in folder.iterdir()]
    shutil.rmtree(folder)
    assert (done.stdout.split(), done.stderr) == (["True", "1", "1"], "")
    assert left == [copy.name]


def test_a_copied_project_opens_by_any_way_of_naming_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = file.with_name("أخبار #1 ?50%.tawsim")
    shutil.copy(file, odd)
    monkeypatch.chdir(file.parent)
    for place in (odd, str(odd), odd.name, f"sqlite:///{file}"):
        with Project.open(place) as project:
            assert len(project.queue()) == 1


@pytest.mark.parametrize("place", ["mysql://host/news", "postgresql://host:x/news", "s3://bucket/key"])
def test_addresses_of_no_known_database_are_refused(place: str) -> None:
    with pytest.raises(NotAProjectError, match="no address"):
        Project.open(place)


def test_a_database_that_does_not_answer_is_named_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="cannot be used") as raised:
        Project.open("postgresql://someone:secret@127.0.0.1:1/news")
    assert "someone" in str(raised.value)
    assert "secret" not in str(raised.value)


def test_without_the_driver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"requirements/postgres\.txt"):
        Project.open("postgres://127.0.0.1:1/news")
