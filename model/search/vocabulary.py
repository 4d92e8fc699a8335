"""The words of the query language in English and Arabic, and the names that a schema adds to them."""

from dataclasses import dataclass
from functools import cached_property

from model.schema.schema import Attribute, EventLabel, MentionLabel, Role, Schema
from model.search.query import Standing
from model.text.folding import fold

BEFORE = frozenset({"before", "قبل"})
BEFORE_WORD = "before"
"""The one that needs no colon, being no word of Arabic news."""
KEYS = {
    **dict.fromkeys(("type", "tag", "نوع", "وسم"), "type"),
    **dict.fromkeys(("identity", "id", "هويه"), "identity"),
    **dict.fromkeys(("state", "حاله"), "state"),
    **dict.fromkeys(("role", "دور"), "role"),
    **dict.fromkeys(("text", "نص"), "text"),
}
"""Keys of conditions, folded, each with its English name."""
STATES = {
    **dict.fromkeys(("confirmed", "موكد"), Standing.CONFIRMED),
    **dict.fromkeys(("open", "suggested", "مفتوح", "مقترح"), Standing.OPEN),
    **dict.fromkeys(("rejected", "مرفوض"), Standing.REJECTED),
    **dict.fromkeys(("skipped", "متروك"), Standing.SKIPPED),
}
EVENT_KINDS = {"mention": False, "مذكور": False, "event": True, "حدث": True}


@dataclass(frozen=True)
class Names:
    """The names of a schema as people may write them, folded, each with the name in the schema."""

    schema: Schema

    @cached_property
    def labels(self) -> dict[str, list[tuple[bool, str]]]:
        """Labels by name; one name may be a mention's and an event's."""
        found: dict[str, list[tuple[bool, str]]] = {}
        for event, labels in ((False, self.schema.mentions), (True, self.schema.events)):
            for label in labels:
                for name in _spellings(label):
                    found.setdefault(name, []).append((event, label.name))
        return found

    @cached_property
    def roles(self) -> dict[str, str]:
        """Roles by name."""
        return {name: role.name for role in self.schema.roles for name in _spellings(role)}

    @cached_property
    def attributes(self) -> dict[str, Attribute]:
        """Attributes by name."""
        return {name: attribute for attribute in self.schema.attributes for name in _spellings(attribute)}

    def is_bare_label(self, written: str) -> bool:
        """Whether a word without a key or brackets names a type: as the schema writes it, in capitals."""
        known = written in self.schema.mention_labels or written in self.schema.event_labels
        return known and written.upper() == written and written.isascii()


def values_of(attribute: Attribute) -> dict[str, str]:
    """The values of an attribute by their names, folded."""
    names = zip(attribute.values, attribute.value_names, strict=False)
    by_name = {fold(name): value for value, both in names for name in (both.ar, both.en)}
    return {**by_name, **{fold(value): value for value in attribute.values}}


def _spellings(named: MentionLabel | EventLabel | Role | Attribute) -> set[str]:
    return {fold(name) for name in (named.name, named.names.ar, named.names.en) if name}
