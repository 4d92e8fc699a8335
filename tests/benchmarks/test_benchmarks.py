"""Every benchmark runs at its smallest size; what it measures is nobody's business here."""

import pytest

from benchmarks.__main__ import benchmarks
from main import main

SMALLEST = {
    "key_to_frame": ["--words", "60", "--tags", "20", "--keys", "3"],
    "keys": ["--pages", "1"],
    "learner": ["--pages", "2", "--folds", "2"],
    "operation": ["--operations", "3"],
    "project": ["--articles", "20", "--rounds", "1"],
    "schema": ["--articles", "20"],
    "quality": ["--pages", "1"],
    "search": ["--articles", "30", "--words", "40", "--mentions", "3", "--rounds", "1"],
    "suggest": ["--pages", "1", "--rounds", "1", "--bulk", "2"],
    "zones": ["--parts", "2"],
}
SLOW = {"article_view", "import_export", "startup"}
"""Those that have no small size."""
OF_OTHERS = {"event_gsr", "recognizers"}
"""Those that read data which is not shipped; they have a test of their own."""


def test_every_benchmark_is_tried_or_known_to_be_slow() -> None:
    assert set(benchmarks()) - SLOW - OF_OTHERS == set(SMALLEST)


@pytest.mark.parametrize(("name", "arguments"), SMALLEST.items())
def test_it_runs(name: str, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", name, *arguments]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 2
    assert any(character.isdigit() for character in lines[-1])


def test_an_unknown_name_lists_those_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "nothing"]) == 2
    listed = capsys.readouterr().out
    assert all(name in listed for name in benchmarks())
