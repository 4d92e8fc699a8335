"""How safe the annotator's work is at this moment."""

from dataclasses import dataclass
from enum import StrEnum

from model.messages import Message


class Safety(StrEnum):
    """Where the latest operation is."""

    SAVED = "saved"
    SAVING = "saving"
    KEPT = "kept"
    """Only in memory: the store cannot be written at the moment."""


@dataclass(frozen=True, slots=True)
class Saving:
    """The save state: how many operations are only kept in memory, and why."""

    safety: Safety = Safety.SAVED
    kept: int = 0
    reason: Message | None = None
