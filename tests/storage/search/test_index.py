"""The index on both databases, with and without the extension of PostgreSQL."""

import pytest
from sqlalchemy import text

from model.search.parsing import parse_query
from storage import Project
from storage.engine import engine_of
from storage.location import location_of
from storage.search import index
from tests.storage.builders import SCHEMA, make_article
from tests.storage.conftest import NewPlace

TRIGRAM_INDEX = (
    "SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_article_index_folded' AND schemaname = current_schema()"
)


def found(place: str) -> list[str]:
    """What a search finds in a new project with one article."""
    with Project.create(place, SCHEMA, name="x") as project:
        project.add_articles([make_article("عاد إلى بغداد")])
        return [hit.text for hit in project.search(parse_query("بغداد", SCHEMA)).next_hits()]


def test_where_there_are_trigrams_they_are_used(new_place: NewPlace) -> None:
    place = new_place()
    assert found(place) == ["بغداد"]
    engine = engine_of(location_of(place))
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("SELECT count(*) FROM article_index")).scalar() == 1
        else:
            assert "gin_trgm_ops" in str(connection.execute(text(TRIGRAM_INDEX)).scalar())
    engine.dispose()


def test_without_the_extension_the_same_is_found(new_place: NewPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_EXTENSION", "CREATE EXTENSION there_is_no_such_thing")
    place = new_place()
    assert found(place) == ["بغداد"]
    if "://" in place:
        engine = engine_of(location_of(place))
        with engine.connect() as connection:
            assert connection.execute(text(TRIGRAM_INDEX)).scalar() is None
        engine.dispose()
