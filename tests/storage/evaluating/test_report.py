"""The report: what stands in it, in both languages, whatever the texts are."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from model.errors import TawsimError
from model.evaluation.coders import Agreement, Part
from model.evaluation.comparison import Comparison
from model.evaluation.evaluation import GoldDocument, evaluate
from model.evaluation.layers import EVERY_LAYER
from model.gold_page import Evidence, GoldPage, PageEvent, PageMention
from model.messages import Message
from model.text.span import Span
from storage.evaluating.coding import CodedType, Coding
from storage.evaluating.report import report_page, write_report
from storage.evaluating.scoring import Scored

HOSTILE = "<script>alert(1)</script>&amp;\"'><img src=x onerror=alert(1)>"
ACTIVE = {"script", "iframe", "object", "embed", "link", "form", "base"}


def scored(text: str, label: str = "ORG", doc: str = "page", reason: str = "a rule") -> Scored:
    """Two mentions in gold, one of them found with another label, and a false event."""
    half = max(len(text) // 2, 1)
    spans = [Span(0, half), Span(half, len(text))]
    gold = GoldPage(
        doc,
        None,
        len(text),
        (),
        tuple(PageMention(f"e{n}", (span,), span.of(text), label) for n, span in enumerate(spans)),
    )
    evidence = Evidence("entities", "2", 0.8, Message("because of {what}", what=reason))
    found = replace(
        gold,
        mentions=tuple(
            replace(m, label=name, evidence=evidence) for m, name in zip(gold.mentions, (label, "PERS"), strict=False)
        ),
        events=(PageEvent("v1", (spans[0],), spans[0].of(text), label, evidence=evidence),),
    )
    told = evaluate([GoldDocument(gold, text)], [found], EVERY_LAYER)
    return Scored(told, {"entities strict": Comparison(0.5, 0.6, -0.1, 0.3, 0.04)}, has_texts=True)


def elements(page: str) -> Iterator[Any]:
    return (one for one in html.document_fromstring(page).iter() if isinstance(one.tag, str))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_texts_cannot_become_parts_of_the_page(language: str) -> None:
    page = report_page(scored(HOSTILE, label=HOSTILE, doc=HOSTILE, reason=HOSTILE), language)
    for one in elements(page):
        assert one.tag not in ACTIVE
        assert not [name for name in one.attrib if name.startswith("on")]
        for address in (one.get("src"), one.get("href")):
            assert address is None or address.startswith("data:image/svg+xml;base64,")
    assert html.document_fromstring(page).text_content().count("onerror=alert(1)") > 3


def test_pictures_hold_texts_and_nothing_else() -> None:
    page = report_page(scored(HOSTILE, label=HOSTILE), "en")
    pictures = [one.get("src").partition(",")[2] for one in elements(page) if one.tag == "img"]
    assert len(pictures) == 5  # measures, mentions, and the reliability of mentions and events
    for picture in pictures:
        drawn = etree.fromstring(b64decode(picture))
        tags = {etree.QName(one).localname for one in drawn.iter()}
        assert tags <= {"svg", "style", "rect", "text", "polyline", "circle"}


@given(st.text(min_size=2, max_size=40))
def test_any_text_can_be_shown(text: str) -> None:
    page = report_page(scored(text, label=text, reason="r"), "ar")
    page.encode()
    assert html.document_fromstring(page) is not None


def test_it_says_its_language_and_direction_and_needs_nothing_else() -> None:
    arabic, english = (report_page(scored("سافر سامي الخوري"), language) for language in ("ar", "en"))
    for page, language, direction in ((arabic, "ar", "rtl"), (english, "en", "ltr")):
        root = html.document_fromstring(page)
        assert (root.get("lang"), root.get("dir")) == (language, direction)
        assert "http" not in page.replace("http://www.w3.org", "")
        assert page.startswith("<!DOCTYPE html>")
    assert "مدى موافقة الاقتراحات للمرجع" in arabic
    assert "because of a rule" in english
    assert "prefers-color-scheme: dark" in english


def test_a_difference_is_marked_in_its_line() -> None:
    root = html.document_fromstring(report_page(scored("سافر سامي الخوري"), "en"))
    marks = [mark.text for mark in root.iter("mark")]
    assert marks.count("مي الخوري") == 0
    assert {mark for mark in marks if mark} == {"سافر سام", "ي الخوري"}


def test_a_long_line_is_shortened_around_it() -> None:
    text = "أ" * 300 + " سامي " + "ب" * 300
    told = scored(text)
    root = html.document_fromstring(report_page(told, "en"))
    assert all(len(one.text_content()) < 700 for one in root.iter("li"))


def test_coders_have_a_report_too() -> None:
    coding = Coding({"ASSAULT": CodedType(2, {part: Agreement(0.6, 0.5, 0.4) for part in Part})})
    text = html.document_fromstring(report_page(coding, "en")).text_content()
    assert "Token F1 on ASSAULT" in text
    assert "2 sentences" in text


def test_it_is_the_same_each_time() -> None:
    assert report_page(scored("سافر سامي"), "ar") == report_page(scored("سافر سامي"), "ar")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(TawsimError, match="report"):
        write_report(tmp_path / "none" / "report.html", "")
