"""Constructions of longer news prose: nouns that look like verbs, doers of deeds named in passing, far phrases."""

from collections.abc import Callable

import pytest

Roles = Callable[[str, str], dict[str, set[str]]]


@pytest.mark.parametrize(
    ("sentence", "trigger", "roles"),
    [
        ("جاء ذلك من [GPE مصر] في إطار دعم السياحة.", "دعم", {}),
        ("وكرر [PERS سمير] الأمر مؤكدا دعم [GPE مصر] لـ[ORG حركة النخيل].", "دعم",
         {"actor": {"مصر"}, "recipient": {"حركة النخيل"}}),
        ("تواصل [GPE مصر] منذ [DATE نيسان] حظر رحلات [GPE تونس].", "حظر",
         {"actor": {"مصر"}, "recipient": {"تونس"}, "date": {"نيسان"}}),
        ("أعلنت [ORG وزارة النقل]، [TIME صباح الاثنين]، فتح [FAC معبر السد].", "فتح",
         {"actor": {"وزارة النقل"}, "location": {"معبر السد"}, "date": {"صباح الاثنين"}}),
        ("جددت [GPE مصر] رفضها للقرار.", "رفض", {"actor": {"مصر"}}),
        ("[PERS سمير] خلال استقباله [PERS كريم] في [FAC قصر النيل].", "استقبال",
         {"actor": {"سمير"}, "recipient": {"كريم"}, "location": {"قصر النيل"}}),
    ],
)  # fmt: skip
def test_nouns_that_look_like_verbs(roles_of: Roles, sentence: str, trigger: str, roles: dict[str, set[str]]) -> None:
    assert roles_of(sentence, trigger) == roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "roles"),
    [
        ("بحث [PERS سمير] مع وفد من [ORG مجلس النيل] الأمر.", "بحث",
         {"actor": {"سمير"}, "recipient": {"مجلس النيل"}}),
        ("وتناول اللقاء العلاقات بين [GPE مصر] و[GPE تونس].", "اللقاء", {}),
        ("وتناول اللقاء تطور العلاقات مع [GPE تونس].", "اللقاء", {}),
        ("تقرر قطع العلاقات بين [GPE مصر] و[GPE تونس].", "قطع", {"actor": {"مصر"}, "recipient": {"تونس"}}),
        ("قررت [GPE مصر] قطع العلاقات مع [GPE تونس].", "قطع", {"actor": {"مصر"}, "recipient": {"تونس"}}),
        ("استمرت المحادثات بين [ORG الأجهزة السورية] المعنية و[ORG قوات النخبة].", "المحادثات",
         {"actor": {"الأجهزة السورية"}, "recipient": {"قوات النخبة"}}),
        ("استمرت الوساطة بين [GPE مصر] و[GPE تونس].", "الوساطة", {"recipient": {"مصر", "تونس"}}),
        ("نبّه [PERS سمير] [ORG حركة النخيل] إلى الأمر.", "نبّه",
         {"actor": {"سمير"}, "recipient": {"حركة النخيل"}}),
        ("وحذر من توسع [ORG حركة النخيل].", "حذر", {}),
        ("بدأ الإضراب ضد الغش من العمال على الحدود الطويلة في [GPE تونس].", "الإضراب", {}),
        ("وقع هجوم على حافلة للنقل الخاص لـ[ORG شركة السد].", "هجوم", {}),
        ("استقبل [PERS سمير] وفداً من [ORG مجلس النيل] برئاسة [PERS كريم].", "استقبل",
         {"actor": {"سمير"}, "recipient": {"مجلس النيل"}}),
        ("التقى [PERS سمير] بنظيره [NORP التركي] [OCC الأمير] [PERS كريم].", "التقى",
         {"actor": {"سمير"}, "recipient": {"كريم"}}),
        ("بدأت الوساطة [NORP المصرية] [NORP التونسية].", "الوساطة", {"actor": {"المصرية", "التونسية"}}),
        ("استمرت احتجاجات [GPE دوما].", "احتجاجات", {"location": {"دوما"}}),
        ("تناول اللقاء أمن الملاحة كلها في [LOC البحر الأخضر].", "اللقاء", {}),
        ("أُعلن الاعتراف بـ[GPE تونس].", "الاعتراف", {"recipient": {"تونس"}}),
        ("بعث [PERS سمير] رسالة إلى [GPE تونس].", "رسالة", {"actor": {"سمير"}, "recipient": {"تونس"}}),
        ("[GPE مصر] ترد على [PERS سمير]", "ترد", {"actor": {"مصر"}, "recipient": {"سمير"}}),
        ("دعت [ORG شركة السد] زبائنها إلى تجنّب [LOC البحر الأخضر].", "دعت", {"actor": {"شركة السد"}}),
        ("تم التوقيع على اتفاقية بين [GPE مصر] و[GPE تونس].", "التوقيع", {"actor": {"مصر"}, "recipient": {"تونس"}}),
        ("اتفق [PERS سمير] و[PERS كريم] مع [PERS نبيل] على الرد.", "اتفق",
         {"actor": {"سمير", "كريم"}, "recipient": {"نبيل"}}),
        ("بدأت هدنة [GPE دوما] أخيراً.", "هدنة", {"location": {"دوما"}}),
        ("تظاهروا تنديدا بسياسة الهجرة [NORP الألمانية].", "تنديدا", {"recipient": {"الألمانية"}}),
        ("طالب ناشطون [ORG السلفيين] بالرحيل.", "طالب", {"recipient": {"السلفيين"}}),
        ("تمت مصادرة سلاح وذخائر ووثائق لـ[PERS سمير].", "مصادرة", {}),
    ],
)  # fmt: skip
def test_phrases_behind_prepositions(roles_of: Roles, sentence: str, trigger: str, roles: dict[str, set[str]]) -> None:
    assert roles_of(sentence, trigger) == roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "roles"),
    [
        ("تمكنت [ORG قوات النخبة] أمس من توقيف [PERS سمير].", "توقيف",
         {"actor": {"قوات النخبة"}, "recipient": {"سمير"}}),
        ("وأكد أن [ORG قوات النخبة] قادرة على محاربة [ORG حركة النخيل].", "محاربة",
         {"actor": {"قوات النخبة"}, "recipient": {"حركة النخيل"}}),
        ("رفض [PERS سمير] السماح لـ[ORG منظمة النخيل] بزيارة [GPE تونس].", "السماح",
         {"actor": {"سمير"}, "recipient": {"منظمة النخيل"}}),
        ("رفض [PERS سمير] السماح لـ[ORG منظمة النخيل] بزيارة [GPE تونس].", "زيارة",
         {"actor": {"منظمة النخيل"}, "location": {"تونس"}}),
        ("أعلن [PERS سمير] الأمر خلال مظاهرة في [GPE تونس].", "مظاهرة", {"location": {"تونس"}}),
        ("ندد بالهجمات التي تبناها [ORG حزب النخيل].", "الهجمات", {"actor": {"حزب النخيل"}}),
        ("وقع هجوم قرب مقر [ORG حزب النخيل] الذي يقوده [PERS سمير].", "هجوم", {}),
        ("أعلن [ORG حزب النخيل] مسؤوليته عن هجوم في [GPE تونس].", "هجوم",
         {"actor": {"حزب النخيل"}, "location": {"تونس"}}),
        ("[ORG حزب النخيل] يتبنى الهجوم", "الهجوم", {"actor": {"حزب النخيل"}}),
        ("قال [PERS سمير] في مقابلة مع [ORG صحيفة المنار] إن الأمر صعب.", "مقابلة",
         {"actor": {"سمير"}, "recipient": {"صحيفة المنار"}}),
        ("حذر [PERS سمير] من هجوم في [GPE تونس].", "هجوم", {"location": {"تونس"}}),
        ("بدأ الكشف عن خلية [NORP سورية].", "الكشف", {}),
        ("اعتبر [PERS سمير] الأمر رسالة من شأنها دعم السياحة.", "دعم", {}),
        ("دان هجمات [GPE دوما] التي تبناها [ORG حزب النخيل].", "هجمات",
         {"actor": {"حزب النخيل"}, "location": {"دوما"}}),
        ("وجدّد [PERS سمير] دعوته إلى إطلاق سراح [PERS كريم].", "إطلاق", {"recipient": {"كريم"}}),
        ("[PERS سمير]: تحققنا من جمع التبرعات في [GPE تونس].", "التبرعات", {"location": {"تونس"}}),
    ],
)  # fmt: skip
def test_doers_of_deeds_that_others_lead_to(
    roles_of: Roles, sentence: str, trigger: str, roles: dict[str, set[str]]
) -> None:
    assert roles_of(sentence, trigger).items() >= roles.items()
    assert set(roles_of(sentence, trigger)) - {"date"} == set(roles)


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors"),
    [
        ("أما مالياً، فقد تعهدت [GPE مصر] بالدفع.", "تعهدت", {"مصر"}),
        ("بعد فترة من الجدل حوله رفض [ORG مجلس النيل] القرار.", "رفض", {"مجلس النيل"}),
        ("قرأ رسالة من [ORG مجلس النيل]، الذي أعرب [PERS سمير] عن قلقه منه.", "أعرب", {"سمير"}),
        ("وأضاف أن زميلاً في وفد [NORP ليبي] زار [GPE تونس].", "زار", {"ليبي"}),
        ("قال [PERS سمير] إن الجانبين أدانا القرار.", "أدانا", None),
        ("شدد [PERS سمير] على أن هذا التقرير، الذي وصفه بأنه كاذب، لن يؤثر.", "وصف", {"سمير"}),
        ("قالت [ORG وزارة النقل] إنها «ترفض الأمر».", "ترفض", {"وزارة النقل"}),
        ("وقّعت مذكرته [GPE مصر] و[GPE تونس].", "وقّعت", {"مصر", "تونس"}),
        ("وعبر [ORG حزب النخيل] عن أسفه.", "عبر", {"حزب النخيل"}),
        ("[PERS سمير]: ندعم القرار", "ندعم", {"سمير"}),
        ("قال القيادي بـ[ORG حركة النخيل] [PERS سمير] إن الأمر صعب.", "قال", {"سمير"}),
        ("انتقد النائب بـ[ORG مجلس النيل] [PERS سمير].", "انتقد", {"مجلس النيل"}),
        ("رغم الأزمة التي تمر بها [GPE تونس] فقد أقر [ORG مجلس النيل] المقترح.", "أقر", {"مجلس النيل"}),
        ("كُلّف [PERS سمير] بالأمر، وأعلن قائمته.", "أعلن", {"سمير"}),
        ("دان [PERS سمير] ما وصفه بالكذب.", "وصف", {"سمير"}),
        ("ندد [PERS سمير] بما وصفه بالكذب.", "ندد", {"سمير"}),
        ("ندد [PERS سمير] بما وصفه بالكذب.", "وصف", {"سمير"}),
        ("أقر [ORG مجلس النيل] الأمر، وفق ما أكده مصدر مطلع.", "أكد", None),
        ("أعلنت [ORG حركة النخيل] تأجيل الإضراب الذي دعت إليه.", "دعت", {"حركة النخيل"}),
        ("أعلنت [ORG حركة النخيل] تأجيل الإضراب الذي دعت إليه النقابات.", "دعت", None),
        ("قالت [PERS سميرة] ذلك أمام النواب الذين طالبوها بالرد.", "طالبو", None),
        ("سحبت [GPE مصر] بعض قواتها، ومازالت تنشر قواتها.", "تنشر", {"مصر"}),
        ("زارت بعثة من [ORG صندوق النيل] المدينة، والتقت [PERS سمير].", "التقت", {"صندوق النيل"}),
        ("[GPE مصر] و[GPE تونس] تجددان شراكتهما.", "شراكت", {"مصر"}),
        ("عاد الهدوء إلى [GPE دوما]، تقول [PERS سميرة]، وهي طبيبة.", "تقول", {"سميرة"}),
        ("الحرس يحتجز [PERS سمير]، وبعد يومين يتولى [PERS كريم] الحكم.", "يتولى", {"كريم"}),
        ("رفضت حركة البناء المشاركة في [ORG حكومة النيل].", "رفضت", None),
    ],
)  # fmt: skip
def test_subjects(roles_of: Roles, sentence: str, trigger: str, actors: set[str] | None) -> None:
    assert roles_of(sentence, trigger).get("actor") == actors


