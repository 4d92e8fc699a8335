"""JSON Lines: Tawsim's own complete format, and plain records with a text."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from model.messages import Message
from storage.importing.columns import OUTLET, PUBLISHED, TEXT, TITLE, URL, columns_of, day_of
from storage.importing.decoding import encoding_name
from storage.importing.options import ImportOptions
from storage.importing.packing import packed
from storage.importing.plan import ImportProblem
from storage.importing.source_file import (
    READ_ERRORS,
    ArticleRead,
    Found,
    IdentitiesRead,
    LineRead,
    PageRead,
    SourceFile,
    UnreadableError,
    too_big,
    unreadable,
)
from storage.interchange import HEADER_KEY
from storage.interchange.lines import HeaderLine, IdentitiesLine
from storage.interchange.reading import (
    FormatError,
    article_of,
    article_or_identities,
    check_header,
    identities_of,
    line_of_plain,
    records_of,
)

_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_json_lines(file: SourceFile, options: ImportOptions) -> Iterator[Found]:
    """Every line as an article or a problem; a header of a version that cannot be read ends the file."""
    complete = False
    encoding = "utf-8" if options.encoding is None else encoding_name(options.encoding)
    for number, content in _lines(file, options.limits.page):
        try:
            if complete:
                if content.strip():
                    yield LineRead(file.origin, number, content if encoding == "utf-8" else _decoded(content, encoding))
                continue
            plain = _parsed(content, encoding)
            if number == 1 and isinstance(plain, dict) and HEADER_KEY in plain:
                check_header(line_of_plain(plain, HeaderLine))
                complete = True
            elif plain is not None:
                yield _plain(file, number, encoding, plain)
        except FormatError as error:
            yield ImportProblem(file.origin, number, _misshapen(error))
            if number == 1 and not complete and HEADER_KEY.encode() in content:
                return
        except UnreadableError as error:
            yield ImportProblem(file.origin, number, error.message)


def _misshapen(error: FormatError) -> Message:
    return Message("is not as Tawsim's format wants it ({reason}).", reason=str(error))


def _lines(file: SourceFile, limit: int) -> Iterator[tuple[int, bytes]]:
    number = 0
    try:
        with file.open() as stream:
            while line := stream.readline(limit + 1):
                number += 1
                if number == 1 and line.startswith(_WIDE):
                    raise UnreadableError(Message("is in UTF-16; JSON Lines must be UTF-8. Save it as UTF-8."))
                if len(line) > limit:
                    raise UnreadableError(too_big(len(line), limit).message, number)
                yield number, line.removeprefix(_BOM) if number == 1 else line
    except READ_ERRORS as error:
        raise unreadable(error) from error


def _parsed(content: bytes, encoding: str) -> Any:
    text = _decoded(content, encoding).strip()
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError) as error:
        raise _no_json(error) from error


def _no_json(error: Exception) -> UnreadableError:
    return UnreadableError(Message("is no valid JSON ({reason}).", reason=str(error)))


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            Message(
                "is not in the encoding {encoding}: it breaks off at byte {byte}. Name the right one.",
                encoding=encoding,
                byte=error.start,
            )
        ) from error


def article_in(line: LineRead) -> ArticleRead | IdentitiesRead | ImportProblem:
    """What a line of the complete format holds, checked, or what is wrong with it."""
    try:
        return _complete(line)
    except FormatError as error:
        return ImportProblem(line.origin, line.line, _misshapen(error))
    except UnreadableError as error:
        return ImportProblem(line.origin, line.line, error.message)


def _complete(line: LineRead) -> ArticleRead | IdentitiesRead:
    try:
        found = article_or_identities(line.content)
    except FormatError:
        raise
    except (ValueError, RecursionError) as error:
        if isinstance(line.content, bytes):
            _decoded(line.content, "utf-8")
        raise _no_json(error) from error
    if isinstance(found, IdentitiesLine):
        return IdentitiesRead(tuple(identities_of(found.identities)))
    return ArticleRead(line.origin, line.line, article_of(found), packed(records_of(found)))


def _plain(file: SourceFile, number: int, encoding: str, plain: Any) -> PageRead:
    if not isinstance(plain, dict):
        raise UnreadableError(Message("is no JSON object with a text."))
    columns = columns_of(plain)
    text = plain.get(columns.get(TEXT, ""))
    if not isinstance(text, str):
        found = ", ".join(plain) or "—"
        raise UnreadableError(Message("has no “text” that is a string; it has: {found}.", found=found))
    used = set(columns.values())
    return PageRead(
        f"{file.origin}:{number}",
        f"{file.name}:{number}",
        text,
        encoding,
        _text(plain, columns.get(TITLE)),
        _day(plain, columns.get(PUBLISHED)),
        _text(plain, columns.get(OUTLET)),
        _text(plain, columns.get(URL)),
        {name: _shown(value) for name, value in plain.items() if name not in used and value not in (None, "")},
    )


def _text(plain: Mapping[str, Any], name: str | None) -> str:
    value = plain.get(name) if name else None
    return "" if value is None else _shown(value)


def _day(plain: Mapping[str, Any], name: str | None) -> Any:
    stated = _text(plain, name)
    day = day_of(stated)
    if stated and day is None:
        raise UnreadableError(Message("has “{text}” for a date; write year-month-day, as in 2024-03-27.", text=stated))
    return day


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
