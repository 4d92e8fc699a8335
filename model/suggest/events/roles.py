"""Assigns naming phrases to the roles of the triggers of one sentence, by word order and prepositions."""

from collections.abc import Iterator, Sequence

from model.suggest.events.agreement import strikes_speaker
from model.suggest.events.bearers import receivers
from model.suggest.events.clauses import Clauses
from model.suggest.events.deeds import carried, complements, described, doers, is_done_by_owner, owners
from model.suggest.events.fillers import PLACE_LABELS, Filler
from model.suggest.events.frames import (
    closes_or_opens,
    heads_as_noun,
    is_closing,
    is_reciprocal,
    object_role,
    subject_role,
    suffers,
)
from model.suggest.events.governed import governed
from model.suggest.events.inflection import Kind
from model.suggest.events.inherited import find_inherited, find_speaker
from model.suggest.events.patterns import Pattern
from model.suggest.events.pronouns import agrees, find_struck
from model.suggest.events.relatives import find_antecedent, takes_up
from model.suggest.events.scene import Role, Scene
from model.suggest.events.subjects import find_subject
from model.suggest.events.triggers import Trigger
from model.suggest.events.voice import is_passive, kills, lacks_object
from model.suggest.events.words import Words

_STRIKING = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_GIFTS = frozenset("قرض منحة هبة وديعة ائتمان تمويل مساعدة".split())
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "AID"})


def find_roles(
    words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], fillers: tuple[Filler, ...]
) -> tuple[tuple[Role, ...], ...]:
    """The parties and places of each trigger, in the order of the triggers; a mention fills one role of a trigger."""
    scene = Scene(words, clauses, triggers, fillers)
    for at, trigger in enumerate(triggers):
        roles = _verb_roles(scene, at) if trigger.is_verb else _noun_roles(scene, at)
        scene.found.append(tuple(_unique(trigger, roles)))
    return tuple(scene.found)


def _can_fill(trigger: Trigger, role: Role) -> bool:
    """Whether nothing in the phrase itself forbids the role: places do nothing, and an office is nobody."""
    governs = role.pattern is Pattern.COMPLEMENT and role.filler.label == "FAC"
    if role.name == "actor" and (governs or role.filler.label == "LOC"):
        return False
    office = trigger.label == "OFFICE" and role.filler.label == "OCC"
    return not (office and role.filler.mention.text.split()[0].endswith(("اً", "ا")))


def _unique(trigger: Trigger, roles: Sequence[Role]) -> Iterator[Role]:
    seen: set[str] = set()
    for role in roles:
        if role.filler.mention.id not in seen and _can_fill(trigger, role):
            seen.add(role.filler.mention.id)
            yield role


def _verb_roles(scene: Scene, at: int) -> list[Role]:
    trigger = scene.triggers[at]
    after = scene.after(trigger)
    plain = [filler for filler in after if not filler.governor]
    passive = is_passive(scene.words, trigger)
    subject, pattern = find_subject(scene, at, plain, after)
    suffers_it = heads_as_noun(trigger, scene.with_joined(plain), plain) or lacks_object(
        scene, trigger, subject, pattern
    )
    name = subject_role(trigger, passive=passive or suffers_it)
    roles = [Role(_of_subject(trigger, filler, pattern, name), filler, pattern) for filler in subject]
    together = any(filler.governor == "with" for filler in after)
    if is_reciprocal(trigger) and pattern is not Pattern.SHARED and not together:
        roles[1:] = [Role("recipient", role.filler, pattern) for role in roles[1:]]
    if not passive:
        last = -1 if pattern is Pattern.SHARED else max((filler.last for filler in subject), default=-1)
        rest = [filler for filler in plain if filler not in subject and filler.first > last]
        roles += _objects(scene, trigger, rest, unnamed=not subject)
    roles += _resumed_object(scene, trigger)
    roles += governed(scene, trigger, after + scene.beyond(at))
    roles += _meant(scene, at, roles)
    return roles + _opening_place(scene, at, roles)


def _of_subject(trigger: Trigger, filler: Filler, pattern: Pattern, name: str) -> str:
    if closes_or_opens(trigger, filler):
        return "location"
    return "actor" if kills(trigger, filler, pattern) else name


def _noun_roles(scene: Scene, at: int) -> list[Role]:
    trigger = scene.triggers[at]
    after = scene.after(trigger)
    plain = [filler for filler in after if not filler.governor]
    if trigger.reading.form.kind is Kind.CIRCUMSTANCE:
        subject = find_inherited(scene, at) if scene.verbs_before(at) else scene.before(trigger)
        roles = [Role("actor", filler, Pattern.SHARED) for filler in subject]
        roles += _objects(scene, trigger, plain)
    else:
        roles = carried(scene, trigger) or complements(scene, trigger, plain)
    behind = governed(scene, trigger, after + scene.beyond(at))
    if any(role.name == "actor" for role in roles):  # the other that «ل» names is the one who suffers it
        behind = [Role("recipient", role.filler, role.pattern) if _by_li(role) else role for role in behind]
    roles += behind + described(scene, trigger) + owners(scene, at)
    received = receivers(scene, trigger)
    if received and not any(role.name == "recipient" for role in roles):
        roles += received
    elif trigger.reading.form.kind is Kind.NOUN and not any(role.name == "actor" for role in roles):
        roles += doers(scene, at)
    roles += _meant(scene, at, roles) + _heading(scene, trigger, roles)
    return roles + _place_between(scene, at, roles)


