"""What labels that a project's schemas had at any time are called now; for what is stored under older names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from model.schema.changes.parts import FIELDS, Part, labels_of, offered
from model.schema.schema import EARLIER, Schema


@dataclass(frozen=True, slots=True)
class LabelsNow:
    """Of one part: labels whose name is another one now, and those that are not offered any more."""

    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    gone: frozenset[str] = frozenset()

    def now(self, label: str) -> str | None:
        """The present name of a label; None when it is not offered. What no schema ever had stays as it is."""
        return None if label in self.gone else self.names.get(label, label)

    def ever(self, labels: frozenset[str]) -> frozenset[str]:
        """These present labels with every name that stands for one of them in what is stored."""
        return labels | {name for name, now in self.names.items() if now in labels}

    @property
    def is_as_ever(self) -> bool:
        """Whether every label is called as it always was."""
        return not self.names and not self.gone


AS_EVER: Mapping[Part, LabelsNow] = MappingProxyType(dict.fromkeys(Part, LabelsNow()))
"""Of a project whose schema never changed."""


def labels_now(current: Schema, former: Sequence[Schema]) -> Mapping[Part, LabelsNow]:
    """For each part, given the schemas that were current before, latest first."""
    if not former:
        return AS_EVER
    return MappingProxyType({part: _of_part(part, current, former) for part in Part})


def _of_part(part: Part, current: Schema, former: Sequence[Schema]) -> LabelsNow:
    there = frozenset(offered(current, part))
    known = dict.fromkeys(label.name for schema in (current, *former) for label in labels_of(schema, part))
    for schema in (current, *former):
        known.update(dict.fromkeys(_earlier(schema, part)))
    names, gone = {}, set()
    for label in known:
        now = _now(part, label, current, former, there)
        if now is None:
            gone.add(label)
        elif now != label:
            names[label] = now
    return LabelsNow(MappingProxyType(names), frozenset(gone))


def _now(part: Part, label: str, current: Schema, former: Sequence[Schema], there: frozenset[str]) -> str | None:
    if label in there:
        return label
    to = _earlier(current, part).get(label)
    if to in there:
        return to
    for schema in former:
        # a name that was taken back: what got it meanwhile has the name before it
        origins = [old for old, new in _earlier(schema, part).items() if new == label and old in there]
        if origins:
            return origins[-1]
    return None


def _earlier(schema: Schema, part: Part) -> Mapping[str, str]:
    mapping = schema.map_from(EARLIER)
    if mapping is None:
        return {}
    names: Mapping[str, str] = getattr(mapping, FIELDS[part])
    return names
