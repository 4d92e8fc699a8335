"""Who bears a deed that a verb which names none carries: its doer, the one who suffers it, or its place."""

from collections.abc import Mapping, Sequence

from model.suggest.events.fillers import PLACE_LABELS, Filler
from model.suggest.events.frames import is_reciprocal
from model.suggest.events.patterns import Pattern
from model.suggest.events.scene import Role, Scene, mutual_roles
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import without_conjunction

_NOT_CARRIED = frozenset({"ACCUSE", "CASUALTY", "COERCE", "OFFICE"})
DONE_TO = frozenset({"ASSAULT", "COERCE", "OFFICE", "SANCTION"})
_TAKING_PART = tuple(
    "شارك شاركت يشارك تشارك حضر حضرت يحضر تحضر تراس تراست يتراس تتراس اختتم اختتمت يختتم تختتم واصل واصلت يواصل تواصل"
    " استانف استانفت يستانف تستانف بدا بدات يبدا تبدا يرفض ترفض عقد عقدت وجه وجهت يوجه توجه اخر يوخر توخر افتتح افتتحت"
    " استهل استهلت يستهل تستهل انهي انهت ينهي تنهي قاد قادت يقود تقود".split()
)
"""Verbs whose subject takes part in the deed that they govern, even a known one: اختتم العراق الاجتماع."""
_EXPOSED = ("تعرض", "تعرضت", "يتعرض", "تتعرض", "تعرضوا", "نجا", "نجت")
_SUFFERING: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(DONE_TO, _EXPOSED), "CASUALTY": (*_EXPOSED, "لقي", "لقيت", "لقوا", "يلقي", "تلقي")
}  # fmt: skip
"""Verbs whose subject suffers the deed, by its type: تعرض فلان لهجوم، لقي فلان مصرعه."""
_ESCAPES = frozenset({"نجاه", "بنجاه", "تعرض", "بتعرض", "لتعرض"})
_ESCAPES_WITHIN = 14
"""Nouns for what the one named after them lived through."""
_INVOLVED = frozenset("تورط تورطت يتورط تتورط مورط متورط متورطا المتورط ضالع الضالع".split())
"""Words that with «في» tell who did a deed: المتورط في اغتيال."""
_RECEIVING = ("تلقي", "تلقت", "يتلقي", "تتلقي", "تلقوا", "نال", "نالت", "استلم", "استلمت")
_RECEIVED = frozenset({"REQUEST", "AID", "SUPPORT", "THREATEN"})
"""What is received from others: تلقى دعماً."""
_DRIVING = (
    "دفع", "دفعت", "يدفع", "تدفع", "اجبر", "اجبرت", "يجبر", "تجبر", "ارغم", "ارغمت", "حمل", "حملت", "اجبار", "ارغام",
)  # fmt: skip
_DRIVES_WITHIN = 8
_ASPECTS = frozenset("استيناف مواصله بدء اعتزام قرار محاوله عزم نيه انهاء اعاده تاجيل تجديد رغبه".split())
_WITNESSING = ("شهد", "شهدت", "يشهد", "تشهد")
"""Verbs whose subject is the place of the deed: تشهد المدينة احتجاجات."""
_PASSED_OVER = frozenset("اول ثاني ثالث جوله سلسله عمليه اي عده نحو اجراء عقد تنفيذ شن".split())
"""Nouns that add nothing to the deed that they govern."""
_PERFORMING = ("قام", "قامت", "يقوم", "تقوم", "قاموا", "قضي", "قضت", "حكم", "حكمت")
_ACHIEVING = (
    "تمكن", "تمكنت", "يتمكن", "تتمكن", "تمكنوا", "نجح", "نجحت", "ينجح", "تنجح", "شرع", "شرعت", "اقدم", "اقدمت", "عمد",
    "عمدت", "بادر", "بادرت", "سارع", "سارعت", "تولت", "القي", "القت", "توجه", "يتوجه", "تتوجه", "تقدم", "يتقدم", "ادلي",
    "ادلت", "واصل", "واصلت", "تواصل", "يواصل", "قام", "قامت", "يقوم", "تقوم", "قاموا",
    "قرر", "قررت", "يقرر", "تقرر", "باشر", "باشرت", "كثف", "كثفت", "ينوي", "تنوي", "يعتزم", "تعتزم", "اعتزم", "اعتزمت",
)  # fmt: skip
"""Verbs whose subject does what they lead to, whatever it is: تمكنت الشرطة من توقيف فلان."""
_LEADING = frozenset("من في علي الي".split())
_ABLE = frozenset(
    "قادر قادره قادران قادرين قادرون مستعد مستعده مستعدان مستعدون عازم عازمه عازمون ماض ماضيه ماضون حريص حريصه حريصون"
    " ملتزم ملتزمه ملتزمون مصمم مصممه مصممون بصدد".split()
)
"""Words that tell what someone can or will do: فلان قادر على."""
_ASIDE = frozenset("خلال اثناء بعد قبل عقب منذ رغم بسبب اثر وبعد وقبل".split())
"""Prepositions that name another deed in passing."""
_APART = frozenset("في من منذ قبل اثر عقب رغم بسبب حيال شانه شانها".split())
_CARRIES_WITHIN = 30


