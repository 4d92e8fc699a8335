"""The benchmark over specifications of Recognizers-Text, on a made-up file of the same shape."""

import json
from pathlib import Path

import pytest

from main import main


def case(text: str, *results: object, barred: str = "java") -> dict[str, object]:
    return {
        "Input": text,
        "Context": {"ReferenceDateTime": "2024-05-15T00:00:00"},
        "NotSupportedByDesign": barred,
        "Results": list(results),
    }


def dated(text: str, timex: str, future: str, past: str) -> dict[str, object]:
    value = {"Timex": timex, "FutureResolution": {"date": future}, "PastResolution": {"date": past}}
    return {"Text": text, "Start": 0, "Type": "date", "Value": value}


SPECS = {
    "DateTime/Arabic/DateParser.json": [
        case("وصل في 3 نيسان", dated(" 3 نيسان", "XXXX-04-03", "2025-04-03", "2024-04-03")),
        case("وصل يوم الأحد القادم", dated("الأحد القادم", "2024-05-26", "2024-05-26", "2024-05-26")),
        case("وصل في نيسان", dated("نيسان", "XXXX-04-03", "2023-04-03", "2022-04-03")),
        case("وصل الوفد", dated("الوفد", "2024-05-15", "2024-05-15", "2024-05-15")),
        case("لا يُسأل عنها", dated("لا", "2024-05-15", "2024-05-15", "2024-05-15"), barred="java, dotnet"),
    ],
    "Number/Arabic/PercentModel.json": [
        case("بلغت 30 بالمئة", {"Text": "30 بالمئة", "TypeName": "percentage", "Resolution": {"value": "30%"}}),
        case("بلغت 30 بالمئة"),
    ],
}


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    for name, cases in SPECS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(cases, ensure_ascii=False), encoding="utf-8-sig")
    return tmp_path


def test_it_counts_what_is_solved_and_says_why_not(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "recognizers", "--specs", str(specs), "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = {line.split("   ")[0].strip(): line.split() for line in lines[-4:]}
    assert rows["DateParser"][1:4] == ["1", "4", "0.250"]
    assert rows["PercentModel"][1:4] == ["1", "2", "0.500"]
    assert "0.85" in rows["dates: extraction and parsing"]
    reasons = [line.split(": ")[1] for line in lines[:-4]]
    assert reasons == ["guidelines", "value", "missed", "extra"]


def test_only_the_named_files_are_taken(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "recognizers", "--specs", str(specs), "--only", "PercentModel"]) == 0
    assert "DateParser" not in capsys.readouterr().out
