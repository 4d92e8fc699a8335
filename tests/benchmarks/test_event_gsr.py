"""Triggers are scored against several coders as pairs of coders are."""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.event_gsr import figures_of, read_sentences, token_f1
from main import main
from model.errors import TawsimError

_SENTENCES = [
    {
        "text": "وقصفت الطائرات القرية ثم تجدد القصف ليلاً.",
        "event_type": "ASSAULT",
        "spans": [{"verb": ["وقصفت"]}, {"verb": ["وقصفت"]}, {"verb": ["تجدد", "القصف"]}],
    },
    {"text": "تظاهر العمال أمام الميناء.", "event_type": "PROTEST", "spans": [{"verb": ["تظاهر"]}, {"verb": []}]},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two sentences in the shape of the set."""
    (tmp_path / "spans.json").write_text(json.dumps(_SENTENCES), encoding="utf-8")
    return tmp_path


def test_coders_and_triggers_are_paired(folder: Path) -> None:
    assault, protest = read_sentences(folder)
    coders, first, every = figures_of([assault])
    assert coders == pytest.approx(2 * 1 / (2 + 3 + 3))
    assert first == pytest.approx(2 * 2 / (2 + 2 + 3))
    assert every == pytest.approx(2 * 3 / (3 + 3 + 4))
    assert figures_of([protest]) == pytest.approx((0, 2 / 3, 2 / 3))


def test_nothing_marked_by_anybody_agrees_in_nothing() -> None:
    assert token_f1([(Counter(), Counter())]) == 0


def test_it_prints_a_row_for_each_type(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "event_gsr", "--data", str(folder)]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["token", "ASSAULT", "PROTEST"]


@pytest.mark.parametrize("content", ["{", "[{}]", '[{"text": "x", "event_type": "AID", "spans": []}]', "[1]"])
def test_another_shape_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "spans.json").write_text(content, encoding="utf-8")
    with pytest.raises(TawsimError, match=r"spans\.json"):
        list(read_sentences(tmp_path))


def test_a_folder_without_the_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(TawsimError, match="holds no file"):
        list(read_sentences(tmp_path))
