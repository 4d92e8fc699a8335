"""Finds the subject of a verb: behind it, before it, in the clause that it describes, or shared with another verb."""

from collections.abc import Sequence

from model.suggest.events.agreement import (
    Gender,
    counts_its_subject,
    may_be_subject,
    speaks_of_self,
    strikes_speaker,
    verb_gender,
)
from model.suggest.events.fillers import Filler
from model.suggest.events.frames import closes_or_opens, is_speech, takes_object, takes_object_after_and
from model.suggest.events.generic import generic_after, generic_before
from model.suggest.events.inflection import Kind
from model.suggest.events.inherited import (
    both_parties,
    calls,
    find_inherited,
    find_speaker,
    follows_both_sides,
    has_unnamed_subject,
)
from model.suggest.events.patterns import Pattern
from model.suggest.events.pronouns import find_meant
from model.suggest.events.relatives import RESUMING, find_antecedent, resumes, takes_up, told_of
from model.suggest.events.scene import PARTIES, Scene
from model.suggest.events.triggers import Trigger
from model.suggest.events.voice import is_passive
from model.suggest.events.words import without_conjunction

Subject = tuple[list[Filler], Pattern]

_OWNED = frozenset("بلاد قوات حكومت وزارت حزب حركت دولت جيش وكالت شركت لجنت مقاتلي جماعت منظمت هييت".split())
_CONJUNCTIONS = ("و", "ف")
_ARTICLE = "ال"
_QUANTITIES = frozenset("بعض عشرات مئات الاف جميع كل معظم اغلب عدد عددا من".split())
_ADVERBIAL = frozenset("بعد قبل قبيل خلال منذ عقب اثر رغم غداه فور ورغم وبعد وقبل وخلال ومنذ وعقب".split())
"""Prepositions that open a sentence with a time or a reason."""
_CONTRASTS = frozenset("النقيض العكس الاثر الفور المقابل المقابله الغرار المقلب الاثناء الوقت السياق الاطار".split())
"""Nouns that with a preposition open a sentence without being its subject: على النقيض رحّب فلان."""
_LONGEST_TITLE = 2
_AIMING = frozenset("أطلق أسقط اعترض دمر فجر استخدم".split())
"""Verbs of which weapons are the object."""
_BARE_TITLES = frozenset("الوزير الوزيره الرييس الرييسه المنظمه الوزاره الحكومه الحركه الشركه الوكاله السلطات".split())
"""Subjects that are named only by what they are, or titles."""
_OWN_WORDS = frozenset({"STATEMENT", "REQUEST", "REJECT"})
"""What a relative clause tells of the speaker: الإضراب الذي دعا إليه."""


def find_subject(scene: Scene, at: int, plain: Sequence[Filler], after: Sequence[Filler]) -> Subject:
    """The subject of the verb at a place among the triggers; ``plain`` are the phrases after it without preposition."""
    trigger = scene.triggers[at]
    if follows_both_sides(scene, trigger):
        return both_parties(scene, at) or [], Pattern.PARTIES
    if speaks_of_self(scene.words, trigger):
        return find_speaker(scene, at), Pattern.SPEAKER
    if _weapon_strikes(scene, trigger):
        return [one for one in plain[:1] if one.label == "NORP" and one.bare_words <= 1], Pattern.AFTER
    if (meant := find_meant(scene, at)) is not None:
        return meant, Pattern.PRONOUN
    if (antecedent := find_antecedent(scene, trigger)) is not None and not takes_up(scene, trigger):
        if _has_own_subject(scene, trigger, plain):
            return _named(scene, trigger, plain), Pattern.AFTER
        return [antecedent], Pattern.RELATIVE
    ahead = _ahead(scene, trigger, plain)
    return ahead if ahead is not None else _behind(scene, at, plain, after)


def _weapon_strikes(scene: Scene, trigger: Trigger) -> bool:
    """Whether a weapon next to the verb is its subject: طائرة مسيرة استهدفت، استهدفت طائرة مسيرة."""
    if trigger.label != "ASSAULT" or trigger.reading.pronoun:
        return False
    before, behind = trigger.index - 1, trigger.index + 1
    ahead = _is_weapon(scene, before) and not scene.clauses.is_initial(trigger)
    return ahead or (_is_weapon(scene, behind) and trigger.reading.sense.lemma not in _AIMING)


def _is_weapon(scene: Scene, index: int) -> bool:
    return index in range(len(scene.words)) and "PRODUCT" in scene.words.labels_at(index)


