import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from model.errors import TawsimError
from storage.commands.evaluate import evaluate
from storage.commands.suggest import suggest

PAGE = (
    "وصول وزير الخارجية إلى بغداد\nالثلاثاء 26 آذار 2024\n\n"
    "وصل الوزير إلى بغداد صباح اليوم، وبحث مع نظيره ملف الحدود.\n"
)


def run(command: object, *arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(command, [str(argument) for argument in arguments])  # type: ignore[arg-type]
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "one.txt").write_text(PAGE, encoding="utf-8")
    (folder / "two.txt").write_bytes(PAGE.replace("\n", "\r\n").encode())
    return folder


def test_suggestions_are_written_once_a_page_and_the_same_each_time(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(suggest, pages, "--out", out)
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    run(suggest, pages / "two.txt", pages / "one.txt", "--out", out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first
    assert sorted(first) == ["one.json", "two.json"]
    page = json.loads(first["one.json"])
    assert (page["doc"], page["text_length"]) == ("one", len(PAGE))
    assert [zone["zone"] for zone in page["zones"]] == ["headline", "dateline", "body"]
    assert all(PAGE[item["start"] : item["end"]] == item["text"] for item in page["entities"])


def test_a_date_of_the_metadata_is_written_as_the_pages_date(pages: Path, tmp_path: Path) -> None:
    table = tmp_path / "METADATA.tsv"
    table.write_text("file\tpublished\none.txt\t2021-05-06\ntwo.txt\t\n", encoding="utf-8")
    run(suggest, pages, "--out", tmp_path / "out", "--metadata", table)
    assert json.loads((tmp_path / "out" / "one.json").read_text("utf-8"))["dct"] == "2021-05-06"


def test_an_unreadable_page_is_named_and_the_others_are_written(pages: Path, tmp_path: Path) -> None:
    (pages / "broken.txt").write_bytes(b"%PDF-1.7\x00\x01")
    result = run(suggest, pages, "--out", tmp_path / "out", code=1)
    assert "broken.txt" in result.output
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == ["one", "two"]


def test_a_second_page_of_one_name_is_told_and_left_out(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / "pages" / folder).mkdir(parents=True)
        (tmp_path / "pages" / folder / "page.txt").write_text(PAGE + folder, encoding="utf-8")
    result = run(suggest, tmp_path / "pages", "--out", tmp_path / "out", code=1)
    assert "page" in result.stderr
    assert json.loads((tmp_path / "out" / "page.json").read_text("utf-8"))["text_length"] == len(PAGE) + 1


def test_gold_without_its_page_is_named(pages: Path, tmp_path: Path) -> None:
    run(suggest, pages, "--out", tmp_path / "out")
    (pages / "two.txt").unlink()
    with pytest.raises(TawsimError, match="two"):
        run(evaluate, "--gold", tmp_path / "out", "--articles", pages)


def test_suggestions_score_perfectly_against_themselves_and_a_changed_zone_is_listed(
    pages: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(suggest, pages, "--out", out)
    perfect = run(evaluate, "--gold", out, "--articles", pages)
    assert "6/6" in perfect.output
    changed = json.loads((out / "one.json").read_text("utf-8"))
    changed["zones"][1]["zone"] = "caption"
    (out / "one.json").write_text(json.dumps(changed), encoding="utf-8")
    listed = run(evaluate, "--gold", out, "--articles", pages, "--misses")
    assert "5/6" in listed.output
    assert "caption ≠ dateline" in listed.output


def test_predictions_are_scored_without_the_pages(tmp_path: Path, pages: Path) -> None:
    run(suggest, pages, "--out", tmp_path / "out")
    scored = run(evaluate, "--gold", tmp_path / "out", "--predictions", tmp_path / "out")
    assert scored.output.startswith("documents: 2\n")
    with pytest.raises(TawsimError, match="--articles"):
        run(evaluate, "--gold", tmp_path / "out")


def test_several_processes_write_what_one_writes(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(26):
        (folder / f"page{number:02}.txt").write_text(
            f"{PAGE}وقال الوزير إن الوفد يضم {number} عضواً.\n", encoding="utf-8"
        )
    (folder / "page30.txt").write_bytes(b"%PDF-1.7\x00\x01")
    alone = run(suggest, folder, "--out", tmp_path / "alone", "--jobs", 1, code=1)
    together = run(suggest, folder, "--out", tmp_path / "together", "--jobs", 2, code=1)
    assert together.output.splitlines()[-1].replace("together", "alone") == alone.output.splitlines()[-1]
    assert "page30.txt" in together.output
    written = {path.name: path.read_bytes() for path in (tmp_path / "together").iterdir()}
    assert len(written) == 26
    assert written == {path.name: path.read_bytes() for path in (tmp_path / "alone").iterdir()}
