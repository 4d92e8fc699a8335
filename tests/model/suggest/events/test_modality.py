"""Denied, planned and merely imagined deeds are told from those that happened."""

from collections.abc import Callable

import pytest

from model.suggestion import SuggestedEvent

Reader = Callable[..., dict[str, SuggestedEvent]]


@pytest.mark.parametrize(
    ("sentence", "trigger", "modality"),
    [
        ("زار الوفد المدينة أمس.", "زار", "actual"),
        ("لم يزر الوفد المدينة.", "يزر", "negated"),
        ("لن تنسحب القوات.", "تنسحب", "negated"),
        ("ولم تشهد القرية هجمات.", "هجمات", "negated"),
        ("انتهت الجلسة دون اتفاق.", "اتفاق", "negated"),
        ("أُرجئ الأمر بعد تأجيل الانتخابات.", "الانتخابات", "negated"),
        ("سيزور الوفد المدينة.", "يزور", "future"),
        ("سوف يلتقي الوفدان غداً.", "يلتقي", "future"),
        ("تعهد الفريق بتمويل المدرسة.", "تمويل", "future"),
        ("الانتخابات المقررة في الربيع.", "الانتخابات", "future"),
        ("من المقرر أن يزور الوفد المدينة.", "يزور", "future"),
        ("قد يزور الوفد المدينة.", "يزور", "hypothetical"),
        ("طالب السكان بانسحاب القوات.", "انسحاب", "hypothetical"),
        ("هددت الجماعة بقصف الميناء.", "قصف", "hypothetical"),
        ("يحتاج السكان إلى إغاثة.", "إغاثة", "hypothetical"),
        ("وفق ما أعلن المتحدث.", "أعلن", "actual"),
        ("وفقاً لما أوردت الصحيفة.", "أوردت", "actual"),
        ("وقد أعلن المتحدث ذلك.", "أعلن", "actual"),
    ],
)
def test_modality(events_of: Reader, sentence: str, trigger: str, modality: str) -> None:
    assert events_of(sentence)[trigger].modality == modality
