"""Subjects that a verb takes over: from the verb before it, from who speaks, from the two who met."""

from collections.abc import Sequence

from model.suggest.events.agreement import may_be_subject
from model.suggest.events.clauses import JOINED_PARTICLES
from model.suggest.events.fillers import Filler
from model.suggest.events.frames import MUTUAL_TYPES, is_reciprocal, is_speech
from model.suggest.events.patterns import Pattern
from model.suggest.events.scene import PARTIES, Role, Scene
from model.suggest.events.triggers import Trigger
from model.suggest.events.voice import is_passive

_CONJUNCTIONS = ("و", "ف")
_BOTH_SIDES = frozenset("الجانبان الطرفان البلدان الوزيران الرييسان الزعيمان المسوولان الدولتان الحكومتان".split())
_GOING_ON = frozenset("ومازال ومازالت وظل وظلت ولايزال ولاتزال".split())
"""Verbs with «and» before a verb that has the same subject."""
_QUOTES = frozenset('«"“')
_WHAT = frozenset({"ما", "بما", "مما", "فيما", "عما"})
"""«what he called»: who speaks is the subject of the verb before."""


def find_inherited(scene: Scene, at: int) -> list[Filler]:
    """The subject of the verb that an «and» joins this one to; of sayings the speaker of the last saying."""
    trigger = scene.triggers[at]
    going_on = scene.words.folded(trigger.index - 1) in _GOING_ON
    going_on = going_on or scene.words.folded(trigger.index - 1) in JOINED_PARTICLES
    joined = not trigger.is_verb or trigger.reading.proclitics[:1] in _CONJUNCTIONS or going_on
    if trigger.label == "CONSULT" and scene.words.folded(trigger.index - 1) == "حيث":
        return [one for one in _visitors(scene, at) if may_be_subject(scene.words, trigger, one)]
    if not joined and not calls(scene, trigger):
        return []
    verbs = scene.verbs_before(at)
    if not verbs:
        return scene.before(trigger) if joined else _named_first(scene, trigger)
    main = [earlier for earlier in verbs if not scene.describes(earlier)]
    return _subject_of_last(scene, trigger, main) or _subject_of_last(scene, trigger, verbs)


def _visitors(scene: Scene, at: int) -> list[Filler]:
    """Who goes where the verb at a place among the triggers happens: زار فلان المدينة حيث التقى."""
    went = [earlier for earlier in range(at) if scene.triggers[earlier].label in ("CONSULT", "RETREAT")]
    return scene.actors(went[-1]) if went else []


def find_speaker(scene: Scene, at: int) -> list[Filler]:
    """Who says what the trigger stands in."""
    said = [earlier for earlier in range(at) if scene.triggers[earlier].label == "STATEMENT"]
    heading = [one for one in scene.fillers[:1] if scene.words.folded(one.last + 1) == ":" and one.label == "PERS"]
    return scene.actors(said[-1]) if said else heading


def calls(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb tells what its subject calls something, and names no subject behind it: ما وصفه بكذا."""
    if not trigger.reading.pronoun or scene.words.folded(trigger.index - 1) not in _WHAT:
        return False
    return not has_unnamed_subject(scene, trigger)


def has_unnamed_subject(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun without a name stands behind the verb and its pronoun: وفق ما أكده مصدر."""
    following = trigger.index + (1 if trigger.reading.pronoun else 2)
    word = scene.words.folded(following)
    noun = scene.is_plain_word(following) and not scene.words.labels_at(following) & {"DATE", "TIME"}
    return noun and not word.startswith(("ب", "و")) and not word.endswith("ا")


def _named_first(scene: Scene, trigger: Trigger) -> list[Filler]:
    """The first phrase of the sentence that can be its subject, before «what he called»."""
    before = [one for one in scene.fillers if one.last < trigger.index and not one.governor and one.label in PARTIES]
    return [one for one in scene.with_joined(before) if may_be_subject(scene.words, trigger, one)]


def _subject_of_last(scene: Scene, trigger: Trigger, verbs: Sequence[int]) -> list[Filler]:
    said = [earlier for earlier in verbs if is_speech(scene.triggers[earlier]) and scene.actors(earlier)]
    if trigger.label == "STATEMENT" and not said and any(scene.triggers[one].label == "STATEMENT" for one in verbs):
        return []  # goes on with what somebody says who is not named
    last = said[-1:] if said and is_speech(trigger) else verbs[-1:]
    roles = [role for earlier in last for role in scene.found[earlier] if _is_topic(scene, earlier, role)]
    fitting = [
        one for one in roles if one.pattern is Pattern.GENERIC or may_be_subject(scene.words, trigger, one.filler)
    ]
    return [role.filler for role in fitting]


def _is_topic(scene: Scene, at: int, role: Role) -> bool:
    """Whether the role is that of the subject, which of a passive verb suffers."""
    passive = is_passive(scene.words, scene.triggers[at])
    return role.name == ("recipient" if passive and role.pattern is Pattern.AFTER else "actor")


def both_parties(scene: Scene, at: int) -> list[Filler] | None:
    """The two who met or talked before, when the verb is said of «both sides» or of two without a name."""
    trigger = scene.triggers[at]
    both = scene.words.folded(trigger.index + 1) in _BOTH_SIDES
    unnamed = trigger.reading.form.dual and is_reciprocal(trigger)
    if not both and not unnamed:
        return None
    for earlier in range(at - 1, -1, -1):
        actors, others = scene.actors(earlier), scene.actors(earlier, "recipient")
        if scene.triggers[earlier].label in MUTUAL_TYPES and actors and others:
            return [actors[0], others[0]]
    return [] if both else None


def follows_both_sides(scene: Scene, trigger: Trigger) -> bool:
    """Whether «both sides» stands right before the verb: أن الجانبين بحثا."""
    at = trigger.index - 1
    while scene.words.folded(at) in _QUOTES:
        at -= 1
    before = scene.words.folded(at)
    nominative = before.removesuffix("ين") + "ان" if before.endswith("ين") else before
    return trigger.is_verb and nominative in _BOTH_SIDES
