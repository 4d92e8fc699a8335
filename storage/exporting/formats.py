"""The formats that a project can leave in."""

from collections.abc import Callable
from dataclasses import dataclass

from model.messages import Message
from storage.exporting import losses
from storage.exporting.brat import write_brat
from storage.exporting.conll import write_conll
from storage.exporting.csv_tables import write_events, write_mentions
from storage.exporting.json_lines import write_json_lines
from storage.exporting.writing import Writing

Write = Callable[[Writing], None]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format. ``suffix`` is that of its file; a format of several files is a folder.

    ``loses`` are the kinds of things that it cannot hold, in the order in which they are told.
    """

    name: str
    title: Message
    suffix: str
    is_folder: bool
    write: Write
    loses: tuple[losses.Kind, ...]


_FLAT = (losses.EVENTS, losses.VALUES, losses.IDENTITIES, losses.ATTRIBUTES, losses.NOTES)
_BESIDES = (losses.ZONES, losses.DECISIONS, losses.PROVENANCE, losses.SOURCES, losses.HISTORY)
_OF_TABLES = (losses.TEXTS, losses.ZONES, losses.DECISIONS, losses.SOURCES, losses.HISTORY, losses.SURROGATES)

EXPORT_FORMATS: dict[str, ExportFormat] = {
    one.name: one
    for one in (
        ExportFormat(
            "jsonl",
            Message("Tawsim, complete (JSON Lines)"),
            ".jsonl",
            is_folder=False,
            write=write_json_lines,
            loses=(losses.SOURCES, losses.HISTORY),
        ),
        ExportFormat(
            "conll",
            Message("CoNLL, IOB2 (mentions only)"),
            ".conll",
            is_folder=False,
            write=write_conll,
            loses=(
                *_FLAT,
                losses.PIECES,
                losses.WORDLESS,
                losses.BLANK_EDGES,
                losses.CUT_WORDS,
                losses.LAYOUT,
                losses.METADATA,
                *_BESIDES,
                losses.SURROGATES,
            ),
        ),
        ExportFormat(
            "brat",
            Message("brat standoff (a folder)"),
            "",
            is_folder=True,
            write=write_brat,
            loses=(losses.WORDLESS, losses.NAMES, losses.METADATA, *_BESIDES, losses.SURROGATES),
        ),
        ExportFormat(
            "mentions-csv",
            Message("Table of mentions (CSV)"),
            ".csv",
            is_folder=False,
            write=write_mentions,
            loses=(losses.EVENTS, *_OF_TABLES, losses.GUARDED),
        ),
        ExportFormat(
            "events-csv",
            Message("Table of events (CSV)"),
            ".csv",
            is_folder=False,
            write=write_events,
            loses=(losses.IDLE_MENTIONS, losses.VALUES, losses.IDENTITIES, *_OF_TABLES, losses.GUARDED),
        ),
    )
}
"""By name, the complete one first."""
