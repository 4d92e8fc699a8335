"""Projects copied from one that was made once: making the tables anew for each test takes most of the tests' time."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from storage import Project
from storage.location import location_of
from storage.opening import open_existing
from tests.storage.builders import SCHEMA


@cache
def _made_once(name: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tawsim-projects-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "made.tawsim"
    Project.create(path, SCHEMA, name=name).close()
    return path


def fresh_project(path: Path, *, name: str = "تجربة") -> Project:
    """A new project in a file, as ``Project.create`` makes it; without the day's backup."""
    shutil.copyfile(_made_once(name), path)
    return Project._ready(open_existing(location_of(path), read_only=False, shared=False))
