from pathlib import Path

import pytest

from model.schema.loader import load_shipped, shipped_schemas
from storage import Project


@pytest.mark.parametrize("name", shipped_schemas())
def test_a_project_of_each_shipped_schema_keeps_it(tmp_path: Path, name: str) -> None:
    schema = load_shipped(name)
    Project.create(tmp_path / "news.tawsim", schema, name="تجربة").close()
    with Project.open(tmp_path / "news.tawsim") as project:
        assert project.schema == schema
