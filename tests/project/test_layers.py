"""What importing a layer brings into a process: the linter reads imports, these tests run them."""

import json

import pytest

from tests.project.tree import run_python

IMPORT_ALL = """
import importlib, json, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    if not module.name.endswith((".__main__", ".migrations.env")):  # programs, the second one Alembic's
        importlib.import_module(module.name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
NEURAL = {"torch", "transformers"}


@pytest.mark.parametrize(
    ("layer", "forbidden"),
    [
        ("model", {"PySide6", "shiboken6", "sqlalchemy", "alembic", "storage", "ui"} | NEURAL),
        ("storage", {"PySide6", "shiboken6", "ui"} | NEURAL),
    ],
)
def test_a_layer_brings_in_nothing_from_above_it(layer: str, forbidden: set[str]) -> None:
    assert set(json.loads(run_python("-c", IMPORT_ALL, layer))) & forbidden == set()


def test_the_entry_brings_in_nothing_heavy() -> None:
    loaded = json.loads(
        run_python("-c", "import main, sys, json; print(json.dumps([name.partition('.')[0] for name in sys.modules]))")
    )
    assert (
        set(loaded) & ({"PySide6", "sqlalchemy", "alembic", "numpy", "scipy", "lxml", "camel_tools"} | NEURAL) == set()
    )


def test_an_import_against_the_layers_would_be_found() -> None:
    script = IMPORT_ALL.replace("import importlib", "import sqlalchemy, importlib")
    assert "sqlalchemy" in json.loads(run_python("-c", script, "email"))
