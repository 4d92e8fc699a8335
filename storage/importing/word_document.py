"""Documents of word processors (.docx): their paragraphs and tables as lines of text."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from model.messages import Message
from storage.importing.archives import check_sizes
from storage.importing.options import ImportOptions, Limits
from storage.importing.source_file import READ_ERRORS, Found, PageRead, SourceFile, UnreadableError


def read_word_document(file: SourceFile, options: ImportOptions) -> Iterator[Found]:
    """The one page of a document; the document itself is kept beside the text."""
    content = file.read(options.limits.page)
    refuse_bomb(content, options.limits)
    title, text = _title_and_text(content)
    yield PageRead(file.origin, file.name, text, "", title, source=content)


def refuse_bomb(content: bytes, limits: Limits) -> None:
    """Raise UnreadableError for a document that is no zip or grows too much when it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check_sizes(archive.infolist(), limits)
    except READ_ERRORS as error:
        raise damaged(error) from error


def _title_and_text(content: bytes) -> tuple[str, str]:
    # python-docx is loaded only when there is a document
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        document = Document(io.BytesIO(content))
        return document.core_properties.title.strip(), "\n".join(_lines(document))
    except (*READ_ERRORS, OpcError, LookupError, ValueError, AttributeError, etree.LxmlError) as error:
        raise damaged(error) from error


def damaged(error: Exception) -> UnreadableError:
    """The error for a document that its library cannot read."""
    return UnreadableError(Message("is no document of its kind, or a damaged one ({reason}).", reason=str(error)))


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(dict.fromkeys(cell.text for cell in row.cells))
        else:
            yield block.text
