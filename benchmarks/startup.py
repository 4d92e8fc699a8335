"""Starting: from the process to a usable window, off screen, and the help of the command line.

Usable: the article is open and its queue read. Beside a bare Qt window in the same run. ``--rounds N`` (5).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measuring import FIGURES, corpus_pages, figures, milliseconds, print_table
from model.schema.loader import load_shipped
from storage import Project

_ROOT = Path(__file__).parents[1]
_FLOOR = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(["floor"])
window = QMainWindow()
window.show()
application.processEvents()
"""
_PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import main

def look():
    for window in QApplication.topLevelWidgets():
        session = getattr(window, "session", None)
        if session is not None and session.state is not None and session.is_idle:
            application.processEvents()
            window.close()

application = QApplication(["tawsim"])
timer = QTimer(interval=5)
timer.timeout.connect(look)
timer.start()
sys.exit(main.main(sys.argv[1:]))
"""


def run(arguments: list[str]) -> int:
    """Measure and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench startup", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args(arguments).rounds
    with tempfile.TemporaryDirectory() as place:
        project = _project(Path(place))
        home = _home(Path(place))
        commands = {
            "bare Qt window": ("-c", _FLOOR),
            "Tawsim, on a project (budget: 1500 ms)": ("-c", _PROGRAM, "open", str(project)),
            "--help": ("main.py", "--help"),
        }
        first = milliseconds(lambda: _start(("-c", _PROGRAM), home))
        times = {
            name: [milliseconds(partial(_start, command, home)) for _ in range(rounds)]
            for name, command in commands.items()
        }
    floor = median(times["bare Qt window"])
    rows = [(name, *figures(found), f"{median(found) / floor:.1f}") for name, found in times.items()]
    print_table(("process start to end", *FIGURES, "x floor"), rows)
    print(f"very first start, the sample project being made: {first:.0f} ms")
    return 0


def _project(folder: Path) -> Path:
    path = folder / "startup.tawsim"
    with closing(Project.create(path, load_shipped("news"), name="startup")) as project:
        project.add_articles(page.article for page in corpus_pages())
    return path


def _home(folder: Path) -> Mapping[str, str]:
    """An environment in which nobody has used the program yet."""
    places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {**os.environ, **places, "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}


def _start(command: tuple[str, ...], environment: Mapping[str, str]) -> None:
    """Raises CalledProcessError, with what the program wrote on standard error, when it fails."""
    done = subprocess.run([sys.executable, *command], cwd=_ROOT, env=environment, capture_output=True, check=False)
    if done.returncode:
        sys.stderr.buffer.write(done.stderr)
    done.check_returncode()
