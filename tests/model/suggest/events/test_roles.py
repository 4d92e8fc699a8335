"""Roles are filled by order, prepositions and the patterns of news prose."""

from collections.abc import Callable

import pytest

Roles = Callable[[str, str], dict[str, set[str]]]


@pytest.mark.parametrize(
    ("sentence", "trigger", "roles"),
    [
        ("قال [PERS سمير] إن [GPE مصر] بعيدة.", "قال", {"actor": {"سمير"}}),
        ("قال [OCC وزير النقل] [PERS سمير] لـ«[ORG المنار]» إن الأمر صعب.", "قال",
         {"actor": {"سمير"}, "recipient": {"المنار"}}),
        ("[GPE أنقرة] تعاقب [ORG شركة السد].", "تعاقب", {"actor": {"أنقرة"}, "recipient": {"شركة السد"}}),
        ("استقبل [PERS سمير] [PERS كريم] في [FAC قصر النيل] [DATE أمس].", "استقبل",
         {"actor": {"سمير"}, "recipient": {"كريم"}, "location": {"قصر النيل"}, "date": {"أمس"}}),
        ("زار [PERS سمير] [GPE تونس].", "زار", {"actor": {"سمير"}, "location": {"تونس"}}),
        ("التقى [PERS سمير] نظيره [NORP التركي] [PERS كريم].", "التقى", {"actor": {"سمير"}, "recipient": {"كريم"}}),
        ("بدأت المحادثات بين [GPE مصر] و[GPE تونس].", "المحادثات", {"actor": {"مصر"}, "recipient": {"تونس"}}),
        ("شارك في زيارة [PERS سمير] إلى [GPE تونس].", "زيارة", {"actor": {"سمير"}, "location": {"تونس"}}),
        ("احتُجز [PERS سمير] في [GPE تونس].", "احتُجز", {"recipient": {"سمير"}, "location": {"تونس"}}),
        ("نُقل بعد اعتقال [PERS سمير].", "اعتقال", {"recipient": {"سمير"}}),
        ("غارات [NORP سورية] على [GPE دوما].", "غارات", {"actor": {"سورية"}, "recipient": {"دوما"}}),
        ("قُتل [CARDINAL ستة] مدنيين في [GPE دوما] [TIME فجر اليوم].", "قُتل",
         {"casualties": {"ستة"}, "location": {"دوما"}, "date": {"فجر اليوم"}}),
        ("قصف [ORG الجيش السوري] [GPE دوما] بـ[PRODUCT الصواريخ].", "قصف",
         {"actor": {"الجيش السوري"}, "recipient": {"دوما"}, "instrument": {"الصواريخ"}}),
        ("وفي [GPE تونس]، تظاهر المئات.", "تظاهر", {"location": {"تونس"}}),
        ("[DATE يوم السبت] تظاهر المئات.", "تظاهر", {"date": {"يوم السبت"}}),
        ("عبّر عن أمله مسؤول في [ORG وزارة النقل].", "عبّر", {}),
        ("قال مسؤول في [ORG وزارة النقل] إن الأمر صعب.", "قال", {"actor": {"وزارة النقل"}}),
        ("وأضاف أن [PERS سمير] مريض.", "أضاف", {}),
        ("من جهته انتقد [OCC الوزير] [PERS سمير] القرار.", "انتقد", {"actor": {"سمير"}}),
        ("استمر القصف [NORP التركي] على [GPE دوما].", "القصف", {"actor": {"التركي"}, "recipient": {"دوما"}}),
        ("تقرر فتح [FAC معبر السد] غداً.", "فتح", {"location": {"معبر السد"}}),
        ("اجتمع [PERS سمير] بكل من [PERS كريم] و[PERS نبيل].", "اجتمع",
         {"actor": {"سمير"}, "recipient": {"كريم", "نبيل"}}),
        ("[PERS سمير] في [GPE تونس] و[PERS كريم] يستقبله.", "يستقبله"[:-1], {"actor": {"كريم"}}),
        ("وقال إن [CARDINAL 12] جندياً قُتلوا هناك.", "قُتلوا", {"casualties": {"12"}}),
        ("أدانت [ORG المحكمة] تاجراً لاتهامه بالسرقة.", "اتهام", {}),
        ("كان ذلك بعد [LAW اتفاق الماء] وغزو [GPE الكويت].", "غزو", {"recipient": {"الكويت"}}),
        ("أكد [PERS سمير] أن بلاده ترفض الأمر.", "ترفض", {"actor": {"سمير"}}),
        ("قُتل ثلاثة في ضربة نفذتها [ORG القوات السورية] هناك.", "ضربة", {"actor": {"القوات السورية"}}),
        ("من المزمع أن يجري [PERS سمير] زيارة إلى [GPE تونس].", "زيارة", {"actor": {"سمير"}, "location": {"تونس"}}),
        ("اتهم [PERS سمير] [GPE مصر] بالكذب، ودعا [ORG لجنة النيل] إلى الرد.", "دعا",
         {"actor": {"سمير"}, "recipient": {"لجنة النيل"}}),
        ("اختتم [PERS سمير]، [DATE أمس] في [GPE تونس]، الاجتماع.", "الاجتماع",
         {"actor": {"سمير"}, "location": {"تونس"}, "date": {"أمس"}}),
        ("توفي [CARDINAL أربعة] أشخاص وأصيب [CARDINAL 11] آخرون.", "أصيب", {"casualties": {"11"}}),
        ("نددت [ORG منظمة النخيل] بالأمر، وطالبت [ORG القوات السورية] بالرحيل.", "طالبت",
         {"actor": {"منظمة النخيل"}, "recipient": {"القوات السورية"}}),
        ("قضت بذلك بعد إدانته بالتهريب إلى [GPE دوما].", "إدانت", {}),
        ("من جهة أخرى استقبل [OCC الوزير] [PERS سمير] [PERS كريم].", "استقبل",
         {"actor": {"سمير"}, "recipient": {"كريم"}}),
        ("أحبطت القوات هجوماً لـ[ORG حزب النخيل].", "هجوماً", {"actor": {"حزب النخيل"}}),
        ("طالب ناشطون [NORP السوريين] بالرحيل.", "طالب", {"recipient": {"السوريين"}}),
        ("ظهر رجال ويقاتلون [ORG القوات السورية].", "يقاتلون", {"recipient": {"القوات السورية"}}),
        ("قال المسؤول بـ[FAC البيت الأزرق] إن الأمر صعب.", "قال", {"actor": {"البيت الأزرق"}}),
        ("التقى [PERS سمير] [PERS كريم] واتفق الجانبان على الرد.", "اتفق",
         {"actor": {"سمير"}, "recipient": {"كريم"}}),
        ("اندلع الصراع [NORP السوري] [NORP التركي].", "الصراع", {"actor": {"السوري"}, "recipient": {"التركي"}}),
        ("قال [PERS سمير] ونظيره [NORP التركي] [PERS كريم] إن الأمر صعب.", "قال", {"actor": {"سمير", "كريم"}}),
        ("أُعلن عن إقالة [ORG مجلس النيل] مدير المصرف [PERS سمير].", "إقالة",
         {"actor": {"مجلس النيل"}, "recipient": {"سمير"}}),
        ("نُقل بعد مقتل [NORP تونسي] هناك.", "مقتل", {"recipient": {"تونسي"}}),
        ("انتقدت [GPE مصر] القرار [NORP التركي].", "انتقدت", {"actor": {"مصر"}, "recipient": {"التركي"}}),
        ("اختتمت [GPE مصر] و[GPE تونس] الاجتماع.", "الاجتماع", {"actor": {"مصر"}, "recipient": {"تونس"}}),
        ("نالت الحركة السفينة التي استولت عليها [ORG قوات النخبة].", "استولت",
         {"actor": {"قوات النخبة"}}),
        ("رفض [GPE الأردن] ذلك منذ أول اتفاق [DATE عام 2010].", "رفض", {"actor": {"الأردن"}}),
        ("[TIME 10:40] – أعلن [PERS سمير] الأمر.", "أعلن", {"actor": {"سمير"}}),
        ("- [DATE 8 أيار]: [PERS سمير] يزور [GPE تونس].", "يزور",
         {"actor": {"سمير"}, "location": {"تونس"}, "date": {"8 أيار"}}),
        ("وقال إن موكب [PERS سمير] نجا من هجوم في [GPE تونس].", "هجوم", {"recipient": {"سمير"}, "location": {"تونس"}}),
        ("لقي [CARDINAL تسعة] رعاة مصرعهم هناك.", "مصرع", {"casualties": {"تسعة"}}),
        ("وقال إن [CARDINAL خمسة] رعاة قُتلوا هناك.", "قُتلوا", {"casualties": {"خمسة"}}),
        ("قُتل [CARDINAL سبعة] رعاة بينهم [CARDINAL ثلاثة] أطفال.", "قُتل", {"casualties": {"سبعة"}}),
        ("أدى ذلك إلى مقتل [CARDINAL سبعة] من بينهم [PERS سمير].", "مقتل",
         {"casualties": {"سبعة"}, "recipient": {"سمير"}}),
        ("قصفت [PRODUCT طائرات] ثكنة في [GPE دوما].", "قصفت", {"instrument": {"طائرات"}, "location": {"دوما"}}),
        ("أسقطت [ORG قوات النخبة] [PRODUCT مسيّرة].", "أسقطت",
         {"actor": {"قوات النخبة"}, "recipient": {"مسيّرة"}}),
        ("وقع هجوم بالقرب من [FAC قصر النيل].", "هجوم", {"location": {"قصر النيل"}}),
        ("وقع التفجير عند [FAC معبر السد].", "التفجير", {"location": {"معبر السد"}}),
        ("تولى [PERS سمير] [ORG الخارجية].", "تولى", {"actor": {"سمير"}}),
        ("اعتُقل [PERS سمير] المعروف بـ«[PERS الصقر]».", "اعتُقل", {"recipient": {"سمير"}}),
        ("أبلغ [PERS سمير] [OCC الرئيس التركي] بالأمر.", "أبلغ",
         {"actor": {"سمير"}, "recipient": {"الرئيس التركي"}}),
        ("قال [OCC المدعي العام] و[OCC الناطق باسم المحكمة]، [PERS سمير]، إن الأمر صعب.", "قال", {"actor": {"سمير"}}),
        ("أعلن [PERS سمير] بعد أيام من إعلان [GPE مصر] الأمر.", "إعلان", {"actor": {"مصر"}}),
        ("منع [PERS سمير] من السفر", "منع", {"recipient": {"سمير"}}),
        ("تبنّاه [ORG حزب النخيل] أمس.", "تبنّا", {"actor": {"حزب النخيل"}}),
        ("وبدأ الصراع [NORP التركي] [NORP السوري] قديماً.", "الصراع", {"actor": {"التركي"}, "recipient": {"السوري"}}),
        ("أكدت [GPE مصر] دعمها لـ[ORG حركة النخيل].", "دعم", {"actor": {"مصر"}, "recipient": {"حركة النخيل"}}),
        ("تشهد [GPE تونس] احتجاجات واسعة.", "احتجاجات", {"location": {"تونس"}}),
        ("لا يعترف أنصاره بوجود [GPE تونس].", "يعترف", {}),
        ("قُتل [CARDINAL سبعة] رعاة على يد [CARDINAL ثلاثة] مسلحين.", "قُتل", {"casualties": {"سبعة"}}),
        ("وقع قصف مدفعي استهدف [GPE دوما].", "قصف", {"recipient": {"دوما"}}),
        ("بحث [PERS سمير] مع [PERS كريم] التطورات حول الحرب في [GPE دوما].", "بحث",
         {"actor": {"سمير"}, "recipient": {"كريم"}}),
        ("بدأ [PERS سمير] زيارته [NORP المغاربية].", "زيارت", {"actor": {"سمير"}}),
        ("أعلن [PERS سمير] ضمان الجيش تأمين الزيارة إلى [GPE تونس].", "الزيارة", {"location": {"تونس"}}),
        ("نجاة [PERS سمير] من هجوم في العاصمة، [GPE دوما].", "هجوم",
         {"recipient": {"سمير"}, "location": {"دوما"}}),
        ("أشاد [PERS سمير] بنجاح التجربة في [GPE تونس].", "أشاد", {"actor": {"سمير"}, "recipient": {"تونس"}}),
        ("قضت [ORG محكمة النيل] أمس بالحكم على [PERS سمير].", "الحكم",
         {"actor": {"محكمة النيل"}, "recipient": {"سمير"}}),
        ("وقع هجوم أسفر عن مقتل [CARDINAL سبعة]، بعد اغتيال [PERS سمير].", "هجوم", {"casualties": {"سبعة"}}),
        ("وصل [PERS كريم] الذي تورط في اغتيال [PERS سمير].", "اغتيال",
         {"actor": {"كريم"}, "recipient": {"سمير"}}),
        ("عُقد مؤتمر تابع لـ[ORG حركة النخيل].", "مؤتمر", {}),
        ("[GPE مصر]: ثلاثة مليارات قروضاً", "قروضاً", {"actor": {"مصر"}}),
        ("على ماذا اتفقت [GPE مصر] و[GPE تونس]؟", "اتفقت", {"actor": {"مصر"}, "recipient": {"تونس"}}),
        ("قد يدفع ذلك [GPE مصر] إلى طلب اجتماع.", "طلب", {"actor": {"مصر"}}),
        ("رحّب [PERS سمير] بالأمر، ودعا [ORG لجنة النيل] إلى الرد.", "دعا",
         {"actor": {"سمير"}, "recipient": {"لجنة النيل"}}),
        ("اتفقت [GPE مصر] و[GPE تونس] على وقف إطلاق النار.", "وقف", {"actor": {"مصر", "تونس"}}),
        ("رفع [GPE الأردن] الحظر عن [GPE دوما].", "رفع", {"actor": {"الأردن"}, "recipient": {"دوما"}}),
    ],
)  # fmt: skip
def test_roles(roles_of: Roles, sentence: str, trigger: str, roles: dict[str, set[str]]) -> None:
    assert roles_of(sentence, trigger) == roles


