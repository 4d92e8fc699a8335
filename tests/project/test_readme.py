"""What README.md shows works as it stands there."""

import re
import sys
from pathlib import Path

import pytest
import yaml

from model.article import Article, text_digest
from model.errors import TawsimError
from model.schema.errors import SchemaError
from model.schema.loader import read_schema
from model.suggest.pipeline import ENTRY_POINT_GROUP, Pipeline, plugin_suggesters
from model.suggestion import SuggestedMention
from storage.commands import COMMANDS
from tests.project.tree import ROOT, documents

README = (ROOT / "README.md").read_text("utf-8")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def blocks(language: str) -> list[str]:
    """The fenced blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def test_the_suggester_of_the_readme_is_found_and_suggests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,), (settings,) = blocks("python"), blocks("toml")
    (tmp_path / "tawsim_ships.py").write_text(code, "utf-8")
    group, point = settings.split(f'[project.entry-points."{ENTRY_POINT_GROUP}"]\n')
    assert 'name = "tawsim-ships"' in group
    installed = tmp_path / "tawsim_ships-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: tawsim-ships\nVersion: 1\n", "utf-8")
    (installed / "entry_points.txt").write_text(f"[{ENTRY_POINT_GROUP}]\n{point.replace(chr(34), '')}", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    try:
        (ships,) = [one for one in plugin_suggesters() if one.name == "ships"]
    finally:
        sys.modules.pop("tawsim_ships", None)
    text = "غادرت ناقلة «روان» ميناء البصرة، ولم تغادره سفينة أخرى."
    found = Pipeline([ships]).run(Article("a", text, text_digest(text)))
    (mention,) = found.mentions
    assert isinstance(mention, SuggestedMention)
    assert (mention.text, mention.label, mention.source.suggester) == ("روان", "PRODUCT", "ships")


def test_the_schema_of_the_readme_loads() -> None:
    (source,) = blocks("yaml")
    schema = read_schema(source)
    assert set(schema.mention_labels) == {"VESSEL", "PORT"}
    assert schema.event_labels["ARRIVAL"].roles == ("ship", "place")


def test_the_fault_that_the_readme_shows_is_told_so() -> None:
    (source,) = blocks("yaml")
    with pytest.raises(SchemaError) as caught:
        read_schema(source.replace('key: "2"', 'key: "1"'), "shipping.yaml")
    assert f"`{caught.value.message.english()}`" in README
    assert isinstance(caught.value, TawsimError)


def test_families_that_the_readme_names_have_hues() -> None:
    families = pytest.importorskip("ui.theme.families").FAMILIES
    named = re.search(r"family gives the hue: (.+)", README)
    assert named is not None
    assert set(named[1].split()) == set(families)


def test_every_command_stands_in_the_readme() -> None:
    for name in COMMANDS:
        assert f"\n    ./run {name} " in README, name


def test_every_export_format_has_its_example() -> None:
    formats = pytest.importorskip("storage.exporting").EXPORT_FORMATS
    for name in formats:
        assert f"**`{name}`**" in README, name


def test_yaml_blocks_are_yaml() -> None:
    for source in blocks("yaml"):
        assert yaml.safe_load(source)


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {link}"
        for path in documents()
        if path.suffix == ".md"
        for link in LINK.findall(path.read_text("utf-8"))
        if not (path.parent / link).exists()
    ]
    assert broken == []
