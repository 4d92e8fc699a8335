"""The window is killed at random moments: what it called saved is there, and the file is sound."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from model.article import Article, text_digest
from model.messages import Message
from model.schema.loader import load_shipped
from model.suggestion import Source, SuggestionSet, suggest_mention
from model.text.span import Span
from storage import Project
from tests.project.tree import ROOT
from ui.settings import SettingsStore

WORDS = 250
SOURCE = Source("bench", "1")
REASON = Message("named after “between”")


def _make(place: Path) -> None:
    """One article, every word of which is suggested."""
    text = " ".join(f"كلمة{number}" for number in range(WORDS))
    spans, at = [], 0
    for word in text.split(" "):
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    with Project.create(place, load_shipped("news"), name="تجربة") as project:
        project.add_articles([Article("one", text, text_digest(text), name="one")])
        mentions = tuple(
            suggest_mention("one", text, span, "PERS", source=SOURCE, score=0.5, reason=REASON) for span in spans
        )
        project.store_suggestions("one", SuggestionSet(mentions=mentions), pipeline_version="bench")


def _work_until_killed(place: Path, home: Path, acknowledged: int) -> tuple[int, int]:
    """Let a window work and kill it somewhere after that many operations; returns what it called saved last."""
    environment = os.environ | {"XDG_CONFIG_HOME": str(home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.program.pressing", str(place)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
        assert process.wait() == -signal.SIGKILL, "the window ended by itself"
    whole = [line for line in lines if line.endswith("\n")]
    assert len(whole) >= acknowledged
    return _numbers(whole[-1])


def _numbers(line: str) -> tuple[int, int]:
    decisions, annotations = line.split()
    return int(decisions), int(annotations)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_was_called_saved_survives_kill_9(tmp_path: Path) -> None:
    place = tmp_path / "killed.tawsim"
    _make(place)
    settings = SettingsStore(tmp_path / "tawsim" / "settings.json")
    settings.change(tour_done=True)
    chance = random.Random()
    done = 0
    for _ in range(3):
        decisions, annotations = _work_until_killed(place, tmp_path, chance.randint(3, 25))
        assert decisions > done
        with Project.open(place) as project:
            sheet = project.sheet("one")
            assert len(sheet.decisions) >= decisions
            assert len(sheet.mentions) >= annotations
            assert project.check() == ()
            done = len(sheet.decisions)
        with closing(sqlite3.connect(place)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