def _ahead(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> Subject | None:
    """The subject before a verb that does not open its clause; none when it is to be sought behind the verb."""
    if resumes(scene.words, trigger) or scene.clauses.is_initial(trigger):
        return None
    if _opens_after_adverbial(scene, trigger, plain) or _puts_in(scene, trigger, plain):
        return None
    if (described := told_of(scene, trigger)) is not None:
        return [described], Pattern.RELATIVE
    left = scene.before(trigger)
    if left and may_be_subject(scene.words, trigger, left[0]):
        return left, Pattern.BEFORE
    if _is_own(scene.words.folded(trigger.index - 1)):
        return find_speaker(scene, scene.triggers.index(trigger)), Pattern.SPEAKER
    generic = generic_before(scene, trigger)
    named_at_once = bool(plain) and plain[0].first == trigger.index + 1 and trigger.label == "STATEMENT"
    if generic or (_plain_noun_before(scene, trigger) and not named_at_once):
        return generic, Pattern.GENERIC
    return None


def _opens_after_adverbial(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> bool:
    """Whether only a time or a reason stands before the verb, its subject right behind: بعد خلاف ألغى المجلس."""
    start = scene.clauses.subject_start(trigger.index)
    commas = [at + 1 for at in range(start, trigger.index) if scene.words.folded(at) in ("،", ",")]
    openings = [start, *commas[-1:]]
    adverbial = any(without_conjunction(scene.words.folded(at), _ADVERBIAL) in _ADVERBIAL for at in openings)
    adverbial = adverbial or scene.words.folded(trigger.index - 1) in _CONTRASTS
    past = trigger.reading.form.kind is Kind.PERFECT or len(commas) == 1
    named = bool(plain) and plain[0].first == trigger.index + 1 and plain[0].label in PARTIES - {"NORP"}
    return adverbial and past and named and may_be_subject(scene.words, trigger, plain[0])


def _puts_in(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> bool:
    """Whether the verb says between commas who is quoted: عاد الهدوء، تقول فلانة، لكن."""
    named = bool(plain) and plain[0].label == "PERS" and plain[0].first == trigger.index + 1
    return trigger.label == "STATEMENT" and named and scene.words.folded(trigger.index - 1) in ("،", ",")


def _has_own_subject(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> bool:
    """Whether a verb of a relative clause names its subject behind it: الذي أعرب فلان عن قلقه منه."""
    if not plain or plain[0].first != trigger.index + 1 or not _is_subject(scene, trigger, plain[0]):
        return False
    relative = scene.words.folded(scene.clauses.relative_before(trigger.index))
    clash = {relative, verb_gender(trigger)} in ({"الذي", Gender.FEMININE}, {"التي", Gender.MASCULINE})
    return (clash or not takes_object(trigger)) and plain[0].label != "NORP"


def _behind(scene: Scene, at: int, plain: Sequence[Filler], after: Sequence[Filler]) -> Subject:
    trigger = scene.triggers[at]
    generic = generic_after(scene, trigger, after)
    if generic and (not plain or generic[0].first < plain[0].first):
        if _is_named_behind(scene, trigger, plain):
            return _named(scene, trigger, plain), Pattern.AFTER
        return generic, Pattern.GENERIC
    joined = trigger.reading.proclitics[:1] in _CONJUNCTIONS
    if resumes(scene.words, trigger) and not plain and not joined and not calls(scene, trigger):
        own = trigger.label == "STATEMENT" or (trigger.label in _OWN_WORDS and not trigger.reading.pronoun)
        told = own and scene.clauses.relative_before(trigger.index) >= 0
        speakers = find_speaker(scene, at) if told and not has_unnamed_subject(scene, trigger) else []
        fitting = [one for one in speakers if may_be_subject(scene.words, trigger, one)]
        return scene.before(trigger) or fitting, Pattern.BEFORE
    affected = trigger.label == "CASUALTY" or is_passive(scene.words, trigger)
    struck = find_speaker(scene, at) if strikes_speaker(scene.words, trigger) else []
    inherited = [] if affected else [one for one in find_inherited(scene, at) if one not in struck]
    object_only = inherited and takes_object_after_and(trigger) and not trigger.reading.pronoun
    object_only = object_only and not _has_object(scene, trigger, plain)
    object_only = object_only and not _threatens(trigger, plain)
    if (parties := both_parties(scene, at)) is not None:
        return parties, Pattern.PARTIES
    if counts_its_subject(trigger):
        return inherited or ([] if affected else scene.before(trigger)), Pattern.SHARED
    if plain and _is_subject(scene, trigger, plain[0]) and not object_only:
        return _named(scene, trigger, plain), Pattern.AFTER
    if not inherited and not plain and (heading := _heading(scene, trigger)):
        return heading, Pattern.HEADING
    return inherited, Pattern.SHARED


def _heading(scene: Scene, trigger: Trigger) -> list[Filler]:
    """The body or state that heads the line, before a verb that opens what follows: تونس: لم تعلن شيئاً."""
    first = [one for one in scene.fillers[:1] if one.label in ("GPE", "ORG") and not one.governor]
    begins = scene.clauses.is_initial(trigger) and scene.words.folded(scene.clauses.subject_start(trigger.index) - 1)
    likely = trigger.label != "CASUALTY" and trigger.reading.form.kind is not Kind.PERFECT  # which may be a noun
    headed = begins == ":" and likely and not trigger.reading.proclitics
    return [
        one
        for one in first
        if headed and scene.words.folded(one.last + 1) == ":" and may_be_subject(scene.words, trigger, one)
    ]


def _threatens(trigger: Trigger, plain: Sequence[Filler]) -> bool:
    """Whether someone with a title stands behind a threat: rather the one who makes it."""
    titled = bool(plain) and plain[0].label == "PERS" and plain[0].start < plain[0].mention.hull.start
    return trigger.label == "THREATEN" and titled


def _is_named_behind(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> bool:
    """Whether the person behind a known one and their body is their name: قال القيادي بحركة كذا فلان.

    With a verb that has people for objects, only where the object follows or a comma sets the name apart.
    """
    known = scene.words.folded(trigger.index + 1).startswith(_ARTICLE)
    if not known or not plain or plain[0].label != "PERS" or not is_speech(trigger):
        return False
    apart = scene.words.folded(plain[0].last + 1) in ("،", ",")
    return not takes_object(trigger) or apart or any(not filler.joined for filler in plain[1:])


def _has_object(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> bool:
    """Whether behind the first phrase another stands that only the verb's object can be."""
    named = scene.with_joined(plain)
    after = named[-1].last + 1 if named else 0
    known = scene.words.folded(after).startswith(_ARTICLE) and not scene.words.labels_at(after) if named else False
    if known and scene.is_plain_word(after):
        return True
    rest = [filler for filler in plain if filler not in named and not filler.joined]
    between = range(named[-1].last + 1, rest[0].first) if named and rest else range(0)
    return bool(rest) and all(map(scene.words.is_word, between)) and named[0].first == trigger.index + 1


def _is_own(word: str) -> bool:
    """«his country», «its forces»: who speaks of them stands for them (ruling 16, the nearest naming)."""
    return word.removesuffix("ها").removesuffix("ه").removesuffix("هم") in _OWNED and word not in _OWNED


def _named(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> list[Filler]:
    """The first phrase with those joined to it; of a post and, farther on, its holder's name the name."""
    rest = [filler for filler in plain[1:] if not filler.joined]
    if _is_apposed(scene, trigger, plain):
        return [rest[0]]
    if plain[0].label in ("OCC", "NORP") and rest and rest[0].label == "PERS" and is_speech(trigger):
        return [rest[0]]
    return scene.with_joined(plain)


def _is_apposed(scene: Scene, trigger: Trigger, plain: Sequence[Filler]) -> bool:
    """Whether commas set off the name of someone known by a body: قال ممثل الوزارة، المستشار فلان، إن."""
    if len(plain) < 2 or plain[1].label != "PERS" or plain[0].label not in ("ORG", "GPE", "OCC", "NORP"):
        return False
    known = bool(plain[0].bare_words) or plain[0].label == "OCC"
    commas = [scene.words.folded(index) in ("،", ",") for index in (plain[0].last + 1, plain[1].last + 1)]
    titles = range(plain[0].last + 2, plain[1].first)
    titled = len(titles) <= _LONGEST_TITLE and all(scene.words.folded(at).startswith(_ARTICLE) for at in titles)
    return known and is_speech(trigger) and all(commas) and titled


def _is_subject(scene: Scene, trigger: Trigger, filler: Filler) -> bool:
    """Whether the phrase agrees with the verb, is nobody's counterpart, and no untagged subject stands before it."""
    if closes_or_opens(trigger, filler):
        return False
    if filler.counterpart or not may_be_subject(scene.words, trigger, filler):
        return False
    if _clashes(trigger, filler):
        return False
    next_to_it = trigger.index + (2 if scene.words.folded(trigger.index + 1) in RESUMING else 1)
    if _is_accusative(scene, filler) and (next_to_it < filler.first or filler.label == "NORP"):
        return False
    word = scene.words.folded(next_to_it)
    if filler.label == "PERS" and takes_object(trigger) and filler.first == next_to_it + 1 and word in _BARE_TITLES:
        return False
    if filler.label == "PERS" or filler.first == next_to_it or not scene.words.is_word_at(next_to_it):
        return True
    owned = word.endswith(("ها", "هم")) and filler.first == next_to_it + 1
    return not owned and not (word.startswith("ال") and filler.label != "NORP")


def _clashes(trigger: Trigger, filler: Filler) -> bool:
    """Whether an adjective of nationality shows that the noun before it is no subject: انتقدت القرار الألماني."""
    if filler.label != "NORP" or not filler.bare_words or not filler.mention.text.startswith(_ARTICLE):
        return False
    feminine = filler.mention.text.endswith("ة")
    return verb_gender(trigger) is (Gender.MASCULINE if feminine else Gender.FEMININE)


def _is_accusative(scene: Scene, filler: Filler) -> bool:
    """Whether a plural shows by its ending that it is no subject, nor depends on a noun before it: ناشطون الحوثيين."""
    before = scene.words.folded(filler.first - 1)
    dependent = before.startswith(_ARTICLE) or before in _QUANTITIES
    return (
        filler.label in ("NORP", "ORG")
        and filler.first == filler.last
        and not dependent
        and scene.words.folded(filler.first).endswith("ين")
    )


def _plain_noun_before(scene: Scene, trigger: Trigger) -> bool:
    index = trigger.index - 1
    return scene.words.is_word_at(index) and not scene.words.labels_at(index)