def _heading(scene: Scene, trigger: Trigger, roles: Sequence[Role]) -> list[Role]:
    """«Turkey: five billion in loans»: who heads an item gives what it lists."""
    given = trigger.reading.sense.lemma in _GIFTS
    if not given or trigger.reading.definite or any(role.name == "actor" for role in roles):
        return []
    first = [one for one in scene.fillers[:1] if one.label in ("GPE", "ORG") and not one.governor]
    heads = [one for one in first if scene.words.folded(one.last + 1) == ":"]
    return [Role("actor", one, Pattern.HEADING) for one in heads if not scene.words.is_word_at(one.first - 1)]


def _meant(scene: Scene, at: int, roles: Sequence[Role]) -> list[Role]:
    """Whom the pronoun on a verb or on a deed done to someone means."""
    trigger = scene.triggers[at]
    if not suffers(trigger) or any(role.name == "recipient" for role in roles):
        return []
    if trigger.is_verb and strikes_speaker(scene.words, trigger):
        return [Role("recipient", filler, Pattern.SPEAKER) for filler in find_speaker(scene, at)]
    if is_closing(trigger):
        return _closed(scene, at)
    described = scene.clauses.relative_before(trigger.index) >= 0
    if not trigger.reading.pronoun or described or is_done_by_owner(scene, trigger):
        return []
    return [Role("recipient", filler, Pattern.MEANT) for filler in find_struck(scene, at, roles)]


def _closed(scene: Scene, at: int) -> list[Role]:
    """The place that the pronoun on its closing or opening means: the last one named before as such."""
    pronoun = scene.triggers[at].reading.pronoun
    places = [one for earlier in range(at) for one in scene.actors(earlier, "location")]
    return [Role("location", one, Pattern.MEANT) for one in places[-1:] if pronoun and agrees(scene, pronoun, one)]


def _by_li(role: Role) -> bool:
    return role.name == "actor" and role.filler.governor == "for"


def _place_between(scene: Scene, at: int, roles: Sequence[Role]) -> list[Role]:
    """The place between a verb and the noun that it carries: «ended in Ankara the meeting»."""
    trigger = scene.triggers[at]
    verb = scene.carrier(trigger)
    participle = trigger.reading.form.kind is Kind.CIRCUMSTANCE
    if verb < 0 or participle or any(role.name == "location" for role in roles):
        return []
    if at and scene.triggers[at - 1].index > verb:
        return []
    between = [filler for filler in scene.fillers if verb < filler.first and filler.last < trigger.index]
    places = [filler for filler in between if filler.label in PLACE_LABELS and filler.governor == "in"]
    return [Role("location", filler, Pattern.LIGHT_VERB) for filler in places[:1]]


def _objects(scene: Scene, trigger: Trigger, phrases: Sequence[Filler], *, unnamed: bool = False) -> list[Role]:
    """The direct object with what is joined to it; behind other nouns only people and those who are struck.

    ``unnamed`` tells that the one plain word after the verb is its subject.
    """
    if not phrases:
        return []
    first = phrases[0]
    if trigger.label in ("STATEMENT", "THREATEN") and scene.is_preposition(trigger.index + 1):
        return []
    struck = first.label == "NORP" and first.bare_words <= 2 and trigger.label in _STRIKING | _JUDGING
    behind_subject = unnamed and first.bare_words == 1 and first.first == trigger.index + 2
    if first.bare_words and not (first.label in ("PERS", "OCC") or first.counterpart or struck or behind_subject):
        return []
    found = scene.with_joined(phrases)
    return [Role(role, filler, Pattern.OBJECT) for filler in found if (role := object_role(trigger, filler))]


def _resumed_object(scene: Scene, trigger: Trigger) -> list[Role]:
    """What a relative clause describes and a pronoun in it takes up: «the ship that they seized (it)»."""
    antecedent = find_antecedent(scene, trigger)
    if antecedent is None or not takes_up(scene, trigger):
        return []
    role = object_role(trigger, antecedent)
    return [Role(role, antecedent, Pattern.RELATIVE)] if role else []


def _opening_place(scene: Scene, at: int, roles: Sequence[Role]) -> list[Role]:
    """«In Aden, …», «Hebron: …»: the place that opens a sentence is that of its first verb."""
    if at or any(role.name == "location" for role in roles):
        return []
    used = {role.filler.mention.id for role in roles}
    return [
        Role("location", filler, Pattern.PLACE_BEFORE)
        for filler in scene.fillers[:1]
        if filler.label in PLACE_LABELS
        and filler.mention.id not in used
        and filler.last < scene.triggers[at].index
        and scene.clauses.sets_scene(filler.first, filler.last)
    ]
