import logging
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import platformdirs
import pytest

import main as program
from model.errors import TawsimError
from model.messages import Message
from model.version import VERSION
from storage.commands import COMMANDS, CommandEntry
from tests.conftest import ExpectedLogs
from tests.project.tree import ROOT


@click.command()
@click.argument("count", type=int)
def failing(count: int) -> None:
    raise TawsimError(Message("{count} lines could not be read. Nothing was imported.", count=count))


@click.command()
def leaving() -> None:
    click.get_current_context().exit(7)


@pytest.fixture
def extra_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "fail", CommandEntry(f"{__name__}:failing", "Fails politely."))
    monkeypatch.setitem(COMMANDS, "leave", CommandEntry(f"{__name__}:leaving", "Leaves."))
    monkeypatch.setitem(COMMANDS, "absent", CommandEntry("no.such.module:nothing", "Is never imported."))


@pytest.mark.usefixtures("extra_commands")
def test_help_lists_commands_without_importing_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(word in text for word in ("Is never imported.", "Fails politely.", "open", "bench"))


@pytest.mark.parametrize("name", COMMANDS)
def test_each_registered_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main([name, "--help"]) == 0
    assert f"Usage: ./run {name}" in capsys.readouterr().out


@pytest.mark.usefixtures("extra_commands")
def test_an_error_for_people_goes_to_standard_error_and_sets_the_exit_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert program.main(["fail", "3"]) == program.EXIT_ERROR
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "3 lines could not be read. Nothing was imported.\n"


@pytest.mark.usefixtures("extra_commands")
def test_exit_codes_of_commands_and_of_wrong_usage() -> None:
    assert program.main(["leave"]) == 7
    assert program.main(["fail", "three"]) == 2
    assert program.main(["no-such-command"]) == 2


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--version"]) == 0
    assert VERSION in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_where_a_window_could_open(environment: dict[str, str], platform: str, expected: bool) -> None:
    assert program.has_display(environment, platform) is expected


@pytest.mark.parametrize("arguments", [[], ["open"], ["open", "some.sqlite"]])
def test_without_a_display_the_command_line_is_named(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert program.main(arguments) == 2
    assert "./run --help" in capsys.readouterr().err
    assert program.main(["--language", "ar", *arguments]) == 2
    assert "سطر الأوامر" in capsys.readouterr().err


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the window was opened with, by a stand-in for it that ends with exit code 5."""
    calls: list[list[str]] = []
    window = ModuleType("ui.application")

    def run_application(arguments: list[str]) -> int:
        logging.getLogger("tawsim.stand_in").warning("the window is open")
        calls.append(arguments)
        return 5

    monkeypatch.setattr(window, "run_application", run_application, raising=False)
    monkeypatch.setitem(sys.modules, "ui.application", window)
    return calls


def test_the_window_gets_the_project_and_gives_the_exit_code(opened: list[list[str]], expect_log: ExpectedLogs) -> None:
    expect_log("the window is open")
    assert program.main([]) == 5
    assert program.main(["open", "news.sqlite"]) == 5
    assert opened == [[], ["news.sqlite"]]
    log = platformdirs.user_log_path("tawsim") / "tawsim.log"
    assert "WARNING tawsim.stand_in: the window is open" in log.read_text(encoding="utf-8")


def test_the_window_opens_where_no_log_can_be_written(
    opened: list[list[str]], expect_log: ExpectedLogs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    expect_log("No log file can be written")
    expect_log("the window is open")
    assert program.main([]) == 5
    assert opened == [[]]


def test_a_missing_qt_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "ui.reference_counts", None)
    assert program.main([]) == program.EXIT_ERROR
    assert "Qt could not be loaded" in capsys.readouterr().err


def test_a_fault_is_logged_with_its_traceback(expect_log: ExpectedLogs, caplog: pytest.LogCaptureFixture) -> None:
    expect_log("CRITICAL tawsim: .*fault")
    try:
        raise ZeroDivisionError("a fault")
    except ZeroDivisionError as error:
        program.log_fault(type(error), error, error.__traceback__)
    assert "ZeroDivisionError: a fault" in caplog.text


def test_an_interrupt_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    program.log_fault(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_bench_lists_and_refuses_unknown_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["bench"]) == 0
    assert "./run bench NAME" in capsys.readouterr().out
    assert program.main(["bench", "nothing-of-this-name"]) == 2


def test_verbose_lets_information_through() -> None:
    assert program.main(["--verbose", "bench"]) == 0
    assert logging.getLogger().level == logging.INFO


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    arguments = [sys.executable, str(ROOT / "main.py"), "--help"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaints = process.stderr.read()
    assert complaints == b""
    assert process.returncode == program.EXIT_ERROR
