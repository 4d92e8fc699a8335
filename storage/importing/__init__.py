"""Importing pages: ``plan_import`` reads and checks, ``carry_out`` stores all of it or nothing."""

from storage.importing.carrying_out import carry_out
from storage.importing.options import ImportOptions, Limits
from storage.importing.pasting import article_of_text
from storage.importing.plan import (
    ImportCancelledError,
    ImportPlan,
    ImportProblem,
    ImportRefusedError,
    ImportResult,
    PlannedPage,
)
from storage.importing.planning import plan_import
from storage.importing.readers import SUFFIXES

__all__ = [
    "SUFFIXES",
    "ImportCancelledError",
    "ImportOptions",
    "ImportPlan",
    "ImportProblem",
    "ImportRefusedError",
    "ImportResult",
    "Limits",
    "PlannedPage",
    "article_of_text",
    "carry_out",
    "plan_import",
]