def test_joined_subjects_all_act_and_sayings_share_a_speaker(roles_of: Roles) -> None:
    joined = "وقّعت [GPE مصر] و[GPE تونس] البيان."
    assert roles_of(joined, "وقّعت")["actor"] == {"مصر", "تونس"}
    shared = "رحّب [PERS سمير] بالقرار، ودعا إلى التهدئة."
    assert roles_of(shared, "دعا")["actor"] == {"سمير"}


def test_a_verb_does_not_take_a_subject_of_the_other_gender(roles_of: Roles) -> None:
    sentence = "اتهم [PERS سمير] [ORG حزب النخيل] بالكذب، وناشد [GPE تونس] التدخل."
    assert roles_of(sentence, "ناشد") == {"actor": {"سمير"}, "recipient": {"تونس"}}


def test_a_relative_clause_has_its_antecedent_for_subject(roles_of: Roles) -> None:
    sentence = "وصلت [ORG قوات النخبة] التي تحاصر [GPE دوما]."
    assert roles_of(sentence, "تحاصر") == {"actor": {"قوات النخبة"}, "recipient": {"دوما"}}


def test_fillers_lie_in_the_trigger_s_sentence(roles_of: Roles) -> None:
    assert roles_of("وصل [PERS سمير]. وقال إن الأمر صعب.", "قال") == {}


