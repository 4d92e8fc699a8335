"""Which reader reads which file, by its suffix."""

from collections.abc import Mapping

from storage.importing.json_lines import read_json_lines
from storage.importing.source_file import Reader
from storage.importing.text_page import read_text_page

READERS: Mapping[str, Reader] = {
    ".txt": read_text_page,
    ".text": read_text_page,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
}
"""By suffix in lower case."""
ARCHIVE = ".zip"
SUFFIXES = (*READERS, ARCHIVE)
"""What can be imported."""
