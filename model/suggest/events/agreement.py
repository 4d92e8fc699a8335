"""Whether a verb can have a phrase for its subject, by gender: only a sure clash says no."""

from enum import StrEnum

from model.suggest.events.fillers import Filler
from model.suggest.events.inflection import Kind
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words
from model.text.folding import fold


class Gender(StrEnum):
    """The genders that agreement knows."""

    FEMININE = "feminine"
    MASCULINE = "masculine"
    UNKNOWN = "unknown"


_FEMININE_ENDINGS = ("ه", "ات")
_MASCULINE_PLACES = frozenset(
    map(fold, "العراق لبنان السودان الأردن اليمن المغرب الصومال السنغال الكونغو القطاع الإقليم قطاع إقليم".split())
)
_EPICENE = frozenset({"عضو", "العضو"})
"""Titles that women and men bear alike."""
_MASCULINE_HEADS = frozenset(
    map(
        fold,
        "حزب مجلس الجيش جيش البيت البنتاغون الكرملين البرلمان الاتحاد اتحاد صندوق بنك البنك مكتب مركز تنظيم"
        " التحالف تحالف حلف"
        " جهاز ديوان برنامج مصرف نادي مرصد المرصد معهد فريق حراك تيار التيار ائتلاف الكونغرس الكنيست مكتب".split(),
    )
)


def gender(words: Words, filler: Filler) -> Gender:
    """The gender of a phrase as its first word shows it."""
    first = fold(words.text_between(filler.start, filler.end).split()[0].strip('«»"“”'))
    if filler.label == "NORP" or first in _MASCULINE_HEADS | _MASCULINE_PLACES:
        return Gender.UNKNOWN if filler.label == "NORP" else Gender.MASCULINE
    if filler.mention.hull.start == filler.start and filler.label == "PERS":
        return Gender.UNKNOWN
    if filler.label == "GPE" or first.endswith(_FEMININE_ENDINGS):
        return Gender.FEMININE
    if first in _EPICENE:
        return Gender.UNKNOWN
    titled = filler.label == "OCC" or (filler.label == "PERS" and filler.start < filler.mention.hull.start)
    return Gender.MASCULINE if titled and not first.endswith("ا") else Gender.UNKNOWN


def verb_gender(trigger: Trigger) -> Gender:
    """The gender of a third person singular or of a participle; unknown for other persons."""
    form = trigger.reading.form
    if form.kind is Kind.CIRCUMSTANCE:
        return Gender.FEMININE if form.text.endswith("ه") else Gender.UNKNOWN
    if form.dual or form.text.endswith(("وا", "ون")):
        return Gender.UNKNOWN
    if form.kind in (Kind.IMPERFECT, Kind.JUSSIVE):
        return {"ي": Gender.MASCULINE, "ت": Gender.FEMININE}.get(form.text[0], Gender.UNKNOWN)
    if form.text == fold(trigger.reading.sense.lemma):
        return Gender.MASCULINE  # دعا, whose ا is no dual; صوت, whose ت is no ending
    if form.text.endswith("ت"):
        return Gender.FEMININE
    return Gender.UNKNOWN if form.text.endswith(("ا", "ن", "تم")) else Gender.MASCULINE


def may_be_subject(words: Words, trigger: Trigger, filler: Filler) -> bool:
    """Whether nothing speaks against the phrase as the verb's subject; a plain noun before it agrees in its place."""
    if filler.bare_words and not filler.governor:
        return True
    known = {gender(words, filler), verb_gender(trigger)} - {Gender.UNKNOWN}
    return len(known) < 2


def counts_its_subject(trigger: Trigger) -> bool:
    """Whether the verb is plural or dual, so that its subject cannot follow it: only the singular stands before it."""
    form = trigger.reading.form
    return trigger.is_verb and (form.dual or form.text.endswith(("وا", "ون")))


def speaks_of_self(words: Words, trigger: Trigger) -> bool:
    """Whether the verb says «we» or «I»: within a quotation its subject is the speaker."""
    form = trigger.reading.form
    if form.kind in (Kind.IMPERFECT, Kind.JUSSIVE):
        return form.text.startswith(("ن", "ا"))
    return _ends_in_us(trigger) and not _has_plural_subject(words, trigger)


def strikes_speaker(words: Words, trigger: Trigger) -> bool:
    """Whether the speaker is the verb's object: هددونا، احتجزنا المهربون."""
    return trigger.reading.pronoun in ("نا", "ني") or (_ends_in_us(trigger) and _has_plural_subject(words, trigger))


def _ends_in_us(trigger: Trigger) -> bool:
    form = trigger.reading.form
    third = fold(trigger.reading.sense.lemma)[:-1] + "ا" == form.text  # تبنى before a pronoun
    return form.kind is Kind.PERFECT and form.text.endswith("نا") and not third


def _has_plural_subject(words: Words, trigger: Trigger) -> bool:
    following = words.folded(trigger.index + 1)
    return following.startswith("ال") and following.endswith("ون")
