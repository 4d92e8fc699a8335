"""Backups by SQLite's online backup: a copy of one moment, the write-ahead log included, while work goes on."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from model.identifiers import new_id
from storage.database import translated_driver
from storage.engine import connect_file
from storage.errors import StoreError
from storage.location import Location, damaged

logger = logging.getLogger(__name__)

KEPT = 7
DAY = timedelta(days=1)
_STAMP = "%Y-%m-%dT%H%M%S"


def backup_file(source: Path, target: Path) -> None:
    """Copy a project's file as it is at this moment; the target appears complete or not at all.

    Raises DamagedProjectError when the copy, and hence the project, does not pass SQLite's check.
    """
    partial = target.with_name(f"{target.name}.{new_id()}.part")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with translated_driver(Location(source)), closing(connect_file(source, mode="rw")) as original:
            _copy(original, partial, source)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _copy(original: sqlite3.Connection, partial: Path, source: Path) -> None:
    with closing(connect_file(partial, mode="rwc")) as copy:
        original.backup(copy)
        # one file without companions, that can be moved and opened by itself
        copy.execute("PRAGMA journal_mode = DELETE")
        verdict = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise damaged(source, verdict)


def folder_of(project: Path) -> Path:
    """Where a project's automatic backups lie."""
    return project.with_name(project.name + ".backups")


def automatic_backups(project: Path) -> list[Path]:
    """The automatic backups of a project, oldest first."""
    return sorted(folder_of(project).glob(f"{project.stem}-*{project.suffix}"))


def is_due(project: Path, now: datetime) -> bool:
    """Whether the newest automatic backup is older than a day."""
    existing = automatic_backups(project)
    return not existing or now.timestamp() - existing[-1].stat().st_mtime >= DAY.total_seconds()


def make_automatic_backup(project: Path, now: datetime) -> Path:
    """Back a project up beside itself and remove the oldest of more than ``KEPT``."""
    target = folder_of(project) / f"{project.stem}-{now.astimezone(UTC).strftime(_STAMP)}{project.suffix}"
    backup_file(project, target)
    for outdated in automatic_backups(project)[:-KEPT]:
        outdated.unlink()
    return target


class DailyBackup:
    """The day's backup, made in a thread of its own so that opening a big project does not wait for it."""

    def __init__(self, project: Path, *, failed: Callable[[StoreError | OSError], None]) -> None:
        self._project = project
        self._failed = failed
        self._thread = threading.Thread(target=self._run, name="tawsim-backup")

    def start(self) -> None:
        """Begin copying."""
        self._thread.start()

    def wait(self) -> None:
        """Return once the copy is complete."""
        self._thread.join()

    def _run(self) -> None:
        try:
            make_automatic_backup(self._project, datetime.now(UTC))
        except (StoreError, OSError) as error:
            logger.warning("no backup of %s: %s", self._project, error)
            self._failed(error)
