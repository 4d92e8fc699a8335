"""Numbers, ordinals, percentages, money, quantities: spans, values, and what only looks like one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.article import Article, text_digest
from model.messages.catalogue import render
from model.suggest.context import Context
from model.suggest.numbers import find_numbers
from model.suggest.numbers.grammar import RULES, rule, rules_for
from model.suggest.numbers.suggester import NumbersSuggester
from model.suggest.phrases.lexemes import lex
from model.suggest.phrases.patterns import row_of
from model.suggest.phrases.vocabulary import vocabulary
from model.suggest.times.suggester import TimesSuggester
from model.suggestion import SuggestedMention
from model.text.folding import fold

WORDS = st.sampled_from(
    [*sorted(vocabulary().single), "ال", "و", "كتاب", ".", "\n", "/", "-", "5", "2-1", "%", "$", "3.5"]
)


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(number.label, number.span.of(text), number.value) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "label", "span", "value"),
    [
        ("أكثر من 26 ألف شهيد", "CARDINAL", "26 ألف", "26000"),
        ("زهاء ٤٫٤ ملايين شخص", "CARDINAL", "٤٫٤ ملايين", "4400000"),
        ("لخمسة أطفال", "CARDINAL", "خمسة", "5"),
        ("بـ99 صوتاً", "CARDINAL", "99", "99"),
        ("قُتل ثمانية عشر شخصاً", "CARDINAL", "ثمانية عشر", "18"),
        ("الدول الأربع اتفقت", "CARDINAL", "الأربع", "4"),
        ("بحّارتها الـ25 عادوا", "CARDINAL", "25", "25"),
        ("تظاهر عشرات الآلاف في الساحة", "CARDINAL", "عشرات الآلاف", None),
        ("تظاهر المئات في الساحة", "CARDINAL", "المئات", None),
        ("نصفهم من الأطفال", "CARDINAL", "نصف", "0.5"),
        ("أحدهم مسلح", "CARDINAL", "أحد", "1"),
        ("إحدى طائراتها رصدت القارب", "CARDINAL", "إحدى", "1"),
        ("الجولة الرابعة من الحوار", "ORDINAL", "الرابعة", "4"),
        ("في أول زيارة له", "ORDINAL", "أول", "1"),
        ("الجلسة الثانية عشرة", "ORDINAL", "الثانية عشرة", "12"),
        ("القمة الخليجية الـ41", "ORDINAL", "الـ41", "41"),
        ("الذكرى الخمسين للحرب", "ORDINAL", "الخمسين", "50"),
        ("بنسبة 12.67% من الإنتاج", "PERCENT", "12.67%", "12.67"),
        ("ثلاثون بالمئة من السكان", "PERCENT", "ثلاثون بالمئة", "30"),
        ("41 في المائة من الناخبين", "PERCENT", "41 في المائة", "41"),
        ("بلغ 3,67 في المائة", "PERCENT", "3,67 في المائة", "3.67"),
        ("نطاق 4.75–5% للفائدة", "PERCENT", "4.75–5%", "4.75-5"),
        ("قيمتها 3 مليارات دولار", "MONEY", "3 مليارات دولار", "3000000000 USD"),
        ("غرامة 500 دينار عراقي", "MONEY", "500 دينار عراقي", "500 IQD"),
        ("بقيمة 60 مليون دولار أميركي", "MONEY", "60 مليون دولار أميركي", "60000000 USD"),
        ("بسعر $5", "MONEY", "$5", "5 USD"),
        ("بمليون ونصف المليون يورو", "MONEY", "مليون ونصف المليون يورو", "1500000 EUR"),
        ("خسرت ملايين الدولارات", "MONEY", "ملايين الدولارات", "USD"),
        ("على بعد 35 كيلومتراً", "QUANTITY", "35 كيلومتراً", "35 km"),
        ("أقل من نصف كيلومتر", "QUANTITY", "نصف كيلومتر", "0.5 km"),
        ("خفض مليوني برميل", "QUANTITY", "مليوني برميل", "2000000 bbl"),
        ("بقوة ٦٫٨ درجات", "QUANTITY", "٦٫٨ درجات", "6.8 deg"),
        ("على مساحة 10 كيلومترات مربعة", "QUANTITY", "10 كيلومترات مربعة", "10 km2"),
    ],
)
def test_numbers_of_the_press(text: str, label: str, span: str, value: str | None) -> None:
    assert found(text) == [(label, span, value)]


@pytest.mark.parametrize(
    "text",
    [
        "لم يسألنا أحد عن رأينا",
        "اعتمد المجلس القرار 2231 بالإجماع",
        "فاز الفريق 2-1 على ضيفه",
        "طائرة إف-16 وصاروخ إس-400",
        "الملك عبدالله الثاني استقبل الوفد",
        "الفريق أول ركن عبد الأمير",
        "تميم بن حمد آل ثاني",
        "الهاتف 0770-123-4567",
        "من جانب واحد",
        "1. محمد سعيد",
        "ألّف الكتاب في منفاه",
        "رد أوّلي على الانتهاكات",
        "الجلسة مفتوحة 24/7",
        "هطلت كميات كبيرة من الثلوج",
        "لست متفائلاً",
        "نفذوا قرار مجلس الأمن 2216 وانسحبوا",
        "شارع محمد الخامس",
        "أولاً: ملف المياه",
        "المادة 7 (ثالثاً) من القانون",
        "نتائج الثالث المتوسط غداً",
        "مسجد الشهيد الثاني",
        "حريق في البرج 12",
        "إذاعة Radio 5 الفرنسية",
        "سعر اليورو الواحد",
    ],
)
def test_look_alikes_are_no_numbers(text: str) -> None:
    assert found(text) == []


def test_numbers_with_one_unit_between_them_stay_apart() -> None:
    assert found("من 3 إلى 8 مليارات دولار") == [("CARDINAL", "3", "3"), ("MONEY", "8 مليارات دولار", "8000000000 USD")]


@given(st.integers(1, 10**9 - 1))
def test_digits_mean_themselves(number: int) -> None:
    text = f"نقلت {number} صندوقاً وعاد ٪{number % 100} منها، وكلفت {number} ليرة لبنانية"
    assert [value for _, _, value in found(text)] == [str(number), str(number % 100), f"{number} LBP"]


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_any_row_of_number_words_is_read(text: str) -> None:
    at = 0
    for number in find_numbers(text):
        assert at <= number.span.start < number.span.end <= len(text)
        at = number.span.end


def test_no_number_stands_inside_a_time_whoever_ran_before() -> None:
    text = "قُتل 15 شخصاً في 12 آذار 2024 بعد ثلاثة أيام من الهجوم الثاني"
    article = Article("a1", text, text_digest(text))
    context = Context(article, date(2024, 3, 20))
    alone = NumbersSuggester().suggest(article, context)
    context.mentions = tuple(
        mention for mention in TimesSuggester().suggest(article, context) if isinstance(mention, SuggestedMention)
    )
    after = NumbersSuggester().suggest(article, context)
    assert alone == after
    assert [suggestion.text for suggestion in after] == ["15", "الثاني"]
    assert all(render(suggestion.reason, "ar") != suggestion.reason.english() for suggestion in after)


@pytest.mark.parametrize(
    ("text", "label", "span", "value"),
    [
        ("بلغت الواردات 324.4م د", "MONEY", "324.4م د", "324400000 TND"),
        ("ثمنه 45 د.ت", "MONEY", "45 د.ت", "45 TND"),
        ("قيمته 12 ر.س", "MONEY", "12 ر.س", "12 SAR"),
        ("500 أوقية موريتانية", "MONEY", "500 أوقية موريتانية", "500 MRU"),
        ("ثلاثة آلاف شلن صومالي", "MONEY", "ثلاثة آلاف شلن صومالي", "3000 SOS"),
        ("رياح سرعتها 70 كلم/س", "QUANTITY", "70 كلم/س", "70 km/h"),
        ("أنتجت 20 كيلوواط ساعة", "QUANTITY", "20 كيلوواط ساعة", "20 kWh"),
        ("تهمه بالدرجة الأولي", "ORDINAL", "الأولي", "1"),
    ],
)
def test_abbreviated_units_and_less_known_currencies(text: str, label: str, span: str, value: str) -> None:
    (found,) = find_numbers(text)
    assert (found.label, text[found.span.start : found.span.end], found.value) == (label, span, value)


def test_seconds_after_a_measure_are_no_ordinal() -> None:
    assert found("تدفق 30 متراً مكعباً في الثانية نحو السد") == [("QUANTITY", "30 متراً مكعباً", "30 m3")]
    assert ("ORDINAL", "ثانياً", "2") in found("حل العراق ثانياً في الترتيب")


def test_a_preliminary_finding_is_no_ordinal() -> None:
    assert find_numbers("حسب التشخيص الأولي للأطباء") == ()


@pytest.mark.parametrize(
    ("text", "label", "span", "value"),
    [
        ("وقعوا وثائق، أولاها للموانئ", "ORDINAL", "أولاها", "1"),
        ("الصفوف أولها للبنات", "ORDINAL", "أولها", "1"),
        ("تقدر بعشرات الملايين من الدولارات", "MONEY", "عشرات الملايين من الدولارات", "USD"),
        ("أغلقت طريق 40 مسافرين", "CARDINAL", "40", "40"),
    ],
)
def test_numbers_by_what_follows_them(text: str, label: str, span: str, value: str) -> None:
    assert found(text) == [(label, span, value)]


@settings(deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_no_rule_is_left_out_that_would_match(words: list[str]) -> None:
    row = row_of(lex(fold(" ".join(words))))
    asked = {name for name, _ in rules_for(row.codes)}
    assert asked >= {name for name in RULES if rule(name).search(row.codes)}
