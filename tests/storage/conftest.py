"""Places for projects: a file, and PostgreSQL too where there is a server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from model.article import Article
from model.identifiers import new_id
from storage import Project
from tests.storage.builders import SCHEMA, make_article
from tests.storage.fresh import fresh_project
from tests.storage.postgres import MISSING, server_url

NewPlace = Callable[[], str]


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewPlace]:
    """Gives a new empty place for a project at each call."""
    if request.param == "sqlite":
        yield lambda: str(tmp_path / f"{new_id()}.tawsim")
        return
    server = server_url()
    if not server:
        pytest.skip(MISSING)
    engine = create_engine(server.replace("postgresql:", "postgresql+psycopg:", 1))
    made: list[str] = []

    def new_schema() -> str:
        made.append(f"tawsim_{new_id()}")
        with engine.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {made[-1]}"))
        joint = "&" if "?" in server else "?"
        return f"{server}{joint}options=-csearch_path%3D{made[-1]}"

    yield new_schema
    with engine.begin() as connection:
        for schema in made:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def place(new_place: NewPlace) -> str:
    """One empty place for a project."""
    return new_place()


@pytest.fixture
def project(place: str) -> Iterator[Project]:
    """A new project without articles."""
    with Project.create(place, SCHEMA, name="تجربة") if "://" in place else fresh_project(Path(place)) as project:
        yield project


@pytest.fixture
def article(project: Project) -> Article:
    """An article in the project."""
    article = make_article()
    project.add_articles([article])
    return article


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A project's file with one article, closed."""
    path = tmp_path / "news.tawsim"
    with fresh_project(path) as project:
        project.add_articles([make_article()])
    return path
