"""``./run`` with a stand-in for Python: what it does, in which order, and what a second start leaves out."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.tree import ROOT

STAND_IN = """#!/bin/sh
# writes down each call; makes environments whose python is itself; lets the real Python do the locking
if [ "$1" = -c ]; then
    case $2 in
    *flock*) exec "{real}" "$@" ;;
    *version_info\\ \\<*) exit {too_old} ;;
    *ensurepip*) [ ! -e "{no_venv}" ] && exit 0 || exit 1 ;;
    *-venv*) echo python3.11-venv ;;
    esac
    exit 0
fi
echo "${{0##*/run with space/}}" "$@" >>"{calls}"
case "$*" in
'-m venv --clear '*)
    rm -rf "$4"
    mkdir -p "$4/bin"
    cp "$0" "$4/bin/python"
    ;;
'-m pip install'*) [ ! -e "{broken}" ] ;;
esac
"""


class Checkout:
    """A copy of ``run`` with requirement files of one line, beside a Python that only pretends."""

    def __init__(self, folder: Path, *, too_old: bool) -> None:
        self.root = folder / "run with space"
        self.calls = folder / "calls"
        self.broken = folder / "broken"
        self.no_venv = folder / "no venv"
        self.binaries = folder / "bin"
        (self.root / "requirements").mkdir(parents=True)
        self.binaries.mkdir()
        shutil.copy(ROOT / "run", self.root)
        for name in ("requirements.txt", "requirements/development.txt", "requirements/postgres.txt"):
            (self.root / name).write_text(f"{name}==1\n")
        for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
            self._write(name, too_old=too_old)
        for name in ("cat", "cp", "dirname", "grep", "mkdir", "mv", "readlink", "rm", "sh", "tail", "uname"):
            (self.binaries / name).symlink_to(shutil.which(name) or name)

    def _write(self, name: str, *, too_old: bool) -> None:
        places = {"calls": self.calls, "broken": self.broken, "no_venv": self.no_venv}
        self.put(name, STAND_IN.format(real=sys.executable, too_old=int(too_old), **places))

    def put(self, name: str, script: str) -> None:
        """Put a command on the path."""
        path = self.binaries / name
        path.write_text(script)
        path.chmod(0o755)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start ``run`` from elsewhere, with nothing but the stand-ins on the path."""
        return subprocess.Popen(
            [self.root / "run", *arguments],
            cwd="/",
            env={"PATH": str(self.binaries)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> tuple[int, str]:
        """Exit code and standard error of one start; nothing of the set-up may reach standard output."""
        with self.start(*arguments) as process:
            out, err = process.communicate(timeout=60)
        assert out == ""
        return process.returncode, err

    def taken_calls(self) -> list[str]:
        """The calls of Python since the last time, shortened to what they are about."""
        lines = self.calls.read_text().splitlines() if self.calls.exists() else []
        self.calls.unlink(missing_ok=True)
        return [self._subject(line) for line in lines]

    def _subject(self, line: str) -> str:
        for word in ("venv", "install", "uninstall"):
            if line.startswith("apt-get"):
                return line
            if f" {word} " in line:
                return f"{word} {line.rpartition('/')[2]}"
        return line.rpartition("run with space/")[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path, too_old=False)


SET_UP = ["venv program", "install requirements.txt"]


def test_the_first_start_sets_up_and_the_second_only_runs(checkout: Checkout) -> None:
    code, err = checkout.run("import", "some pages")
    assert code == 0
    assert "Setting up" in err
    assert checkout.taken_calls() == [*SET_UP, "main.py import some pages"]
    assert checkout.run("--help") == (0, "")
    assert checkout.taken_calls() == ["main.py --help"]


def test_a_set_up_that_failed_is_made_anew(checkout: Checkout) -> None:
    checkout.broken.touch()
    code, err = checkout.run("--help")
    assert code == 1
    assert "start again" in err
    assert checkout.taken_calls() == SET_UP
    checkout.broken.unlink()
    assert checkout.run("--help")[0] == 0
    assert checkout.taken_calls() == [*SET_UP, "main.py --help"]


def test_new_requirements_and_a_moved_checkout_make_a_new_environment(checkout: Checkout) -> None:
    checkout.run("--help")
    (checkout.root / "requirements.txt").write_text("requirements.txt==2\n")
    checkout.taken_calls()
    checkout.run("--help")
    assert checkout.taken_calls() == [*SET_UP, "main.py --help"]
    checkout.root = checkout.root.rename(checkout.root.with_name("run with space moved"))
    assert "Setting up" in checkout.run("--help")[1]


def test_starts_at_the_same_time_set_up_once(checkout: Checkout) -> None:
    processes = [checkout.start("--help") for _ in range(4)]
    for process in processes:
        with process:
            process.communicate(timeout=60)
        assert process.returncode == 0
    calls = checkout.taken_calls()
    assert sorted(calls) == sorted([*SET_UP, *["main.py --help"] * 4])


def test_an_old_python_is_refused_with_advice(tmp_path: Path) -> None:
    code, err = Checkout(tmp_path, too_old=True).run("--help")
    assert code == 1
    assert "Python 3.11 or newer" in err
    assert "apt-get install python3 python3-venv" in err


INSTALL_VENV = "apt-get install --yes --no-install-recommends python3.11-venv"


def test_without_the_right_to_install_system_packages_the_command_is_named(checkout: Checkout) -> None:
    checkout.no_venv.touch()
    checkout.put("id", "#!/bin/sh\necho 1000\n")
    checkout.put("apt-get", "#!/bin/sh\nexit 1\n")
    code, err = checkout.run("--help")
    assert code == 1
    assert f"    sudo {INSTALL_VENV}\n" in err
    assert checkout.taken_calls() == []


def test_an_administrator_gets_system_packages_installed(checkout: Checkout) -> None:
    checkout.no_venv.touch()
    checkout.put("id", "#!/bin/sh\necho 0\n")
    checkout.put("env", '#!/bin/sh\nshift\nexec "$@"\n')
    checkout.put("apt-get", f'#!/bin/sh\necho apt-get "$@" >>"{checkout.calls}"\n')
    assert checkout.run("--help")[0] == 0
    assert checkout.taken_calls() == ["apt-get update", INSTALL_VENV, *SET_UP, "main.py --help"]


def test_a_failure_of_apt_is_shown_with_the_command(checkout: Checkout) -> None:
    checkout.no_venv.touch()
    checkout.put("id", "#!/bin/sh\necho 0\n")
    checkout.put("apt-get", "#!/bin/sh\necho 'E: no such mirror' >&2\nexit 100\n")
    code, err = checkout.run("--help")
    assert code == 1
    assert "E: no such mirror" in err
    assert INSTALL_VENV in err


def test_an_optional_part_stays_through_later_set_ups(checkout: Checkout) -> None:
    assert checkout.run("install", "postgres")[0] == 0
    assert checkout.taken_calls() == [*SET_UP, "install postgres.txt"]
    (checkout.root / "requirements.txt").write_text("requirements.txt==2\n")
    checkout.run("--help")
    assert checkout.taken_calls() == [*SET_UP, "install postgres.txt", "main.py --help"]


def test_a_part_that_cannot_be_installed_does_not_keep_the_program_from_starting(checkout: Checkout) -> None:
    checkout.broken.touch()
    assert checkout.run("install", "postgres")[0] == 1
    checkout.broken.unlink()
    checkout.taken_calls()
    assert checkout.run("--help")[0] == 0
    assert checkout.taken_calls() == [*SET_UP, "main.py --help"]


@pytest.mark.parametrize("part", ["everything", "development", ""])
def test_an_unknown_part_changes_nothing(checkout: Checkout, part: str) -> None:
    code, err = checkout.run("install", part)
    assert code == 1
    assert "morphology, neural, spacy, gliner, postgres, dask" in err
    assert not (checkout.root / ".run").exists()


def test_tests_with_arguments_go_to_pytest(checkout: Checkout) -> None:
    assert checkout.run("test", "-k", "spans")[0] == 0
    calls = checkout.taken_calls()
    assert calls[:3] == ["venv tests", "install requirements.txt", "install development.txt"]
    assert calls[3].endswith("tests/bin/python -m pytest -k spans")


def test_the_script_of_continuous_integration_fails_when_a_step_fails(checkout: Checkout) -> None:
    code, err = checkout.run("lint")  # the stand-in environment has no ruff
    assert code == 1
    assert "These failed" in err
    assert "ruff check" in err
