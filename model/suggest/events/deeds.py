"""The parties of event nouns and participles: their complements, their owners, and who shares or controls them."""

from collections.abc import Sequence

from model.suggest.events.bearers import DONE_TO, acting, bearers
from model.suggest.events.fillers import Filler
from model.suggest.events.frames import MUTUAL_TYPES, complement_role, controller, first_role, is_reciprocal
from model.suggest.events.inflection import Kind
from model.suggest.events.patterns import Pattern
from model.suggest.events.pronouns import agrees
from model.suggest.events.scene import PARTIES, Role, Scene, mutual_roles
from model.suggest.events.triggers import Trigger

_QUOTES = frozenset('«»"“”‹›')
_NOUNS_IN_WAW = ("وزار", "وزير", "وزراء", "وفد", "وكال", "وحد", "ولاي")
_TOGETHER = frozenset({"RETREAT", "CONCEDE", "COOPERATE"})
"""What both of those do who agree on it."""
_FARTHEST_COMPLEMENT = 2
_CARRIES_WITHIN = 6
HITTING = frozenset("استهدف استهدفت يستهدف تستهدف طال طالت يطال تطال ضرب ضربت يضرب تضرب".split())
"""Verbs of a deed that stands before them: قصف استهدف القرية."""
CARRYING = frozenset(
    "نفذها نفذتها نفذه نفذته شنها شنتها شنه شنته تشنها يشنها اجراها اجرتها عقدها عقدته عقده عقدتها قادها قادته وجهها"
    " وجهتها اطلقها اطلقتها اطلقه اطلقته ابرمه ابرمته ابرمها نظمها نظمته نظمتها ارتكبها ارتكبتها فرضها فرضتها يفرضها"
    " تفرضها قدمها قدمته قدمتها يوديها توديها اداها ادتها يجريها تجريها".split()
)
"""Light verbs with the pronoun of the deed."""


