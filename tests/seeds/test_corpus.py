"""The sample corpus fits together: every page has its gold and its date, and every offset holds."""

from datetime import UTC, datetime

import pytest

from model.annotation import Provenance
from model.gold_page import annotations_of
from model.seeds import seeds_folder
from model.text.paragraphs import lines
from storage.commands.pages import read_article, read_page_file
from storage.importing.metadata_table import read_metadata

CORPUS = seeds_folder() / "corpus"
NAMES = sorted(path.stem for path in (CORPUS / "articles").glob("*.txt"))


def test_articles_gold_and_dates_name_the_same_pages() -> None:
    assert NAMES
    assert sorted(path.stem for path in (CORPUS / "gold").glob("*.json")) == NAMES
    assert sorted(read_metadata(CORPUS / "METADATA.tsv").days()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_gold_belongs_to_its_page(name: str) -> None:
    article = read_article(CORPUS / "articles" / f"{name}.txt")
    page = read_page_file(CORPUS / "gold" / f"{name}.json")
    by = Provenance("gold", datetime(2026, 1, 1, tzinfo=UTC))
    annotations = annotations_of(page, article.id, article.text, by)
    assert [zone.span for zone in annotations.zones] == list(lines(article.text))
    assert sum(len(event.arguments) for event in annotations.events) == sum(len(e.arguments) for e in page.events)
    assert page.published == read_metadata(CORPUS / "METADATA.tsv").days()[name]
