import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from model.errors import TawsimError
from storage import Project
from storage.commands.suggesters import suggesters
from storage.suggesters import KINDS
from tests.storage.builders import SCHEMA

FAR = {
    "name": "far",
    "kind": "chat",
    "enabled": True,
    "options": {"url": "https://models.example.org/v1", "model": "small"},
    "labels": {"person": "PERS"},
    "allowed_host": "models.example.org",
}


def run(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(suggesters, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with Project.create(tmp_path / "work.tawsim", SCHEMA, name="work"):
        return tmp_path / "work.tawsim"


def test_every_kind_is_listed_with_its_options() -> None:
    output = run().stdout
    for kind in KINDS.values():
        assert f"\n{kind.name}: " in "\n" + output
        assert all(f"  {option.name} = " in output for option in kind.options)


def test_settings_are_kept_and_printed_as_they_were_given(place: Path, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps([FAR]))
    run("--project", place, "--set", tmp_path / "settings.json")
    result = run("--project", place)
    assert json.loads(result.stdout) == [FAR]
    assert "far: The whole text of every article leaves this machine: it is sent to models.example.org" in result.stderr


def test_what_cannot_work_is_told_and_kept(place: Path, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps([FAR | {"allowed_host": ""}]))
    result = run("--project", place, "--set", tmp_path / "settings.json", code=1)
    assert "far: Sending text to models.example.org has not been allowed; nothing is sent." in result.stderr
    assert json.loads(result.stdout)[0]["allowed_host"] == ""


@pytest.mark.parametrize(
    ("content", "told"), [("{", "is not JSON"), ('[{"name": 1}]', "cannot be read"), ("\ud800", "")]
)
def test_a_file_that_is_none_changes_nothing(place: Path, tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "settings.json").write_bytes(content.encode("utf-8", "surrogatepass"))
    with pytest.raises(TawsimError) as caught:
        run("--project", place, "--set", tmp_path / "settings.json")
    assert told in str(caught.value)
    assert json.loads(run("--project", place).stdout) == []


def test_settings_without_a_project_are_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("[]")
    assert "--project" in run("--set", tmp_path / "settings.json", code=2).stderr
