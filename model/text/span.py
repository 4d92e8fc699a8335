"""Half-open code-point spans and discontinuous fragments of an article's text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty half-open range ``[start, end)`` of code points. Raises ValueError when it is not one."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies within this one; equal spans contain each other."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """The same length, moved by a number of code points."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The text it covers."""
        return text[self.start : self.end]


Fragments = tuple[Span, ...]
"""One or more spans, sorted, disjoint, not touching: what a (possibly discontinuous) mention covers."""


def fragments_of(spans: Iterable[Span]) -> Fragments:
    """Sort the spans and merge those that overlap or touch. Raises ValueError when there is none."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    if not merged:
        raise ValueError("no span given")
    return tuple(merged)


def hull(fragments: Fragments) -> Span:
    """The smallest span that holds every fragment."""
    if len(fragments) == 1:
        return fragments[0]
    return Span(fragments[0].start, fragments[-1].end)


def covered_text(text: str, fragments: Fragments) -> str:
    """The text under the fragments, pieces joined by one space."""
    return " ".join(span.of(text) for span in fragments)
