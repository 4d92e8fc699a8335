"""What a set of gold annotates, and so what can be scored against it."""

from enum import StrEnum


class Layer(StrEnum):
    """One kind of annotation."""

    MENTIONS = "mentions"
    VALUES = "values"
    IDENTITIES = "identities"
    EVENTS = "events"
    ARGUMENTS = "arguments"
    ZONES = "zones"


EVERY_LAYER = frozenset(Layer)
