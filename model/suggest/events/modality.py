"""Whether a trigger's event happened, is to come, is only thought of, or did not happen (rulings 12 to 15 and 20)."""

from enum import StrEnum

from model.suggest.events.clauses import Clauses
from model.suggest.events.inflection import Kind
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words, without_conjunction


class Modality(StrEnum):
    """The values of the schema's attribute."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DENYING_VERB = _words("لم لن لا ما ولم ولن ولا وما فلم فلن فلا لما الا")
_DENYING = _words("لم لن ليس ليست دون بدون بلا غير عدم لا ولم ولن ولا وليس وليست فلم")
_STOPPING = _words(
    "تاجيل الغاء احباط ارجا ارجات تاجل تاجلت الغي الغت احبط احبطت افشل افشال فشل فشلت نفي نفت ينفي تنفي"
    " يعلقون تعليق علق علقت"
    " انتهاء تعثر تعثرت منع"
)
_PLANNED = _words(
    "المقرر المقرره المزمع المرتقب المرتقبه المتوقع المتوقعه المنتظر المنتظره مرتقب مرتقبه مقرر مقرره يعتزم"
    " تعتزم ينوي تنوي يستعد تستعد"
    " مقبل مقبله المقبل المقبله القادم القادمه قادم قادمه غدا لاحقا يترقب تترقب ينتظر تنتظر سوف قريبا وشيك"
)
_AFTER_ONLY = _words("مقبل مقبله المقبل المقبله القادم القادمه قادم قادمه غدا لاحقا قريبا وشيك")
_SUPPOSED = _words(
    "ربما اذا لو لعل يمكن يجب ينبغي يريد تريد يامل تامل نامل امكانيه احتمال احتمالات ضروره اقتراح مقترح"
    " يحتاج تحتاج يحتاجون حاجه بحاجه"
    " تسعي يسعي سعي محاوله يحاول تحاول حال شرط بشرط خطر مخاوف خشيه تخشي يخشي لضمان اقترح اقترحت يقترح تقترح"
    " امل املا رغبه"
    " مشروع قانون مستعد مستعده استعداد استعداده استعدادها خيار يفترض تدرس يدرس قد وقد فقد تتطلب يتطلب مطلوب"
)
_WILL = ("سي", "ست", "سن", "وسي", "وست", "وسن", "فسي", "فست")
_PLEDGING = frozenset({"AGREE"})
_ASKING = frozenset({"REQUEST", "THREATEN"})
_NEAR, _FAR = 3, 7


def find_modality(words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], at: int, *, to_come: bool) -> Modality:
    """The modality of one trigger; ``to_come`` tells that it is dated after the article."""
    trigger = triggers[at]
    start = clauses.subject_start(trigger.index)
    before = [words.folded(index) for index in range(max(start, trigger.index - _FAR), trigger.index)]
    if _is_denied(words, trigger, before):
        return Modality.NEGATED
    if _is_supposed(words, clauses, triggers, at, before):
        return Modality.HYPOTHETICAL
    if _is_planned(words, clauses, triggers, at, before) or (to_come and not _is_past(trigger)):
        return Modality.FUTURE
    return Modality.ACTUAL


def _is_past(trigger: Trigger) -> bool:
    return trigger.reading.form.kind is Kind.PERFECT


def _is_denied(words: Words, trigger: Trigger, before: list[str]) -> bool:
    if trigger.is_verb:
        previous = words.folded(trigger.index - 1)
        if previous in ("ما", "وما"):
            return _is_past(trigger) and not words.is_word_at(trigger.index - 2)
        return previous in _DENYING_VERB and not (previous == "لما" and _is_past(trigger))
    if any(without_conjunction(word, _STOPPING) in _STOPPING for word in before[-_NEAR:]):
        return True
    return any(word in _DENYING for word in before) and not trigger.reading.proclitics.endswith("ل")


def _is_supposed(words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], at: int, before: list[str]) -> bool:
    trigger = triggers[at]
    opener = clauses.subject_start(trigger.index) - 1
    leading = [words.folded(index) for index in range(max(0, opener - 2), opener + 1)] if opener >= 0 else []
    if trigger.is_verb:
        if words.folded(trigger.index - 1) in ("قد", "وقد", "فقد"):
            return not _is_past(trigger)
        conditional = bool({"اذا", "لو", "حال"} & set(leading[-1:]))
        wished = words.folded(opener) in ("ان", "الا", "بان") and not _is_past(trigger)
        return conditional or (
            wished and (_follows(clauses, triggers, at, _ASKING) or not _SUPPOSED.isdisjoint(leading))
        )
    if _follows(clauses, triggers, at, _ASKING):
        return True
    return any(without_conjunction(word, _SUPPOSED) in _SUPPOSED - {"قد", "وقد", "فقد"} for word in before)


def _is_planned(words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], at: int, before: list[str]) -> bool:
    trigger = triggers[at]
    if trigger.is_verb:
        if trigger.reading.proclitics.endswith("س") or words.folded(trigger.index - 1) == "سوف":
            return True
        opener = clauses.subject_start(trigger.index) - 1
        leading = {words.folded(index) for index in range(max(0, opener - _NEAR), opener)}
        return not _is_past(trigger) and not (_PLANNED - _AFTER_ONLY).isdisjoint(leading)
    after = {words.folded(index) for index in words.window(trigger.index, 4)}
    if not (_PLANNED - {"سوف", "ينتظر", "تنتظر"}).isdisjoint(after) or not (_PLANNED - _AFTER_ONLY).isdisjoint(before):
        return True
    if any(word.startswith(_WILL) and len(word) > 5 for word in before):
        return True
    return _follows(clauses, triggers, at, _PLEDGING)


def _follows(clauses: Clauses, triggers: tuple[Trigger, ...], at: int, labels: frozenset[str]) -> bool:
    """Whether the trigger stands in what a trigger with one of the labels asks for or promises."""
    index = triggers[at].index
    for earlier in reversed(triggers[:at]):
        if clauses.end(earlier.index) < index and not (
            triggers[at].is_verb and clauses.end(earlier.index) >= index - 2
        ):
            return False
        if earlier.label in labels:
            return True
        if earlier.is_verb:
            return False
    return False
