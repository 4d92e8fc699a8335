"""Tables with one article a row: CSV with any delimiter, and spreadsheets."""

import csv
import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from model.messages import Message
from storage.importing.columns import OUTLET, PUBLISHED, TEXT, TEXT_NAMES, TITLE, URL, columns_of, day_of
from storage.importing.decoding import decode, encoding_name
from storage.importing.options import MEGABYTE, ImportOptions
from storage.importing.plan import ImportProblem
from storage.importing.source_file import READ_ERRORS, Found, PageRead, SourceFile, UnreadableError, unreadable
from storage.importing.word_document import damaged, refuse_bomb

_DELIMITERS = ",;\t|،"
_BOM = "\ufeff"
_DAMAGE = (*READ_ERRORS, LookupError, ValueError, TypeError, AttributeError, SyntaxError)
"""What openpyxl raises for spreadsheets that are not as they should be."""
Row = tuple[int, Sequence[Any]]
"""The line or row at which it begins, and its cells."""


def read_csv(file: SourceFile, options: ImportOptions) -> Iterator[Found]:
    """A page or a problem for each row; raises UnreadableError where there is no column of texts."""
    csv.field_size_limit(options.limits.page)
    encoding = _encoding(file, options)
    try:
        with file.open() as stream:
            text = io.TextIOWrapper(stream, encoding, newline="")
            yield from _pages(file, encoding, _csv_rows(text))
    except READ_ERRORS as error:
        raise unreadable(error) from error


def _encoding(file: SourceFile, options: ImportOptions) -> str:
    if options.encoding is not None:
        return encoding_name(options.encoding)
    try:
        with file.open() as stream:
            sample = stream.read(MEGABYTE)
    except READ_ERRORS as error:
        raise unreadable(error) from error
    if len(sample) == MEGABYTE:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    return decode(sample).encoding


def _csv_rows(text: io.TextIOWrapper) -> Iterator[Row]:
    head = text.readline()
    lines = _chained(head.removeprefix(_BOM), text)
    reader = csv.reader(lines, delimiter=_delimiter(head.removeprefix(_BOM)), strict=True)
    end = 0
    try:
        for cells in reader:
            yield end + 1, cells
            end = reader.line_num
    except csv.Error as error:
        raise UnreadableError(Message("is no valid CSV ({reason}).", reason=str(error)), reader.line_num) from error
    except UnicodeDecodeError as error:
        message = Message(
            "is not in the encoding {encoding}: it breaks off at byte {byte}. Name the right one.",
            encoding=text.encoding,
            byte=error.start,
        )
        raise UnreadableError(message, reader.line_num + 1) from error


def _chained(head: str, rest: Iterable[str]) -> Iterator[str]:
    yield head
    yield from rest


def _delimiter(head: str) -> str:
    """The delimiter that finds most columns which are known by name, then most columns."""

    def found(delimiter: str) -> tuple[int, int]:
        names = next(csv.reader([head], delimiter=delimiter), [])
        return len(columns_of(names)), len(names)

    return max(_DELIMITERS, key=found)


def read_spreadsheet(file: SourceFile, options: ImportOptions) -> Iterator[Found]:
    """A page or a problem for each row of each sheet that is not empty."""
    content = file.read(options.limits.workbook)
    refuse_bomb(content, options.limits)
    book = _workbook(content)
    for sheet in book.worksheets:
        yield from _pages(file, "", _filled_rows(sheet), within=f"[{sheet.title}]", empty=len(book.worksheets) > 1)
    book.close()


def _filled_rows(sheet: Any) -> Iterator[Row]:
    try:
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            if any(cell is not None for cell in cells):
                yield number, cells
    except _DAMAGE as error:
        raise damaged(error) from error


def _workbook(content: bytes) -> Any:
    # openpyxl is loaded only when there is a spreadsheet
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # it warns of styles and extensions, which hold no text
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except _DAMAGE as error:
        raise damaged(error) from error


def _pages(
    file: SourceFile, encoding: str, rows: Iterator[Row], *, within: str = "", empty: bool = False
) -> Iterator[Found]:
    """The pages of rows whose first one names the columns; ``empty`` says that there need be none."""
    line, header = next(rows, (1, ()))
    if not header and empty:
        return
    names = [_shown(cell).strip() for cell in header]
    columns = columns_of(names)
    if TEXT not in columns:
        raise UnreadableError(
            Message(
                "has no column of texts. It has: {found}. The column may be called: {expected}.",
                found=", ".join(names) or "—",
                expected=", ".join(TEXT_NAMES),
            ),
            line,
        )
    for number, cells in rows:
        try:
            yield _page(file, f"{within}:{number}", encoding, dict(zip(names, cells, strict=False)), columns)
        except UnreadableError as error:
            yield ImportProblem(f"{file.origin}{within}", number, error.message)


def _page(file: SourceFile, place: str, encoding: str, row: dict[str, Any], columns: dict[str, str]) -> PageRead:
    def cell(part: str) -> str:
        return _shown(row.get(columns.get(part, "")))

    if not cell(TEXT).strip():
        raise UnreadableError(Message("the row has no text."))
    day = day_of(cell(PUBLISHED))
    if cell(PUBLISHED).strip() and day is None:
        raise UnreadableError(
            Message("has “{text}” for a date; write year-month-day, as in 2024-03-27.", text=cell(PUBLISHED))
        )
    used = {"", *columns.values()}
    return PageRead(
        f"{file.origin}{place}",
        f"{file.name}{place}",
        cell(TEXT),
        encoding,
        cell(TITLE).strip(),
        day,
        cell(OUTLET).strip(),
        cell(URL).strip(),
        {name: _shown(value) for name, value in row.items() if name not in used and _shown(value).strip()},
    )


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)