def test_a_bare_title_is_the_subject_and_the_person_behind_it_the_object(roles_of: Roles) -> None:
    sentence = "انتقدت [PERS سميرة] القرار، ودعت الوزيرة [PERS كريم] إلى الرد."
    assert roles_of(sentence, "دعت") == {"actor": {"سميرة"}, "recipient": {"كريم"}}


def test_how_long_something_lasts_is_not_its_date(roles_of: Roles) -> None:
    assert "date" not in roles_of("طالب [PERS سمير] بحوار لا يتجاوز [DATE شهرين].", "حوار")


def test_a_visit_in_a_relative_clause_has_a_place_of_its_own(roles_of: Roles) -> None:
    sentence = "التقى [PERS سمير] [PERS كريم] الذي يزور [GPE تونس]."
    assert "location" not in roles_of(sentence, "التقى")
    assert roles_of(sentence, "يزور") == {"actor": {"كريم"}, "location": {"تونس"}}


def test_an_adjective_of_the_other_gender_belongs_to_the_object(roles_of: Roles) -> None:
    assert roles_of("وقد انتقدت القرار [NORP الألماني].", "انتقدت") == {"recipient": {"الألماني"}}
    assert roles_of("وقد انتقدت القيادة [NORP الألمانية] القرار.", "انتقدت") == {"actor": {"الألمانية"}}


