"""``./run schema``: shown, written, changed with a look beforehand, refused with a status."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from model.annotation import Argument, Event
from model.identifiers import new_id
from model.schema.loader import load_schema, load_shipped
from storage import Project
from storage.commands.schema import schema
from tests.storage.builders import add, make_article, make_mention, provenance, spans_of, step

NEWS = load_shipped("news")
TEXT = "زار سامي الخوري بيروت"


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A project with two mentions and an event."""
    path = tmp_path / "work.tawsim"
    with Project.create(path, NEWS, name="عمل") as project:
        article = make_article(TEXT)
        project.add_articles([article])
        person, city = make_mention(article, "سامي الخوري"), make_mention(article, "بيروت", label="GPE")
        roles = (Argument("actor", person.id), Argument("location", city.id))
        event = Event(new_id(), article.id, "CONSULT", spans_of(article, "زار"), "زار", provenance(), roles)
        project.perform(step(add(person, city, event)))
    return str(path)


def run(place: str, *arguments: str, language: str = "en") -> Result:
    return CliRunner().invoke(schema, [*arguments, "--project", place], obj=language)


def labels(place: str) -> set[str]:
    with Project.open(place, read_only=True) as project:
        return {
            mention.label
            for _, sheet in project.iter_sheets(project.article_ids())
            for mention in sheet.mentions.values()
        }


def test_the_schema_is_shown_in_both_languages(place: str) -> None:
    assert "1 PERS           Person" in run(place, "show").stdout
    assert "1 PERS           شخص" in run(place, "show", language="ar").stdout


def test_it_is_written_and_read_back(place: str, tmp_path: Path) -> None:
    file = tmp_path / "schema.yaml"
    assert run(place, "export", str(file)).exit_code == 0
    assert run(place, "export").stdout == file.read_text("utf-8")
    assert load_schema(file).mentions == NEWS.mentions


def test_a_dry_run_tells_and_changes_nothing(place: str) -> None:
    before = Path(place).read_bytes()
    done = run(place, "rename", "GPE", "STATE", "--dry-run")
    assert done.exit_code == 0
    assert "One mention changes" in done.stdout
    assert "GPE → STATE: زار سامي الخوري [بيروت]" in done.stdout
    assert labels(place) == {"PERS", "GPE"}
    assert Path(place).read_bytes() == before


def test_rename_merge_and_retire(place: str) -> None:
    assert run(place, "rename", "GPE", "STATE").exit_code == 0
    assert labels(place) == {"PERS", "STATE"}
    assert run(place, "merge", "STATE", "LOC", language="ar").exit_code == 0
    assert labels(place) == {"PERS", "LOC"}
    assert run(place, "retire", "PERS", "--fate", "delete").exit_code == 0
    assert labels(place) == {"LOC"}
    assert "retired" in run(place, "show").stdout


def test_a_schema_that_lacks_what_is_in_use_is_refused_until_it_is_said_what_that_becomes(
    place: str, tmp_path: Path
) -> None:
    file = tmp_path / "conll.yaml"
    file.write_text(load_shipped("conll").source, "utf-8")
    refused = run(place, "import", str(file))
    assert refused.exit_code == 1
    assert "GPE (mention) is in use once and has no counterpart." in refused.stderr
    said = ("--label", "GPE=LOC", "--label", "CONSULT=", "--label", "actor=", "--label", "location=")
    assert run(place, "import", str(file), *said).exit_code == 0
    assert labels(place) == {"PERS", "LOC"}


def test_a_faulty_file_is_told_with_its_line(place: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(NEWS.source.replace('key: "2"', 'key: "1"', 1), "utf-8")
    refused = run(place, "import", str(file))
    assert refused.exit_code == 1
    assert "is taken by PERS" in str(getattr(refused.exception, "message", ""))
