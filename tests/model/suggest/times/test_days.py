"""Days: written in full, in part, or told by reference; what each of them means on a given day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.suggest.times import find_times

WEDNESDAY = date(2024, 5, 15)
MONTHS = {
    "levant": "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
    "gulf": "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "maghreb": "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "morocco": "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر",
}
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
DATES = st.dates(date(1950, 1, 1), date(2049, 12, 31))
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def only(text: str, reference: date | None = WEDNESDAY) -> tuple[str, str | None]:
    (found,) = find_times(text, reference)
    return text[found.span.start : found.span.end], found.value


@given(DATES, st.sampled_from(sorted(MONTHS)), st.booleans(), st.booleans())
def test_a_date_in_words_means_itself(day: date, region: str, eastern: bool, doubled: bool) -> None:
    month = MONTHS[region].split("|")[day.month - 1]
    if doubled:
        month += "/" + MONTHS["levant"].split("|")[day.month - 1]
    written = f"{day.day} {month} {day.year}"
    written = written.translate(EASTERN) if eastern else written
    assert only(f"وقع الحادث في {written}، بحسب الشرطة.") == (written, day.isoformat())


@given(DATES, st.sampled_from([".", "-", "/"]), st.booleans(), st.booleans())
def test_a_date_in_digits_means_itself(day: date, separator: str, year_first: bool, eastern: bool) -> None:
    parts = [f"{day.day:02d}", f"{day.month:02d}", str(day.year)]
    written = separator.join(reversed(parts) if year_first else parts)
    written = written.translate(EASTERN) if eastern else written
    assert only(f"نشر في {written} بدمشق") == (written, day.isoformat())


@given(DATES, st.integers(0, 6))
def test_a_weekday_is_the_last_one_up_to_the_day_of_publication(published: date, weekday: int) -> None:
    _, value = only(f"التقى الوزير {WEEKDAYS[weekday]} وفداً من البلدة", published)
    day = date.fromisoformat(value or "")
    assert day.weekday() == weekday
    assert 0 <= (published - day).days < 7


@given(DATES, st.integers(0, 6))
def test_next_weekdays_lie_ahead_and_last_ones_behind(published: date, weekday: int) -> None:
    _, ahead = only(f"تبدأ الجولة {WEEKDAYS[weekday]} المقبل", published)
    _, behind = only(f"بدأت الجولة {WEEKDAYS[weekday]} الماضي", published)
    assert 0 < (date.fromisoformat(ahead or "") - published).days <= 7
    assert 0 < (published - date.fromisoformat(behind or "")).days <= 7


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("سيجتمع المجلس الجمعة للتصويت", "الجمعة", "2024-05-17"),
        ("ومن المقرر أن تنطلق الجولة السبت في عمّان", "السبت", "2024-05-18"),
        ("دعا الحزب إلى الإضراب الخميس", "الخميس", "2024-05-16"),
        ("دعا الحزب إلى الإضراب، وأضرب العمال الاثنين", "الاثنين", "2024-05-13"),
        ("يمتد الحظر حتى الأحد", "الأحد", "2024-05-19"),
        ("كان الوفد قد وصل الأحد", "الأحد", "2024-05-12"),
        ("أعلن المتحدث أمس الثلاثاء عن القرار", "أمس الثلاثاء", "2024-05-14"),
        ("يلقي كلمته غداً أمام البرلمان", "غداً", "2024-05-16"),
        ("عاد أول أمس إلى العاصمة", "أول أمس", "2024-05-13"),
        ("عاد أمس الأول إلى العاصمة", "أمس الأول", "2024-05-13"),
        ("يوم غد الخميس تبدأ الامتحانات", "يوم غد الخميس", "2024-05-16"),
        ("وصل بالأمس إلى المطار", "الأمس", "2024-05-14"),
        ("انتخابات 15 من حزيران القادم", "15 من حزيران القادم", "2024-06-15"),
        ("وقّعا الاتفاق في 20 أيار الماضي", "20 أيار الماضي", "2023-05-20"),
        ("في الحادي والعشرين من نيسان وقع الزلزال", "الحادي والعشرين من نيسان", "2024-04-21"),
        ("حلّت ذكرى الفاتح من نوفمبر 1954", "الفاتح من نوفمبر 1954", "1954-11-01"),
        ("يوم السبت 18 مايو الجاري", "يوم السبت 18 مايو الجاري", "2024-05-18"),
        ("قُتل في 3 آب من العام الماضي", "3 آب من العام الماضي", "2023-08-03"),
        ("اجتمعوا في 7 تشرين الأول (أكتوبر) 2023", "7 تشرين الأول (أكتوبر) 2023", "2023-10-07"),
        ("اجتمعوا في 5 ديسمبر كانون الأول 2022", "5 ديسمبر كانون الأول 2022", "2022-12-05"),
        ("المقرر في 2 حزيران", "2 حزيران", "2024-06-02"),
        ("اليوم الثامن من الحرب", "اليوم الثامن", "2024-05-15"),
        ("يوم الأربعاء من الأسبوع المقبل", "يوم الأربعاء من الأسبوع المقبل", "2024-05-22"),
    ],
)
def test_days_told_by_words_around_them(text: str, span: str, value: str) -> None:
    assert only(text) == (span, value)


def test_a_day_chains_to_the_date_named_before_it() -> None:
    text = "كُلّف في 13 كانون الثاني 2023، ونال الثقة في 8 شباط، ثم استقال في 26 منه وعاد في اليوم التالي."
    assert [time.value for time in find_times(text, WEDNESDAY)] == [
        "2023-01-13",
        "2023-02-08",
        "2023-02-26",
        "2023-02-27",
    ]


def test_days_of_one_month_are_listed_apart() -> None:
    text = "تقام المباريات أيام 7 و8 و9 حزيران 2024"
    found = [(text[time.span.start : time.span.end], time.value) for time in find_times(text, WEDNESDAY)]
    assert found == [("7", "2024-06-07"), ("8", "2024-06-08"), ("9 حزيران 2024", "2024-06-09")]


def test_hijri_dates_are_converted_and_the_page_has_the_last_word() -> None:
    assert only("الجمعة ٢٣ رمضان ١٤٤٤هـ") == ("الجمعة ٢٣ رمضان ١٤٤٤هـ", "2023-04-14")
    text = "الجمعة ٢٣ رمضان ١٤٤٤هـ - ١٥ أبريل ٢٠٢٣م"
    assert [time.value for time in find_times(text, WEDNESDAY)] == ["2023-04-15", "2023-04-15"]


@pytest.mark.parametrize(
    "text",
    [
        "أقيمت صلاة الجمعة في المسجد",
        "لم يصب أحد في الحريق",
        "وقالت صحيفة المصري اليوم إن",
        "اجتمع فريق 14 آذار في معراب",
        "عبروا جسر 14 تموز",
        "هم في أمس الحاجة إلى الدواء",
        "مارس ضغوطاً على الحكومة",
        "رئيسة الوزراء تيريزا ماي استقالت",
        "مؤيدو حزب الغد الليبرالي",
    ],
)
def test_look_alikes_are_no_days(text: str) -> None:
    assert find_times(text, WEDNESDAY) == ()


@given(DATES)
def test_impossible_days_are_left_alone(published: date) -> None:
    assert find_times("في 31.02.2024 و45/13/2024", published) == ()


def test_without_a_publication_date_relative_days_stay_open() -> None:
    (today, full) = find_times("اليوم، بعد اتفاق 3 مارس 2021", None)
    assert (today.label, today.value, full.value) == ("DATE", None, "2021-03-03")
    assert today.reason != full.reason


def test_yesterday_follows_the_reference() -> None:
    for step in range(400):
        published = date(2023, 12, 1) + timedelta(days=step)
        assert only("وصل أمس", published)[1] == (published - timedelta(days=1)).isoformat()


@pytest.mark.parametrize("written", ["26 / 07 / 2021", "2021 - 07 - 26", "26-7-2021", "26/07/21"])
def test_digits_of_a_date_may_stand_apart(written: str) -> None:
    assert only(f"دمشق {written} (وكالات)") == (written, "2021-07-26")


def test_a_weekday_beside_a_day_tells_its_year() -> None:
    assert only("وقعت الجريمة الأحد 25 أيلول") == ("الأحد 25 أيلول", "2022-09-25")
    assert only("يصادف أمس الثلاثاء 14 أيار", date(2024, 5, 13))[1] == "2024-05-14"


def test_the_page_tells_which_thursday_it_means() -> None:
    text = "في الساعة الخامسة من مساء الخميس الموافق 23 أيار 2024"
    assert [time.value for time in find_times(text, WEDNESDAY)] == ["2024-05-23T17", "2024-05-23"]


def test_a_shift_of_two_weekdays_is_that_of_both() -> None:
    assert [time.value for time in find_times("يومي السبت والأحد المقبلين", WEDNESDAY)] == ["2024-05-18", "2024-05-19"]


@pytest.mark.parametrize(("text", "value"), [("May 15, 2024", "2024-05-15"), ("15 mai 2024", "2024-05-15")])
def test_dates_in_english_and_french(text: str, value: str) -> None:
    assert only(text) == (text, value)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("يبدأ المعرض في حزيران 12، ويستمر", "حزيران 12", "2024-06-12"),
        ("منذ أيار الحادي عشر، بحسب البلدية", "أيار الحادي عشر", "2024-05-11"),
        ("في أيار 12 قتيلاً سقطوا", "أيار", "2024-05"),
        ("صدر في 7-نيسان-2019", "7-نيسان-2019", "2019-04-07"),
        ("صدر في 7/نيسان", "7/نيسان", "2024-04-07"),
        ("16. تشرين الثاني 2016", "16. تشرين الثاني 2016", "2016-11-16"),
        ("وقعا الاتفاق في العاشر من نيسان ألفين وأحد عشر", "العاشر من نيسان ألفين وأحد عشر", "2011-04-10"),
        ("ولد عام ألف وتسعمئة وثمانين", "عام ألف وتسعمئة وثمانين", "1980"),
        ("في عشرين أيار", "عشرين أيار", "2024-05-20"),
        ("يعقد اللقاء أول أحد من حزيران المقبل", "أول أحد من حزيران المقبل", "2024-06-02"),
        ("تقام في آخر جمعة من رمضان 1445", "آخر جمعة من رمضان 1445", "2024-04-05"),
        ("في الجمعة الأولى من الشهر الجاري", "الجمعة الأولى من الشهر الجاري", "2024-05-03"),
        ("الثلاثاء الأول من أيار 2018", "الثلاثاء الأول من أيار 2018", "2018-05-01"),
        ("يلتقيان الأسبوع المقبل الأحد", "الأسبوع المقبل الأحد", "2024-05-26"),
        ("سيعود الوفد الجمعة من هذا الأسبوع", "الجمعة من هذا الأسبوع", "2024-05-17"),
        ("تنظم الندوة هذا السبت", "هذا السبت", "2024-05-18"),
        ("اجتمعوا الثلاثاء 7 مع المحافظ", "الثلاثاء 7", "2024-05-07"),
        ("عاد إلى البلدة يوم 4/22", "يوم 4/22", "2024-04-22"),
        ("سأعود في 20.", "20", "2024-05-20"),
    ],
)
def test_days_written_in_less_usual_ways(text: str, span: str, value: str) -> None:
    assert only(text) == (span, value)


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفريق بنتيجة 22-4 في المباراة",
        "أغلق المؤشر عند 4.22 صعوداً",
        "ارتفع عدد القتلى إلى 27.",
        "انتهت الجولة الثانية والعشرين",
        "بقيت ثلاثة أرباع الكمية في 3/4 المخازن",
        "فتح آخر باب من المخزن",
        "عدنا بتعادل 2-1",
    ],
)
def test_numbers_that_only_look_like_days(text: str) -> None:
    assert find_times(text, WEDNESDAY) == ()


@pytest.mark.parametrize(
    "text", ["فاز الفريق الأحد 2-1", "بلغت الخسائر الأحد 3.5 مليار دولار", "تراجع المؤشر الأحد 4.12"]
)
def test_results_and_rates_beside_a_weekday_are_no_part_of_it(text: str) -> None:
    assert only(text)[0] == "الأحد"


@pytest.mark.parametrize(
    "text",
    [
        "شبكة أربيل اليوم | عاجل",
        'قال شاهد لـ"بيروت اليوم" إن النار خمدت',
        "المصدر: ميسان اليوم + مراسلون",
    ],
)
def test_outlets_called_today_are_no_days(text: str) -> None:
    assert find_times(text, WEDNESDAY) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("قالت قناة المدى اليوم إن الطريق سالك", ["2024-05-15"]),
        ("أقفلت المدارس أمس الثلاثاء، وأعلن العزاء اعتباراً من الثلاثاء", ["2024-05-14", "2024-05-14"]),
        ("ضحايا هجمات 11 سبتمبر", ["2023-09-11"]),
        ("عاد الثلاثاء ما قبل الماضي", ["2024-05-07"]),
        ("أقفلت أمس الثلاثاء، وتفتح الثلاثاء المقبل", ["2024-05-14", "2024-05-21"]),
        ("انهار السد فجر الأحد. كان الحارس غائباً صباح اليوم الذي انهار فيه", ["2024-05-12TMO", "2024-05-12TMO"]),
        ("لم يصل رد حتى مساء الأحد", ["2024-05-12TEV"]),
        ("أمامهم مهلة حتى مساء الأحد", ["2024-05-19TEV"]),
    ],
)
def test_days_that_the_text_has_told_of(text: str, values: list[str]) -> None:
    assert [time.value for time in find_times(text, WEDNESDAY)] == values
