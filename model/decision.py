"""Decisions: what an annotator answered to a suggestion. A rejection is remembered within its scope."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """The answer to a suggestion."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    SKIP = "skip"


class Scope(StrEnum):
    """How far a rejection reaches."""

    HERE = "here"
    ARTICLE = "article"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer; a suggestion has at most one standing decision. ``folded`` is the search key of its text."""

    id: str
    article_id: str
    suggestion_id: str
    verdict: Verdict
    annotator: str
    at: datetime
    folded: str
    label: str
    suggester: str
    duration_ms: int = 0
    scope: Scope = Scope.HERE
