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
from pathlib import Path
from statistics import median
from time import time

from benchmarks.measuring import FIGURES, corpus_pages, figures, milliseconds, print_table
from model.schema.loader import load_shipped
from storage import Project

_ROOT = Path(__file__).parents[1]
_BARE, _USABLE = "a bare Qt window, and its end", "Tawsim on a project, until usable (budget: 1500 ms)"
_CLOSED, _HELP = "… from closing it then until the process has ended", "--help"
_FLOOR = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(["floor"])
window = QMainWindow()
window.show()
application.processEvents()
"""
_PROGRAM = """
import sys
from time import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import main

def look():
    for window in QApplication.topLevelWidgets():
        session = getattr(window, "session", None)
        if session is not None and session.state is not None and window.queue.model.rowCount():
            application.processEvents()
            if not usable_at:
                usable_at.append(time())
                window.close()

usable_at = []
application = QApplication(["tawsim"])
timer = QTimer(interval=5)
timer.timeout.connect(look)
timer.start()
code = main.main(sys.argv[1:])
print(usable_at[0])
sys.exit(code)
"""


def run(arguments: list[str]) -> int:
    """Measure and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench startup", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args(arguments).rounds
    with tempfile.TemporaryDirectory() as place:
        project = _project(Path(place))
        home = _home(Path(place))
        _start_window(home, "open", str(project))  # compiles the modules, which an installation has behind it
        first, _ = _start_window(home)
        times: dict[str, list[float]] = {name: [] for name in (_BARE, _USABLE, _CLOSED, _HELP)}
        for _ in range(rounds):
            times[_BARE].append(milliseconds(lambda: _start(("-c", _FLOOR), home)))
            usable, closed = _start_window(home, "open", str(project))
            times[_USABLE].append(usable)
            times[_CLOSED].append(closed)
            times[_HELP].append(milliseconds(lambda: _start(("main.py", "--help"), home)))
    floor = median(times[_BARE])
    rows = [(name, *figures(found), f"{median(found) / floor:.1f}") for name, found in times.items()]
    print_table(("a fresh process", *FIGURES, "x floor"), rows)
    print(f"very first start, the sample project being made: {first:.0f} ms until usable")
    return 0


def _project(folder: Path) -> Path:
    path = folder / "startup.tawsim"
    with closing(Project.create(path, load_shipped("news"), name="startup")) as project:
        project.add_articles(page.article for page in corpus_pages())
    return path


def _home(folder: Path) -> Mapping[str, str]:
    """An environment in which nobody has used the program yet, with a place of its own for compiled modules."""
    places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"HOME": str(folder), "PYTHONPATH": str(_ROOT), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    return {**inherited, **places, **own, "QT_QPA_PLATFORM": "offscreen"}


def _start_window(environment: Mapping[str, str], *arguments: str) -> tuple[float, float]:
    """Milliseconds from the start of the process until its window is usable, and from then until it has ended."""
    start = time()
    usable = float(_start(("-c", _PROGRAM, *arguments), environment))
    return 1000 * (usable - start), 1000 * (time() - usable)


def _start(command: tuple[str, ...], environment: Mapping[str, str]) -> bytes:
    """Its standard output. Raises CalledProcessError when it fails, after showing what it wrote of that."""
    done = subprocess.run([sys.executable, *command], cwd=_ROOT, env=environment, capture_output=True, check=False)
    if done.returncode:
        sys.stderr.buffer.write(done.stderr)
    done.check_returncode()
    return done.stdout
