import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from model.errors import TawsimError
from model.suggest.optional.kinds import BUILTIN
from model.suggest.settings import SuggesterEntry, SuggesterSettings
from storage import Project
from storage.commands.serve import PASSWORD_VARIABLE, serve
from storage.suggesters import keep_suggester_settings
from tests.project.tree import ROOT
from tests.storage.builders import SCHEMA

CONFIG = '<View><Text name="t" value="$text"/><Labels name="l" toName="t"><Label value="DATE"/></Labels></View>'


@contextmanager
def served(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server in a process of its own, and its address."""
    command = [sys.executable, "main.py", "serve", "--port", "0", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = re.search(r"http://[\d.:]+\d", line)
        try:
            assert address is not None, line
            yield process, address[0]
        finally:
            process.kill()


def dates(address: str) -> list[str]:
    """What the server labels in a text."""
    body = {"tasks": [{"id": 1, "data": {"text": "وصل الوزير أمس إلى عدن."}}], "label_config": CONFIG}
    request = urllib.request.Request(address + "/predict", json.dumps(body).encode())
    with urllib.request.urlopen(request, timeout=30) as answer:
        return [one["value"]["text"] for one in json.loads(answer.read())["results"][0]["result"]]


def test_it_serves_until_it_is_interrupted() -> None:
    with served() as (process, address):
        assert dates(address) == ["أمس"]
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


def test_the_suggesters_of_a_project_are_served(tmp_path: Path) -> None:
    place = str(tmp_path / "work.tawsim")
    with Project.create(place, SCHEMA, name="work") as project:
        keep_suggester_settings(project, SuggesterSettings((SuggesterEntry("times", BUILTIN),)))
    with served("--project", place) as (_, address):
        assert dates(address) == []


@pytest.mark.parametrize(
    "arguments", [["--host", "0.0.0.0"], ["--user", "noor"], ["--host", "::", "--user", "noor"], ["--host", "example"]]
)
def test_nothing_is_served_to_others_without_a_password(arguments: list[str]) -> None:
    result = CliRunner().invoke(serve, arguments)
    assert isinstance(result.exception, TawsimError)
    assert PASSWORD_VARIABLE in str(result.exception)


def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = CliRunner().invoke(serve, ["--port", str(taken.getsockname()[1])])
    assert isinstance(result.exception, TawsimError)
    assert "Nothing can be served at 127.0.0.1" in str(result.exception)
