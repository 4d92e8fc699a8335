"""Names that no list holds are told by what stands around them, each rule with its counter-example."""

from collections.abc import Callable

import pytest

Tags = Callable[..., list[tuple[str, str]]]


def of(label: str, found: list[tuple[str, str]]) -> list[str]:
    return [text for kind, text in found if kind == label]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال رئيس المحكمة القاضي برتنام شميفت إن الأمر صعب", "برتنام شميفت"),
        ("وصرح كورنال نانغوا، زعيم حزب النخيل، بذلك", "كورنال نانغوا"),
        ("قال وزير الدفاع الروماني إيونت موستيافو، إن الأمر صعب", "إيونت موستيافو"),
        ("قالت المتحدثة باسم الحكومة التونسية تيلا سلامة إن الأمر صعب", "تيلا سلامة"),
        ("قال عضو اللجنة المالية في مجلس النواب العراقي، جمال كوجار، إن الأمر صعب", "جمال كوجار"),
        ("خطفوا رئيس فرع حزب النخيل في محافظة بابل غازي الأحول أمس", "غازي الأحول"),
        ("والتقى القنصل العام في أربيل ستيف بيتنار", "ستيف بيتنار"),
        ("حضر اللقاء المهندس سيف خالد غباشو مدير عام الهيئة", "سيف خالد غباشو"),
        ("ناقش اللواء سلطان العرادي الأمر", "سلطان العرادي"),
    ],
)
def test_unknown_persons_beside_posts_and_verbs(tags: Tags, text: str, name: str) -> None:
    assert name in of("PERS", tags(text))


@pytest.mark.parametrize(
    "text",
    [
        "تستطيع مساعدة الجيش العراقي بأمان تامّ",
        "قال مصدر أمني، وهو ضابط، إن الأمر صعب",
        "انتقد رئيس اللجنة القانونية تأخير الرواتب",
    ],
)
def test_plain_words_beside_posts_are_no_persons(tags: Tags, text: str) -> None:
    assert of("PERS", tags(text)) == []


def test_a_family_name_does_not_swallow_the_next_object(tags: Tags) -> None:
    assert of("PERS", tags("وانتقد النائب كريم الزوبعي الاتفاق عبر حسابه")) == ["كريم الزوبعي"]
    assert of("PERS", tags("وانتقد الوزير ماري بارساكي شغب الجماهير")) == ["ماري بارساكي"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تحرير بلدة سولينويا وبلدة بوريم", ["بلدة سولينويا", "سولينويا", "بلدة بوريم", "بوريم"]),
        ("قرى ناحية شيلدازي التابعة للقضاء", ["ناحية شيلدازي", "شيلدازي"]),
        ("في مديرية مونية شرقي المحافظة", ["مديرية مونية", "مونية"]),
    ],
)
def test_unknown_places_after_their_class_words(tags: Tags, text: str, names: list[str]) -> None:
    assert of("GPE", tags(text)) == names


@pytest.mark.parametrize(
    "text", ["في بلدة حدودية صغيرة", "انسحبوا من بلدة قريبة", "وصلوا مدينة جامعية", "قصفوا مدينة رجال الأعمال"]
)
def test_described_places_have_no_name(tags: Tags, text: str) -> None:
    assert of("GPE", tags(text)) == []


def test_foreign_places_of_two_words(tags: Tags) -> None:
    assert of("FAC", tags("في قاعدة ميخال كوغالنيتشا الجوية")) == [
        "قاعدة ميخال كوغالنيتشا الجوية",
        "ميخال كوغالنيتشا",
    ]


def test_a_place_is_no_part_of_another_one_s_name(tags: Tags) -> None:
    assert of("GPE", tags("في غينيا بيساو وفي بنت جبيل")) == ["غينيا بيساو", "بنت جبيل"]


def test_what_somebody_is_does_not_belong_to_the_body_before_it(tags: Tags) -> None:
    assert of("ORG", tags("واعتقلت قوات الاحتلال الصحفية سمر خالد")) == ["قوات الاحتلال"]


def test_posts_hold_whole_bodies(tags: Tags) -> None:
    found = tags("قال رئيس هيئة شؤون الأسرى والمحررين رائد أبو الحمص")
    assert of("OCC", found) == ["رئيس هيئة شؤون الأسرى والمحررين"]
    assert "هيئة رأس الخيمة للمواصلات" in of("ORG", tags("مدير عام هيئة رأس الخيمة للمواصلات"))


def test_a_person_known_by_a_word_at_the_head_of_a_line(tags: Tags) -> None:
    assert of("PERS", tags("بري استقبل السفيرة الأميركية")) == ["بري"]
    assert of("PERS", tags("عبور بري إلى الأردن")) == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("قال المدير الجهوي للحماية المدنية حمدي الوصيف", "المدير الجهوي للحماية المدنية"),
        ("قال المستشار الألماني المقبل فريدريش ميرتس", "المستشار الألماني المقبل"),
        ("قال النائب عن ولاية قفصة خالد الجبوري", "النائب عن ولاية قفصة"),
    ],
)
def test_posts_with_what_they_serve(tags: Tags, text: str, post: str) -> None:
    assert of("OCC", tags(text)) == [post]


def test_names_made_with_the_faith_and_letters_read_aloud(tags: Tags) -> None:
    assert of("PERS", tags("قال النائب، بدر الدين عبد الكافي، إن")) == ["بدر الدين عبد الكافي"]
    assert of("PERS", tags("في تصريح لراديو أف أم التيس أمس")) == []


