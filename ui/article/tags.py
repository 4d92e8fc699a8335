"""What the view is told about a tag: plain values, offsets in code points of the article."""

from dataclasses import dataclass
from enum import Enum, auto

from model.text.span import Fragments, Span, hull


class TagKind(Enum):
    """Mentions are frames, events are underlines."""

    MENTION = auto()
    EVENT = auto()


class TagState(Enum):
    """Who stands behind a tag: a person, a suggester, or nobody any more (a rejected one, shown on demand)."""

    CONFIRMED = auto()
    SUGGESTED = auto()
    GHOST = auto()


@dataclass(frozen=True, slots=True)
class Tag:
    """A mention or event as the view shows it.

    ``label`` chooses the colours, ``label_text`` stands on the chip in the reader's language, ``detail`` is shown
    too while the tag is the current one. ``score`` pales a suggestion.
    """

    id: str
    kind: TagKind
    state: TagState
    label: str
    label_text: str
    fragments: Fragments
    score: float | None = None
    detail: str = ""

    @property
    def hull(self) -> Span:
        """From its first letter to its last."""
        return hull(self.fragments)
