"""Every text for people stands in the Arabic catalogues, with the same values in its braces."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from model.messages.catalogue import LANGUAGES, SOURCE_LANGUAGE
from model.seeds import seeds_folder
from tests.project.tree import ROOT

CALLS = {"Message", "tr"}
SOURCES = ("main.py", "model", "storage", "ui")


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield node


def _templates() -> dict[str, str]:
    """Every template, with the place of its first use."""
    found: dict[str, str] = {}
    for source in SOURCES:
        place = ROOT / source
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            for call in _calls(path):
                plain = call.args[0] if call.args else None
                singular = [keyword.value for keyword in call.keywords if keyword.arg == "one"]
                if isinstance(plain, ast.Constant):
                    # the singular is the msgid of a text with plural forms
                    key = singular[0] if singular and isinstance(singular[0], ast.Constant) else plain
                    found.setdefault(str(key.value), f"{path.relative_to(ROOT)}:{call.lineno}")
    return found


def _entries(language: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for path in sorted((seeds_folder() / "languages" / language).glob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, locale=language):
                if entry.id:
                    found[_ids(entry)[0]] = entry
    return found


def _ids(entry: Entry) -> tuple[str, ...]:
    """The text, or its singular and plural."""
    return (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != SOURCE_LANGUAGE])
def test_every_text_is_translated(language: str) -> None:
    entries = _entries(language)
    missing = [f"{place}: {template}" for template, place in _templates().items() if template not in entries]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != SOURCE_LANGUAGE])
def test_translations_use_the_values_of_their_texts(language: str) -> None:
    for template, entry in _entries(language).items():
        texts = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
        allowed = set().union(*map(_fields, _ids(entry)))
        for text in texts:
            assert text, template
            assert _fields(text) <= allowed, template
        if len(texts) > 1:
            assert len(texts) == entry_forms(language), template


def entry_forms(language: str) -> int:
    """How many plural forms a language has here."""
    path = next((seeds_folder() / "languages" / language).glob("*.po"))
    match = re.search(r"nplurals=(\d+)", path.read_text("utf-8"))
    assert match is not None
    return int(match[1])


def test_templates_are_found_at_all() -> None:
    assert len(_templates()) > 200