def bearers(scene: Scene, trigger: Trigger) -> list[Role]:
    """The roles that the verb, or a noun in its place, gives its subject in the deed."""
    verb = scene.carrier(trigger)
    if trigger.index - verb > _CARRIES_WITHIN:
        verb = -1
    word = scene.words.folded(verb)
    if verb >= 0 and word.endswith(_SUFFERING.get(trigger.label, ())):
        return _in_role("recipient", scene.before(trigger))
    if trigger.label in _SUFFERING and (escaped := _escaped(scene, trigger)):
        return _in_role("recipient", escaped)
    if involved := _involved(scene, trigger) or _driven(scene, trigger) or _going_on(scene, trigger):
        return acting(trigger, involved, Pattern.LIGHT_VERB)
    if verb >= 0 and word.endswith(_WITNESSING):
        return _in_role("location", [one for one in scene.before(trigger) if one.label in PLACE_LABELS])
    if trigger.label != "CASUALTY" and (_is_achieved(scene, trigger, word) or _is_ability(scene, trigger)):
        return acting(trigger, scene.before(trigger), Pattern.LIGHT_VERB)
    between = (other.label for other in scene.triggers if verb < other.index < trigger.index)
    if "REQUEST" in between:
        return []
    if verb < 0 or trigger.reading.pronoun or trigger.label in _NOT_CARRIED or _is_apart(scene, trigger, word):
        return []
    performed = trigger.reading.proclitics.endswith("ب") and word.endswith(_PERFORMING)
    if trigger.reading.definite and not performed and not word.endswith(_TAKING_PART):
        return []
    return acting(trigger, scene.before(trigger), Pattern.LIGHT_VERB)


def _is_achieved(scene: Scene, trigger: Trigger, verb: str) -> bool:
    """Whether the verb leads to the deed: right behind a preposition, as its object, or joined to such a deed."""
    joined = trigger.reading.proclitics in ("ب", "و")
    led = joined or without_conjunction(scene.words.folded(trigger.index - 1), _LEADING) in _LEADING
    led = led or not completes_noun(scene, trigger, verb)
    return trigger.label != "STATEMENT" and verb.endswith(_ACHIEVING) and not trigger.reading.pronoun and led


def _is_ability(scene: Scene, trigger: Trigger) -> bool:
    """Whether a word right before tells that someone can or will do it."""
    near = range(max(scene.clauses.subject_start(trigger.index), trigger.index - 2), trigger.index)
    return any(scene.words.folded(index) in _ABLE for index in near)


def is_aside(scene: Scene, trigger: Trigger) -> bool:
    """Whether the deed is named in passing, as the time of another."""
    return scene.words.folded(trigger.index - 1) in _ASIDE


def receivers(scene: Scene, trigger: Trigger) -> list[Role]:
    """Who receives what others give, ask or threaten."""
    verb = scene.carrier(trigger)
    received = verb >= 0 and trigger.label in _RECEIVED and scene.words.folded(verb).endswith(_RECEIVING)
    return _in_role("recipient", scene.before(trigger)) if received else []


def acting(trigger: Trigger, fillers: Sequence[Filler], pattern: Pattern) -> list[Role]:
    """The phrases as those who do it, of a mutual deed the first as the one and the others as the other side."""
    if is_reciprocal(trigger):
        return mutual_roles(fillers, pattern)
    return [Role("actor", filler, pattern) for filler in fillers]


def _in_role(name: str, fillers: Sequence[Filler]) -> list[Role]:
    return [Role(name, filler, Pattern.LIGHT_VERB) for filler in fillers]


def _escaped(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Who escapes or is exposed to a deed, told by a noun: نجاة فلان من هجوم."""
    near = range(max(0, trigger.index - _ESCAPES_WITHIN), trigger.index)
    noun = next((at for at in near if scene.words.folded(at) in _ESCAPES), None)
    if noun is None:
        return []
    return [one for one in scene.fillers if noun < one.first and one.last < trigger.index and not one.governor][:1]


def _is_apart(scene: Scene, trigger: Trigger, verb: str) -> bool:
    """Whether a preposition keeps a noun from being what the verb carries out: بعد يوم من إعلان."""
    by = trigger.reading.proclitics.endswith("ب") and not verb.endswith(_PERFORMING)
    apart = without_conjunction(scene.words.folded(trigger.index - 1), _APART) in _APART
    return by or (apart and not verb.endswith(_TAKING_PART)) or completes_noun(scene, trigger, verb)


def completes_noun(scene: Scene, trigger: Trigger, verb: str) -> bool:
    """Whether the noun before is what the verb is about: ضمن فلان تأمين الزيارة."""
    before = trigger.index - 1
    word = scene.words.folded(before)
    named = not scene.is_plain_word(before) or bool(scene.words.labels_at(before)) or word == verb
    joined = trigger.reading.proclitics[:1] == "و"
    return not named and not joined and word not in _PASSED_OVER and not word.endswith("ا")


def _driven(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Who is driven to a deed: يدفع فلاناً إلى."""
    near = range(max(scene.clauses.subject_start(trigger.index), trigger.index - _DRIVES_WITHIN), trigger.index)
    verb = next((at for at in near if scene.words.folded(at).endswith(_DRIVING)), None)
    if verb is None:
        return []
    return [one for one in scene.fillers if verb < one.first and one.last < trigger.index and not one.governor][-1:]


def _going_on(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Who goes on with a deed or means to do it, told by a noun: استئناف فلان دعمه."""
    near = [one for one in scene.fillers if one.last == trigger.index - 1 and not one.governor]
    return [one for one in near if scene.words.folded(one.first - 1).removeprefix("ب") in _ASPECTS]


def _involved(scene: Scene, trigger: Trigger) -> list[Filler]:
    """Who is said to be involved in it: the phrase before."""
    at = trigger.index - 2
    if scene.words.folded(at + 1) != "في" or scene.words.folded(at) not in _INVOLVED:
        return []
    return [one for one in scene.fillers if one.last < at][-1:]
