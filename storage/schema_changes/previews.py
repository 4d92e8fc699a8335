"""What a change of the schema would do, in counts and samples."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from model.annotation import Annotation, Event, Mention, Zone
from model.decision import Decision, Scope, Verdict
from model.operation import Change
from model.operations.relabelling import Relabelled
from model.schema.changes.change import OrphanedRole
from model.schema.changes.parts import Part

_SAMPLES_OF_EACH = 4
_SAMPLES = 24
_AROUND = 30
"""Code points of context at each side of a sample."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One annotation that a change touches, in its context. ``after`` None: it goes."""

    article_id: str
    before: str
    after: str | None
    left: str
    text: str
    right: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change would do. Counts are of records that become different or go."""

    articles: int = 0
    mentions: int = 0
    events: int = 0
    arguments: int = 0
    zones: int = 0
    decisions: int = 0
    rejections: int = 0
    """Those among the decisions that reach beyond their place."""
    identities: int = 0
    removed: int = 0
    """Mentions and events that go because their label does."""
    joined: int = 0
    """Mentions and events that come to mean the same as another one at their place, which stands for both."""
    taken_away: int = 0
    """Arguments that go."""
    orphans: Mapping[OrphanedRole, int] = field(default_factory=lambda: MappingProxyType({}))
    """Arguments that would lose their role; while there are any, the change is refused."""
    in_use: Mapping[tuple[Part, str], int] = field(default_factory=lambda: MappingProxyType({}))
    """Labels that the schema would not have any more, with how much has them; these stop the change too."""
    samples: tuple[Sample, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether something would be lost, so that the change cannot be made as it is."""
        return bool(self.orphans or self.in_use)


class Counting:
    """Sums up what a change does to one article after another."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._orphans: Counter[OrphanedRole] = Counter()
        self._samples: list[Sample] = []
        self._shown: Counter[tuple[str, str | None]] = Counter()

    @property
    def wants_samples(self) -> bool:
        """Whether texts are still needed."""
        return len(self._samples) < _SAMPLES

    def add(self, relabelled: Relabelled, text: str | None) -> None:
        """Count what becomes of one article; ``text`` is wanted while ``wants_samples``."""
        self._orphans.update(relabelled.orphans)
        self._counts["joined"] += relabelled.joined
        self._counts["taken_away"] += relabelled.taken_away
        self._counts["articles"] += bool(relabelled.changes)
        for change in relabelled.changes:
            self._count(change)
            if text is not None and self.wants_samples:
                self._show(change, text)
        self._counts["removed"] -= relabelled.joined

    def _count(self, change: Change) -> None:
        match change.record:
            case Mention():
                self._counts["mentions"] += 1
                self._counts["removed"] += change.after is None
            case Event():
                relabelled = change.after is None or _label(change.before) != _label(change.after)
                self._counts["events"] += relabelled
                self._counts["removed"] += change.after is None
                self._counts["arguments"] += _changed_arguments(change)
            case Zone():
                self._counts["zones"] += 1
            case Decision() as decision:
                self._counts["decisions"] += 1
                self._counts["rejections"] += decision.verdict is Verdict.REJECT and decision.scope is not Scope.HERE
            case _:
                pass

    def _show(self, change: Change, text: str) -> None:
        before = change.before
        if not isinstance(before, Mention | Event):
            return
        after = change.after if isinstance(change.after, Mention | Event) else None
        pair = (before.label, None if after is None else after.label)
        if pair[0] == pair[1] or self._shown[pair] >= _SAMPLES_OF_EACH:
            return
        self._shown[pair] += 1
        self._samples.append(_sample(before, pair, text))

    def preview(self, identities: int, in_use: Mapping[tuple[Part, str], int]) -> Preview:
        """All of it."""
        return Preview(
            **self._counts,
            identities=identities,
            orphans=MappingProxyType(dict(self._orphans)),
            in_use=in_use,
            samples=tuple(self._samples),
        )


def _label(record: object) -> str | None:
    return getattr(record, "label", None)


def _changed_arguments(change: Change) -> int:
    before = change.before.arguments if isinstance(change.before, Event) else ()
    after = change.after.arguments if isinstance(change.after, Event) else ()
    return len(set(before) - set(after))


def _sample(record: Annotation, labels: tuple[str, str | None], text: str) -> Sample:
    hull = record.hull
    left, right = text[max(0, hull.start - _AROUND) : hull.start], text[hull.end : hull.end + _AROUND]
    within_line = left.rpartition("\n")[2], right.partition("\n")[0].rstrip("\r")
    return Sample(record.article_id, *labels, within_line[0], " ".join(hull.of(text).split()), within_line[1])
