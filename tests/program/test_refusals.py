"""Projects that cannot be opened from the command line: a clear message, exit code 1, the file as it was."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

import main as program
from storage import Project
from tests.program.driving import Annotator, run_program
from tests.ui.bench import make_project


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What the message boxes say."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    texts: list[str] = []

    def warning(parent: object, title: str, text: str) -> QMessageBox.StandardButton:
        texts.append(text)
        return QMessageBox.StandardButton.Ok

    monkeypatch.setattr(QMessageBox, "warning", warning)
    return texts


@pytest.fixture
def place(tmp_path: Path) -> Path:
    make_project(tmp_path).close()
    return tmp_path / "bench.tawsim"


def make_newer(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def damage(place: Path) -> None:
    os.truncate(place, place.stat().st_size // 2)


def make_foreign(place: Path) -> None:
    place.unlink()
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("CREATE TABLE notes (text)")


def make_text(place: Path) -> None:
    place.write_text("هذا ليس مشروعاً", "utf-8")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("spoil", "word"),
    [(make_newer, "أحدث"), (damage, "تالف"), (make_foreign, "ليس"), (make_text, "ليس")],
)
def test_a_file_that_is_no_sound_project_is_named_and_left_alone(
    told: list[str], place: Path, spoil: Callable[[Path], None], word: str
) -> None:
    spoil(place)
    before = place.read_bytes()
    assert program.main(["open", str(place)]) == program.EXIT_ERROR
    (text,) = told
    assert place.name in text
    assert word in text
    assert place.read_bytes() == before


@pytest.mark.usefixtures("qapp")
def test_a_file_that_is_not_there(told: list[str], tmp_path: Path) -> None:
    assert program.main(["open", str(tmp_path / "absent.tawsim")]) == program.EXIT_ERROR
    assert len(told) == 1
    assert "absent.tawsim" in told[0]
    assert not (tmp_path / "absent.tawsim").exists()


@pytest.mark.usefixtures("qapp")
def test_a_project_that_another_window_has(told: list[str], place: Path) -> None:
    with Project.open(place) as other:
        assert program.main(["open", str(place)]) == program.EXIT_ERROR
        assert len(other.article_ids()) == 2
    assert len(told) == 1
    assert place.name in told[0]


def test_a_last_project_that_is_damaged_does_not_stop_the_program(qtbot: QtBot, told: list[str], place: Path) -> None:
    assert run_program(qtbot, ["open", str(place)], lambda _: None) == 0
    damage(place)

    def look(annotator: Annotator) -> None:
        assert annotator.window.session.project.location.shown != str(place)

    assert run_program(qtbot, [], look) == 0
    assert len(told) == 1
