"""The parties of event nouns and participles: their complements, their owners, and who shares or controls them."""

from collections.abc import Sequence

from model.suggest.events.bearers import DONE_TO, acting, bearers, completes_noun, is_aside
from model.suggest.events.clauses import RELATIVES
from model.suggest.events.fillers import PLACE_LABELS, Filler
from model.suggest.events.frames import (
    MEDIATING,
    MUTUAL_TYPES,
    PERMITTING,
    complement_role,
    controller,
    first_role,
    is_reciprocal,
    object_role,
    takes_object,
)
from model.suggest.events.inflection import Kind
from model.suggest.events.patterns import Pattern
from model.suggest.events.pronouns import agrees
from model.suggest.events.scene import PARTIES, Role, Scene, mutual_roles
from model.suggest.events.triggers import Trigger

_QUOTES = frozenset('«»"“”‹›')
_NOUNS_IN_WAW = ("وزار", "وزير", "وزراء", "وفد", "وكال", "وحد", "ولاي")
_CAPTIVITY = frozenset({"سراح", "السراح"})
"""What those are freed from who are named behind it: إطلاق سراح فلان."""
_NAMES = frozenset({"PERS", "ORG", "GPE", "OCC", "EVENT", "LAW"})
_TOGETHER = frozenset({"RETREAT", "CONCEDE", "COOPERATE"})
"""What both of those do who agree on it."""
_PURPOSEFUL = frozenset({"CONSULT", "MOBILIZE", "PROTEST", "RETREAT"})
_PURPOSES = ("للت", "للا")
"""How «ل» with the article begins before verbal nouns: للتفرغ."""
_FARTHEST_COMPLEMENT = 2
_CARRIES_WITHIN = 9
_RESPONSIBILITY = frozenset("مسووليته مسووليتها مسووليتهم المسووليه".split())
_CLAIMED_WITHIN = 4
HITTING = frozenset("استهدف استهدفت يستهدف تستهدف طال طالت يطال تطال ضرب ضربت يضرب تضرب".split())
"""Verbs of a deed that stands before them: قصف استهدف القرية."""
CARRYING = frozenset(
    "نفذها نفذتها نفذه نفذته شنها شنتها شنه شنته تشنها يشنها اجراها اجرتها عقدها عقدته عقده عقدتها قادها قادته وجهها"
    " وجهتها اطلقها اطلقتها اطلقه اطلقته ابرمه ابرمته ابرمها نظمها نظمته نظمتها ارتكبها ارتكبتها فرضها فرضتها يفرضها"
    " تفرضها قدمها قدمته قدمتها يوديها توديها اداها ادتها يجريها تجريها تبناها تبنتها تبناه تبنته اعلنها اعلنتها اعلنه"
    " اعلنته تقودها يقودها تقوده يقوده وقعها وقعتها وقعه وقعته تنفذها ينفذها بداها بداتها".split()
)
"""Light verbs with the pronoun of the deed."""


