"""What the rules found so far in one article, by the numbers of its tokens."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.messages import Message


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention in the making: tokens ``first`` to ``last``, both inside, without ``lead`` folded letters of the first.

    ``score`` is how surely its rule takes it for a mention, by which the rules settle what stays; ``key`` the identity
    as far as it is known and ``identity_score`` the probability that it is this one.
    """

    first: int
    last: int
    lead: int
    label: str
    score: float
    reason: Message
    key: str | None = None
    identity_score: float | None = None

    def within(self, other: "Draft") -> bool:
        """Whether the other covers it, equal ones included."""
        return (other.first, other.lead) <= (self.first, self.lead) and self.last <= other.last

    def crosses(self, other: "Draft") -> bool:
        """Whether they share tokens and neither covers the other."""
        shared = self.first <= other.last and other.first <= self.last
        return shared and not self.within(other) and not other.within(self)

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it is, whatever it is."""
        return self.first, self.lead, self.last


class Board:
    """The drafts of one article, one a place and label, the better scored kept."""

    def __init__(self) -> None:
        self._drafts: dict[tuple[tuple[int, int, int], str], Draft] = {}
        self._starts: dict[int, list[Draft]] = defaultdict(list)
        self._covered: dict[int, list[Draft]] = defaultdict(list)

    def __iter__(self) -> Iterator[Draft]:
        return iter(
            sorted(self._drafts.values(), key=lambda draft: (draft.first, draft.lead, -draft.last, draft.label))
        )

    def __len__(self) -> int:
        return len(self._drafts)

    def add(self, draft: Draft) -> None:
        """Keep a draft; of two with one place and label the higher score wins and a known key is never lost."""
        known = self._drafts.get((draft.place, draft.label))
        if known is not None:
            better = max(known, draft, key=lambda each: each.score)
            key = better.key or known.key or draft.key
            draft = better if better.key == key else replace(better, key=key)
            self.remove(known)
        self._drafts[draft.place, draft.label] = draft
        self._starts[draft.first].append(draft)
        for index in range(draft.first, draft.last + 1):
            self._covered[index].append(draft)

    def remove(self, draft: Draft) -> None:
        """Forget a draft of the board."""
        del self._drafts[draft.place, draft.label]
        self._starts[draft.first].remove(draft)
        for index in range(draft.first, draft.last + 1):
            self._covered[index].remove(draft)

    def starting(self, index: int, *labels: str) -> Draft | None:
        """The longest draft that begins with this token, of one of the labels if some are given."""
        drafts = self._starts.get(index)
        if not drafts:
            return None
        fitting = [draft for draft in drafts if not labels or draft.label in labels]
        return max(fitting, key=lambda draft: (draft.last, draft.score), default=None)

    def covering(self, index: int, *labels: str) -> Draft | None:
        """The longest draft that this token belongs to, of one of the labels if some are given."""
        drafts = self._covered.get(index)
        if not drafts:
            return None
        fitting = [draft for draft in drafts if not labels or draft.label in labels]
        return max(fitting, key=lambda draft: draft.last - draft.first, default=None)
