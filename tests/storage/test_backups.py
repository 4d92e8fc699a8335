import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import Project
from storage.backups import KEPT, automatic_backups, folder_of, is_due, make_automatic_backup
from storage.errors import DamagedProjectError
from storage.project import BackupError
from tests.conftest import ExpectedLogs
from tests.storage.builders import add, make_article, make_mention, step

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def test_a_backup_is_a_project_of_that_moment_work_in_the_log_included(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept" / "copy.tawsim"
    with Project.open(file) as project:
        (article,) = project.iter_articles()
        project.perform(step(add(make_mention(article, "بيروت"))))
        with project.one_transaction():
            project.add_articles([make_article("لم يتم")])
            project.backup(target)
        project.perform(step(add(make_mention(article, "القمح"))))
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    with Project.open(target) as copy:
        assert len(copy.sheet(article.id).mentions) == 1
        assert copy.article_ids() == (article.id,)
        copy.perform(step(add(make_mention(article, "القمح"))))


def test_the_first_opening_of_a_day_backs_up(file: Path) -> None:
    Project.open(file).close()
    (backup,) = automatic_backups(file)
    Project.open(file).close()
    assert automatic_backups(file) == [backup]
    yesterday = (datetime.now(UTC) - timedelta(days=1, minutes=1)).timestamp()
    os.utime(backup, (yesterday, yesterday))
    aged = backup.rename(backup.with_name(f"{file.stem}-2020-01-01T000000{file.suffix}"))
    Project.open(file, read_only=True).close()
    assert automatic_backups(file) == [aged]
    Project.open(file).close()
    assert len(automatic_backups(file)) == 2


def test_the_last_seven_are_kept(file: Path) -> None:
    stranger = folder_of(file) / "notes.txt"
    stranger.parent.mkdir()
    stranger.write_text("x")
    made = [make_automatic_backup(file, NOW + timedelta(days=day)) for day in range(KEPT + 3)]
    assert automatic_backups(file) == made[-KEPT:]
    assert stranger.exists()
    assert not is_due(file, datetime.now(UTC))


def test_a_damaged_project_pushes_no_good_backup_out(
    file: Path, expect_log: ExpectedLogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = make_automatic_backup(file, NOW)
    old = (NOW - timedelta(days=400)).timestamp()
    os.utime(good, (old, old))
    with closing(sqlite3.connect(file)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'article_texts'"
        (page,) = connection.execute(query).fetchone()
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\x2a" * 4096
    file.write_bytes(content)
    monkeypatch.setattr("storage.opening.CHECKED_AT_ONCE", 0)
    expect_log("no backup of")
    project = Project.open(file)
    project.close()
    assert automatic_backups(file) == [good]
    assert [path.name for path in folder_of(file).iterdir()] == [good.name]
    assert any("damaged" in notice.english() for notice in project.notices)
    with pytest.raises(DamagedProjectError):
        make_automatic_backup(file, NOW)


def test_where_there_is_no_room_for_a_backup_the_project_opens_all_the_same(
    file: Path, expect_log: ExpectedLogs
) -> None:
    folder_of(file).write_text("in the way")
    expect_log("no backup of")
    with Project.open(file) as project:
        assert len(project.queue()) == 1
    assert len(project.notices) == 1


def test_a_database_is_backed_up_by_its_own_tools(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "copy.tawsim"
    if project.location.path is None:
        with pytest.raises(BackupError, match="pg_dump"):
            project.backup(target)
    else:
        project.backup(target)
    assert target.exists() == (project.location.path is not None)
