"""The lock file, and the requirement files that are written from it and installed by ./run."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from model.version import VERSION
from tests.project.tree import ROOT

EXTRAS = ("morphology", "neural", "postgres")
FILES = {
    "requirements.txt": ["--no-default-groups"],
    "requirements/development.txt": ["--only-group", "dev"],
    **{f"requirements/{extra}.txt": ["--no-default-groups", "--extra", extra] for extra in EXTRAS},
}


def packages(path: Path) -> dict[str, str]:
    """Package names and what follows each, its version, condition and hashes, of a requirement file."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    return dict(re.findall(r"^([\w.-]+)(.*)$", text, flags=re.MULTILINE))


def uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run uv without a network and without touching anything."""
    command = [sys.executable, "-m", "uv", "--offline", "--no-config", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", FILES)
def test_a_requirement_file_is_what_the_lock_says(name: str) -> None:
    done = uv("export", "--quiet", "--frozen", "--no-header", "--no-annotate", *FILES[name])
    assert done.returncode == 0, done.stderr
    assert (ROOT / name).read_text(encoding="utf-8") == done.stdout, "run .ci/lock"


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    own = next(package for package in lock["package"] if package["name"] == "tawsim")
    locked = {one["name"] for one in own["metadata"]["requires-dist"] if "marker" not in one}
    asked = {re.split(r"[^\w.-]", one)[0].lower().replace("_", "-") for one in project["project"]["dependencies"]}
    assert locked == asked, "run .ci/lock"


@pytest.mark.parametrize("name", FILES)
def test_everything_is_pinned_with_hashes(name: str) -> None:
    loose = [one for one, rest in packages(ROOT / name).items() if "==" not in rest or "--hash=sha256:" not in rest]
    assert loose == []


def test_the_default_installation_is_small() -> None:
    default = packages(ROOT / "requirements.txt")
    assert {"camel-tools", "pyside6-essentials", "sqlalchemy"} <= default.keys()
    unwanted = {"torch", "transformers", "pyside6", "pyside6-addons", "pandas", "scikit-learn"}
    assert default.keys() & unwanted == set()
    assert not any(name.startswith("nvidia-") for name in default)
    assert {"torch", "transformers"} <= packages(ROOT / "requirements/neural.txt").keys()


def test_qt_is_the_version_that_works_on_every_python() -> None:
    assert packages(ROOT / "requirements.txt")["pyside6-essentials"].startswith("==6.11.3 ")


def test_the_version_stands_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION


def test_the_readme_names_the_command_that_continuous_integration_calls() -> None:
    assert "./run test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"/run\" test$", (ROOT / ".ci/run").read_text(encoding="utf-8"), flags=re.MULTILINE)
