"""Which role a phrase fills by its governor, for each event type, and which triggers name their object first."""

from collections.abc import Mapping, Sequence

from model.suggest.events.fillers import PLACE_LABELS, Filler
from model.suggest.events.inflection import Kind
from model.suggest.events.triggers import Trigger

Frame = Mapping[str, str]

_FRAMES: Mapping[str, Frame] = {
    "ACCUSE": {"for": "recipient", "to": "recipient", "against": "recipient"},
    "AGREE": {"with": "recipient", "for": "recipient"},
    "AID": {"for": "recipient", "to": "recipient", "from": "actor"},
    "ASSAULT": {"on": "recipient", "against": "recipient", "with": "recipient", "for": "recipient"},
    "CASUALTY": {"from": "recipient"},
    "COERCE": {"on": "recipient", "for": "recipient", "from": "recipient"},
    "CONCEDE": {"about": "recipient", "with": "recipient", "for": "recipient"},
    "CONSULT": {"with": "recipient", "by": "recipient"},
    "COOPERATE": {"with": "recipient"},
    "MOBILIZE": {},
    "OFFICE": {},
    "PROTEST": {"against": "recipient"},
    "REJECT": {},
    "REQUEST": {"from": "recipient"},
    "RETREAT": {"about": "recipient"},
    "SANCTION": {
        "on": "recipient",
        "with": "recipient",
        "against": "recipient",
        "about": "recipient",
        "by": "recipient",
        "from": "recipient",
    },
    "STATEMENT": {"for": "recipient"},
    "SUPPORT": {"for": "recipient", "with": "recipient", "on": "recipient", "by": "recipient"},
    "THREATEN": {"against": "recipient", "for": "recipient"},
}
_PLACES: Mapping[str, frozenset[str]] = {
    "CONSULT": frozenset({"in", "by", "to", "at", "for"}),
    "MOBILIZE": frozenset({"in", "by", "to", "on", "about", "at"}),
    "RETREAT": frozenset({"in", "by", "from"}),
    "STATEMENT": frozenset(),
    "AID": frozenset({"in", "via"}),
}
_DONE_BY = frozenset({"ASSAULT", "COERCE"})
"""Nouns whose doer «ل» names when nothing else does: هجوم لداعش."""
_GRANTED = frozenset({"مقابلة"})
"""Talks that one gives to another: مقابلة لصحيفة."""
_VERDICTS = frozenset("سجن حكم إعدام غرامة تغريم حبس".split())
"""Nouns after which «ل» names the one who is sentenced."""
_OWNED = frozenset({"CONSULT", "PROTEST", "RETREAT", "SANCTION"})
"""Nouns after which «of» is written with ل: انسحاب للقوات."""
SIGNING = frozenset({"توقيع", "إمضاء", "إبرام", "موقع", "مبرم", "وقع", "أبرم"})
"""What two do to what they agreed on."""
MEDIATING = frozenset({"وساطة", "توسط"})
"""What one does between two others."""
BREAKING = frozenset({"قطع", "تجميد", "تعليق"})
"""What ends the relations between two."""
MUTUAL_TYPES = frozenset({"AGREE", "ASSAULT", "CONCEDE", "CONSULT", "COOPERATE"})
"""What happens between two."""
_PLACE_GOVERNORS = frozenset({"in", "by"})
_OBJECT_TYPES = frozenset("ACCUSE AID ASSAULT COERCE CONSULT OFFICE REQUEST SANCTION SUPPORT THREATEN".split())
_TELLING = frozenset({"أبلغ", "أخبر", "طمأن", "صارح", "خاطب", "أطلع", "حذر", "نبه", "أنذر"})
_PRAISING = frozenset("أشاد نوه أثنى هنأ ثمن شكر بارك".split())
"""What they praise in a country, they praise the country for."""
_COMING_FROM = frozenset({"تعليق", "تصريح", "بيان", "رد", "تأكيد"})
"""Sayings of which «عن» tells who said them; of others it tells what they are about."""
_ACKNOWLEDGING = frozenset({"اعترف", "اعتراف", "رحب", "ترحيب"})
_PARTIES = frozenset({"GPE", "ORG", "PERS"})
_AGAINST = frozenset({"رد", "انقلاب"})
_SENT = frozenset({"رسالة", "برقية", "اتصل"})
"""Talks that go to somebody: رسالة إلى طهران."""
_NEAR_CHARGE = 4
_TAKING_OFFICE = frozenset("تولى تسلم فاز ترأس ترشح تقلد".split())
"""Whose object is the office."""
_PLACE_OBJECTS = frozenset({"زار", "غادر", "استضاف", "فتح", "افتتح", "أغلق", "أقفل", "أخلى"})

