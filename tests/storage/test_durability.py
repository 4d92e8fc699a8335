"""What was acknowledged is on the disk, whatever happens next."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage import Project
from storage.errors import StoreFullError, StoreWriteError
from tests.project.tree import ROOT
from tests.storage.builders import add, make_article, make_mention, step

NURSERY = """
import os, sys
from storage import Project
from tests.storage.builders import add, make_mention, step

def work(path):
    print(os.getpid(), flush=True)
    with Project.open(path) as project:
        (article,) = project.iter_articles()
        while True:
            mention = make_mention(article, "بيروت")
            project.perform(step(add(mention)))
            print(mention.id, flush=True)

Project.open(sys.argv[1]).close()  # loads everything once, for all children
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        work(sys.argv[1])
    os.waitpid(child, 0)
    print("dead", flush=True)
"""


def acknowledged_before_kill(nursery: subprocess.Popen[str], after: int) -> list[str]:
    """The ids that a new process acknowledged; it was killed once it had given some number of them."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write("\n")
    nursery.stdin.flush()
    process = int(nursery.stdout.readline())
    acknowledged = [nursery.stdout.readline().strip() for _ in range(after)]
    os.kill(process, signal.SIGKILL)
    while (line := nursery.stdout.readline()) != "dead\n":
        assert line, "the nursery ended"
        acknowledged.append(line.strip())
    return acknowledged


@pytest.mark.skipif(sys.platform == "win32", reason="forks and kills as POSIX does")
def test_operations_that_were_acknowledged_survive_kill_9(file: Path) -> None:
    chance = random.Random()
    known: set[str] = set()
    command = [sys.executable, "-c", NURSERY, str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as nursery:
        for _ in range(6):
            known.update(acknowledged_before_kill(nursery, chance.randrange(1, 30)))
            with Project.open(file) as project:
                (article_id,) = project.article_ids()
                stored = project.sheet(article_id).mentions.keys()
                assert known <= stored
                assert len(stored) == len(project.history(article_id)) == project.queue()[0].mentions
                assert project.check() == ()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_commit_is_synced(file: Path) -> None:
    with Project.open(file) as project, project._database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def set_page_limit(project: Project, pages: int) -> None:
    """Make SQLite find its disk full beyond this many pages."""
    with project._database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_on_a_full_disk_nothing_is_half_stored_and_work_goes_on_when_there_is_room(file: Path) -> None:
    with Project.open(file) as project:
        (article,) = project.iter_articles()
        kept = make_mention(article, "القمح")
        project.perform(step(add(kept)))
        set_page_limit(project, 1)
        big = step(add(*(make_mention(article, "بيروت") for _ in range(500))))
        with pytest.raises(StoreFullError, match="everything before it is kept"):
            project.perform(big)
        with pytest.raises(StoreFullError):
            project.add_articles([make_article("نص طويل " * 9000)])
        assert set(project.sheet(article.id).mentions) == {kept.id}
        assert len(project.history(article.id)) == 1
        assert project.article_ids() == (article.id,)
        set_page_limit(project, 1 << 24)
        project.perform(big)
        assert len(project.sheet(article.id).mentions) == 501


LIMITED = """
import resource, sys
from storage import Project
from storage.errors import StoreWriteError
from tests.storage.builders import add, make_mention, step
with Project.open(sys.argv[1]) as project:
    (article,) = project.iter_articles()
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
    big = step(add(*(make_mention(article, "بيروت") for _ in range(2000))))
    try:
        project.perform(big)
    except StoreWriteError as error:
        print(type(error).__name__, len(project.sheet(article.id).mentions))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    project.perform(big)
    print(len(project.sheet(article.id).mentions))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_write_that_the_system_refuses_stores_nothing(file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(file)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout.split(), done.stderr) == (["StoreWriteError", "0", "2000"], "")
    with Project.open(file) as project:
        assert project.progress().mentions == 2000
    assert issubclass(StoreFullError, StoreWriteError)
