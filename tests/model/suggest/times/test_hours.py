"""Parts of the day and hours."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.suggest.times import find_times

WEDNESDAY = date(2024, 5, 15)


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(time.label, text[time.span.start : time.span.end], time.value) for time in find_times(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("فجر الجمعة", "فجر الجمعة", "2024-05-10TMO"),
        ("صباح أمس", "صباح أمس", "2024-05-14TMO"),
        ("ظهر اليوم", "ظهر اليوم", "2024-05-15TAF"),
        ("عصر الاثنين", "عصر الاثنين", "2024-05-13TAF"),
        ("مساء غد", "مساء غد", "2024-05-16TEV"),
        ("ليل الثلاثاء الأربعاء", "ليل الثلاثاء الأربعاء", "2024-05-14TNI"),
        ("في الليلة الفاصلة بين الأحد والاثنين", "الليلة الفاصلة بين الأحد والاثنين", "2024-05-12TNI"),
        ("منتصف ليل الاثنين الثلاثاء", "منتصف ليل الاثنين الثلاثاء", "2024-05-13T24"),
        ("بعد ظهر السبت 11 أيار", "بعد ظهر السبت 11 أيار", "2024-05-11TAF"),
        ("الليلة الماضية قُصفت البلدة", "الليلة الماضية", "2024-05-14TNI"),
        ("وصل بعد الظهر إلى بيروت", "بعد الظهر", "2024-05-15TAF"),
        ("الساعة التاسعة والنصف مساءً", "الساعة التاسعة والنصف مساءً", "2024-05-15T21:30"),
        ("الساعة 10:15 صباحاً", "الساعة 10:15 صباحاً", "2024-05-15T10:15"),
        ("عند السادسة مساء أمس الثلاثاء", "السادسة مساء أمس الثلاثاء", "2024-05-14T18"),
        ("الساعة الثامنة إلا ربع صباحاً", "الساعة الثامنة إلا ربع صباحاً", "2024-05-15T07:45"),
        ("20:30 بتوقيت غرينتش", "20:30", "2024-05-15T20:30"),
        ("04:10 م", "04:10 م", "2024-05-15T16:10"),
        ("11h20", "11h20", "2024-05-15T11:20"),
        ("09 سا 15 د", "09 سا 15 د", "2024-05-15T09:15"),
        ("12:15 ظهراً", "12:15 ظهراً", "2024-05-15T12:15"),
        ("من الساعة الثانية بعد الزوال", "الساعة الثانية بعد الزوال", "2024-05-15T14"),
        ("رُفعت ساعتين ونصف الساعة", "ساعتين ونصف الساعة", "PT2H30M"),
        ("قبل ساعات من غرقه", "ساعات", "PTXH"),
        ("نصف ساعة", "نصف ساعة", "PT30M"),
    ],
)
def test_times_of_a_day(text: str, span: str, value: str) -> None:
    assert found(text) == [("TIME", span, value)]


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_means_itself(hour: int, minute: int) -> None:
    written = f"{hour:02d}:{minute:02d}"
    assert found(f"{written} | دمشق") == [("TIME", written, f"2024-05-15T{written}")]


@given(st.integers(1, 11), st.sampled_from([("صباحاً", 0), ("مساءً", 12)]))
def test_evening_hours_are_twelve_later(hour: int, part: tuple[str, int]) -> None:
    ((_, _, value),) = found(f"الساعة {hour} {part[0]}")
    assert value == f"2024-05-15T{hour + part[1]:02d}"


def test_a_bare_part_belongs_to_the_day_told() -> None:
    text = "أعلنت اللجنة أمس النتائج. وأصيب شرطيان ظهراً، وأُغلقت الصناديق في السادسة مساءً."
    assert [value for _, _, value in found(text)] == ["2024-05-14", "2024-05-14TAF", "2024-05-14T18"]


def test_a_clock_belongs_to_the_date_on_its_line() -> None:
    text = "جرى ذلك أمس.\n18:35\nخبر آخر\n10-05-2024 | 22:15"
    assert [value for _, _, value in found(text)][1:] == ["2024-05-15T18:35", "2024-05-10", "2024-05-10T22:15"]


@pytest.mark.parametrize(
    "text", ["الجولة الأولى من المحادثات", "صباح الخير", "عصر الإنترنت", "فجر نفسه", "نتيجة 2-1", "99:75"]
)
def test_look_alikes_are_no_times(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("من الثامنة إلى العاشرة مساءً", {"الثامنة": "T20", "العاشرة مساءً": "T22"}),
        ("بين الساعة 5 و6 مساءً", {"الساعة 5": "T17", "6 مساءً": "T18"}),
        ("على الساعة 17 و10 دق", {"الساعة 17 و10 دق": "T17:10"}),
        ("الساعة الثامنة وعشرين دقيقة صباحاً", {"الساعة الثامنة وعشرين دقيقة صباحاً": "T08:20"}),
        ("الساعة الثالثة والعشرين", {"الساعة الثالثة والعشرين": "T23"}),
        ("وصل عند الثامنة والنصف", {"الثامنة والنصف": "T08:30"}),
        ("الساعة السابعة في المساء", {"الساعة السابعة في المساء": "T19"}),
        ("عثر على 7 مساء الجيران", {"مساء": "TEV"}),
    ],
)
def test_hours_with_what_their_neighbours_say(text: str, spans: dict[str, str]) -> None:
    found = find_times(text, date(2024, 5, 15))
    assert {text[one.span.start : one.span.end]: (one.value or "")[10:] for one in found} == spans


@pytest.mark.parametrize(
    ("text", "span", "value", "modifier"),
    [
        ("في وقت متأخر من مساء أمس", "وقت متأخر من مساء أمس", "2024-05-14TEV", "END"),
        ("وقع حوالي الساعة الثالثة فجراً", "حوالي الساعة الثالثة فجراً", "2024-05-15T03", "APPROX"),
        ("في ساعة مبكرة من صباح الأحد", "ساعة مبكرة من صباح الأحد", "2024-05-12TMO", "START"),
        ("في الساعات الأولى من الصباح", "الساعات الأولى من الصباح", "2024-05-15TMO", "START"),
        ("منذ ساعات الصباح الأولى", "ساعات الصباح الأولى", "2024-05-15TMO", "START"),
        ("حتى ساعة متأخرة من الليل", "ساعة متأخرة من الليل", "2024-05-15TNI", "END"),
    ],
)
def test_hours_and_parts_of_the_day_with_a_mod(text: str, span: str, value: str, modifier: str) -> None:
    (found,) = find_times(text, date(2024, 5, 15))
    assert (text[found.span.start : found.span.end], found.value, found.modifier) == (span, value, modifier)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("عُثر عليه عند الظهر", "الظهر", "2024-05-15TAF"),
        ("وصلوا عند الفجر", "الفجر", "2024-05-15TMO"),
        ("عاد الهدوء في الليلة نفسها", "الليلة نفسها", "2024-05-15TNI"),
        ("أغلقت السوق قبل الغروب", "الغروب", "2024-05-15TEV"),
    ],
)
def test_bare_parts_of_the_day(text: str, span: str, value: str) -> None:
    assert found(text) == [("TIME", span, value)]
