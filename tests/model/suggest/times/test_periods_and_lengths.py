"""Months, years, weeks, seasons, lengths of time and the points they lead to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.suggest.times import find_times

PUBLISHED = date(2024, 5, 15)


def found(text: str, reference: date | None = PUBLISHED) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (time.label, text[time.span.start : time.span.end], time.value, time.modifier)
        for time in find_times(text, reference)
    ]


@pytest.mark.parametrize(
    ("text", "span", "value", "modifier"),
    [
        ("في كانون الثاني/يناير الماضي", "كانون الثاني/يناير الماضي", "2024-01", None),
        ("منتصف نيسان القادم", "منتصف نيسان القادم", "2025-04", "MID"),
        ("قبل نهاية حزيران", "نهاية حزيران", "2024-06", "END"),
        ("منذ مطلع مارس", "مطلع مارس", "2024-03", "START"),
        ("خلال شهر أوت 2015", "شهر أوت 2015", "2015-08", None),
        ("في عام 2017", "عام 2017", "2017", None),
        ("منذ 2003 والبلاد في فوضى", "2003", "2003", None),
        ("اتفاقية 1975 الحدودية", "1975", "1975", None),
        ("بداية العام الجاري", "بداية العام الجاري", "2024", "START"),
        ("العام ما قبل ذلك، أما العام الماضي فلا", "العام الماضي", "2023", None),
        ("الأسبوع المقبل", "الأسبوع المقبل", "2024-W21", None),
        ("هذا الأسبوع", "هذا الأسبوع", "2024-W20", None),
        ("الشهر قبل الماضي", "الشهر قبل الماضي", "2024-03", None),
        ("أواخر الشهر", "أواخر الشهر", "2024-05", "END"),
        ("الربع الثالث من العام الماضي", "الربع الثالث من العام الماضي", "2023-Q3", None),
        ("في النصف الأول من 2022", "النصف الأول من 2022", "2022-H1", None),
        ("منذ الخريف الماضي", "الخريف الماضي", "2023-FA", None),
        ("صيف 2006", "صيف 2006", "2006-SU", None),
        ("الأسبوع الثاني من آذار", "الأسبوع الثاني من آذار", "2024-W11", None),
        ("في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", "198", None),
        ("القرن التاسع عشر", "القرن التاسع عشر", "18", None),
        ("في الآونة الأخيرة", "الآونة الأخيرة", "PAST_REF", None),
        ("خلال الأيام القليلة المقبلة", "الأيام القليلة المقبلة", "FUTURE_REF", None),
        ("حتى الآن لم يعلق", "الآن", "PRESENT_REF", None),
        ("رمضان 1445", "رمضان 1445", "2024-03", None),
        ("ينتج المصنع طنين يومياً", "يومياً", "P1D", None),
        ("يجتمعون كل يوم سبت", "كل يوم سبت", "P1W", None),
        ("استمر ثلاثة أيام", "ثلاثة أيام", "P3D", None),
        ("لستين يوماً", "ستين يوماً", "P60D", None),
        ("أكثر من سنتين", "أكثر من سنتين", "P2Y", "MORE_THAN"),
        ("أربعة أشهر تقريباً", "أربعة أشهر تقريباً", "P4M", "APPROX"),
        ("عشرة أيام على الأقل", "عشرة أيام على الأقل", "P10D", "MORE_THAN"),
        ("سنتين ونصف السنة", "سنتين ونصف السنة", "P2Y6M", None),
        ("بعد عقد من الحرب", "عقد", "P10Y", None),
        ("بعد ثماني سنوات في الأسر", "ثماني سنوات", "P8Y", None),
        ("تستغرق عدة أيام", "عدة أيام", "PXD", None),
        ("خلال أسبوع واحد", "أسبوع واحد", "P1W", None),
        ("مدة 24 ساعة", "24 ساعة", "PT24H", None),
        ("البالغ من العمر 37 عاماً", "37 عاماً", "P37Y", None),
        ("أتم عامه الحادي والستين", "عامه الحادي والستين", "P61Y", None),
        ("امرأة في الثلاثين من عمرها", "الثلاثين", "P30Y", None),
        ("قبل ثلاثة أيام انسحبوا", "قبل ثلاثة أيام", "2024-05-12", None),
        ("يعود بعد أسبوعين", "بعد أسبوعين", "2024-05-29", None),
        ("قبل نحو ثلاثة عشر عاماً", "قبل نحو ثلاثة عشر عاماً", "2011", "APPROX"),
        ("بعد شهر تحل الذكرى", "بعد شهر", "2024-06", None),
        ("قبل بضعة أيام وصل", "قبل بضعة أيام", "PAST_REF", None),
        ("في النصف الثاني من آب", "النصف الثاني من آب", "2024-08", "END"),
        ("شاب في الثانية والعشرين من عمره", "الثانية والعشرين", "P22Y", None),
        ("خلال السنوات الثلاث المقبلة", "السنوات الثلاث المقبلة", "P3Y", None),
        ("طوال العام", "العام", "P1Y", None),
        ("ثورة 1936 - 1939", "1936 - 1939", "1936/1939", None),
        ("موسم 2023/2024", "2023/2024", "2023/2024", None),
        ("في وقت سابق", "وقت سابق", "PAST_REF", None),
        ("للفترة 2020-2024", "2020-2024", "2020/2024", None),
    ],
)
def test_dates_longer_than_a_day(text: str, span: str, value: str, modifier: str | None) -> None:
    assert found(text) == [("DATE", span, value, modifier)]


@given(st.integers(2, 99), st.sampled_from([("يوماً", "D"), ("شهراً", "M"), ("عاماً", "Y")]))
def test_counted_units_are_lengths(count: int, unit: tuple[str, str]) -> None:
    assert found(f"استمر {count} {unit[0]}.") == [("DATE", f"{count} {unit[0]}", f"P{count}{unit[1]}", None)]


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.integers(1, 12))
def test_a_month_without_a_year_is_near(published: date, month: int) -> None:
    names = "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر".split("|")
    ((_, _, value, _),) = found(f"أقيم المعرض في {names[month - 1]}", published)
    year, named = map(int, (value or "").split("-"))
    assert named == month
    assert abs((year - published.year) * 12 + month - published.month) < 12


def test_two_years_of_one_word_are_two_mentions() -> None:
    assert [(span, value) for _, span, value, _ in found("لعامي 2025 و2026")] == [
        ("عامي 2025", "2025"),
        ("2026", "2026"),
    ]


def test_a_point_after_a_named_date_counts_from_it() -> None:
    assert [value for _, _, value, _ in found("بدأت في أبريل 2022 وانتهت بعد ستة أشهر.")] == ["2022-04", "2022-10"]


@pytest.mark.parametrize(
    "text",
    [
        "أضربوا إضراباً عاماً في البلاد",
        "قال الأمين العام للحزب",
        "في 2500 مدرسة",
        "نحو 2000 شخص",
        "شوارع بغداد بعد سنوات الحرب العجاف",
        "القرار 2023 لمجلس الأمن",
        "ثورة تشرين",
        "الربيع العربي",
        "وصلت القافلة إلى محافظة إب اليمنية في إب",
        "بعد عقد اتفاقية جديدة",
    ],
)
def test_look_alikes_are_no_periods(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("حُكم عليه بسنتين وثلاثة أشهر وعشرة أيام", "سنتين وثلاثة أشهر وعشرة أيام", "P2Y3M10D"),
        ("مدة ثلاث سنوات وشهرين سجناً", "ثلاث سنوات وشهرين", "P3Y2M"),
        ("سينتهي العمل شهرين و10 أيام من الآن", "شهرين و10 أيام من الآن", "2024-07-25"),
        ("بدأ العمل منذ سنة وشهر من الآن", "سنة وشهر من الآن", "2023-04"),
    ],
)
def test_lengths_of_several_units(text: str, span: str, value: str) -> None:
    assert [(piece, one) for _, piece, one, _ in found(text)] == [(span, value)]


def test_ages_in_a_row_are_not_added_up() -> None:
    assert [value for _, _, value, _ in found("أبناؤه (17 سنة و14 سنة و5 سنوات)")] == ["P17Y", "P14Y", "P5Y"]
