"""Zones of made-up pages in the manner of several sites, and what holds for any text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.article import Article, text_digest
from model.suggest.zones.zoner import zone_page
from model.text.paragraphs import lines

WITH_LINKS_INSIDE = """
boilerplate|القائمة الرئيسية للتصفح
boilerplate|أخبار | سياسة | اقتصاد | رياضة | ثقافة
headline|مقتل ستة في غارة على بلدة حدودية والجيش يعلن الرد
caption|دخان يتصاعد من البلدة عقب الغارة (الفرنسية)
dateline|23/6/2024
dateline|آخر تحديث: 24/6/2024 09:12 ص (توقيت مكة المكرمة)
boilerplate|حفظ
body|قُتل ستة أشخاص بينهم طفلان في غارة استهدفت منزلاً في البلدة الحدودية، حسبما أفاد مراسلنا مساء الأحد.
body|وأعلن الجيش أنه استهدف موقعاً عسكرياً بصاروخ موجه، ردا على الغارة.
boilerplate|إعلان
body|ونقلت الوكالة الوطنية عن مصادر طبية أن عدد الجرحى بلغ 11 شخصاً.
boilerplate|اقرأ أيضا
related|ماذا تريد الحكومة من جبهة الشمال؟
related|خريطة تفاعلية لمواقع القصف
body|ويتبادل الجيش والمسلحون القصف منذ أشهر، ما أدى إلى نزوح الآلاف من البلدة الحدودية إلى مدن الساحل.
byline|المصدر : الجزيرة + وكالات
"""

WITHOUT_FULL_STOPS = """
boilerplate|تسجيل الدخول
headline|محافظ أسوان يتابع أعمال تطوير الكورنيش ويوجه بسرعة الانتهاء
dateline|الأربعاء، 12 يونيو 2024 05:45 م
caption|جانب من جولة المحافظ
byline|أسوان – عبد الله صلاح
body|تفقد اللواء محافظ أسوان أعمال تطوير كورنيش النيل الجديد، ووجه بسرعة الانتهاء منها قبل نهاية الشهر الجاري
body|وأكد المحافظ خلال جولته أن المشروع يأتي ضمن خطة الدولة لتطوير الواجهات السياحية، وأن تكلفته بلغت 120 مليون جنيه
boilerplate|مشاركة
boilerplate|أسوان   محافظ أسوان   كورنيش النيل   أخبار المحافظات
boilerplate|الموضوعات المتعلقة
related|محافظ أسوان يستقبل وفد البنك الدولي
dateline|الثلاثاء، 11 يونيو 2024 01:20 م
boilerplate|الأكثر قراءة
related|1 سعر الذهب اليوم في مصر
boilerplate|مواقيت الصلاة
boilerplate|الفجر 04:08 ص   الظهر 12:55 م   العصر 04:31 م   المغرب 07:57 م
"""

WITH_COMMENTS_AND_COOKIES = """
boilerplate|الرئيسية
boilerplate|سياسة
headline|مجلس الحكومة يصادق على مشروع قانون الإضراب ويؤجل إصلاح التقاعد
byline|أمينة العلمي
dateline|الخميس 14 نونبر 2024 - 16:30
boilerplate|استمع للمقال
caption|صورة: منير امحيمدات
body|صادق مجلس الحكومة، المنعقد اليوم الخميس بالرباط، على مشروع القانون المتعلق بشروط ممارسة حق الإضراب.
body|وقال الناطق باسم الحكومة، في ندوة صحافية، إن المشروع جاء ثمرة حوار مع النقابات.
body|وأجل المجلس البت في إصلاح التقاعد إلى الأسبوع المقبل.
boilerplate|اشترك الآن في النشرة البريدية، لتصلك آخر الأخبار يوميا
boilerplate|تعليقات الزوار
boilerplate|مواطن
boilerplate|المهم هو تطبيق القانون على الجميع بدون استثناء، أما الباقي فكلام فقط.
boilerplate|نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا. باستمرارك في التصفح فإنك توافق على سياسة الخصوصية.
"""

LIVE = """
boilerplate|● مباشر
headline|العراق لحظة بلحظة: انقطاع الكهرباء عن ثلاث محافظات
dateline|الثلاثاء 12 أغسطس 2025 – آخر تحديث: 19:40
dateline|19:32
body|أعلنت وزارة الكهرباء عودة التيار تدريجياً إلى بابل وكربلاء.
dateline|18:50
body|توقف مترو العاصمة عن العمل، وفق بيان للبلدية نشر قبل قليل.
boilerplate|حمّل المزيد ↓
"""

SECOND_STORY = """
headline|ليبيا ترفع القوة القاهرة عن حقولها بعد أزمة المصرف
body|طرابلس 3-10-2024 (ساحل) - أعلنت المؤسسة الوطنية للنفط الخميس استئناف الإنتاج في جميع الحقول والموانئ.
body|وكانت الحقول قد أُغلقت في نهاية آب احتجاجاً على عزل محافظ المصرف المركزي.
boilerplate|-----
related|تونس: محكمة تؤجل النظر في قضية نقابيين
related|تونس 2-10-2024 (ساحل) - قررت محكمة تونسية تأجيل محاكمة نقابيين في شركة النقل إلى الشهر المقبل.
related|ويقول محامون إن ملف القضية خال من الأدلة.
boilerplate|© ساحل 2024
"""

CHRONOLOGY = """
boilerplate|Home > الشرق الأوسط
headline|تسلسل زمني.. أبرز محطات الأزمة الليبية منذ 2011
dateline|نشر في 24/12/2023
body|فيما يلي أبرز المحطات:
body|17 فبراير 2011
body|اندلاع الاحتجاجات في بنغازي ضد نظام معمر القذافي.
body|20 أكتوبر 2011
body|مقتل القذافي في سرت على يد مقاتلين معارضين بعد ثمانية أشهر من القتال.
body|ديسمبر 2015
body|توقيع اتفاق الصخيرات برعاية الأمم المتحدة وتشكيل حكومة الوفاق.
boilerplate|شارك هذا المقال
"""

OPINION = """
boilerplate|آراء
headline|حين تصبح المدينة سؤالاً!
byline|د. سامي الخطيب
dateline|الإثنين 3 حزيران 2024
body|ليست المدينة عادية، وليست ذاكرة أهلها ذاكرة عادية، فكلما ظنّ الناس أنها نهضت عادت تسأل عن معنى النهوض.
body|لا أحد ينتظر جواباً.
byline|* كاتب وباحث لبناني
boilerplate|الآراء الواردة في المقال لا تعبر بالضرورة عن رأي الصحيفة.
"""

BARE_PARAGRAPHS = """
body|قالت الشرطة إن رجلين أصيبا في انفجار عبوة ناسفة صباح اليوم وسط العاصمة.
body|وأضافت أن التحقيق جار لمعرفة منفذي الهجوم الذي لم تتبنه أي جهة.
"""

PAGES = [
    WITH_LINKS_INSIDE,
    WITHOUT_FULL_STOPS,
    WITH_COMMENTS_AND_COOKIES,
    LIVE,
    SECOND_STORY,
    CHRONOLOGY,
    OPINION,
    BARE_PARAGRAPHS,
]


def article_of(text: str) -> Article:
    return Article("a", text, text_digest(text), published=date(2024, 10, 3))


@pytest.mark.parametrize("page", PAGES)
def test_zones_of_pages_of_several_manners(page: str) -> None:
    rows = [row.split("|", 1) for row in page.strip().splitlines()]
    found = zone_page(article_of("\n\n".join(text for _, text in rows)))
    assert [(zone.zone, text) for zone, (_, text) in zip(found, rows, strict=True)] == [
        (zone, text) for zone, text in rows
    ]


PIECES = st.sampled_from(
    [row.split("|", 1)[1] for page in PAGES for row in page.strip().splitlines()] + ["", " ", "—", "٢٣:١٠", "🔴", "abc"]
)


@given(st.lists(PIECES, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]))
def test_every_line_of_any_text_has_one_known_zone(pieces: list[str], line_break: str) -> None:
    article = article_of(line_break.join(pieces))
    found = zone_page(article)
    assert [zone.span for zone in found] == list(lines(article.text))
    known = {"headline", "dateline", "byline", "caption", "body", "related", "boilerplate"}
    assert {zone.zone for zone in found} <= known
    assert zone_page(article) == found


@given(st.text(max_size=200))
def test_any_text_is_zoned(text: str) -> None:
    assert [zone.span for zone in zone_page(article_of(text))] == list(lines(text))
