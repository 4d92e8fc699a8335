"""Judges the lexicon files: order, forms that clash, characters that do not belong. Reads them through the loader."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from model.messages import Message
from model.suggest.lexicon.entries import (
    BODIES_FILE,
    BODY_COLUMNS,
    ENTRY_COLUMNS,
    ENTRY_FILES,
    NAME_COLUMNS,
    NAMES_FILE,
    POST_COLUMNS,
    POSTS_FILE,
    read_bodies,
    read_entries,
    read_names,
    read_posts,
)
from model.suggest.lexicon.tables import Row, forms_of, read_table
from model.text.folding import fold

_MIXED_WORD = re.compile(r"[ء-ي][A-Za-zА-я]|[A-Za-zА-я][ء-ي]")
_ALIEN = re.compile(r"[^ء-غف-يپچژڤگA-Za-z0-9 ./+\-'()]")
ORDINARY_FILE = "ordinary_words.tsv"
ORDINARY_COLUMNS = ("form", "note")
_SORTED_CELLS = {
    ENTRY_COLUMNS: (0, 1, 3),
    NAME_COLUMNS: (0, 1),
    POST_COLUMNS: (0, 1),
    BODY_COLUMNS: (0, 1),
    ORDINARY_COLUMNS: (0,),
}
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك")
_ORDINARY_LABELS = frozenset({"NORP", "PRODUCT"})
"""Adjectives and kinds of arms are ordinary words and mentions by themselves (guidelines, section 3)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a lexicon: the file's name, the line (from 1) and what to mend."""

    file: str
    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class _Use:
    """One form where it stands: its row, its key and label, and what the row says of its ambiguity."""

    row: Row
    form: str
    key: str
    label: str
    ambiguity: str


def check_lexicons(folder: Path) -> tuple[Finding, ...]:
    """All faults of the files in `folder`, in the order of files and lines.

    Raises TawsimError, as the loader does, for a file with rows that cannot be used at all.
    """
    entry_rows = [row for name in ENTRY_FILES for row in _entry_rows(folder / name)]
    uses = [use for row in entry_rows for use in _uses(row)]
    ordinary = list(read_table(folder / ORDINARY_FILE, ORDINARY_COLUMNS))
    names = list(_names(folder / NAMES_FILE))
    findings = [
        *_order(ordinary, ORDINARY_COLUMNS),
        *_ordinary(uses, names, [row.cells[0] for row in ordinary]),
        *_order(entry_rows, ENTRY_COLUMNS),
        *_characters(uses),
        *_repeats(uses),
        *_clashes(uses),
        *_shared_keys(uses),
    ]
    for name, columns, form_column in (
        (NAMES_FILE, NAME_COLUMNS, 0),
        (POSTS_FILE, POST_COLUMNS, 2),
        (BODIES_FILE, BODY_COLUMNS, 2),
    ):
        findings += _table(folder / name, columns, form_column)
    return tuple(sorted(findings, key=lambda finding: (finding.file, finding.line)))


def _entry_rows(path: Path) -> Iterator[Row]:
    read_entries(path)
    return read_table(path, ENTRY_COLUMNS)


def _table(path: Path, columns: tuple[str, ...], form_column: int) -> Iterator[Finding]:
    {NAMES_FILE: read_names, POSTS_FILE: read_posts, BODIES_FILE: read_bodies}[path.name](path)
    rows = list(read_table(path, columns))
    uses = [_Use(row, form, row.cells[0], row.cells[1], "") for row in rows for form in forms_of(row, form_column)]
    yield from _order(rows, columns)
    yield from _characters(uses)
    yield from _repeats(uses)


def _uses(row: Row) -> Iterator[_Use]:
    key, label, _, ambiguity, _ = row.cells
    return (_Use(row, form, key, label, ambiguity) for form in forms_of(row, 2))


def _names(path: Path) -> Iterator[_Use]:
    read_names(path)
    for row in read_table(path, NAME_COLUMNS):
        form, kind, ambiguity, _ = row.cells
        yield _Use(row, form, form, kind, ambiguity)


