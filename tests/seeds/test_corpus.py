"""The sample corpus and the pages held out fit together: every page has its gold and date, and every offset holds."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.annotation import Provenance
from model.gold_page import annotations_of
from model.seeds import seeds_folder
from model.text.paragraphs import lines
from storage.commands.pages import read_article, read_page_file
from storage.importing.metadata_table import read_metadata

FOLDERS = [seeds_folder() / "corpus", seeds_folder() / "held_out"]
PAGES = [path for folder in FOLDERS for path in sorted((folder / "articles").glob("*.txt"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_articles_gold_and_dates_name_the_same_pages(folder: Path) -> None:
    names = sorted(path.stem for path in (folder / "articles").glob("*.txt"))
    assert names
    assert sorted(path.stem for path in (folder / "gold").glob("*.json")) == names
    assert sorted(read_metadata(folder / "METADATA.tsv").days()) == names


def test_no_page_is_in_both() -> None:
    assert len({path.read_bytes() for path in PAGES}) == len({path.stem for path in PAGES}) == len(PAGES)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_gold_belongs_to_its_page(path: Path) -> None:
    folder, name = path.parents[1], path.stem
    article = read_article(path)
    page = read_page_file(folder / "gold" / f"{name}.json")
    by = Provenance("gold", datetime(2026, 1, 1, tzinfo=UTC))
    annotations = annotations_of(page, article.id, article.text, by)
    assert [zone.span for zone in annotations.zones] == list(lines(article.text))
    assert sum(len(event.arguments) for event in annotations.events) == sum(len(e.arguments) for e in page.events)
    assert page.published == read_metadata(folder / "METADATA.tsv").days()[name]
