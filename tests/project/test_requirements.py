"""The lock file, and the requirement files that are written from it and installed by ./run."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from model.version import VERSION
from tests.project.tree import CODE, ROOT, program_files

EXTRAS = ("morphology", "neural", "spacy", "gliner", "postgres", "dask")
FILES = {
    "requirements.txt": ["--no-default-groups"],
    "requirements/development.txt": ["--only-group", "dev"],
    **{f"requirements/{extra}.txt": ["--no-default-groups", "--extra", extra] for extra in EXTRAS},
}


def packages(path: Path) -> dict[str, str]:
    """Package names and what follows each, its version, condition and hashes, of a requirement file."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    return dict(re.findall(r"^([\w.-]+)(.*)$", text, flags=re.MULTILINE))


def canonical(name: str) -> str:
    """A package's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def requirement_name(requirement: str) -> str:
    """The canonical name in a requirement such as ``SQLAlchemy>=2``."""
    return canonical(re.split(r"[^\w.-]", requirement)[0])


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
    asked = {requirement_name(one) for one in project["project"]["dependencies"]}
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


def imported_packages(path: Path) -> set[str]:
    """The top-level names that a file imports anywhere."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_whatever_the_program_imports_is_asked_for_by_name() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = [one for extra in project["optional-dependencies"].values() for one in extra]
    asked = {requirement_name(one) for one in [*project["dependencies"], *optional]}
    installed = packages_distributions()
    names = set().union(*map(imported_packages, program_files())) - sys.stdlib_module_names - {*CODE, "main"}
    assert {"sqlalchemy", "PySide6"} <= names
    owners = {name: {canonical(one) for one in installed.get(name, [name])} for name in names}
    assert [name for name, possible in owners.items() if not possible & asked] == []


def test_qt_is_the_version_that_works_on_every_python() -> None:
    assert packages(ROOT / "requirements.txt")["pyside6-essentials"].startswith("==6.11.3 ")


def test_the_version_stands_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION


def test_the_readme_names_the_command_that_continuous_integration_calls() -> None:
    assert "./run test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^exec \./run test$", (ROOT / ".ci/run").read_text(encoding="utf-8"), flags=re.MULTILINE)
