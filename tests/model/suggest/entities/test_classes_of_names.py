"""Edges and labels of names that stand in ordinary news sentences, each rule with its counter-example."""

from collections.abc import Callable

import pytest

Tags = Callable[..., list[tuple[str, str]]]


def of(label: str, found: list[tuple[str, str]]) -> list[str]:
    return [text for kind, text in found if kind == label]


@pytest.mark.parametrize(
    ("text", "label", "names"),
    [
        ("وقعت المعارك جنوب ليبيا أمس", "LOC", []),
        ("يعيش النازحون في شمال غزة منذ أشهر", "LOC", ["شمال غزة"]),
        ("وصلوا قرى غرب ليبيا أمس", "LOC", ["غرب ليبيا"]),
        ("تقع البلدة إلى الشرق من طرابلس", "LOC", []),
        ("نقلت الصحيفة صوره في صور مع شريكه", "GPE", []),
        ("قضت المحكمة الابتدائية بصفاقس بسجنه", "ORG", ["المحكمة الابتدائية بصفاقس"]),
        ("اجتمع المكتب التنفيذي للحزب أمس", "ORG", ["المكتب التنفيذي للحزب"]),
        ("أشادت السلطات التونسية للمشاركة الواسعة", "ORG", ["السلطات التونسية"]),
        ("ضربات التحالف الدولي والطيران السوري", "ORG", ["التحالف الدولي", "الطيران السوري"]),
        ("عناصر تنظيم «صقور البر» الإرهابي", "ORG", ["تنظيم «صقور البر»", "صقور البر"]),
        ("نشرتها شبكة «صقور البر» الحقوقية", "ORG", ["شبكة «صقور البر» الحقوقية", "صقور البر"]),
        ("فاز فريق ديجونار الفرنسي", "ORG", ["فريق ديجونار الفرنسي", "ديجونار"]),
        ("نقل إلى المستشفى الجامعي فرحات حشاد", "FAC", ["المستشفى الجامعي فرحات حشاد"]),
        ("قال مسؤول كبير في البيت الأبيض", "FAC", []),
        ("التقيا في البيت الأبيض", "FAC", ["البيت الأبيض"]),
    ],
)
def test_places_and_bodies(tags: Tags, text: str, label: str, names: list[str]) -> None:
    assert of(label, tags(text)) == names


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("هاجم الزعيم رئيس «أبله» في البلاد", []),
        ("عينه سفيراً لدى إسرائيل أمس", ["سفيراً لدى إسرائيل"]),
        ("الناطق باسم القطب القضائي لمكافحة الإرهاب", ["الناطق باسم القطب القضائي لمكافحة الإرهاب"]),
        ("رأى أن الائتلاف الحاكم عاجز عن الحل", []),
        ("اغتيال السياسي الشهيد محمد سالم", []),
        ("قال الشهيد محمد سالم قبل موته", ["الشهيد"]),
    ],
)
def test_posts(tags: Tags, text: str, posts: list[str]) -> None:
    assert of("OCC", tags(text)) == posts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وكتب حمتينة الهمامي أمس", ["حمتينة الهمامي"]),
        ("قال أبو الحسن المهاجر قائلاً", ["أبو الحسن المهاجر"]),
        ("وأضاف منتصر بالله بربيروش أن", ["منتصر بالله بربيروش"]),
        ("فازت أمام الليتوانية سيفاستوفان أمس", ["سيفاستوفان"]),
        ("نجاة فائز السراج من الموت", ["فائز السراج"]),
        ("يروي الشيخ سعد الجبوري القصة", ["سعد الجبوري"]),
    ],
)
def test_people(tags: Tags, text: str, names: list[str]) -> None:
    assert of("PERS", tags(text)) == names


def test_a_mark_behind_a_word_ends_a_quotation(tags: Tags) -> None:
    assert of("ORG", tags('قال إنه "لا يوجد جيش"، وهي رسالة "سلبية"')) == []


def test_bracketed_letters_are_bodies_only_where_bodies_stand(tags: Tags) -> None:
    assert of("ORG", tags("بلغت القيمة سبعين مليون دينار (م د)، مقابل ثمانين")) == []
    assert of("ORG", tags("قال المتحدث لـ(س ب) إن الأمر صعب")) == ["س ب"]


def test_what_happened_to_somebody_is_no_outlet(tags: Tags) -> None:
    assert of("ORG", tags("تعرض لـ«براكاج» في الطريق")) == []
    assert of("ORG", tags("وأكد في تصريح لـ«مرسى الأخبار» ذلك")) == ["مرسى الأخبار"]
