"""Whom a pronoun means: before a verb («and he denies»), on it («she received him»), on a noun («his arrest»)."""

from collections.abc import Sequence

from model.suggest.events.agreement import Gender, gender, may_be_subject
from model.suggest.events.fillers import Filler
from model.suggest.events.frames import is_speech
from model.suggest.events.scene import PARTIES, Role, Scene

_REPORTED = frozenset("انه انها انهم بانه بانها بانهم فانه فانها لكنه لكنها لكنهم لانه لانها".split())
"""«that he»: rather the speaker."""
_NAMED_LAST = frozenset("وهو وهي وهم".split())
_PLURAL = ("هم", "هما")
_PASSED = frozenset([*"قد لم لن لا سوف كان كانت ايضا بدوره بدورها".split(), *'«"“'])


def find_meant(scene: Scene, at: int) -> list[Filler] | None:
    """The one that the pronoun before a verb means; empty when unknown, none when no pronoun stands there."""
    trigger = scene.triggers[at]
    before = trigger.index - 1
    while scene.words.folded(before) in _PASSED:
        before -= 1
    word = scene.words.folded(before)
    if word not in _REPORTED | _NAMED_LAST:
        return None
    if word in _NAMED_LAST:
        near = [one for one in scene.fillers if one.last < before and not one.governor]
        return [one for one in near[-1:] if may_be_subject(scene.words, trigger, one)]
    for earlier in range(at - 1, -1, -1):
        if is_speech(scene.triggers[earlier]) and (actors := scene.actors(earlier)):
            return [actor for actor in actors if may_be_subject(scene.words, trigger, actor)]
    return []


def find_struck(scene: Scene, at: int, roles: Sequence[Role]) -> list[Filler]:
    """Whom the object pronoun of a verb, or the pronoun of a deed done to someone, means: the last one in a role.

    Of the events before it, the one that was dealt with comes before the one who dealt.
    """
    trigger = scene.triggers[at]
    own = {role.filler.mention.id for role in roles}
    for earlier in range(at - 1, -1, -1):
        if scene.triggers[earlier].label == "STATEMENT":
            continue
        for name in ("recipient", "actor"):
            meant = [one for one in scene.actors(earlier, name) if one.label in PARTIES and one.mention.id not in own]
            many = len(meant) > 1 and trigger.reading.pronoun in _PLURAL
            if meant := [one for one in meant if many or agrees(scene, trigger.reading.pronoun, one)]:
                return meant
    return []


def agrees(scene: Scene, pronoun: str, filler: Filler) -> bool:
    """Whether a pronoun of the third person can mean the phrase, by gender and number."""
    one = gender(scene.words, filler)
    if pronoun == "ه":
        return one is not Gender.FEMININE and not _is_plural(filler)
    if pronoun == "ها":
        return one is not Gender.MASCULINE and filler.label != "PERS"
    return pronoun == "هما" or (pronoun == "هم" and filler.label in ("NORP", "GPE"))


def _is_plural(filler: Filler) -> bool:
    return filler.label == "NORP" and filler.mention.text.endswith(("ون", "ين"))
