"""The project's own files, found without git so that a copy without history passes too."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("model", "storage", "ui", "benchmarks")
DOCUMENTS = ("*.md", "docs/**/*.md", "*.toml", "run", ".ci/*", "requirements*.txt", "requirements/*.txt")


def program_files() -> list[Path]:
    """The Python files of the program itself."""
    return [ROOT / "main.py", *(path for folder in CODE for path in sorted((ROOT / folder).rglob("*.py")))]


def files_of_tests() -> list[Path]:
    """The Python files of the tests."""
    return sorted((ROOT / "tests").rglob("*.py"))


def documents() -> Iterator[Path]:
    """Texts and settings that belong to the project and are not code."""
    for pattern in DOCUMENTS:
        yield from (path for path in sorted(ROOT.glob(pattern)) if path.is_file())


def run_python(*arguments: str) -> str:
    """Standard output of this Python, run at the project's root; a failure shows what it wrote."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