_HOSTING = frozenset({"استضاف"})
_OBJECT_FIRST_TYPES = frozenset({"CASUALTY", "COERCE", "OFFICE"})
_ACTOR_FIRST = frozenset("تولي تسلم اقتراع تصويت انقلاب فوز ترشح يمين استيلاء سيطرة".split())
_OBJECT_FIRST = frozenset(
    "استهداف اغتيال اختطاف خطف محاربة مكافحة هزيمة قصف غزو تدمير قتل طرد تجميد مساعدة تدريب تمويل تسليح"
    " إغاثة إقراض دعم"
    " تأييد مساندة تهنئة استضافة استقبال استدعاء إيواء معاقبة محاكمة ملاحقة"
    " مقاضاة إسقاط إجلاء مقاطعة سجن إعدام تعذيب إبادة إسناد تزويد إنقاذ"
    " تحرير تسليم مهاجمة مداهمة نزع اقتحام اجتياح احتلال محاصرة"
    " متهم".split()
)
_NAMED_AFTER_PLACES = frozenset("هدنة تهدئة هجوم هجمة اعتداء حرب معركة مجزرة مذبحة تفجير اشتباك".split())
_VERBS_LIKE_NOUNS = frozenset("منع طرد قتل خطف سجن قصف حبس ضرب دهس طعن ذبح حرق".split())
_ARTICLE = "ال"
_CLOSED_OR_OPENED = frozenset("فتح افتتاح إغلاق غلق إقفال إخلاء".split())
"""What is done to a place: it is where the deed happens (ruling 22)."""
_SUBJECT_IS_OBJECT = frozenset({"سقط"})
RECIPROCAL = frozenset(
    "اتفق توافق تفاهم التقى اجتمع تباحث تفاوض تحاور تشاور بحث ناقش تبادل اشتبك تعاون تصالح تقاتل توصل محادثة"
    " مباحثة مفاوضة"
    " حوار لقاء قمة اجتماع مشاورة تعاون شراكة تنسيق تبادل اتفاق تفاهم".split()
)
"""What two parties do to each other: the first named is the actor, the others are recipients."""
_OBJECT_AFTER_AND = frozenset(
    "التقى زار استقبل غادر هاتف قابل هنأ عين استضاف اتهم دعم ساعد توعد هدد ناشد انتقد شكر طالب حث دعا".split()
)
_HARMED = frozenset({"CASUALTY", "COERCE", "RETREAT", "SANCTION", "OFFICE"})
_KNOWN = frozenset({"AGREE", "SANCTION"})
"""What, with the article, others have done before."""
_ACCEPTING = frozenset({"وافق", "قبل", "صادق"})
"""Verbs that accept what another does."""
_OWN_DEEDS = frozenset({"AGREE", "RETREAT", "MOBILIZE", "PROTEST", "SANCTION", "AID"})
PERMITTING = frozenset({"سمح", "سماح", "أذن", "أتاح", "إتاحة"})
"""Words with which «ل» names who may do a deed."""
_WARNING = frozenset({"حذر", "أنذر", "نبه"})
"""Verbs that tell of what others may do."""
_PROPOSING = frozenset({"اقترح"})
"""Requests to do what one does oneself."""
_CLAIMING = frozenset({"تبنى"})
"""Verbs with which one owns up to an attack."""
_SIGNERS = frozenset({"وقع", "أبرم", "أمضى"})
"""Verbs that have no people for object: وقّعت مذكرته مصر وتونس."""
_REFUSED = frozenset("STATEMENT CONCEDE RETREAT CONSULT AGREE SUPPORT AID MOBILIZE COOPERATE".split())
"""What those would do who refuse it."""
_SPEECH = frozenset({"STATEMENT", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT", "AGREE"})


def object_role(trigger: Trigger, filler: Filler) -> str:
    """The role of a direct object, empty when the type has none."""
    if trigger.reading.sense.lemma in _PLACE_OBJECTS and filler.label in PLACE_LABELS:
        return "location"
    if trigger.reading.sense.lemma in _TAKING_OFFICE:
        return ""
    if filler.label in ("LOC", "FAC") and trigger.label == "REQUEST":
        return ""
    if trigger.reading.sense.lemma in _SIGNERS:
        return "actor"
    told = trigger.reading.sense.lemma in _TELLING
    return "recipient" if told or trigger.label in _OBJECT_TYPES else ""


def takes_object(trigger: Trigger) -> bool:
    """Whether the type is done to somebody directly."""
    return trigger.label in _OBJECT_TYPES


def first_role(trigger: Trigger) -> str:
    """The role of the phrase that a noun trigger governs."""
    lemma = trigger.reading.sense.lemma
    if lemma in _ACTOR_FIRST:
        return "actor"
    return "recipient" if trigger.label in _OBJECT_FIRST_TYPES or lemma in _OBJECT_FIRST else "actor"


def suffers(trigger: Trigger) -> bool:
    """Whether a pronoun on the trigger means the one to whom it is done."""
    return trigger.label in _OBJECT_TYPES if trigger.is_verb else first_role(trigger) == "recipient"


def heads_as_noun(trigger: Trigger, named: Sequence[Filler], plain: Sequence[Filler]) -> bool:
    """Whether the first word of a line, read as a verb, is rather the noun that looks like it: منع فلان من السفر.

    The verb would name its object as well.
    """
    alike = trigger.reading.form.text == trigger.reading.sense.lemma
    lone = trigger.index == 0 and alike and trigger.reading.form.kind is Kind.PERFECT and not trigger.reading.proclitics
    return lone and trigger.reading.sense.lemma in _VERBS_LIKE_NOUNS and len(named) == len(plain)


def is_closing(trigger: Trigger) -> bool:
    """Whether the noun tells that a place is closed or opened."""
    return trigger.reading.sense.lemma in _CLOSED_OR_OPENED


def closes_or_opens(trigger: Trigger, filler: Filler) -> bool:
    """Whether the phrase is a place that the verb closes, opens or leaves, whatever stands before it."""
    return trigger.reading.sense.lemma in _PLACE_OBJECTS - _HOSTING and filler.label in ("FAC", "LOC")


def subject_role(trigger: Trigger, *, passive: bool) -> str:
    """The role of a verb's subject."""
    affected = trigger.label == "CASUALTY" or trigger.reading.sense.lemma in _SUBJECT_IS_OBJECT or passive
    return "recipient" if affected else "actor"


def is_reciprocal(trigger: Trigger) -> bool:
    """Whether the parties named together do it to each other."""
    return trigger.reading.sense.lemma in RECIPROCAL


def takes_object_after_and(trigger: Trigger) -> bool:
    """Whether one phrase after «and» + verb is rather its object, the subject being the earlier verb's."""
    return trigger.reading.sense.lemma in _OBJECT_AFTER_AND


def is_speech(trigger: Trigger) -> bool:
    """Whether it is something said, so that the next «and he said» has the same speaker."""
    return trigger.label in _SPEECH


def governed_role(trigger: Trigger, filler: Filler) -> str:
    """The role of a phrase behind a preposition, empty when it fills none."""
    governor = filler.governor
    if governor == "actor" and trigger.reading.sense.lemma in _SIGNERS:
        return ""  # under whose patronage it is signed
    if governor == "actor":
        return "recipient" if trigger.is_verb and trigger.label == "CONSULT" else "actor"
    if governor == "notably":
        return "recipient" if takes_object(trigger) and filler.label in _PARTIES else ""
    if governor == "among":
        return "recipient" if trigger.label in _HARMED and filler.label in ("PERS", "ORG", "NORP") else ""
    special = _role_by_lemma(trigger, filler) if trigger.is_verb else _role_of_noun(trigger, filler)
    if special is not None:
        return special
    if filler.label in PLACE_LABELS and governor in _PLACES.get(trigger.label, _PLACE_GOVERNORS):
        return "recipient" if trigger.label == "SANCTION" and governor == "by" else "location"
    cut_off = trigger.label == "SANCTION" and governor == "by"
    counted = trigger.label in ("CASUALTY", "COERCE", "SANCTION") and governor == "from"
    if (cut_off or counted) and filler.label not in ("ORG", "NORP"):
        return ""
    return _FRAMES[trigger.label].get(governor, "")


def _role_by_lemma(trigger: Trigger, filler: Filler) -> str | None:
    """The role after a preposition that some words have of their own, none when the type decides."""
    lemma = trigger.reading.sense.lemma
    if filler.governor == "for" and lemma in _GRANTED | _VERDICTS | PERMITTING:
        return "recipient"
    if filler.governor == "for" and lemma in _TELLING:
        return ""
    if filler.governor == "by" and lemma in _ACKNOWLEDGING and filler.label in _PARTIES:
        return "recipient"
    if filler.governor == "on" and lemma in _AGAINST:
        return "recipient"
    if filler.governor == "to" and lemma in _SENT:
        return "recipient"
    if filler.governor == "in" and lemma in _PRAISING:
        return "recipient" if filler.label == "GPE" else ""
    far = filler.first - trigger.index > _NEAR_CHARGE
    if filler.governor == "to" and trigger.label == "ACCUSE" and (trigger.is_verb or trigger.reading.pronoun or far):
        return ""
    return "actor" if filler.governor == "about" and lemma in ("جاء", "ورد") else None


def _role_of_noun(trigger: Trigger, filler: Filler) -> str | None:
    """What some types of nouns do with a preposition in their own way, none when verbs and nouns are alike."""
    governor, place = filler.governor, filler.label in PLACE_LABELS
    if (role := _role_by_lemma(trigger, filler)) is not None:
        return role
    backed = governor == "by" and trigger.label == "SUPPORT"
    if (governor == "from" or backed) and trigger.reading.form.kind is Kind.PASSIVE:
        return "actor"
    if governor == "for" and trigger.label in _DONE_BY and not trigger.reading.pronoun:
        return "recipient" if place else "actor"
    if governor == "for" and trigger.label in _OWNED and not place:
        return "actor"
    if governor == "from" and trigger.label == "AID" and filler.bare_words:
        return ""
    told = governor == "about" and trigger.reading.sense.lemma in _COMING_FROM
    return "actor" if told or (governor == "from" and trigger.label in ("REQUEST", "STATEMENT")) else None


def complement_role(trigger: Trigger, filler: Filler) -> str:
    """The role of a phrase that a noun trigger governs: meetings and attacks are named after their places.

    An adjective of nationality that agrees with the noun tells who does the deed (القصف التركي), but for elections and
    the like.
    """
    agrees = trigger.reading.definite == filler.mention.text.startswith(_ARTICLE)
    people = not trigger.reading.definite and first_role(trigger) == "recipient"
    adjacent = filler.first == trigger.index + 1
    if filler.label == "NORP" and agrees and adjacent and trigger.label != "OFFICE" and not people:
        return "actor"
    if filler.label in PLACE_LABELS and trigger.label == "CONSULT" and trigger.reading.sense.lemma not in MEDIATING:
        return "location"
    if filler.label in PLACE_LABELS and trigger.label == "PROTEST":
        return "location"
    if filler.label in PLACE_LABELS and trigger.reading.sense.lemma in _NAMED_AFTER_PLACES | _CLOSED_OR_OPENED:
        return "location"
    return first_role(trigger)


def controller(verb: Trigger, deed: Trigger) -> str:
    """Which role of a verb also does the deed that the verb promises, announces or demands; empty when unclear."""
    if verb.reading.sense.lemma in PERMITTING:
        return "recipient"
    if verb.reading.sense.lemma in _CLAIMING and deed.label == "ASSAULT":
        return "actor"
    if verb.label == "PROTEST" and deed.label == "CONSULT" and deed.reading.definite:
        return ""  # who stays away from talks
    known = deed.reading.definite and deed.label in _KNOWN and verb.label in ("STATEMENT", "REQUEST")
    accepted = deed.label in ("AGREE", "CONSULT") and verb.reading.sense.lemma in _ACCEPTING
    if known or accepted:
        return ""
    if verb.reading.sense.lemma in _WARNING:
        return ""
    if verb.reading.sense.lemma in _PROPOSING:
        return "actor"
    if verb.label in ("REQUEST", "ACCUSE"):
        return "recipient"
    if verb.label == "SANCTION" and deed.label == "ASSAULT":
        return ""
    if verb.label in ("AGREE", "THREATEN", "SANCTION", "AID", "CONCEDE", "PROTEST", "MOBILIZE"):
        return "actor"
    if verb.label == "REJECT" and deed.label in _REFUSED and not deed.reading.pronoun:
        return "" if deed.label == "AGREE" and deed.reading.definite else "actor"
    announced = verb.reading.sense.lemma in ("أعلن", "أبدى", "جدد")
    if deed.label in ("ASSAULT", "CASUALTY", "OFFICE", "COERCE"):
        return ""
    return "actor" if announced and (not deed.reading.definite or deed.label in _OWN_DEEDS) else ""
