"""The lexicons of the program as values: things with names, parts of names, posts, and words that open names.

The files are described in seeds/lexicons/README.md; `model.suggest.lexicon.check` judges what is in them.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from model.errors import TawsimError
from model.messages import Message
from model.seeds import seeds_folder
from model.suggest.lexicon.tables import FORM_SEPARATOR, Row, folded_column, forms_of, read_table

ENTRY_COLUMNS = ("key", "label", "forms", "ambiguous", "note")
NAME_COLUMNS = ("form", "kind", "ambiguous", "note")
POST_COLUMNS = ("key", "kind", "forms", "note")
BODY_COLUMNS = ("key", "label", "forms", "note")

ENTRY_FILES = (
    "cities.tsv",
    "countries.tsv",
    "events.tsv",
    "facilities.tsv",
    "languages.tsv",
    "laws.tsv",
    "nationalities.tsv",
    "organisations.tsv",
    "people.tsv",
    "regions.tsv",
    "weapons.tsv",
)
NAMES_FILE = "given_names.tsv"
POSTS_FILE = "posts.tsv"
BODIES_FILE = "bodies.tsv"

LABELS = frozenset(["GPE", "LOC", "FAC", "ORG", "NORP", "OCC", "PERS", "EVENT", "LAW", "PRODUCT", "LANGUAGE"])
NAME_KINDS = frozenset(["given_arabic", "given_foreign", "family"])
POST_KINDS = frozenset(["post", "rank", "honorific", "profession", "generic"])
AMBIGUITIES = frozenset(("", "yes", "key"))

_KEY = re.compile(r"[a-z][a-z0-9_]*").fullmatch


class LexiconEntry(NamedTuple):
    """A thing that has a name: its identity `key`, its mention `label`, its forms (unvocalised, with their article).

    `ambiguous`: the forms are also ordinary words or names of things of other kinds, no mention without evidence.
    `homonym`: the forms surely name something of this label, but several identities share them (طرابلس).
    `folded`: the forms as `model.text.folding.fold` writes them, in the same order. A named tuple, as thousands of
    them are made before the first suggestion.
    """

    key: str
    label: str
    forms: tuple[str, ...]
    folded: tuple[str, ...]
    ambiguous: bool = False
    homonym: bool = False


class NamePart(NamedTuple):
    """A word of personal names; `kind` is one of NAME_KINDS, `ambiguous` says that it is an ordinary word too."""

    form: str
    folded: str
    kind: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class PostEntry:
    """The head of a post, rank, title or profession; `generic` ones are no OCC by themselves (guidelines, ruling 5)."""

    key: str
    kind: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A noun that opens a name of the given label together with its complement (وزارة, محافظة, مطار)."""

    key: str
    label: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries, in the order of their files."""

    entries: tuple[LexiconEntry, ...]

    def of_label(self, label: str) -> tuple[LexiconEntry, ...]:
        """The entries of one mention label."""
        return tuple(entry for entry in self.entries if entry.label == label)


def lexicons_folder() -> Path:
    """The folder of the lexicons that ship with the program."""
    return seeds_folder() / "lexicons"


@cache
def load_lexicon() -> Lexicon:
    """Every named thing the program knows; raises TawsimError for a row that cannot be used."""
    folder = lexicons_folder()
    return Lexicon(tuple(entry for name in ENTRY_FILES for entry in read_entries(folder / name)))


@cache
def load_names() -> tuple[NamePart, ...]:
    """The words of personal names; raises TawsimError for a row that cannot be used."""
    return read_names(lexicons_folder() / NAMES_FILE)


@cache
def load_posts() -> tuple[PostEntry, ...]:
    """The heads of posts and titles; raises TawsimError for a row that cannot be used."""
    return read_posts(lexicons_folder() / POSTS_FILE)


@cache
def load_bodies() -> tuple[BodyEntry, ...]:
    """The nouns that open names; raises TawsimError for a row that cannot be used."""
    return read_bodies(lexicons_folder() / BODIES_FILE)


def read_entries(path: Path) -> tuple[LexiconEntry, ...]:
    """The entries of one file; raises TawsimError with line, column and remedy."""
    rows = tuple(read_table(path, ENTRY_COLUMNS))
    return tuple(map(_entry, rows, folded_column(rows, 2)))


def read_names(path: Path) -> tuple[NamePart, ...]:
    """The name parts of one file; raises TawsimError with line, column and remedy."""
    rows = tuple(read_table(path, NAME_COLUMNS))
    return tuple(map(_name, rows, folded_column(rows, 0)))


def read_posts(path: Path) -> tuple[PostEntry, ...]:
    """The posts of one file; raises TawsimError with line, column and remedy."""
    return tuple(
        PostEntry(_key(row), _choice(row, 1, "kind", POST_KINDS), forms_of(row, 2))
        for row in read_table(path, POST_COLUMNS)
    )


def read_bodies(path: Path) -> tuple[BodyEntry, ...]:
    """The opening nouns of one file; raises TawsimError with line, column and remedy."""
    return tuple(
        BodyEntry(_key(row), _choice(row, 1, "label", LABELS), forms_of(row, 2))
        for row in read_table(path, BODY_COLUMNS)
    )


def _entry(row: Row, folded: str) -> LexiconEntry:
    key, label, _, ambiguity, _ = row.cells
    if not _KEY(key):
        raise _bad_key(row)
    if label not in LABELS:
        raise _bad_choice(row, 1, "label", LABELS)
    if ambiguity not in AMBIGUITIES:
        raise _bad_choice(row, 3, "ambiguous", AMBIGUITIES)
    keys = tuple(folded.split(FORM_SEPARATOR))
    return LexiconEntry(key, label, forms_of(row, 2), keys, ambiguity == "yes", ambiguity == "key")


def _name(row: Row, folded: str) -> NamePart:
    form, kind, ambiguity, _ = row.cells
    if not form:
        raise TawsimError(
            Message(
                "{file}, line {line}, column {column}: no form; write the word or delete the line",
                file=row.file,
                line=row.line,
                column="form",
            )
        )
    if kind not in NAME_KINDS:
        raise _bad_choice(row, 1, "kind", NAME_KINDS)
    if ambiguity not in AMBIGUITIES:
        raise _bad_choice(row, 2, "ambiguous", AMBIGUITIES)
    return NamePart(form, folded, kind, ambiguity == "yes")


def _key(row: Row) -> str:
    if not _KEY(row.cells[0]):
        raise _bad_key(row)
    return row.cells[0]


def _choice(row: Row, column: int, name: str, allowed: frozenset[str]) -> str:
    if row.cells[column] not in allowed:
        raise _bad_choice(row, column, name, allowed)
    return row.cells[column]


def _bad_key(row: Row) -> TawsimError:
    return TawsimError(
        Message(
            "{file}, line {line}, column {column}: “{key}” is no key; use small English letters, digits and _",
            key=row.cells[0],
            file=row.file,
            line=row.line,
            column="key",
        )
    )


def _bad_choice(row: Row, column: int, name: str, allowed: frozenset[str]) -> TawsimError:
    return TawsimError(
        Message(
            "{file}, line {line}, column {column}: “{value}” is not known; use one of: {allowed}",
            value=row.cells[column],
            allowed=", ".join(sorted(filter(None, allowed))),
            file=row.file,
            line=row.line,
            column=name,
        )
    )
