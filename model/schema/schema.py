"""The parts of a schema, as loaded from one YAML file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

EARLIER = "earlier"
"""The origin of the map that says how labels which this schema had are called in it now."""


@dataclass(frozen=True, slots=True)
class BilingualName:
    """A name as readers of Arabic and of English see it."""

    ar: str
    en: str

    def in_language(self, language: str) -> str:
        """The name for an interface language."""
        return self.ar if language == "ar" else self.en


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property with a closed list of values; the first value is the default."""

    name: str
    names: BilingualName
    values: tuple[str, ...]
    value_names: tuple[BilingualName, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A part that a mention plays in an event. ``fillers``: mention labels (empty: all); ``most`` None: any number."""

    name: str
    names: BilingualName
    fillers: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True)
class MentionLabel:
    """A type of mention. ``family`` gives its hue; ``key`` the physical key (a digit) that sets it.

    What is ``retired`` stays on what has it, and is offered for nothing new.
    """

    name: str
    names: BilingualName
    family: str
    key: str | None = None
    parent: str | None = None
    colour: str | None = None
    valued: bool = False
    """Whether mentions carry a normalised value (TIMEX3, number)."""
    description: BilingualName = BilingualName("", "")
    examples: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    retired: bool = False


@dataclass(frozen=True, slots=True)
class EventLabel:
    """A type of event with the roles that it can have."""

    name: str
    names: BilingualName
    roles: tuple[str, ...]
    key: str | None = None
    parent: str | None = None
    colour: str | None = None
    description: BilingualName = BilingualName("", "")
    examples: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    retired: bool = False


@dataclass(frozen=True, slots=True)
class ZoneLabel:
    """What a line of a page can be. ``tagged`` labels may be mentioned there: all, none, or those listed."""

    name: str
    names: BilingualName
    dimmed: bool = False
    """Whether the view folds it away and suggesters pass over it."""
    labels: tuple[str, ...] | None = None
    """Mention labels that may be tagged in it; None: all."""
    retired: bool = False


def _none() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SchemaMap:
    """How labels of another schema, named ``origin``, are called in this one; what is missing has no counterpart."""

    origin: str
    mentions: Mapping[str, str] = field(default_factory=_none)
    events: Mapping[str, str] = field(default_factory=_none)
    roles: Mapping[str, str] = field(default_factory=_none)
    zones: Mapping[str, str] = field(default_factory=_none)


@dataclass(frozen=True)
class Schema:
    """Everything that annotations of a project may use. ``source`` is the YAML it was read from."""

    name: str
    version: str
    names: BilingualName
    mentions: tuple[MentionLabel, ...]
    events: tuple[EventLabel, ...] = ()
    roles: tuple[Role, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    zones: tuple[ZoneLabel, ...] = ()
    maps: tuple[SchemaMap, ...] = ()
    source: str = ""

    @cached_property
    def mention_labels(self) -> dict[str, MentionLabel]:
        """Mention labels by name."""
        return {label.name: label for label in self.mentions}

    @cached_property
    def event_labels(self) -> dict[str, EventLabel]:
        """Event labels by name."""
        return {label.name: label for label in self.events}

    @cached_property
    def offered_mentions(self) -> tuple[MentionLabel, ...]:
        """The mention labels that something new may get."""
        return tuple(label for label in self.mentions if not label.retired)

    @cached_property
    def offered_events(self) -> tuple[EventLabel, ...]:
        """The event labels that something new may get."""
        return tuple(label for label in self.events if not label.retired)

    @cached_property
    def offered_zones(self) -> tuple[ZoneLabel, ...]:
        """The zones that a line may be given."""
        return tuple(zone for zone in self.zones if not zone.retired)

    def offered_roles(self, event: str) -> tuple[str, ...]:
        """The roles that an event with this label may be given; all of them where the schema does not know it."""
        label = self.event_labels.get(event)
        names = tuple(self.roles_by_name) if label is None else label.roles
        return tuple(name for name in names if not self.roles_by_name[name].retired)

    @cached_property
    def roles_by_name(self) -> dict[str, Role]:
        """Roles by name."""
        return {role.name: role for role in self.roles}

    def map_from(self, origin: str) -> SchemaMap | None:
        """How labels of the schema of that name are called here, if this schema says so."""
        return next((mapping for mapping in self.maps if mapping.origin == origin), None)

    @cached_property
    def zone_labels(self) -> dict[str, ZoneLabel]:
        """Zones by name."""
        return {zone.name: zone for zone in self.zones}