def _order(rows: list[Row], columns: tuple[str, ...]) -> Iterator[Finding]:
    previous: dict[str, tuple[str, ...]] = {}
    for row in rows:
        place = tuple(row.cells[column] for column in _SORTED_CELLS[columns])
        before = previous.get(row.file, ())
        if place <= before:
            template = Message("this line must stand before the line above it, or be one with it; sort the file")
            yield Finding(row.file, row.line, template)
        previous[row.file] = place


def _characters(uses: list[_Use]) -> Iterator[Finding]:
    for use in uses:
        alien = _ALIEN.search(use.form)
        if alien:
            code = f"U+{ord(alien.group()):04X}"
            message = Message("“{form}” holds the character {code}; remove it", form=use.form, code=code)
            yield Finding(use.row.file, use.row.line, message)
        if use.form != " ".join(use.form.split()):
            message = Message("“{form}” has a stray space; remove it", form=use.form)
            yield Finding(use.row.file, use.row.line, message)
        if _MIXED_WORD.search(use.form):
            message = Message("“{form}” mixes alphabets in one word; write it in one", form=use.form)
            yield Finding(use.row.file, use.row.line, message)


def _repeats(uses: list[_Use]) -> Iterator[Finding]:
    """Forms that one key has twice under one label: folding makes them equal, so one is enough."""
    seen: set[tuple[str, str, str, str]] = set()
    for use in uses:
        identity = (use.row.file, use.key, use.label, fold(use.form))
        if identity in seen:
            message = Message("“{form}” stands twice for “{key}”; keep one", form=use.form, key=use.key)
            yield Finding(use.row.file, use.row.line, message)
        seen.add(identity)


def _ordinary(entries: list[_Use], names: list[_Use], words: list[str]) -> Iterator[Finding]:
    """Forms that are ordinary words, by themselves or after a proclitic («وجودي»), and not marked.

    Family names are only looked for behind other names, so that a proclitic before them does no harm.
    """
    by_key = {fold(word): word for word in words}
    for use in (*entries, *names):
        if use.ambiguity or use.label in _ORDINARY_LABELS:
            continue
        for letter in _PROCLITICS[:1] if use.label == "family" else _PROCLITICS:
            word = by_key.get(letter + fold(use.form))
            if word is not None:
                message = Message("“{form}” is the ordinary word “{word}” too; mark it (yes)", form=use.form, word=word)
                yield Finding(use.row.file, use.row.line, message)


def _clashes(uses: list[_Use]) -> Iterator[Finding]:
    """Forms of several keys or labels: one reading at most may be unmarked, none beside another key of its label."""
    by_form: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        by_form[fold(use.form)].append(use)
    for group in by_form.values():
        sure = [use for use in group if not use.ambiguity]
        for use in sure:
            other = _rival(use, group, sure)
            if other is not None:
                yield Finding(use.row.file, use.row.line, _clash_message(use, other))


def _rival(use: _Use, group: list[_Use], sure: list[_Use]) -> _Use | None:
    """Another reading of the form that forbids `use` to be unmarked."""
    for other in group:
        if other.label == use.label and other.key != use.key:
            return other
    return next((other for other in sure if other.label != use.label), None)


def _shared_keys(uses: list[_Use]) -> Iterator[Finding]:
    """Keys under two labels that share no form: two things took one identity."""
    by_key: dict[str, dict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
    for use in uses:
        by_key[use.key][use.label].append(use)
    for key, by_label in by_key.items():
        first, *others = by_label.values()
        known = {fold(use.form) for use in first}
        for other in others:
            if known.isdisjoint(fold(use.form) for use in other):
                message = Message(
                    "“{key}” is also {label} in {file}, line {line}, with other forms; give it a key of its own",
                    key=key,
                    label=first[0].label,
                    file=first[0].row.file,
                    line=first[0].row.line,
                )
                yield Finding(other[0].row.file, other[0].row.line, message)


def _clash_message(use: _Use, other: _Use) -> Message:
    return Message(
        "“{form}” is also {label} “{key}” in {file}, line {line}; mark one of them or both as ambiguous (yes, or key "
        "when only the identity is open)",
        form=use.form,
        label=other.label,
        key=other.key,
        file=other.row.file,
        line=other.row.line,
    )
