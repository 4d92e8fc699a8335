"""Several processes, windows and threads on one project."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

import storage.lock
from model.article import Article
from model.operation import Operation
from storage import Project
from storage.errors import ProjectInUseError, StaleOperationError, StoreBusyError
from storage.lock import WindowLock
from tests.project.tree import ROOT
from tests.storage.builders import SCHEMA, add, identity_named, make_article, make_mention, step

HOLD = "import sys; from storage import Project; p = Project.open(sys.argv[1]); print('open', flush=True); input()"


def start_holder(file: Path) -> subprocess.Popen[str]:
    """Another process that has the project open as a window has."""
    command = [sys.executable, "-c", HOLD, str(file)]
    holder = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    return holder


def test_a_second_window_is_told_who_has_the_project(file: Path) -> None:
    with start_holder(file) as holder:
        with pytest.raises(ProjectInUseError, match=f"process {holder.pid} of"):
            Project.open(file)
        with Project.open(file, read_only=True) as reader, Project.open(file, shared=True) as writer:
            writer.set_setting("from", "a command")
            assert reader.setting("from") == "a command"
        holder.communicate("\n")
    with Project.open(file) as project:
        assert project.setting("from") == "a command"


def test_the_lock_of_a_process_that_died_stops_nobody(file: Path) -> None:
    with start_holder(file) as holder:
        holder.kill()
        holder.communicate()
    assert file.with_name(file.name + ".lock").exists()
    with Project.open(file) as project, pytest.raises(ProjectInUseError):
        Project.open(project.location.path or "")
    assert not file.with_name(file.name + ".lock").exists()


def test_a_lock_file_left_by_a_crash_may_hold_anything(file: Path) -> None:
    file.with_name(file.name + ".lock").write_text("{not json")
    Project.open(file).close()


def test_a_failed_opening_gives_the_lock_back(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.opening.FORMAT", "0000")
    monkeypatch.setattr("storage.format.FORMAT", "0000")
    with pytest.raises(Exception, match="newer"):
        Project.open(file)
    monkeypatch.undo()
    Project.open(file).close()


def test_a_lock_file_that_its_last_holder_removes_meanwhile_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "a.tawsim"
    before, locked = WindowLock.acquire(project), storage.lock._try_lock

    def lock_as_the_holder_lets_go(descriptor: int) -> bool:
        monkeypatch.undo()
        before.release()
        return locked(descriptor)

    monkeypatch.setattr(storage.lock, "_try_lock", lock_as_the_holder_lets_go)
    second = WindowLock.acquire(project)
    with pytest.raises(ProjectInUseError):
        WindowLock.acquire(project)
    second.release()


def test_two_writers_wait_for_each_other_and_lose_nothing(file: Path) -> None:
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            with Project.open(file, shared=True) as project:
                for number in range(40):
                    project.perform(step(add(identity_named(f"{name}-{number}"))))
        except BaseException as error:  # noqa: BLE001  (handed to the test's own thread)
            failures.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Project.open(file) as project:
        assert len(project.identities()) == 120
        while project.undo(annotator="x", at=project.iter_articles().__next__().imported_at) is not None:  # type: ignore[arg-type]
            pass
        assert project.identities() == ()


def test_a_writer_that_waited_too_long_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.engine.BUSY_SECONDS", 0.05)
    with Project.open(file, shared=True) as first, Project.open(file, shared=True) as second:
        with first.one_transaction():
            with pytest.raises(StoreBusyError, match="not stored"):
                second.set_setting("a", 1)
            assert second.setting("a") is None
        second.set_setting("a", 1)


def test_one_project_serves_many_threads_one_at_a_time(project: Project, article: Article) -> None:
    def work() -> None:
        for _ in range(10):
            project.perform(step(add(make_mention(article, "بيروت"))))
            project.sheet(article.id)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(project.sheet(article.id).mentions) == len(project.history(article.id)) == 40


def test_work_of_another_process_is_noticed_and_not_overwritten(place: str) -> None:
    article = make_article()
    with Project.create(place, SCHEMA, name="x") as mine, Project.open(place, shared=True) as theirs:
        mine.add_articles([article])
        version, seen = mine.data_version(), theirs.data_version()
        mention = make_mention(article, "بيروت", identity=identity_named("beirut"))
        mine.perform(step(add(identity_named("beirut"), mention)))
        assert mine.data_version() == version
        assert theirs.data_version() != seen
        assert theirs.identities() == (identity_named("beirut"),)
        retagged: Operation = step([*add(identity_named("other")), *step(add(mention)).inverted().changes])
        theirs.perform(retagged)
        assert mine.data_version() != version
        assert len(mine.identities()) == 2
        with pytest.raises(StaleOperationError):
            mine.perform(step(step(add(mention)).inverted().changes))


def test_identities_of_a_transaction_that_failed_are_forgotten(project: Project, article: Article) -> None:
    def fail_after_looking() -> None:
        with project.one_transaction():
            project.perform(step(add(identity_named("a"))))
            assert len(project.identities()) == 1
            project.perform(step(add(identity_named("a"))))

    with pytest.raises(StaleOperationError):
        fail_after_looking()
    assert project.identities() == ()
    assert project.sheet(article.id).identities == {}
