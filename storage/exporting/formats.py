"""The formats that a project can leave in."""

from collections.abc import Callable
from dataclasses import dataclass

from model.messages import Message
from storage.exporting import losses
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
    )
}
"""By name, the complete one first."""
