"""What a check finds: a place, what is odd about it, and how it can be mended."""

from dataclasses import dataclass
from enum import StrEnum

from model.identifiers import derived_id
from model.messages import Message
from model.text.folding import fold
from model.text.span import Fragments, Span


class Check(StrEnum):
    """The checks there are, in the order in which they are listed."""

    SPAN = "span"
    UNKNOWN_LABEL = "unknown_label"
    LABELS_DIFFER = "labels_differ"
    BARE = "bare"
    EDGES = "edges"
    CROSSING = "crossing"
    VALUE = "value"
    FILLER = "filler"
    ROLE_MISSING = "role_missing"
    NO_ACTOR = "no_actor"
    RARE = "rare"


CHECK_NAMES = {
    Check.SPAN: Message("Spans that no longer match their text"),
    Check.UNKNOWN_LABEL: Message("Types that the schema does not know"),
    Check.LABELS_DIFFER: Message("The same text with different types"),
    Check.BARE: Message("Confirmed names without a tag"),
    Check.EDGES: Message("Edges that vary"),
    Check.CROSSING: Message("Tags that cross each other"),
    Check.VALUE: Message("Values that cannot be read"),
    Check.FILLER: Message("Roles filled by what may not fill them"),
    Check.ROLE_MISSING: Message("Roles that the schema requires"),
    Check.NO_ACTOR: Message("Events without an actor"),
    Check.RARE: Message("Rare types"),
}


class Act(StrEnum):
    """How a finding is mended."""

    RELABEL = "relabel"
    TAG = "tag"
    MOVE_EDGES = "move_edges"
    CHANGE_ROLE = "change_role"
    REMOVE_ARGUMENT = "remove_argument"


@dataclass(frozen=True, slots=True)
class Mending:
    """One proposal. ``label`` is the label or role to give, ``role`` the one that an argument has, ``fragments`` what
    to tag or cover."""

    act: Act
    label: str = ""
    role: str = ""
    fragments: Fragments = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found in an article. ``record_id`` is the annotation it is about, if there is one.

    ``other_id`` is a second one: the mention that fills a role, or the tag that is crossed.
    """

    check: Check
    article_id: str
    span: Span
    text: str
    message: Message
    record_id: str | None = None
    other_id: str | None = None
    mending: Mending | None = None
    left: str = ""
    """What stands before it in its line, and after it."""
    right: str = ""

    @property
    def id(self) -> str:
        """The same as long as the same is found at the same place; what was dismissed is known by it."""
        say = self.message.english()
        return derived_id(self.check, self.article_id, self.span.start, self.span.end, fold(self.text), say)
