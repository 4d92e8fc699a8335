"""The benchmark prints a row for each type and part that coders marked."""

import json
from pathlib import Path

import pytest

from benchmarks.event_gsr import run
from main import main
from model.errors import TawsimError

_SENTENCES = [
    {"text": "قصفت الطائرات القرية.", "event_type": "ASSAULT", "spans": [{"verb": ["قصفت"]}, {"verb": ["قصفت"]}]},
    {"text": "تظاهر العمال أمام الميناء.", "event_type": "PROTEST", "spans": [{"verb": ["تظاهر"]}, {"verb": []}]},
]


def test_it_prints_a_row_for_each_type_and_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "spans.json").write_text(json.dumps(_SENTENCES), encoding="utf-8")
    assert main(["bench", "event_gsr", "--data", str(tmp_path)]) == 0
    rows = [line.split()[:2] for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["token", "F1"]
    assert rows[1:4] == [["ASSAULT", "trigger"], ["ASSAULT", "actor"], ["ASSAULT", "recipient"]]
    assert [first for first, _ in rows[4:]] == ["PROTEST"] * 3


def test_a_folder_without_the_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(TawsimError, match="holds no file"):
        run(["--data", str(tmp_path)])
