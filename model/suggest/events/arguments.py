"""The arguments of the triggers of one sentence: parties and places, circumstances, and what events share."""

from collections.abc import Sequence
from datetime import date

from model.suggest.events.argument import Argument
from model.suggest.events.circumstances import CircumstanceFinder
from model.suggest.events.clauses import Clauses
from model.suggest.events.fillers import find_fillers
from model.suggest.events.roles import find_roles
from model.suggest.events.sharing import share
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words


def find_arguments(
    words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], published: date | None
) -> tuple[Sequence[Argument], ...]:
    """The arguments of each trigger, in the order of the triggers."""
    fillers = find_fillers(words, frozenset(trigger.index for trigger in triggers))
    found: list[list[Argument]] = [
        [Argument(role.name, role.filler.mention, role.pattern) for role in roles]
        for roles in find_roles(words, clauses, triggers, fillers)
    ]
    for circumstance in CircumstanceFinder(words, clauses, triggers, published).find():
        found[circumstance.at].append(Argument(circumstance.name, circumstance.mention, circumstance.pattern))
    share(words, clauses, triggers, found)
    return tuple(found)
