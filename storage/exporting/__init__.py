"""Exporting a project: what each format cannot hold is told before and after writing."""

from storage.exporting.exporting import export, foreseen_losses
from storage.exporting.formats import EXPORT_FORMATS, ExportFormat
from storage.exporting.report import ExportCancelledError, ExportReport, Loss

__all__ = [
    "EXPORT_FORMATS",
    "ExportCancelledError",
    "ExportFormat",
    "ExportReport",
    "Loss",
    "export",
    "foreseen_losses",
]