def test_an_agreement_reached_at_a_meeting_has_its_place_and_day(roles_of: Roles) -> None:
    sentence = "التقى [PERS سمير] [PERS كريم] [DATE أمس] في [FAC قصر النيل]، واتفقا على الرد."
    assert roles_of(sentence, "اتفقا")["location"] == {"قصر النيل"}
    assert roles_of(sentence, "اتفقا")["date"] == {"أمس"}


def test_a_verb_takes_the_day_behind_what_is_its_subject_s_own(roles_of: Roles) -> None:
    sentence = "علّقت [GPE مصر] مساعداتها في [DATE نيسان]."
    assert roles_of(sentence, "علّقت")["date"] == {"نيسان"}
    assert "date" not in roles_of(sentence, "مساعدات")


def test_who_signs_an_agreement_has_it_with_the_others(roles_of: Roles) -> None:
    sentence = "وقّع [PERS سمير] و[PERS كريم] اتفاقاً في [GPE تونس]."
    assert roles_of(sentence, "وقّع")["actor"] == {"سمير", "كريم"}
    assert roles_of(sentence, "اتفاقاً")["actor"] == {"سمير"}
    assert roles_of(sentence, "اتفاقاً")["recipient"] == {"كريم"}


def test_the_day_behind_a_demanded_deed_is_the_deed_s(roles_of: Roles) -> None:
    sentence = "دعت [ORG حركة النخيل] إلى التظاهر [DATE الجمعة] في [GPE تونس]."
    assert roles_of(sentence, "التظاهر")["date"] == {"الجمعة"}
    assert "date" not in roles_of(sentence, "دعت")
