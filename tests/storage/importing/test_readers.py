import csv
import io
import json
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pytest

from storage.importing.plan import ImportPlan
from tests.storage.importing.conftest import PAGE, Planner

STORY = (
    "<p>وصلت إلى ميناء اللاذقية أمس ثلاث سفن محملة بالقمح قادمة من رومانيا بعد رحلة دامت أسبوعين.</p>"
    "<p>وقال مدير الميناء إن التفريغ يبدأ صباح الغد ويستمر ثلاثة أيام بمشاركة مئتي عامل من أبناء المدينة.</p>"
)
HTML = f"""<!DOCTYPE html [<!ENTITY secret SYSTEM "SECRET_PLACE">]>
<html lang="ar"><head><meta charset="CHARSET"><title>قمح في اللاذقية | الساحل</title>
<meta property="og:site_name" content="صحيفة الساحل">
<meta property="article:published_time" content="2024-03-26T10:00:00+03:00">
<script>document.write("كلام السكربت")</script></head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article><h1>وصول أولى شحنات القمح</h1>{STORY}<p>&secret;</p><script>alert("كلام السكربت")</script></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def only_page(plan: ImportPlan) -> tuple[str, str, date | None, str]:
    assert plan.problems == ()
    (page,) = plan.pages
    return page.article.text, page.article.title, page.article.published, page.article.outlet


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_a_saved_page_gives_its_story_and_facts_and_is_kept(tmp_path: Path, plan: Planner, charset: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("سر", encoding="utf-8")
    content = HTML.replace("CHARSET", charset).replace("SECRET_PLACE", secret.as_uri()).encode(charset)
    (tmp_path / "page.html").write_bytes(content)
    planned = plan(tmp_path / "page.html")
    text, title, published, outlet = only_page(planned)
    assert text.startswith("وصول أولى شحنات القمح\nوصلت إلى ميناء اللاذقية")
    assert "مئتي عامل" in text
    assert not any(word in text for word in ("السكربت", "الرئيسية", "محفوظة", "سر\n"))
    assert "سر" not in text.split()
    assert (title, published, outlet) == ("وصول أولى شحنات القمح", date(2024, 3, 26), "صحيفة الساحل")
    assert planned.pages[0].source == content
    assert planned.pages[0].encoding == charset


def test_an_encoding_declared_wrongly_does_not_garble_a_page(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "page.htm").write_bytes(HTML.replace("CHARSET", "us-ascii").encode("windows-1256"))
    assert "ميناء اللاذقية" in only_page(plan(tmp_path / "page.htm"))[0]


def test_a_page_saved_with_its_pictures(tmp_path: Path, plan: Planner) -> None:
    message = EmailMessage()
    message["Subject"] = "قمح"
    message.set_content(HTML.replace("CHARSET", "utf-8"), subtype="html", charset="utf-8")
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    (tmp_path / "page.mhtml").write_bytes(message.as_bytes())
    assert "ميناء اللاذقية" in only_page(plan(tmp_path / "page.mhtml"))[0]
    (tmp_path / "none.mhtml").write_bytes(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx")
    assert plan(tmp_path / "none.mhtml").problems[0].message.template == "holds no page."


def test_pages_that_are_no_html_or_hold_no_story_are_problems(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "bare.html").write_bytes(b"<html><body><script>x=1</script></body></html>")
    planned = plan(tmp_path)
    assert planned.pages == ()
    assert [Path(problem.origin).name for problem in planned.problems] == ["bare.html", "empty.html"]


def test_a_document_gives_paragraphs_and_tables_in_order(tmp_path: Path, plan: Planner) -> None:
    document = docx.Document()
    document.core_properties.title = "قمح"
    document.add_paragraph("وصلت ثلاث سفن إلى اللاذقية.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "السفينة", "الحمولة"
    document.add_paragraph("ويبدأ التفريغ غداً.")
    document.save(str(tmp_path / "page.docx"))
    planned = plan(tmp_path / "page.docx")
    text, title, _, _ = only_page(planned)
    assert text.splitlines() == ["وصلت ثلاث سفن إلى اللاذقية.", "السفينة\tالحمولة", "ويبدأ التفريغ غداً."]
    assert title == "قمح"
    assert planned.pages[0].source == (tmp_path / "page.docx").read_bytes()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing", PAGE.encode()])
def test_broken_documents_are_problems(tmp_path: Path, plan: Planner, suffix: str, content: bytes) -> None:
    (tmp_path / f"page{suffix}").write_bytes(content)
    assert "damaged" in plan(tmp_path).problems[0].message.english()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "utf-16"])
def test_tables_are_read_whatever_their_delimiter_and_encoding(
    tmp_path: Path, plan: Planner, delimiter: str, encoding: str
) -> None:
    text = io.StringIO(newline="")
    table = csv.writer(text, delimiter=delimiter)
    table.writerow(["العنوان", "النص", "التاريخ", "المصدر", "القسم"])
    table.writerow(["قمح", "وصلت ثلاث سفن،\r\nوقال المدير: «غداً»; | \t نعم.", "26/3/2024", "الساحل", "اقتصاد"])
    table.writerow(["زيتون", "تراجع محصول الزيتون في إدلب هذا العام.", "2024-11-02T08:00:00Z", "", ""])
    (tmp_path / "pages.csv").write_bytes(text.getvalue().encode(encoding))
    planned = plan(tmp_path / "pages.csv")
    assert planned.problems == ()
    first, second = (page.article for page in planned.pages)
    assert first.text == "وصلت ثلاث سفن،\r\nوقال المدير: «غداً»; | \t نعم."
    assert (first.title, first.published, first.outlet) == ("قمح", date(2024, 3, 26), "الساحل")
    assert (first.metadata, first.name) == ({"القسم": "اقتصاد"}, "pages.csv:2")
    assert (second.published, second.name) == (date(2024, 11, 2), "pages.csv:4")


def test_a_table_without_texts_names_what_it_has_and_what_is_expected(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "pages.csv").write_text("title,author\nقمح,سلمى\n", encoding="utf-8")
    (problem,) = plan(tmp_path).problems
    told = problem.told().english()
    assert "line 1" in told
    assert all(word in told for word in ("title, author", "text", "النص"))


def test_rows_without_text_or_with_a_bad_date_are_told_with_their_lines(tmp_path: Path, plan: Planner) -> None:
    rows = 'text,date\n"سطر\nوسطر في خبر واحد",2024-01-01\n,2024-01-02\nخبر قصير,31/31/2024\nخبر آخر,\n'
    (tmp_path / "pages.csv").write_text(rows, encoding="utf-8")
    planned = plan(tmp_path)
    assert [(problem.line, problem.message.template.split()[0]) for problem in planned.problems] == [
        (4, "the"),
        (5, "has"),
    ]
    assert [page.article.name for page in planned.pages] == ["pages.csv:2", "pages.csv:6"]


def test_a_quotation_that_never_ends_is_told(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "pages.csv").write_text('text\n"خبر لا ينتهي\n', encoding="utf-8")
    (problem,) = plan(tmp_path).problems
    assert "no valid CSV" in problem.message.english()


def test_sheets_of_a_workbook(tmp_path: Path, plan: Planner) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Title", "Text", "Date", "URL"])
    sheet.append(["قمح", "وصلت ثلاث سفن إلى اللاذقية.", date(2024, 3, 26), "https://example.org/1"])
    sheet.append([None, None, None, None])
    sheet.append(["زيتون", None, None, None])
    book.create_sheet("فارغة")
    book.save(tmp_path / "pages.xlsx")
    planned = plan(tmp_path / "pages.xlsx")
    (page,) = planned.pages
    assert page.article.text == "وصلت ثلاث سفن إلى اللاذقية."
    assert (page.article.published, page.article.url) == (date(2024, 3, 26), "https://example.org/1")
    assert [problem.line for problem in planned.problems] == [4]


def test_json_records_with_any_of_the_known_names(tmp_path: Path, plan: Planner) -> None:
    records = [
        {"text": "وصلت السفن.\u2028غداً التفريغ.", "title": "قمح", "published": "2024-03-26", "outlet": "الساحل"},
        {"body": "تراجع المحصول.", "source": "الجبل", "url": "https://example.org", "tags": ["زراعة"], "views": 3},
    ]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (tmp_path / "pages.jsonl").write_text("\n\n".join(lines), encoding="utf-8-sig")
    planned = plan(tmp_path)
    assert planned.problems == ()
    first, second = (page.article for page in planned.pages)
    assert (first.text, first.title, first.outlet) == ("وصلت السفن.\u2028غداً التفريغ.", "قمح", "الساحل")
    assert first.published == date(2024, 3, 26)
    assert (second.outlet, second.url) == ("الجبل", "https://example.org")
    assert second.metadata == {"tags": '["زراعة"]', "views": "3"}


def test_broken_lines_of_json_are_told_with_their_numbers_and_the_others_read(tmp_path: Path, plan: Planner) -> None:
    lines = [b'{"text": "\xd8\xa8"}', b'{"text": ', b'{"title": "x"}', b"[1]", b'{"text": 5}', b'{"text": "\xff"}']
    (tmp_path / "pages.jsonl").write_bytes(
        b"\n".join(lines) + b"\n" + b"[" * 100_000 + b"\n" + '{"text": "ت"}'.encode()
    )
    planned = plan(tmp_path)
    assert [problem.line for problem in planned.problems] == [2, 3, 4, 5, 6, 7]
    assert [page.article.text for page in planned.pages] == ["ب", "ت"]


def test_json_in_utf16_is_refused_with_advice(tmp_path: Path, plan: Planner) -> None:
    (tmp_path / "pages.jsonl").write_bytes('{"text": "ب"}'.encode("utf-16"))
    assert "UTF-8" in plan(tmp_path).problems[0].message.english()
