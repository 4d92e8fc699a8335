"""What a relative clause describes, and the pronouns that take it up."""

from model.suggest.events.fillers import Filler
from model.suggest.events.scene import Scene
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words

RESUMING = frozenset("بها به عليها عليه منها منه معها معه اليها اليه فيها فيه عنها عنه لها له".split())
"""Prepositions with a pronoun that takes up what stands before the verb."""
_ARTICLE = "ال"
_NEAR = 6


def find_antecedent(scene: Scene, trigger: Trigger) -> Filler | None:
    """The phrase that the verb describes in a relative clause."""
    relative = scene.clauses.relative_before(trigger.index)
    if relative < 0:
        return None
    before = [filler for filler in scene.fillers if relative - _NEAR <= filler.last < relative]
    if not before or scene.clauses.is_parted(before[-1].last, relative):
        return None
    between = range(before[-1].last + 1, relative)
    happening = any(other.index in between for other in scene.triggers)
    unnamed = [index for index in between if scene.is_plain_word(index) and not scene.words.labels_at(index)]
    return None if happening or len(unnamed) > 1 else before[-1]


def resumes(words: Words, trigger: Trigger) -> bool:
    """Whether a pronoun on or after the verb takes up what stands before it: التي استولت عليها."""
    return bool(trigger.reading.pronoun) or words.folded(trigger.index + 1) in RESUMING


def takes_up(scene: Scene, trigger: Trigger) -> bool:
    """Whether the pronoun on a verb takes up what its relative clause describes, so that its subject follows."""
    following = trigger.index + 1
    named = scene.is_plain_word(following) and not scene.words.labels_at(following) & {"DATE", "TIME"}
    return resumes(scene.words, trigger) and (named or not trigger.reading.pronoun)


def told_of(scene: Scene, trigger: Trigger) -> Filler | None:
    """Who a verb right behind an adjective of nationality tells of, the noun having no article: وفد ليبي زار."""
    last = [filler for filler in scene.fillers if filler.last == trigger.index - 1 and filler.label == "NORP"]
    named = [filler for filler in last if filler.governor and not filler.mention.text.startswith(_ARTICLE)]
    return named[0] if named and not trigger.reading.proclitics else None
