"""Who acts, when, and how long they took."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from model.annotation import Provenance
from model.messages import Message
from model.operation import Change, Operation, operation
from model.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Author:
    """The annotator behind an operation; ``at`` is in UTC, ``duration_ms`` the time since the question was shown."""

    annotator: str
    at: datetime
    duration_ms: int = 0

    def provenance(self, suggestion: Suggestion | None = None) -> Provenance:
        """The provenance of what this author makes, from a suggestion or by hand."""
        if suggestion is None:
            return Provenance(self.annotator, self.at, self.duration_ms)
        return Provenance(
            annotator=self.annotator,
            at=self.at,
            duration_ms=self.duration_ms,
            suggestion_id=suggestion.id,
            suggester=suggestion.source.suggester,
            suggester_version=suggestion.source.version,
            score=suggestion.score,
        )

    def does(self, name: str, title: Message, changes: Iterable[Change]) -> Operation:
        """An operation of this author."""
        return operation(name, title, changes, annotator=self.annotator, at=self.at, duration_ms=self.duration_ms)
