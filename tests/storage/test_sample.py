"""The sample project holds a dozen pages with what is known about them."""

from pathlib import Path

from storage.sample import PAGES, create_sample


def test_the_sample_is_made_of_a_dozen_dated_pages(tmp_path: Path) -> None:
    with create_sample(tmp_path / "sample.tawsim") as project:
        rows = project.queue()
        assert sorted(row.name for row in rows) == [f"{page}.txt" for page in PAGES]
        assert all(row.title and row.published for row in rows)
        assert all(row.mentions == 0 and row.open_suggestions == 0 for row in rows)
