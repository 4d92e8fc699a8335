"""The sample project holds a dozen pages with what is known about them."""

from pathlib import Path

import pytest

from storage.importing import facts
from storage.sample import PAGES, create_sample


def test_the_sample_is_made_of_a_dozen_pages_whose_facts_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # looking for what a page shows takes a newcomer a second of waiting
    monkeypatch.delattr(facts, "page_facts")
    with create_sample(tmp_path / "sample.tawsim") as project:
        rows = project.queue()
        assert sorted(row.name for row in rows) == [f"{page}.txt" for page in PAGES]
        assert all(row.title and row.published and row.outlet for row in rows)
        assert all(row.mentions == 0 and row.open_suggestions == 0 for row in rows)
