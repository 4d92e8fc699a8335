"""Triggers are found with their types, and words that only look like them are not."""

from collections.abc import Callable

import pytest

from model.suggest.events.suggester import EventSuggester
from model.suggestion import SuggestedEvent

Types = Callable[..., dict[str, str]]
Reader = Callable[..., dict[str, SuggestedEvent]]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("قال [PERS سمير الحداد] إن الطريق طويل.", {"قال": "STATEMENT"}),
        ("وبحثا معاً زيارتهما المقبلة.", {"بحثا": "CONSULT", "زيارت": "CONSULT"}),
        ("عقد الوزيران اجتماعاً مطولاً للحوار.", {"اجتماعاً": "CONSULT", "لحوار": "CONSULT"}),
        ("شنّت الطائرات غارتين ثم انسحبت.", {"غارتين": "ASSAULT", "انسحبت": "RETREAT"}),
        ("رفعت الحكومة القيود عن التجار.", {"رفعت": "CONCEDE"}),
        ("نشر الجيش تعزيزات كبيرة.", {"نشر": "MOBILIZE"}),
        ("وأضاف مؤكداً أن الأمر انتهى.", {"أضاف": "STATEMENT", "مؤكداً": "STATEMENT"}),
        ("طالب العمال بزيادة الأجور وأضربوا أسبوعاً.", {"طالب": "REQUEST", "أضربوا": "PROTEST"}),
        ("لقي السائق حتفه وأصيب آخرون.", {"حتف": "CASUALTY", "أصيب": "CASUALTY"}),
        ("أدى الوزراء اليمين أمام الملك.", {"اليمين": "OFFICE"}),
        ("الإعدام لقاتل أبيه.", {"الإعدام": "SANCTION"}),
        ("في وقف إطلاق النار.", {"وقف": "RETREAT"}),
        ("وهددوهم بالقتل.", {"هددو": "THREATEN", "القتل": "ASSAULT"}),
        ("تم نقل وحدات من الجيش وجرى تعيينه قائداً.", {"نقل": "MOBILIZE", "تعيين": "OFFICE"}),
        ("انفجرت سيارة مفخخة قرب السوق.", {"انفجرت": "ASSAULT"}),
        ("شن الحزب هجوماً لاذعاً على الوزير.", {"هجوماً": "ACCUSE"}),
        ("فتح الحارس النار وفتح العمال الطريق.", {"فتح": "RETREAT"}),
        ("تمكنت القوة من القضاء على مسلحين.", {"القضاء": "ASSAULT"}),
        ("أعربت [ORG اللجنة] عن استيائها.", {"أعربت": "STATEMENT", "استيائ": "ACCUSE"}),
        ("خرج المتظاهرون وهم يرددون هتافات.", {"خرج": "PROTEST", "يرددون": "PROTEST"}),
        ("رفعوا دعوى وتقدموا بشكاية.", {"دعوى": "ACCUSE", "شكاية": "ACCUSE"}),
        ("تخلت الحكومة عن مطالبها.", {"تخلت": "CONCEDE", "مطالب": "REQUEST"}),
        ("قطعت علاقاتها به متهمة إياه بالتقصير.", {"قطعت": "SANCTION", "متهمة": "ACCUSE"}),
        ("ومع ذلك أشادت بالفريق.", {"أشادت": "SUPPORT"}),
        ("راح ضحيته عشرون عاملاً.", {"ضحيت": "CASUALTY"}),
        ("وحذّر من أن المصنع سيغلق أبوابه.", {"حذّر": "THREATEN"}),
        ("وحذّر من البرد.", {"حذّر": "STATEMENT"}),
        ("أدين الموظف بالرشوة.", {"أدين": "SANCTION"}),
        ("إن من يدعمون الخطة كثيرون.", {"يدعمون": "SUPPORT"}),
        ("سمحت [GPE مالي] للوفد بدخول القرية.", {"سمحت": "RETREAT"}),
        ("اعترضت الزوارق سفينة شحن.", {"اعترضت": "COERCE"}),
        ("سحبت الحكومة مشروع قانون الضرائب.", {"سحبت": "CONCEDE"}),
        ("انتشلت فرق البحث ثلاثين شخصاً.", {"انتشلت": "AID"}),
        ("رئيس النقابة غائب وقتلتهم الشرطة.", {"قتلت": "ASSAULT"}),
        ("خطة نشرت ومحاربة الإرهاب مستمرة.", {"محاربة": "ASSAULT"}),
        ("وتوقع الوزير نمواً كبيراً.", {"توقع": "STATEMENT"}),
    ],
)
def test_triggers_with_their_types(types_of: Types, sentence: str, found: dict[str, str]) -> None:
    assert types_of(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("أبطلت المحكمة قرار البلدية.", {"أبطلت": "SANCTION"}),
        ("ردّت المحكمة الطعن شكلاً.", {"ردّت": "REJECT"}),
        ("أحالت الشرطة المتهم إلى النيابة.", {"أحالت": "ACCUSE"}),
        ("استدعت النيابة المقاول للاستماع إلى أقواله.", {"استدعت": "ACCUSE"}),
        ("نرحب بالحكم.", {"نرحب": "SUPPORT", "الحكم": "SANCTION"}),
        ("وكان الطرفان قد قطعا صلاتهما.", {"قطعا": "SANCTION"}),
        ("قلّصت الشركة إمدادات الوقود.", {"قلّصت": "SANCTION"}),
        ("عزلت الوزارة بنكاً وعزل الملك وزيراً.", {"عزلت": "SANCTION", "عزل": "OFFICE"}),
    ],
)
def test_courts_and_cuts(types_of: Types, sentence: str, found: dict[str, str]) -> None:
    assert types_of(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("عُيّن قاضياً للمدينة.", {"عُيّن": "OFFICE"}),
        ("توفي الأمير أول أمس فخلفه أخوه.", {"توفي": "CASUALTY", "خلف": "OFFICE"}),
        ("حل الملك المجلس.", {"حل": "OFFICE"}),
        ("أصبح نائباً لرئيس الغرفة.", {"أصبح": "OFFICE"}),
        ("أدى العضو القسم أمس.", {"القسم": "OFFICE"}),
        ("اختير رئيساً للجمعية.", {"اختير": "OFFICE"}),
        ("قرأ القسم الأول من الكتاب.", {}),
        ("فاز التاجر بمقعد الدائرة.", {"فاز": "OFFICE"}),
        ("أودى الهجوم بثلاثة جنود.", {"أودى": "CASUALTY", "الهجوم": "ASSAULT"}),
        ("هدد الفصيل بالانتقام.", {"هدد": "THREATEN", "الانتقام": "ASSAULT"}),
        ("رحل [PERS سعد الخياط] أمس.", {"رحل": "CASUALTY"}),
    ],
)
def test_offices_and_deaths(types_of: Types, sentence: str, found: dict[str, str]) -> None:
    assert types_of(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("افتتح الوالي معبراً وسط المدينة.", {}),
        ("افتتح الواليان المعبر البري.", {"افتتح": "RETREAT"}),
        ("أخلى الحراس القاعدة ليلاً.", {"أخلى": "RETREAT"}),
        ("عاد النازحون إلى قراهم.", {"عاد": "RETREAT"}),
        ("علّق الفصيل هجماته أسبوعاً.", {"علّق": "RETREAT", "هجمات": "ASSAULT"}),
        ("سحب التاجر أمواله من المصرف.", {}),
        ("منع تفاقم الأزمة.", {}),
        ("السفن الممنوعة من الإبحار.", {"الممنوعة": "COERCE"}),
        ("المستشفى أُغلق شهراً.", {"أُغلق": "COERCE"}),
        ("تعطيل الدوام يومين.", {"تعطيل": "COERCE"}),
        ("حلّت قوات أخرى محلها.", {"حلّت": "MOBILIZE"}),
        ("شطبت الدولة ديون القرية.", {"شطبت": "AID"}),
        ("استوردت البلاد المحاصيل.", {"استوردت": "COOPERATE"}),
        ("جرّفت الآليات أراضي الفلاحين.", {"جرّفت": "COERCE"}),
        ("أعطب المقاتلون آليات الخصم.", {"أعطب": "ASSAULT"}),
        ("أمطروا القرية بالقذائف.", {"أمطروا": "ASSAULT"}),
        ("أمطرت السماء طوال الليل.", {}),
        ("ثبّتت محكمة التمييز الحكم.", {"ثبّتت": "SANCTION", "الحكم": "SANCTION"}),
    ],
)
def test_access_restraint_and_aid(types_of: Types, sentence: str, found: dict[str, str]) -> None:
    assert types_of(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("صوّت مجلس الشيوخ على مشروع الموازنة.", {"صوّت": "SUPPORT"}),
        ("القانون شُرّع قبل عامين.", {"شُرّع": "SUPPORT"}),
        ("الورقة التي وُقّعت في القصر.", {"وُقّعت": "SUPPORT"}),
        ("الحادثة التي وقعت في القصر.", {}),
        ("حضر الخصوم الجلسة.", {"الجلسة": "CONSULT"}),
        ("عقب الغداء على العشب.", {}),
        ("عقّب الوزير على الكلام.", {"عقّب": "STATEMENT"}),
        ("أنهى كلامه مذكّراً بأن الوقت ضيق.", {"مذكّراً": "STATEMENT"}),
    ],
)
def test_laws_and_words(types_of: Types, sentence: str, found: dict[str, str]) -> None:
    assert types_of(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "نشرت الصحيفة بياناً مطولاً.",
        "رفع التاجر أسعار الخبز.",
        "وقع الحادث قرب الجسر.",
        "القضية الاجتماعية هنا قديمة.",
        "أشعل القرار حرباً تجارية.",
        "عتبه على لمن غاب.",
        "إلى ضبط النفس حتى المساء.",
        "وصلوا إلى تحقيق الاكتفاء الذاتي من القمح.",
        "خرجت إلى الحقل للبحث عنها.",
        "مع وقف التنفيذ.",
        "تلقت فرات الخير رسالتها أمس.",
        "عادت المحاكم إلى عملها أمس.",
        "بحسب رأيه ورؤيته للأمر.",
        "رغم رأي الناس ترى شيئاً على الأرض.",
        "لأنه غني.",
        "كتب - هاني الزين:",
        "تركوا دليلا قاطعا.",
        "في سلاح نووي.",
        "جاء ثلاثون منسقا للحفل.",
        "بلغ سعر الصرف ألف دينار.",
        "هزة خفيفة تضرب [GPE نابل].",
        "وصل طرد بريدي إلى المكتب.",
        "قطع اللاعب مسافة طويلة.",
        "كان المؤتمر الصحفي قصيراً.",
        "يشكل الجفاف تهديداً كبيراً.",
        "بلغت المسافة ما لا يقل عن ميل.",
        "قبل بداية الصيف.",
        "باع الفلاح نصف المحصول.",
        "لا يجب أن يطول الانتظار.",
        "حافلة لنقل الركاب.",
        "نقص أكثر تشددا من قبله.",
        "وقف عند تقاطع الشارعين.",
        "انفجر إطار الشاحنة.",
        "سار آمر المخفر إلى بيته.",
        "موقع أثري في الجبل.",
        "ضبط رزنامة الدروس.",
        "ويشار إلى أن البحر هادئ.",
        "أثار الخبر سلبا وإيجابا كلام الناس.",
        "تظاهرة ثقافية في الساحة.",
        "اشترى اثني عشر كتاباً.",
        "مذكرة تبيّن أن السعر ثابت.",
        "جلس بائع السمك قرب الميناء.",
        "سماء مغطاة بسحب عابرة.",
        "زلزالا بقوة ست درجات ضرب الجزيرة.",
        "كثر الكلام عن قانون المصالحة.",
        "الشاب يلوح مبتسما من النافذة.",
        "حالات تسمم في المدرسة.",
        "صادف وزيرا في الطريق.",
        "انقلبت الحافلة على جانب الطريق.",
        "باع هاتف محمول قديم.",
        "فتح ملف الصفقات العمومية.",
        "الشفافية التي يدّعونها.",
    ],
)
def test_look_alikes_are_left_alone(types_of: Types, sentence: str) -> None:
    assert types_of(sentence) == {}