def complements(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> list[Role]:
    """The phrases that a noun governs: «the visit of …», «American strikes»."""
    if not plain or not _is_complement(scene, trigger, plain[0]):
        return []
    found = scene.with_joined(plain)
    if trigger.label in MUTUAL_TYPES and (sides := _two_sides(trigger, plain)):
        return mutual_roles(sides, Pattern.COMPLEMENT)
    if is_reciprocal(trigger) and len(found) > 1:
        return mutual_roles(found, Pattern.COMPLEMENT)
    rest = [filler for filler in plain if filler not in found and not filler.joined]
    if rest and first_role(trigger) == "recipient" and _follows(scene, found[-1], rest[0]):
        struck = scene.with_joined(rest)
        actors = [Role("actor", filler, Pattern.COMPLEMENT) for filler in found]
        return actors + [Role("recipient", filler, Pattern.COMPLEMENT) for filler in struck]
    return [Role(complement_role(trigger, filler), filler, Pattern.COMPLEMENT) for filler in found]


def _two_sides(trigger: Trigger, plain: Sequence[Filler]) -> list[Filler]:
    """Two adjectives of nationality after a noun name both sides: «the Syrian–Lebanese talks»."""
    sides = list(plain[:2])
    if len(sides) < 2 or any(side.label != "NORP" for side in sides) or sides[0].first != trigger.index + 1:
        return []
    return sides if sides[1].first - sides[0].last <= _FARTHEST_COMPLEMENT and not sides[1].joined else []


def _follows(scene: Scene, doer: Filler, struck: Filler) -> bool:
    """Whether the one who does a deed stands right before the one who suffers it: «the council's dismissal of …»."""
    titled = range(doer.last + 1, struck.first)
    return struck.label in PARTIES and len(titled) <= _FARTHEST_COMPLEMENT and all(map(scene.words.is_word, titled))


def carried(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> list[Role]:
    """Who carries out what a verb with a pronoun takes up: «a strike that X launched (it)»."""
    near = range(trigger.index + 1, trigger.index + _CARRIES_WITHIN)
    verb = next((at for at in near if scene.words.folded(at) in CARRYING | HITTING or _is_suffered(scene, at)), None)
    if verb is None:
        return []
    role = "actor" if scene.words.folded(verb) in CARRYING else "recipient"
    behind = [filler for filler in plain if verb < filler.first <= verb + _CARRIES_WITHIN]
    before = complements(scene, trigger, [filler for filler in plain if filler.last < verb]) if role != "actor" else []
    return before + [Role(role, filler, Pattern.RELATIVE) for filler in scene.with_joined(behind)]


def _is_suffered(scene: Scene, index: int) -> bool:
    """Whether a verb here tells who suffered what stands before it: الهجوم الذي تعرضت له المدينة."""
    return scene.words.folded(index) in ("تعرض", "تعرضت") and scene.words.folded(index + 1) in ("له", "لها")


def _is_complement(scene: Scene, trigger: Trigger, filler: Filler) -> bool:
    """Whether few plain words stand between a noun and the phrase, and no other phrase begins there."""
    between = (scene.words.folded(index) for index in range(trigger.index + 1, filler.first))
    words = [word for word in between if word not in _QUOTES]
    owned = bool(trigger.reading.pronoun) and filler.label == "NORP" and filler.first == trigger.index + 1
    of_weapon = filler.label == "NORP" and "PRODUCT" in scene.words.labels_at(filler.first - 1)
    if of_weapon and first_role(trigger) == "actor":
        return False
    far = len(words) > _FARTHEST_COMPLEMENT or not HITTING.isdisjoint(words)
    return not owned and not far and not any(map(_begins_anew, words))


def _begins_anew(word: str) -> bool:
    return not word[:1].isalnum() or (word.startswith("و") and len(word) > 4 and not word.startswith(_NOUNS_IN_WAW))


def described(scene: Scene, trigger: Trigger) -> list[Role]:
    """The name that a passive participle describes: سلامة الموقوف."""
    if trigger.reading.form.kind is not Kind.PASSIVE or trigger.label not in DONE_TO:
        return []
    before = [filler for filler in scene.fillers if filler.last < trigger.index <= filler.last + 2]
    return [Role("recipient", filler, Pattern.RELATIVE) for filler in before]


def owners(scene: Scene, at: int) -> list[Role]:
    """What the pronoun of «its cooperation» stands for: the subject before it."""
    trigger = scene.triggers[at]
    done = first_role(trigger) == "actor" or is_done_by_owner(scene, trigger)
    if not trigger.reading.pronoun or not done or trigger.label == "ACCUSE":
        return []
    verbs = scene.verbs_before(at)
    if not verbs:
        return [Role("actor", filler, Pattern.OWNER) for filler in scene.before(trigger)]
    asked = scene.actors(verbs[-1], "recipient") if scene.triggers[verbs[-1]].label == "REQUEST" else []
    found = asked or scene.actors(verbs[-1])
    return [Role("actor", one, Pattern.OWNER) for one in found if agrees(scene, trigger.reading.pronoun, one)]


def is_done_by_owner(scene: Scene, trigger: Trigger) -> bool:
    """Whether «ل» names the one to whom it is done, so that the pronoun stands for the doer: دعمها للقرار."""
    following = scene.words.folded(trigger.index + 1)
    return not trigger.is_verb and trigger.label != "CASUALTY" and following.startswith("ل") and len(following) > 3


def doers(scene: Scene, at: int) -> list[Role]:
    """Who does a deed that a noun before it shares, that a verb promises, announces or demands, or that one carries."""
    shared = _shared(scene, at)
    if shared:
        return shared
    trigger = scene.triggers[at]
    if trigger.reading.pronoun and trigger.label == "ACCUSE":
        return []
    for earlier in range(at - 1, -1, -1):
        other = scene.triggers[earlier]
        if scene.clauses.end(other.index) <= trigger.index:
            break
        if other.is_verb or other.reading.form.kind is Kind.CIRCUMSTANCE:
            found = scene.actors(earlier, controller(other, trigger))
            together = is_reciprocal(trigger) or trigger.label in _TOGETHER
            mutual = found and is_reciprocal(other) and together
            others = scene.actors(earlier, "recipient") if mutual else []
            return acting(trigger, found + others, Pattern.CONTROL)
    return bearers(scene, trigger)


def _shared(scene: Scene, at: int) -> list[Role]:
    """The doers of the noun that an «and» joins this one to."""
    trigger = scene.triggers[at]
    if trigger.reading.proclitics[:1] != "و" or not at or scene.triggers[at - 1].is_verb:
        return []
    if scene.clauses.end(scene.triggers[at - 1].index) <= trigger.index:
        return []
    return [Role("actor", filler, Pattern.SHARED) for filler in scene.actors(at - 1)]
