"""Where names of bodies, posts, laws and places end in the prose of news, each rule with its counter-example."""

from collections.abc import Callable

import pytest

Tags = Callable[..., list[tuple[str, str]]]


def of(label: str, found: list[tuple[str, str]]) -> list[str]:
    return [text for kind, text in found if kind == label]


def test_a_seated_alef_is_no_article(tags: Tags) -> None:
    assert of("NORP", tags("انتقد الوزير القرار الألماني والموقف الألباني")) == ["الألماني", "الألباني"]
    assert of("OCC", tags("حذرت وزيرة ألمانية من ذلك")) == of("OCC", tags("حذرت وزيرة فرنسية من ذلك"))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("اجتمعت لجنة التنسيق والتوثيق السياسي أمس", "لجنة التنسيق والتوثيق السياسي"),
        ("أعلنت الهيئة السورية لتنمية الأراضي الجافة ذلك", "الهيئة السورية لتنمية الأراضي الجافة"),
        ("قالت وزارة الزراعة وحماية المستهلك ذلك", "وزارة الزراعة وحماية المستهلك"),
        ("وقالت جمعية أصداء التي تعنى بالأسرى ذلك", "جمعية أصداء"),
        ("بحسب صحيفة «منيابوليس ديلي تايمز» أمس", "منيابوليس ديلي تايمز"),
        ("وقال إداري في إدارة الرئيس التشادي محمد سالم ذلك", "إدارة الرئيس التشادي محمد سالم"),
    ],
)
def test_bodies_whole(tags: Tags, text: str, body: str) -> None:
    assert body in of("ORG", tags(text))


def test_a_body_does_not_swallow_its_object(tags: Tags) -> None:
    assert of("ORG", tags("اجتمعت لجنة المتابعة والوزراء أمس")) == ["لجنة المتابعة"]


def test_two_outlets_share_a_dual_adjective(tags: Tags) -> None:
    assert "قناة «نسيم»" in of("ORG", tags("قال لإذاعة «سنابل» وقناة «نسيم» الفرنسيتين ذلك"))


def test_class_words_of_bodies_known_without_them(tags: Tags) -> None:
    assert of("ORG", tags("قالت منظمة العفو الدولية ذلك")) == ["منظمة العفو الدولية", "العفو الدولية"]


def test_a_quoted_happening_is_no_outlet(tags: Tags) -> None:
    assert of("ORG", tags('وحذرت السفارة، بحسب "هجوم مسلح" وقع أمس، من السفر')) == []
    assert of("ORG", tags('وقالت بحسب "الميزان" إن الأمر صعب')) == ["الميزان"]


def test_a_waterway_is_no_channel(tags: Tags) -> None:
    assert of("FAC", tags("تراجعت إيرادات قناة السويس أمس")) == ["قناة السويس"]


def test_works_named_by_their_class_word(tags: Tags) -> None:
    assert "محطة السنديان لتوليد الكهرباء" in of("FAC", tags("زار محطة السنديان لتوليد الكهرباء أمس"))
    assert of("FAC", tags("زار محطة الوقود القريبة أمس")) == []


def test_coasts_of_states(tags: Tags) -> None:
    assert of("LOC", tags("غرق زورق قبالة الساحل الكيني")) == ["الساحل الكيني"]
    assert of("LOC", tags("وصل إلى الساحل الطويل")) == []


def test_a_province_without_its_direction(tags: Tags) -> None:
    assert "ولاية ألاباما" in of("GPE", tags("قال حاكم ولاية ألاباما الجنوبية ذلك"))
    assert "كوريا الجنوبية" in of("GPE", tags("وصل إلى كوريا الجنوبية أمس"))


def test_conferences_by_their_theme(tags: Tags) -> None:
    assert of("EVENT", tags("شارك في مؤتمر المدن العربية أمس")) == ["مؤتمر المدن العربية"]
    assert of("EVENT", tags("شارك في المؤتمر الدولي للصيد أمس")) == ["المؤتمر الدولي للصيد"]
    assert of("EVENT", tags("قال في مؤتمر صحفي أمس")) == []


def test_an_article_with_its_law(tags: Tags) -> None:
    assert "المادة 9 من الدستور التونسي" in of("LAW", tags("خرقت الحكومة المادة 9 من الدستور التونسي أمس"))
    assert of("LAW", tags("خرقت المادة 9 من أجل المال")) == ["المادة 9"]


def test_former_callings_with_their_house(tags: Tags) -> None:
    found = tags("قال خالد كامل، وهو مستشار سابق في وزارة النفط العراقية، ذلك")
    assert "مستشار سابق في وزارة النفط العراقية" in of("OCC", found)


def test_a_ministry_inside_its_spokesman_s_post(tags: Tags) -> None:
    found = tags("ندد المتحدث باسم الخارجية الإيرانية بذلك")
    assert of("OCC", found) == ["المتحدث باسم الخارجية الإيرانية"]
    assert of("ORG", found) == []


