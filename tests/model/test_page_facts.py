from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.article import Article, text_digest
from model.page_facts import page_facts, read_page
from model.seeds import seeds_folder
from model.suggest.pipeline import Pipeline
from storage.commands.pages import read_article
from storage.importing.metadata_table import read_metadata

CORPUS = seeds_folder() / "corpus"
PUBLISHED = read_metadata(CORPUS / "METADATA.tsv").days()
LEAD = "أعلنت وزارة الكهرباء، اليوم، عودة التيار تدريجياً إلى ثلاث محافظات بعد انقطاع دام ساعات."


def page(*lines: str) -> str:
    return "\n".join(["عودة الكهرباء إلى ثلاث محافظات بعد انقطاع", *lines, LEAD, "وقال المتحدث إن السبب عطل فني."])


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_the_publication_date_of_every_page_of_the_corpus_is_found(name: str) -> None:
    article = read_article(CORPUS / "articles" / f"{name}.txt")
    assert page_facts(article.text).published == PUBLISHED[name]


@pytest.mark.parametrize(
    "dateline",
    [
        "12 آب 2025",
        "الثلاثاء ١٢ أغسطس ٢٠٢٥ - ٠٩:٣٠ بتوقيت بغداد",
        "نشر في: 12 أوت 2025 (10 سا 05 د)",
        "12/08/2025 - 17:20",
        "2025-08-12T09:22:15+00:00",
        "الثلاثاء 18 صفر 1447 هـ / 12 آب (أغسطس) 2025",
        "آخر تحديث: 12.08.2025 | 18:20 دمشق",
    ],
)
def test_date_lines_of_many_forms(dateline: str) -> None:
    facts = page_facts(page("وكالة المدار للأنباء", dateline))
    assert facts == type(facts)("عودة الكهرباء إلى ثلاث محافظات بعد انقطاع", date(2025, 8, 12), "وكالة المدار للأنباء")


def test_a_page_without_date_says_so_and_relative_days_are_none() -> None:
    assert page_facts(page()).published is None
    assert page_facts("").published is None


def test_a_day_in_the_story_is_not_the_day_of_publication() -> None:
    assert page_facts(page() + "\nوكان العطل الأول قد وقع في 3 تموز 2024 في البصرة.").published is None


def test_a_glued_story_has_its_own_day_and_the_main_story_keeps_its_own() -> None:
    text = page("12 آب 2025") + (
        "\nاقرأ أيضاً\nافتتاح جسر جديد فوق نهر دجلة\nالأحد 10 آب 2025\n"
        "افتتح محافظ البلدة، أمس، جسراً جديداً فوق النهر بعد عامين من العمل المتواصل فيه."
    )
    reading = read_page(Article("a", text, text_digest(text)), None)
    assert reading.published == date(2025, 8, 12)
    starts = [zone.span.start for zone in reading.zones][-3:]
    assert reading.related_dates == dict.fromkeys(starts, date(2025, 8, 10))


def test_a_given_day_overrides_the_one_shown() -> None:
    text = page("12 آب 2025")
    assert read_page(Article("a", text, text_digest(text)), date(2020, 1, 1)).published == date(2020, 1, 1)


@given(st.text(st.sampled_from("ابت 12/-.:\n©«»()2025آب"), max_size=80))
def test_any_text_is_read(text: str) -> None:
    facts = page_facts(text)
    assert facts.title in text
    assert page_facts(text) == facts


def test_a_day_above_the_headline_counts_only_when_none_stands_below() -> None:
    saved = "الأحد 10 مارس 2024\nالرئيسية | سياسة | رياضة\n"
    story = "افتتاح جسر جديد فوق نهر دجلة في الموصل\n{}وقالت المحافظة في بيان إن الجسر سيخفف الزحام في الموصل.\n"
    below = saved + story.format("الجمعة 8 مارس 2024 - 10:15\n")
    assert page_facts(below).published == date(2024, 3, 8)
    assert page_facts(saved + story.format("")).published == date(2024, 3, 10)


def test_the_reader_has_a_version() -> None:
    assert read_page.version
    assert Pipeline((), reader=read_page).version != Pipeline(()).version
