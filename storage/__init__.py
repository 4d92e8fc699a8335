"""The store: articles and annotations in SQLAlchemy, and readers and writers of files. Knows no Qt.

Its face is what this module exports; it is loaded on first use, since commands and windows start without it.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storage.articles import AddedArticles
    from storage.checking import SpanMismatch
    from storage.overview import Progress
    from storage.project import HistoryEntry, Project
    from storage.queue import QueueQuery, QueueRow, QueueSort

__all__ = [
    "AddedArticles",
    "HistoryEntry",
    "Progress",
    "Project",
    "QueueQuery",
    "QueueRow",
    "QueueSort",
    "SpanMismatch",
]

_HOMES = {
    "AddedArticles": "storage.articles",
    "HistoryEntry": "storage.project",
    "Progress": "storage.overview",
    "Project": "storage.project",
    "QueueQuery": "storage.queue",
    "QueueRow": "storage.queue",
    "QueueSort": "storage.queue",
    "SpanMismatch": "storage.checking",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
