"""The tables of keys in README.md and README.ar.md, written from the actions themselves."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from model.messages import Message
from model.messages.catalogue import render
from ui.keys.actions import ACTIONS, GROUP_NAMES, Action
from ui.keys.chord import Chord

DOCUMENTS = {"README.md": "en", "README.ar.md": "ar"}
"""The documents that hold a table of keys between its marks, and their languages."""

_HEADINGS = {"en": "Key", "ar": "المفتاح"}
_PLACE = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- end of keys -->)", re.DOTALL)


def key_table(language: str) -> str:
    """One Markdown table for each group of actions that have keys, in the order of the list of keys."""
    groups = groupby(filter(_has_keys, sorted(ACTIONS.values(), key=_place_of_group)), key=lambda action: action.group)
    tables = []
    for group, actions in groups:
        heading = f"| {render(GROUP_NAMES[group], language)} | {_HEADINGS[language]} |\n| --- | --- |"
        tables.append("\n".join([heading, *_rows(list(actions), language)]))
    return "\n\n".join(tables) + "\n"


def with_key_table(document: str, language: str) -> str:
    """The document with the present table between its marks. Raises ValueError for a document without marks."""
    written, count = _PLACE.subn(lambda _: key_table(language), document)
    if count != 1:
        raise ValueError("the document has no marks for a table of keys")
    return written


def _has_keys(action: Action) -> bool:
    return bool(action.keys)


def _place_of_group(action: Action) -> int:
    return list(GROUP_NAMES).index(action.group)


def _rows(actions: Sequence[Action], language: str) -> Iterator[str]:
    """A row an action; actions that differ by a digit only share one."""
    for _, alike in groupby(actions, key=lambda action: action.title.template):
        first, *others = alike
        if others:
            title = Message(first.title.template, digit="1–9")
            keys = f"{_shown(first.keys[0])} … {_shown(others[-1].keys[0])}"
        else:
            title = first.title
            keys = ", ".join(map(_shown, first.keys))
        yield f"| {render(title, language)} | {keys} |"


def _shown(chord: Chord) -> str:
    return f"`{chord}`".replace("Return", "Enter")


def write_key_tables(folder: Path) -> None:
    """Write the present tables into the documents of a folder."""
    for name, language in DOCUMENTS.items():
        path = folder / name
        path.write_text(with_key_table(path.read_text("utf-8"), language), "utf-8")
