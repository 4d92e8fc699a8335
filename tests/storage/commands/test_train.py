"""./run train: from pages with page files and from a project, with its report; what is wrong is said."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from model.errors import TawsimError
from model.gold_page import GoldPage, PageMention, page_to_plain
from model.suggest.learner.learned_model import LearnedModel
from storage.commands.train import train
from storage.project import Project
from tests.model.suggest.learner.builders import crop_lesson
from tests.storage.builders import SCHEMA


def run(*arguments: object, code: int = 0, language: str | None = None) -> Result:
    result = CliRunner().invoke(train, [str(argument) for argument in arguments], obj=language)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for folder in ("articles", "gold"):
        (tmp_path / folder).mkdir()
    for lesson in map(crop_lesson, range(6)):
        text = lesson.article.text
        marks = [PageMention(one.id, one.fragments, one.text, one.label) for one in lesson.mentions]
        page = GoldPage(lesson.article.id, None, len(text), (), tuple(marks))
        (tmp_path / "articles" / f"{page.doc}.txt").write_bytes(text.encode())
        (tmp_path / "gold" / f"{page.doc}.json").write_text(json.dumps(page_to_plain(page, text)), encoding="utf-8")
    return tmp_path


def test_pages_with_page_files_are_learned_and_reported(pages: Path) -> None:
    out = pages / "models" / "crops.model"
    result = run("--articles", pages / "articles", "--gold", pages / "gold", "--out", out)
    model = LearnedModel.from_bytes(out.read_bytes(), "it")
    assert model.version in result.output
    assert "mention:CROP" in result.output
    assert model.report.lessons == 6
    again = pages / "again.model"
    run("--articles", pages / "articles", "--gold", pages / "gold", "--out", again)
    assert again.read_bytes() == out.read_bytes()


def test_the_report_speaks_arabic(pages: Path) -> None:
    result = run("--articles", pages / "articles", "--gold", pages / "gold", "--out", pages / "it.model", language="ar")
    assert "القواعد" in result.output
    assert "rules" not in result.output


def test_a_project_without_work_has_nothing_to_teach(tmp_path: Path) -> None:
    place = tmp_path / "it.tawsim"
    Project.create(place, SCHEMA, name="crops").close()
    with pytest.raises(TawsimError, match="nothing to learn"):
        run("--project", place, "--out", tmp_path / "it.model")
    assert not (tmp_path / "it.model").exists()


@pytest.mark.parametrize("arguments", [[], ["--starter", "--project", "it"], ["--articles", "."]])
def test_one_source_is_wanted(arguments: list[str]) -> None:
    assert "--starter" in run(*arguments, code=2).output


def test_a_file_that_cannot_be_written_is_named(pages: Path) -> None:
    (pages / "file").write_text("no folder")
    with pytest.raises(TawsimError, match=r"file.+cannot be written"):
        run("--articles", pages / "articles", "--gold", pages / "gold", "--out", pages / "file" / "it.model")
