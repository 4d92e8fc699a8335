"""Reads the tab-separated tables of seeds/lexicons; a bad row is named with its file, line, column and remedy."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from model.errors import TawsimError
from model.messages import Message
from model.text.folding import fold

FORM_SEPARATOR = " | "


class Row(NamedTuple):
    """One line of a table: where it stands (`line` counts from 1) and its cells in the order of the columns.

    A named tuple, because tens of thousands of rows are built before the first suggestion.
    """

    path: Path
    line: int
    cells: list[str]

    @property
    def file(self) -> str:
        """The name of the file, for messages."""
        return self.path.name


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of `path` under a header that must equal `columns`; empty cells at a line's end may be left out.

    Raises TawsimError for an unreadable file, another header, too many cells or an empty line.
    """
    lines = _lines(path)
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise TawsimError(
            Message(
                "{file}, line 1: the header must be {columns}, separated by tabs; write it so",
                file=path.name,
                columns=", ".join(columns),
            )
        )
    width = len(columns)
    for number, text in enumerate(lines[1:], start=2):
        cells = text.split("\t")
        if len(cells) < width:
            cells += [""] * (width - len(cells))
        if len(cells) > width or not text:
            raise _bad_width(path, number, width)
        yield Row(path, number, cells)


def forms_of(row: Row, column: int) -> tuple[str, ...]:
    """The forms in a cell, separated by ` | `; raises TawsimError when one of them is empty."""
    forms = tuple(row.cells[column].split(FORM_SEPARATOR))
    if "" in forms:
        raise TawsimError(
            Message(
                "{file}, line {line}, column {column}: a form is empty; give at least one and part them with “ | ”",
                file=row.file,
                line=row.line,
                column="forms",
            )
        )
    return forms


def folded_column(rows: Sequence[Row], column: int) -> list[str]:
    """The cells of a column, folded; all at once, as folding them one by one took most of the time of loading."""
    return fold("\n".join(row.cells[column] for row in rows)).split("\n")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise TawsimError(
            Message(
                "{file}: cannot be read as UTF-8 text ({reason}); restore the file",
                file=path.name,
                reason=str(error),
            )
        ) from error


def _bad_width(path: Path, line: int, width: int) -> TawsimError:
    return TawsimError(
        Message(
            "{file}, line {line}: a row has 1 to {width} cells separated by tabs; mend or delete the line",
            file=path.name,
            line=line,
            width=width,
        )
    )