@pytest.mark.parametrize(
    "text",
    [
        "تعرفوا على منفذ الهجوم أمس",
        "العمل على قاعدة الشراكة الحقيقية",
        "تقرر سد الشغور أمس",
        "دخلوا قاعة الدروس أمس",
    ],
)
def test_ordinary_words_that_open_names_of_buildings(tags: Tags, text: str) -> None:
    assert of("FAC", tags(text)) == []


def test_buildings_with_their_names(tags: Tags) -> None:
    assert "قاعدة الحبانية" in of("FAC", tags("وصلوا إلى قاعدة الحبانية أمس"))


def test_a_town_that_bears_somebody_s_name(tags: Tags) -> None:
    found = tags("حادث في معتمدية سيدي علوان أمس")
    assert of("GPE", found) == ["معتمدية سيدي علوان", "سيدي علوان"]
    assert of("PERS", found) == []


def test_a_second_adjective_that_is_joined(tags: Tags) -> None:
    assert "غرفة تنمية السياحة الجبلية والصحراوية" in of("ORG", tags("قالت غرفة تنمية السياحة الجبلية والصحراوية ذلك"))
    assert "صندوق التضامن الوطني" in of("ORG", tags("مدير صندوق التضامن الوطني والشربوناكي أمس"))


def test_where_two_directions_only_tell_the_way(tags: Tags) -> None:
    assert of("LOC", tags("في بلدة تقع شمال غرب بغداد")) == []
    assert of("LOC", tags("اشتباكات في شمال شرق سوريا")) == ["شمال شرق سوريا"]


def test_a_bill_and_its_law_are_one_name(tags: Tags) -> None:
    assert of("LAW", tags("ناقشوا مشروع قانون الجماعات المحلية أمس")) == ["مشروع قانون الجماعات المحلية"]


def test_a_language_without_the_word_for_language(tags: Tags) -> None:
    assert of("LANGUAGE", tags("وثائق باللغة العربية")) == ["العربية"]


def test_a_state_whose_name_is_an_adjective(tags: Tags) -> None:
    assert of("GPE", tags("إنشاء مركز مالي جديد")) == []
    assert of("GPE", tags("اشتباكات في مالي أمس")) == ["مالي"]


def test_words_quoted_after_about_are_no_outlet(tags: Tags) -> None:
    assert of("ORG", tags('قال في تصريح عن "الحلم الموازي" إن الأمر صعب')) == []
    assert of("ORG", tags('قال نقلاً عن "الميزان" إن الأمر صعب')) == ["الميزان"]


def test_coasts_and_those_who_guard_them(tags: Tags) -> None:
    assert of("LOC", tags("زوارق قبالة السواحل الكينية أمس")) == ["السواحل الكينية"]
    assert of("LOC", tags("قال خفر السواحل الكيني أمس")) == []


def test_parts_of_a_state_by_the_compass(tags: Tags) -> None:
    assert of("LOC", tags("اشتباكات في الشمال الكيني أمس")) == ["الشمال الكيني"]
    assert of("LOC", tags("فجر احتجاجات في الجنوب شبيهة بغيرها")) == ["الجنوب"]


def test_commanders_though_the_word_is_a_verb_too(tags: Tags) -> None:
    assert of("OCC", tags("وقتل آمر الحرس الرئاسي الليبي أمس")) == ["آمر الحرس الرئاسي الليبي"]
    assert of("OCC", tags("وأمر الحرس بالخروج أمس")) == []


def test_a_centre_by_any_word_before_what_it_is_for(tags: Tags) -> None:
    assert of("ORG", tags("قال مركز ضفاف للدراسات ذلك")) == ["مركز ضفاف للدراسات", "ضفاف"]
    assert of("ORG", tags("زاروا مركز شرطة أمس")) == []


def test_an_outlet_that_begins_like_a_joined_verb(tags: Tags) -> None:
    assert of("ORG", tags("قالت وكالة فرات ميديا ذلك")) == ["وكالة فرات ميديا", "فرات ميديا"]


def test_a_writer_s_judgement_is_no_part_of_a_name(tags: Tags) -> None:
    assert 'تنظيم "داعش"' in of("ORG", tags('تبناها تنظيم "داعش" الإرهابي أمس'))


@pytest.mark.parametrize(
    "text", ["تعجيل تنظيم الانتخابات البلدية أمس", "زادت حركة النقل الجوي أمس", "صنفته الدول منظمة «إرهابية» أمس"]
)
def test_what_is_done_is_no_body(tags: Tags, text: str) -> None:
    assert of("ORG", tags(text)) == []


def test_bodies_whose_heads_are_no_masdars(tags: Tags) -> None:
    assert of("ORG", tags("قال أعوان مركز الأمن الوطني ذلك")) == ["مركز الأمن الوطني"]


def test_a_name_does_not_take_the_preposition_after_it(tags: Tags) -> None:
    assert of("PERS", tags("اعتمد رئيس الحكومة يوسف الشاهد على ما قاله")) == ["يوسف الشاهد"]
    assert "إن الزواري" not in of("PERS", tags("قالت إن الزواري ساعدهم أمس"))
