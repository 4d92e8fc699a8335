"""What docs/suggesters.md shows works as it stands there."""

import json
import re
import sys
from pathlib import Path

import pytest

from model.article import Article, text_digest
from model.suggest.optional.isolation import IsolatedSuggester
from model.suggest.pipeline import ENTRY_POINT_GROUP, Pipeline, builtin_suggesters, plugin_suggesters, read_nothing
from model.suggest.settings import SuggesterSettings
from storage.remote.label_studio import read_config
from storage.suggesters import KINDS
from tests.project.tree import ROOT

DOCUMENT = (ROOT / "docs" / "suggesters.md").read_text("utf-8")


def indented(first: str) -> list[str]:
    """The indented blocks that begin with these characters."""
    blocks = re.findall(r"(?:^    .*\n)+", DOCUMENT, flags=re.MULTILINE)
    return [block for block in blocks if block.lstrip().startswith(first)]


def fenced(language: str) -> str:
    """The fenced block of a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT, flags=re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_suggester_of_the_document_is_found_and_suggests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tawsim_prizes.py").write_text(fenced("python"), "utf-8")
    _, point = fenced("toml").split(f'[project.entry-points."{ENTRY_POINT_GROUP}"]\n')
    installed = tmp_path / "tawsim_prizes-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: tawsim-prizes\nVersion: 1\n", "utf-8")
    (installed / "entry_points.txt").write_text(f"[{ENTRY_POINT_GROUP}]\n{point.replace(chr(34), '')}", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    (prizes,) = [one for one in plugin_suggesters() if one.name == "prizes"]
    text = "كتب الروائي سامي حداد كثيراً، ثم مُنحت جائزة سامي حداد لكاتبة شابة."
    try:
        found = Pipeline([*builtin_suggesters(), prizes], reader=read_nothing).run(
            Article("a", text, text_digest(text))
        )
    finally:
        assert isinstance(prizes, IsolatedSuggester)
        prizes.close()
    assert [one.text for one in found.mentions if one.source.suggester == "prizes"] == ["جائزة سامي حداد"]
    assert "tawsim_prizes" not in sys.modules


def test_the_settings_of_the_document_are_good_but_for_what_is_not_installed() -> None:
    blocks = indented("[{")
    assert len(blocks) == 3
    for block in blocks:
        settings = SuggesterSettings.from_plain(json.loads(block))
        for entry in settings.entries:
            faults = [fault.english() for fault in KINDS[entry.kind].faults_of(entry)]
            assert [fault for fault in faults if "./run install" not in fault] == []


def test_the_labelling_configuration_of_the_document_is_read() -> None:
    (config,) = indented("<View>")
    layout = read_config(config)
    assert (layout.field, set(layout.labels)) == ("text", {"pers", "organisation", "assault"})


def test_every_kind_stands_in_the_document() -> None:
    assert [name for name in KINDS if f"`{name}`" not in DOCUMENT] == []