def test_plain_words_after_titles(tags: Tags) -> None:
    assert of("PERS", tags("وقدر المدعي العام مجموع الأموال")) == []
    assert of("PERS", tags("دخل العمل السياسي بكل وضوح أمس")) == []
    assert of("OCC", tags("قرر مجلس نواب الشعب ذلك")) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("كان مقرباً من القيادي الفرنسي شارل باسكوا، الذي مات", ["شارل باسكوا"]),
        ("وليس العقيد نجمي الناكوع، بل أخوه", ["نجمي الناكوع"]),
        ("قصفوا بعد أيام من ذكرى ميلاد مؤسس النظام", []),
        ("التقى الوزير يان سوكول احتجاجا على القرار", ["يان سوكول"]),
    ],
)
def test_where_names_end(tags: Tags, text: str, names: list[str]) -> None:
    assert of("PERS", tags(text)) == names


def test_adjectives_between_a_noun_and_its_nationality(tags: Tags) -> None:
    assert of("ORG", tags("وقعت هيئة الطاقة المتجددة المصرية العقد")) == ["هيئة الطاقة المتجددة المصرية"]


def test_a_given_name_that_is_a_post_too(tags: Tags) -> None:
    assert of("OCC", tags("حضر مساعد الجبوري أمس")) == []
    assert of("OCC", tags("حضر مساعد وزير الخارجية أمس")) == ["مساعد وزير الخارجية", "وزير الخارجية"]


def test_an_adjective_that_is_a_city_s_name_too(tags: Tags) -> None:
    assert of("GPE", tags("أعلنت الشركة حالة القوة القاهرة أمس")) == []
    assert of("GPE", tags("وصل إلى العاصمة القاهرة أمس")) == ["القاهرة"]


def test_vessels_with_their_names(tags: Tags) -> None:
    assert of("PRODUCT", tags("احتجزوا الباخرة «نسيم البحر» أمس")) == ["الباخرة «نسيم البحر»", "نسيم البحر"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأوضح شتاينغرين أن القرار صعب", "شتاينغرين"),
        ("قال خوسيلو لويس ثاباتيرانو إن الأمر صعب", "خوسيلو لويس ثاباتيرانو"),
        ("وتغلب على الفرنسي ليليانو تورامين في المباراة", "ليليانو تورامين"),
        ("وكان متهم يدعى شربوناكي في السجن", "شربوناكي"),
        ("أعلن الوزير نور الدين بدويني استقالته", "نور الدين بدويني"),
        ("التقى أبو عبد الله الجبوري وفداً", "أبو عبد الله الجبوري"),
        ("زار الملك سيتيبو الثاني المعبد", "سيتيبو الثاني"),
        ("قال السيد طه ياسين رمضان أمس", "طه ياسين رمضان"),
        ("كتب طارق السيد في الصحيفة", "طارق السيد"),
        ("وانتقد اليعقوبي، أمس، القرار", "اليعقوبي"),
        ('حساب رجل الأعمال الكندي "تيدي ماركوني" في البنك', "تيدي ماركوني"),
        ("برئاسة النائب ستيفن ميلر غوردينغ، وفق بيان", "ستيفن ميلر غوردينغ"),
        ("وصل إلى القاعدة الجنرال جو دانفورد أمس", "جو دانفورد"),
    ],
)
def test_unlisted_words_of_names(tags: Tags, text: str, name: str) -> None:
    assert of("PERS", tags(text)) == [name]


def test_a_ruler_known_by_a_nationality_where_the_nation_is_not_named(tags: Tags) -> None:
    assert of("PERS", tags("وتحدث في مكالمة مع السوداني أمس")) == ["السوداني"]
    assert of("PERS", tags("وتحدث في مكالمة مع السوداني أمس عن مستقبل السودان")) == []
    assert of("PERS", tags("وتحدث مع المسؤول السوداني أمس")) == []


def test_a_ruler_known_by_a_word_after_what_is_his(tags: Tags) -> None:
    assert of("PERS", tags("التقى بشار الأسد الوفد. وجاء تصريح الأسد متأخراً")) == ["بشار الأسد", "الأسد"]
    assert of("PERS", tags("التقى بشار الأسد الوفد. وزأر مثل الأسد")) == ["بشار الأسد"]


def test_lists_of_names(tags: Tags) -> None:
    assert of("PERS", tags("حضر الحفل خالد كامل وجومانتا ومحمد سالم")) == ["خالد كامل", "جومانتا", "محمد سالم"]


@pytest.mark.parametrize(
    "text",
    [
        "واتهم الوزير بإطلاق نار عليه",
        "وتفاوض المستشار القانوني مع خصومه بهدف ملاحقة المتهم",
        "وبين 13000 و16000 شخص",
        "وحصل علي قرار من اللجنة",
        "بشكل نصف دائري حول القاعة",
        "وأوضح بصراحة أن الأمر صعب",
        "زرع مساعد المدرب الشجرة",
        "قال إن الائتلاف الحاكم عاجز عن ذلك",
        "قال إن وزير التربية استهتر كثيرا بالأمر",
        "أكد أن التونسيين متفقون على ذلك",
        "وأضافت موفدتنا أن الأمر صعب",
        "ويمكن أن تكتشفوا جمال المكان",
        "وقال: أعلن استقالتي اليوم",
        "قال ذلك دون ذكر أسماء بعينها",
    ],
)
def test_ordinary_words_are_no_persons(tags: Tags, text: str) -> None:
    assert of("PERS", tags(text)) == []


def test_names_end_before_ordinary_words(tags: Tags) -> None:
    assert of("PERS", tags("قرر المستشار مناحيم مازوزين ملاحقة الوزير")) == ["مناحيم مازوزين"]
    assert of("PERS", tags("ورفض سمير العاني بأجديرة العرض")) == ["سمير العاني"]
