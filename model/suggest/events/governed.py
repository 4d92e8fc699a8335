"""Roles behind prepositions: the governor says which, and the words between whether the phrase belongs here at all."""

from collections.abc import Mapping, Sequence

from model.suggest.events.deeds import HITTING
from model.suggest.events.fillers import Filler
from model.suggest.events.frames import BREAKING, MEDIATING, MUTUAL_TYPES, SIGNING, governed_role
from model.suggest.events.patterns import Pattern
from model.suggest.events.scene import PARTIES, Role, Scene, mutual_roles
from model.suggest.events.triggers import Trigger

_ABOUT = frozenset("حول بشان بخصوص حيال ازاء تجاه".split())
"""Behind them stands what is talked about, with its own places."""
_OCCASIONS = frozenset("خلال تمهيدا بمناسبه استعدادا تحضيرا اثناء".split())
_SPOKEN = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT"})
"""What is said of a place is seldom said there."""
_BODILY = frozenset({"ASSAULT", "CASUALTY", "COERCE", "MOBILIZE", "RETREAT", "AID", "PROTEST"})
"""What happens on the spot; of what is said or agreed, a region far behind is rather the topic."""
_OF_LINKS = frozenset({"SANCTION", "SUPPORT", "RETREAT", "CONCEDE"})
"""What is done to a link, and so to the one with whom it is: قطع العلاقات مع فلان."""
_NEAR_SPEECH = 2
_FARTHEST: Mapping[tuple[str, str], int] = {
    ("actor", "from"): 0, ("actor", "for"): 1, ("actor", "about"): 0, ("actor", "actor"): 3, ("location", "in"): 4,
    ("recipient", "on"): 2, ("recipient", "with"): 3, ("recipient", "for"): 1, ("recipient", "against"): 1,
    ("recipient", "from"): 3,
}  # fmt: skip
"""How many words without a name can stand between a trigger and a phrase in a role behind a preposition."""
_MOST_PREPOSITIONS = 1
"""How many prepositions that name no place or time can stand between a trigger and its place."""
_IN = frozenset("في منذ قبل بعد خلال قرب داخل".split())
_LINKS = ("علاق", "حدود", "خلاف", "تواصل", "تعامل", "صداق", "روابط", "شراك", "تعاون")
"""How nouns begin that have a «with» and a «between» of their own."""
_ENVOYS = ("سفير", "قنصل", "ممثل", "مبعوث", "مندوب")
_NO_PLACES = ("اتفاق", "معاهد", "محادث", "مفاوض", "موتمر", "صحيف", "جريد", "مجل", "فريق", "منتخب", "نادي", "بطول")
"""How nouns begin that take a place's name and are none."""


def governed(scene: Scene, trigger: Trigger, after: Sequence[Filler]) -> list[Role]:
    """The roles of the phrases after a trigger behind prepositions; of a place and the place that it is in, one."""
    roles: list[Role] = []
    place: Filler | None = None
    for filler in after:
        role = governed_role(trigger, filler) if filler.governor else ""
        if _is_delegation(scene, trigger, filler):
            role = "recipient"
        if role == "recipient" and filler.governor == "actor" and any(one.name == role for one in roles):
            continue  # who leads the delegation that is named
        if role == "actor" and _is_hit(scene, trigger, filler):
            role = "recipient"
        within_place = place is not None and not filler.joined and filler.first - place.last <= 2
        if role and not _is_elsewhere(scene, trigger, filler, role) and not (role == "location" and within_place):
            roles.append(Role(role, filler, Pattern.PREPOSITION))
            place = filler if role == "location" else place
    mutual = [filler for filler in after if filler.governor == "between" and filler.label in PARTIES]
    return roles + (_mutual(scene, trigger, mutual) if len(mutual) > 1 else [])


def _mutual(scene: Scene, trigger: Trigger, sides: Sequence[Filler]) -> list[Role]:
    """Those named after «between», unless it is said of a link between them that is talked about."""
    linked = _is_link(scene, trigger, sides[0])
    if trigger.reading.sense.lemma in MEDIATING:
        return [Role("recipient", side, Pattern.BETWEEN) for side in sides]
    cut = trigger.reading.sense.lemma in BREAKING and linked
    mutual = trigger.label in MUTUAL_TYPES or trigger.reading.sense.lemma in SIGNING
    return mutual_roles(sides, Pattern.BETWEEN) if cut or (mutual and not linked) else []


def _is_link(scene: Scene, trigger: Trigger, filler: Filler) -> bool:
    """Whether «with» or «between» before a phrase belongs to a noun for a link: في العلاقات بين."""
    before = (scene.words.folded(index) for index in range(trigger.index + 1, filler.first))
    return any(word.removeprefix("و").removeprefix("ال").startswith(_LINKS) for word in before)


def _is_delegation(scene: Scene, trigger: Trigger, filler: Filler) -> bool:
    """Whether the phrase tells from where those come who are met: استقبل وفداً من فلان."""
    met = trigger.is_verb and trigger.label == "CONSULT" and filler.governor == "from"
    group = scene.words.folded(filler.first - filler.bare_words - 2)
    return met and group.removeprefix("ال").startswith("وفد")


def _is_hit(scene: Scene, trigger: Trigger, filler: Filler) -> bool:
    """Whether a verb between tells whom a deed strikes: هجوم استهدف تجمعات لفلان."""
    return any(scene.words.folded(index) in HITTING for index in range(trigger.index + 1, filler.first))


def _is_elsewhere(scene: Scene, trigger: Trigger, filler: Filler, role: str) -> bool:
    """Whether a phrase in this role belongs to what the trigger is about rather than to it."""
    between = range(trigger.index + 1, filler.first)
    unnamed = [index for index in between if scene.is_plain_word(index) and not scene.words.labels_at(index)]
    spoken = trigger.label == "STATEMENT" and filler.governor == "for"
    if not spoken and len(unnamed) - filler.bare_words > _FARTHEST.get((role, filler.governor), len(unnamed)):
        return True
    if role == "location":
        if filler.label == "LOC" and trigger.label not in _BODILY and len(unnamed) > 1:
            return True
        within = between[: -1 - filler.bare_words]
        if sum(scene.is_preposition(at) and scene.words.folded(at) not in _IN for at in within) > _MOST_PREPOSITIONS:
            return True
        told = trigger.label in _SPOKEN and len(unnamed) > _NEAR_SPEECH
        if _is_seat(scene, filler):
            return True
        return told or any(scene.words.folded(index) in _ABOUT for index in between[:-1]) or _is_of_other(scene, filler)
    if filler.governor == "with" and trigger.label not in _OF_LINKS and _is_link(scene, trigger, filler):
        return True
    about = _ABOUT | _OCCASIONS
    addressed = role == "recipient" and trigger.label == "STATEMENT" and filler.governor == "for"
    return addressed and any(scene.words.folded(index) in about for index in between)


def _is_seat(scene: Scene, filler: Filler) -> bool:
    """Whether a place tells where the post right before it is held: السفير الفلسطيني بتونس."""
    before = [one for one in scene.fillers if 0 < filler.first - one.last <= 2 and one.label == "OCC"]
    return any(one.mention.text.removeprefix("ال").startswith(_ENVOYS) for one in before)


def _is_of_other(scene: Scene, filler: Filler) -> bool:
    """Whether the noun before a place is none: في اتفاقية باريس."""
    before = scene.words.folded(filler.first - 1)
    return bool(filler.bare_words) and before.startswith(_NO_PLACES)
