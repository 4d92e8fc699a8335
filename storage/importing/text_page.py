"""Pages saved as plain text: the text is exactly what was decoded."""

from collections.abc import Iterator

from storage.importing.decoding import decode
from storage.importing.options import ImportOptions
from storage.importing.source_file import Found, PageRead, SourceFile


def read_text_page(file: SourceFile, options: ImportOptions) -> Iterator[Found]:
    """The one page of a text file."""
    decoded = decode(file.read(options.limits.page), wanted=options.encoding)
    yield PageRead(file.origin, file.name, decoded.text, decoded.encoding)