def complements(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> list[Role]:
    """The phrases that a noun governs: «the visit of …», «American strikes»."""
    if not plain or not _is_complement(scene, trigger, plain[0]):
        return []
    found = scene.with_joined(plain)
    following = scene.words.folded(trigger.index + 1)
    blamed = trigger.label == "ACCUSE" and following.startswith("ب") and plain[0].first > trigger.index + 1
    if blamed or (trigger.label == "RETREAT" and following in _CAPTIVITY):
        return [Role("recipient", filler, Pattern.COMPLEMENT) for filler in found]
    if plain[0].first == trigger.index + 1 and names_struck(trigger, plain[0]):
        return [Role(role, filler, Pattern.OBJECT) for filler in found if (role := object_role(trigger, filler))]
    if trigger.label in MUTUAL_TYPES and (sides := _two_sides(trigger, plain)):
        if trigger.reading.sense.lemma in MEDIATING:
            return [Role("actor", side, Pattern.COMPLEMENT) for side in sides]
        return mutual_roles(sides, Pattern.COMPLEMENT)
    if is_reciprocal(trigger) and len(found) > 1:
        return mutual_roles(found, Pattern.COMPLEMENT)
    if first_role(trigger) == "recipient" and _does_it_to(scene, trigger, found[-1]):
        return [Role("actor", filler, Pattern.COMPLEMENT) for filler in found]
    rest = [filler for filler in plain if filler not in found and not filler.joined]
    if rest and first_role(trigger) == "recipient" and _follows(scene, found[-1], rest[0]):
        struck = scene.with_joined(plain[plain.index(rest[0]) :])
        actors = [Role("actor", filler, Pattern.COMPLEMENT) for filler in found]
        return actors + [Role("recipient", filler, Pattern.COMPLEMENT) for filler in struck]
    return [Role(complement_role(trigger, filler), filler, Pattern.COMPLEMENT) for filler in found]


def _does_it_to(scene: Scene, trigger: Trigger, doer: Filler) -> bool:
    """Whether «ل» names right behind the phrase to whom it is done: دعم فلان لفلان."""
    adjacent = doer.first == trigger.index + 1 and doer.label != "NORP"
    if trigger.label in ("CASUALTY", "OFFICE") or trigger.reading.definite or not adjacent:
        return False
    behind = doer.last + 1
    word = scene.words.folded(behind)
    named = bool(scene.words.labels_at(behind) & _NAMES) if word else False
    purpose = word.startswith(_PURPOSES) and not scene.words.labels_at(behind)
    return (word.startswith("لل") and not purpose) or (word.startswith("ل") and named)


def _two_sides(trigger: Trigger, plain: Sequence[Filler]) -> list[Filler]:
    """Two adjectives of nationality after a noun name both sides: «the Syrian–Lebanese talks»."""
    sides = list(plain[:2])
    if len(sides) < 2 or any(side.label != "NORP" for side in sides) or sides[0].first != trigger.index + 1:
        return []
    return sides if sides[1].first - sides[0].last <= _FARTHEST_COMPLEMENT and not sides[1].joined else []


def _follows(scene: Scene, doer: Filler, struck: Filler) -> bool:
    """Whether the one who does a deed stands right before the one who suffers it: «the council's dismissal of …»."""
    titled = range(doer.last + 1, struck.first)
    if doer.label == struck.label == "NORP":
        return False
    return struck.label in PARTIES and len(titled) <= _FARTHEST_COMPLEMENT and all(map(scene.words.is_word, titled))


def carried(scene: Scene, trigger: Trigger) -> list[Role]:
    """Who carries out what a verb with a pronoun takes up: «a strike that X launched (it)»."""
    reach = range(trigger.index + 1, trigger.index + _CARRIES_WITHIN)
    verb = next((at for at in reach if scene.words.folded(at) in CARRYING | HITTING or _is_suffered(scene, at)), None)
    if verb is None or _tells_of_other(scene, trigger, verb):
        return []
    role = "actor" if scene.words.folded(verb) in CARRYING else "recipient"
    end = scene.clauses.reach(verb)
    behind = [one for one in scene.fillers if verb < one.first < min(end, verb + _CARRIES_WITHIN) and not one.governor]
    near = [one for one in scene.fillers if trigger.index < one.first and one.last < verb and not one.governor]
    before = complements(scene, trigger, near)
    if role == "actor":
        places = [one for one in before if one.name == "location"]
        return places + acting(trigger, scene.with_joined(behind), Pattern.RELATIVE)
    return before + [Role(role, filler, Pattern.RELATIVE) for filler in scene.with_joined(behind)]


def _tells_of_other(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Whether the clause of a verb describes a name or a nearer deed: لجنة في الحزب الذي يقوده فلان."""
    if any(trigger.index < other.index < verb for other in scene.triggers):
        return True
    told = scene.words.folded(verb - 1) in RELATIVES
    if told and any(one.label in PLACE_LABELS and one.first == trigger.index + 1 for one in scene.fillers):
        return False
    if trigger.reading.definite and not told and scene.words.folded(verb) in CARRYING:
        return True
    return told and any(one.last == verb - 2 and one.label in PARTIES - {"NORP"} for one in scene.fillers)


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
    struck = is_done_by_owner(scene, trigger)
    done = struck or (first_role(trigger) == "actor" and trigger.label != "ACCUSE")
    if not trigger.reading.pronoun or not done:
        return []
    verbs = scene.verbs_before(at)
    if not verbs:
        own = [one for one in scene.before(trigger) if agrees(scene, trigger.reading.pronoun, one)]
        return acting(trigger, own, Pattern.OWNER)
    asked = scene.actors(verbs[-1], "recipient") if scene.triggers[verbs[-1]].label == "REQUEST" else []
    found = asked or scene.actors(verbs[-1])
    return acting(trigger, [one for one in found if agrees(scene, trigger.reading.pronoun, one)], Pattern.OWNER)


def is_done_by_owner(scene: Scene, trigger: Trigger) -> bool:
    """Whether someone to whom it is done is named, so that the pronoun stands for the doer: دعمها للقرار."""
    if trigger.is_verb or trigger.label == "CASUALTY" or not trigger.reading.pronoun:
        return False
    behind = trigger.index + 1
    named = any(one.first == behind and (one.governor == "for" or names_struck(trigger, one)) for one in scene.fillers)
    following = scene.words.folded(behind)
    return named or (following.startswith("لل") and len(following) > len("للان"))


def names_struck(trigger: Trigger, filler: Filler) -> bool:
    """Whether a name right behind a noun with a pronoun is the one to whom it is done: اتهامه فلاناً."""
    return bool(trigger.reading.pronoun) and not filler.governor and takes_object(trigger) and filler.label != "NORP"


def doers(scene: Scene, at: int) -> list[Role]:
    """Who does a deed that a noun before it shares, that a verb promises, announces or demands, or that one carries."""
    shared = _shared(scene, at)
    if shared:
        return shared
    trigger = scene.triggers[at]
    if trigger.reading.pronoun and trigger.label == "ACCUSE":
        return []
    if meant := _purpose(scene, at):
        return meant
    for earlier in range(at - 1, -1, -1):
        other = scene.triggers[earlier]
        if scene.clauses.end(other.index) <= trigger.index:
            break
        ruling = other.is_verb or other.reading.form.kind is Kind.CIRCUMSTANCE
        if ruling or other.reading.sense.lemma in PERMITTING:
            role = "actor" if _is_claimed(scene, trigger) else controller(other, trigger)
            found = [] if _is_beside(scene, other, trigger) else scene.actors(earlier, role)
            together = is_reciprocal(trigger) or trigger.label in _TOGETHER
            mutual = found and is_reciprocal(other) and together
            if is_aside(scene, trigger) and not mutual:
                return []
            others = scene.actors(earlier, "recipient") if mutual else []
            return acting(trigger, found + others, Pattern.CONTROL)
    return bearers(scene, trigger)


def _is_beside(scene: Scene, verb: Trigger, deed: Trigger) -> bool:
    """Whether the deed only tells more of what one is accused of, or is what a refused thing is about: رفض شروط كذا."""
    before = scene.words.folded(deed.index - 1)
    if verb.label == "ACCUSE":
        return before == "في"
    return (
        verb.label == "REJECT" and deed.reading.definite and completes_noun(scene, deed, scene.words.folded(verb.index))
    )


def _purpose(scene: Scene, at: int) -> list[Role]:
    """Who does what a meeting or a move is for, both sides of what is mutual: التقى فلان فلاناً لبحث كذا."""
    trigger = scene.triggers[at]
    if not at or trigger.reading.proclitics != "ل" or trigger.reading.definite or trigger.reading.pronoun:
        return []
    other = scene.triggers[at - 1]
    if not other.is_verb or other.label not in _PURPOSEFUL or scene.clauses.end(other.index) <= trigger.index:
        return []
    sides = scene.actors(at - 1) + (scene.actors(at - 1, "recipient") if is_reciprocal(trigger) else [])
    return acting(trigger, sides, Pattern.CONTROL)


def _is_claimed(scene: Scene, trigger: Trigger) -> bool:
    """Whether words before the attack tell that someone owns up to it: أعلن مسؤوليته عن الهجوم."""
    near = range(trigger.index - _CLAIMED_WITHIN, trigger.index)
    return trigger.label == "ASSAULT" and any(scene.words.folded(at) in _RESPONSIBILITY for at in near)


def _shared(scene: Scene, at: int) -> list[Role]:
    """The doers of the noun that an «and» joins this one to."""
    trigger = scene.triggers[at]
    if trigger.reading.proclitics[:1] != "و" or not at or scene.triggers[at - 1].is_verb:
        return []
    if scene.clauses.end(scene.triggers[at - 1].index) <= trigger.index:
        return []
    return [Role("actor", filler, Pattern.SHARED) for filler in scene.actors(at - 1)]
