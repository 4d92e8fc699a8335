"""Which reader reads which file, by its suffix."""

from collections.abc import Mapping

from storage.importing.html_page import read_html_page, read_web_archive
from storage.importing.json_lines import read_json_lines
from storage.importing.source_file import Reader
from storage.importing.tables import read_csv, read_spreadsheet
from storage.importing.text_page import read_text_page
from storage.importing.word_document import read_word_document

READERS: Mapping[str, Reader] = {
    ".txt": read_text_page,
    ".html": read_html_page,
    ".htm": read_html_page,
    ".xhtml": read_html_page,
    ".mhtml": read_web_archive,
    ".mht": read_web_archive,
    ".docx": read_word_document,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_spreadsheet,
}
"""By suffix in lower case."""
ARCHIVE = ".zip"
SUFFIXES = (*READERS, ARCHIVE)
"""What can be imported."""
ONLY_WHEN_NAMED = (".tsv",)
"""In folders and zips, these are tables of metadata rather than of pages."""
