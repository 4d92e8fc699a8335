"""Gold of each format through the command, and what is told of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from model.article import ArticleState
from model.errors import TawsimError
from model.operation import ArticleMark, Change
from model.suggestion import SuggestionSet
from storage import Project
from storage.commands.evaluate import evaluate
from storage.commands.suggest import suggest
from tests.storage.builders import add, make_article, make_mention, propose, step
from tests.storage.fresh import fresh_project

PAGE = "وصول وزير الخارجية العراقي فؤاد حسين إلى بغداد\n\nوصل فؤاد حسين إلى بغداد أمس والتقى وفداً من فرنسا.\n"
COLUMNS = "وصل O\nفؤاد B-PERS\nحسين I-PERS\nإلى O\nبغداد B-LOC\nوفرنسا B-LOC\n\nعاد O\nمن O\nبيروت B-LOC\n"


def run(*arguments: object, command: Any = evaluate, code: int = 0, language: str = "en") -> Result:
    result = CliRunner().invoke(command, [str(argument) for argument in arguments], obj=language)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


def plain(*arguments: object) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run(*arguments, "--json").stdout)
    return told


@pytest.fixture
def columns(tmp_path: Path) -> Path:
    path = tmp_path / "gold.txt"
    path.write_text(COLUMNS, encoding="utf-8")
    return path


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    """A folder of one page, and what the program suggests for it."""
    articles, found = tmp_path / "articles", tmp_path / "found"
    articles.mkdir()
    (articles / "one.txt").write_text(PAGE, encoding="utf-8")
    run(articles, "--out", found, command=suggest)
    return articles, found


def changed(found: Path, folder: Path, label: str, new: str | None) -> Path:
    """The page files with one label renamed, or its mentions taken out."""
    folder.mkdir()
    page = json.loads((found / "one.json").read_text("utf-8"))
    page["entities"] = [
        {**item, "type": new if item["type"] == label else item["type"]}
        for item in page["entities"]
        if new or item["type"] != label
    ]
    (folder / "one.json").write_text(json.dumps(page), encoding="utf-8")
    return folder


def test_columns_are_scored_in_their_own_labels_on_whole_words(columns: Path) -> None:
    result = run("--gold", columns)
    assert "the schema “conll”" in result.stderr
    assert "(gold 4, other 4)" in result.stdout.splitlines()[1]
    told = plain("--gold", columns)
    assert told["mentions"]["strict"]["LOC"]["f1"] == 1
    assert told["measures"]["entities strict"]["matched"] == 4
    assert "arguments" not in told["measures"]


def test_labels_can_be_renamed_left_out_and_chosen(columns: Path, tmp_path: Path) -> None:
    columns.write_text(COLUMNS.replace("LOC", "PLACE"), encoding="utf-8")
    with pytest.raises(TawsimError, match="PERS, PLACE"):
        run("--gold", columns)
    table = tmp_path / "names.tsv"
    table.write_text("# gold\there\nPLACE\tLOC\nPERS\t-\n", encoding="utf-8")
    told = plain("--gold", columns, "--map", table)
    assert told["mentions"]["strict"]["PERS"]["gold"] == 0
    assert told["mentions"]["strict"]["LOC"]["matched"] == 3
    only = plain("--gold", columns, "--map", table, "--only-labels", "LOC")
    assert set(only["mentions"]["strict"]) == {"LOC"}
    with pytest.raises(TawsimError, match="NOTHING"):
        run("--gold", columns, "--map", table, "--only-labels", "NOTHING")
    table.write_text("PLACE LOC\n", encoding="utf-8")
    with pytest.raises(TawsimError, match=r"names\.tsv, line 1"):
        run("--gold", columns, "--map", table)


def test_many_pages_are_read_on_several_processes_as_on_one(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text(f"{COLUMNS}\n" * 30, encoding="utf-8")
    told = plain("--gold", path, "--sentences-a-page", 1)
    assert told["documents"] == 60
    assert told["mentions"]["strict"]["LOC"]["matched"] == 90


def test_a_schema_can_be_named(columns: Path) -> None:
    told = plain("--gold", columns, "--schema", "news")
    assert told["mentions"]["strict"]["GPE"]["found"] == 3


def test_brat_is_scored_with_its_own_text(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    start = PAGE.index("بغداد")
    (tmp_path / "page.ann").write_text(f"T1\tGPE {start} {start + 5}\tبغداد\n", encoding="utf-8")
    told = plain("--gold", tmp_path, "--misses")
    assert told["mentions"]["strict"]["GPE"]["matched"] == 1
    assert {one["label"] for one in told["misses"]} >= {"GPE", "PERS"}
    assert "identity pairs (within page)" not in told["measures"]


def test_coders_are_compared_with(tmp_path: Path) -> None:
    record = {"text": "قصفت الطائرات القرية.", "event_type": "ASSAULT", "spans": [{"verb": ["قصفت"]}] * 2}
    path = tmp_path / "spans.json"
    path.write_text(json.dumps([record]), encoding="utf-8")
    assert plain("--gold", path)["ASSAULT"]["trigger"] == {"two_coders": 1, "first_event": 1, "all_events": 1}
    lines = run("--gold", tmp_path, "--report", tmp_path / "report.html").stdout.splitlines()
    assert lines[1] == "ASSAULT (one sentence)"
    assert (tmp_path / "report.html").exists()


def test_two_versions_are_compared(pages: tuple[Path, Path], tmp_path: Path) -> None:
    _, found = pages
    worse = changed(found, tmp_path / "worse", "GPE", None)
    told = plain("--gold", found, "--predictions", found, "--against", worse)["compared"]["entities strict"]
    assert told["f1"] == 1
    assert told["difference"] == pytest.approx(1 - told["against_f1"])
    assert told["difference"] > 0
    assert told["low"] == told["high"] == pytest.approx(told["difference"])
    same = plain("--gold", found, "--predictions", worse, "--against", worse)["compared"]["entities strict"]
    assert (same["difference"], same["p_value"]) == (0, 1)
    assert "p 1.0000" in run("--gold", found, "--predictions", found, "--against", found).stdout


def test_one_suggester_is_scored_alone_and_compared_with_another(pages: tuple[Path, Path]) -> None:
    _, found = pages
    told = plain("--gold", found, "--predictions", found, "--suggester", "times", "--against-suggester", "entities")
    assert {one["suggester"] for one in told["calibration"]} == {"times"}
    assert told["compared"]["entities strict"]["difference"] < 0 < told["compared"]["times span+type"]["difference"]
    with pytest.raises(TawsimError, match="“nobody”"):
        run("--gold", found, "--predictions", found, "--suggester", "nobody")


def test_misses_are_grouped_by_suggester_with_the_reason(pages: tuple[Path, Path], tmp_path: Path) -> None:
    articles, found = pages
    gold = changed(found, tmp_path / "gold", "GPE", "LOC")
    for language, nobody in (("en", "what nobody suggested:"), ("ar", "ما لم يقترحه أحد:")):
        lines = run("--gold", gold, "--articles", articles, "--misses", language=language).stdout.splitlines()
        at = lines.index(nobody)
        (heading,) = [line for line in lines[at:] if line.startswith("entities") and line.endswith(":")]
        columns = lines[lines.index(heading) + 1].split("\t")
        assert columns[2:4] == ["GPE", "بغداد [≠ LOC بغداد]"]
        assert len(columns) == 6
    with pytest.raises(TawsimError, match="--articles"):
        run("--gold", gold, "--predictions", found, "--misses")


def test_page_files_of_another_text_are_refused(pages: tuple[Path, Path], tmp_path: Path) -> None:
    _, found = pages
    other = changed(found, tmp_path / "other", "GPE", "LOC")
    page = json.loads((other / "one.json").read_text("utf-8"))
    (other / "one.json").write_text(json.dumps(page | {"text_length": 7}), encoding="utf-8")
    with pytest.raises(TawsimError, match="another text"):
        run("--gold", found, "--predictions", other)


def test_a_project_is_scored_on_its_finished_articles(tmp_path: Path) -> None:
    place = tmp_path / "p.tawsim"
    with fresh_project(place) as project:
        article, unfinished = make_article(), make_article("لم يُقرأ بعد.")
        project.add_articles([article, unfinished])
        right, wrong = propose(article, "سامي الخوري"), propose(article, "القمح")
        project.store_suggestions(article.id, SuggestionSet(mentions=(right, wrong)), pipeline_version="1")
        project.perform(step(add(make_mention(article, "سامي الخوري"), make_mention(article, "بيروت", label="LOC"))))
    with pytest.raises(TawsimError, match="finished"):
        run("--project", place)
    with Project.open(place) as project:
        before, after = (ArticleMark(article.id, state) for state in (ArticleState.NEW, ArticleState.DONE))
        project.perform(step([Change(before, after)]))
    told = plain("--project", place, "--misses")
    assert told["documents"] == 1
    strict = told["measures"]["entities strict"]
    assert (strict["matched"], strict["gold"], strict["found"]) == (1, 2, 2)
    assert [one["reason"] for one in told["misses"] if one["difference"] == "false"] == ["Known as PERS"]
    assert told["calibration"][0]["suggester"] == "lexicon"


def test_what_is_not_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(TawsimError, match="no page files, and no gold"):
        run("--gold", tmp_path)
    (tmp_path / "page.json").write_text("{}", encoding="utf-8")
    with pytest.raises(TawsimError, match=r"page\.json"):
        run("--gold", tmp_path, "--predictions", tmp_path)
    with pytest.raises(TawsimError, match="format brat"):
        run("--gold", tmp_path, "--gold-format", "brat")


@pytest.mark.parametrize("arguments", [[], ["--gold", ".", "--project", "p"], ["--project", "p", "--articles", "."]])
def test_gold_or_a_project_is_asked_for(arguments: list[str]) -> None:
    assert "--project" in run(*arguments, code=2).output


@pytest.mark.parametrize("content", ["", "\n\n", "# newdoc id = empty\n"])
def test_a_file_without_words_is_no_gold(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.conll"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TawsimError, match="no gold in the format conll"):
        run("--gold", path)
