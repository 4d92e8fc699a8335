"""Older formats are converted whole, after a backup; both ways of making a project give the same tables."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

import storage.migrations
from storage import Project, QueueQuery
from storage.backups import automatic_backups
from storage.engine import engine_of
from storage.errors import ReadOnlyProjectError
from storage.format import FORMAT
from storage.location import location_of
from storage.migrations import MigrationError, _unreferenced, downgrade, upgrade
from storage.search.index import NAME
from storage.tables.everything import metadata
from tests.storage.builders import NOON, SCHEMA
from tests.storage.conftest import NewPlace

DATA = Path(__file__).parent / "data"
OLD_FORMATS = sorted(DATA.glob("format-*.sql"))


@pytest.fixture(params=OLD_FORMATS, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file as an older version of the program left it."""
    path = tmp_path / "old.tawsim"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return path


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table's rows, without the columns and empty tables that later formats added."""
    counts = ("search_key", "words", "mentions", "events", "open_suggestions", "decided")
    added = {*(("articles", count) for count in counts), ("suggestions", "identity_score")}
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = {}
        for name in names:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            shown = ", ".join(f'"{column}"' for column in columns if (name, column) not in added)
            kept[name] = sorted(connection.execute(f"SELECT {shown} FROM {name}").fetchall(), key=repr)
    return {name: rows for name, rows in kept.items() if rows}


def check_old_content(project: Project) -> None:
    """What the samples of old formats hold; see their INSERTs."""
    first, second = project.article_ids()
    assert project.schema == SCHEMA
    assert project.article(first).metadata == {"desk": "اقتصاد\ud800"}
    assert project.article(first).text.endswith("السودان\x00.")
    sheet = project.sheet(first)
    assert (len(sheet.mentions), len(sheet.events), len(sheet.zones), len(sheet.decisions)) == (2, 1, 1, 1)
    assert {len(mention.fragments) for mention in sheet.mentions.values()} == {1, 2}
    assert len(project.suggestions(first).mentions) == 2
    assert [entry.undone for entry in project.history(second)] == [True]
    assert project.setting("view") == {"sort": "title"}
    assert project.check() == ()


def test_an_old_project_is_converted_with_all_it_held_after_a_backup(old: Path) -> None:
    before = rows_of(old)
    with Project.open(old) as project:
        check_old_content(project)
        row, other = project.queue()
        assert (row.words, row.mentions, row.events, row.open_suggestions, row.decided) == (16, 2, 1, 2, 1)
        assert (other.words, other.mentions, other.decided) == (2, 0, 0)
        assert [row.id for row in project.queue(QueueQuery(text="قمح الساحل"))] == [project.article_ids()[0]]
        assert [row.id for row in project.queue(QueueQuery(text="السودان"))] == [project.article_ids()[0]]
        assert project.redo(annotator="x", at=NOON) is not None
    after = rows_of(automatic_backups(old)[0])
    assert after == before
    assert rows_of(old)["suggestions"] == before["suggestions"]


def test_an_old_project_is_not_converted_for_reading_only(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(ReadOnlyProjectError, match="older format"):
        Project.open(old, read_only=True)
    assert old.read_bytes() == before


def test_up_down_and_up_again_loses_nothing(old: Path) -> None:
    before = rows_of(old)
    ((own_format,),) = before["alembic_version"]
    location = location_of(old)
    engine = engine_of(location)
    for _ in range(2):
        upgrade(engine, location)
        downgrade(engine, location, target=str(own_format))
    engine.dispose()
    assert rows_of(old) == before


def test_a_migration_that_breaks_links_or_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE zones SET article_id = 'nowhere'")
    before = rows_of(old)
    with pytest.raises(MigrationError, match="zones point at nothing"):
        Project.open(old)
    assert rows_of(old) == before

    def fail(*arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(storage.migrations, "_check_references", fail)
    with pytest.raises(ZeroDivisionError):
        Project.open(old)
    assert rows_of(old) == before


def test_links_are_not_followed_while_tables_are_rebuilt_and_are_again_afterwards(file: Path) -> None:
    engine = engine_of(location_of(file))
    with _unreferenced(engine) as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def differences(engine: Engine) -> list[object]:
    """How a database's tables differ from the mapped ones; the search index is nobody's table."""
    with engine.connect() as connection:
        options = {"compare_type": True, "include_name": lambda name, *_: not (name or "").startswith(NAME)}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, metadata()))


def test_migrated_and_new_projects_have_the_mapped_tables(new_place: NewPlace) -> None:
    migrated = location_of(new_place())
    engine = engine_of(migrated, mode="rwc")
    upgrade(engine, migrated)
    assert differences(engine) == []
    downgrade(engine, migrated, target="base")
    assert len(differences(engine)) > 15
    engine.dispose()
    created = new_place()
    Project.create(created, SCHEMA, name="x").close()
    engine = engine_of(location_of(created))
    assert differences(engine) == []
    engine.dispose()


def test_the_format_is_the_newest_revision() -> None:
    scripts = ScriptDirectory(str(Path(storage.migrations.__file__).parent))
    assert scripts.get_current_head() == FORMAT
    revisions = sorted(script.revision for script in scripts.walk_revisions())
    assert [path.stem for path in OLD_FORMATS] == [f"format-{revision}" for revision in revisions[:-1]]


def test_every_table_can_be_made_on_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in metadata().sorted_tables:
        statement = str(CreateTable(table).compile(dialect=dialect))
        assert f"CREATE TABLE {table.name}" in statement
        assert "ROWID" not in statement
        for index in table.indexes:
            assert "CREATE" in str(CreateIndex(index).compile(dialect=dialect))