def test_no_trigger_inside_a_name_but_the_head_of_a_named_event(types_of: Types) -> None:
    assert types_of("نص [LAW اتفاق التعاون البحري] على المادة الأولى.") == {}
    assert types_of("مقر [ORG قوات الدعم السريع] قريب.") == {}
    assert types_of("بدأ [EVENT الحوار الوطني للتعاون].") == {"الحوار": "CONSULT"}


@pytest.mark.parametrize("zone", ["boilerplate", "dateline", "byline"])
def test_some_zones_hold_no_events(types_of: Types, zone: str) -> None:
    assert types_of("قال الوزير إن المفاوضات تتقدم.", zone) == {}


@pytest.mark.parametrize("zone", ["headline", "caption", "related"])
def test_other_zones_do(types_of: Types, zone: str) -> None:
    assert types_of("قال الوزير إن المفاوضات تتقدم.", zone) == {"قال": "STATEMENT", "المفاوضات": "CONSULT"}


def test_a_trigger_keeps_article_and_tanwin_but_no_clitics(events_of: Reader) -> None:
    assert set(events_of("وبمحاربته للهجوم")) == {"محاربت", "لهجوم"}
    assert set(events_of("هجومًا")) == {"هجومًا"}


def test_spelling_decides_between_noun_and_pronoun(types_of: Types) -> None:
    assert set(types_of("استضافه الملك.")) == {"استضاف"}
    assert set(types_of("استضافة القمة.")) == {"استضافة", "القمة"}


def test_suggestions_are_the_same_each_time_and_explained(events_of: Reader) -> None:
    first = events_of("دعا [PERS سمير] إلى التهدئة.")
    assert first == events_of("دعا [PERS سمير] إلى التهدئة.")
    for event in first.values():
        assert 0 < event.score <= 1
        assert event.reason.english()
        assert event.source.suggester == EventSuggester.name