def test_a_quoted_we_is_the_speaker(roles_of: Roles) -> None:
    sentence = "قال [PERS سمير]: «نرفض القرار»."
    assert roles_of(sentence, "نرفض")["actor"] == {"سمير"}


def test_a_pronoun_in_a_relative_clause_takes_up_its_antecedent(roles_of: Roles) -> None:
    sentence = "عاد [PERS سمير] الذي اختطفته [ORG جماعة النخيل]."
    assert roles_of(sentence, "اختطفت") == {"actor": {"جماعة النخيل"}, "recipient": {"سمير"}}


def test_a_participle_is_done_to_the_name_before_it(roles_of: Roles) -> None:
    assert roles_of("عاد [PERS سمير] الموقوف منذ [DATE السبت].", "الموقوف") == {
        "recipient": {"سمير"},
        "date": {"السبت"},
    }


def test_the_next_clause_s_subject_is_no_object(roles_of: Roles) -> None:
    sentence = "أيّدت [GPE تونس] القرار، و[GPE مصر] ترفض الحوار."
    assert roles_of(sentence, "أيّدت") == {"actor": {"تونس"}}
    assert roles_of(sentence, "ترفض") == {"actor": {"مصر"}}


def test_the_dead_lie_where_the_attack_was(roles_of: Roles) -> None:
    sentence = "قُتل [CARDINAL ستة] وأصيب [CARDINAL سبعة] في غارة على [GPE دوما]."
    assert roles_of(sentence, "قُتل") == {"casualties": {"ستة"}, "location": {"دوما"}}
    assert roles_of(sentence, "أصيب") == {"casualties": {"سبعة"}, "location": {"دوما"}}
    assert roles_of(sentence, "غارة")["recipient"] == {"دوما"}


def test_promises_and_demands_say_who_is_to_act(roles_of: Roles) -> None:
    assert roles_of("تعهدت [GPE تونس] بتمويل المدرسة.", "تمويل") == {"actor": {"تونس"}}
    assert roles_of("طالب السكان [ORG حزب النخيل] بوقف القتال.", "وقف") == {"actor": {"حزب النخيل"}}
