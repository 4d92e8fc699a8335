"""An argument as it was read: a mention in a role of a trigger, and the pattern that put it there."""

from typing import NamedTuple

from model.suggest.events.patterns import Pattern
from model.suggestion import SuggestedMention


class Argument(NamedTuple):
    """A mention in a role."""

    role: str
    mention: SuggestedMention
    pattern: Pattern
