"""The key tables in the documents are those of the program."""

import re

import pytest

from tests.project.tree import ROOT
from ui.documents.key_table import DOCUMENTS, key_table, with_key_table
from ui.keys.actions import ACTIONS


@pytest.mark.parametrize(("name", "language"), DOCUMENTS.items())
def test_documents_hold_the_present_table(name: str, language: str) -> None:
    document = (ROOT / name).read_text("utf-8")
    assert document == with_key_table(document, language), "write it anew: ./run document"


@pytest.mark.parametrize("language", DOCUMENTS.values())
def test_every_default_key_is_in_the_table(language: str) -> None:
    shown = set(re.findall(r"`(\S+)`", key_table(language)))
    for action in ACTIONS.values():
        if not action.name.startswith(("mention_", "event_")):
            assert {str(chord).replace("Return", "Enter") for chord in action.keys} <= shown, action.name
    assert {"1", "9", "Shift+1", "Shift+9"} <= shown


def test_a_document_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="marks"):
        with_key_table("# Tawsim\n", "en")


def test_what_stands_around_the_table_stays() -> None:
    document = "before\n<!-- keys -->\nstale\n<!-- end of keys -->\nafter\n"
    written = with_key_table(document, "en")
    assert written.startswith("before\n<!-- keys -->\n| Answering suggestions |")
    assert written.endswith("<!-- end of keys -->\nafter\n")
    assert "stale" not in written
