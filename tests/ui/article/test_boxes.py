"""Boxes of characters against python-bidi, an independent implementation of the order that a reader sees."""

import unicodedata
from itertools import pairwise

import pytest
from bidi import get_display
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.text.span import Span
from tests.ui.article.pages import NEWS, make_view, span_of
from ui.article.boxes import Box, extents, nearest_box
from ui.article.display import cluster_starts, display_copy
from ui.article.geometry import cluster_at
from ui.article.metrics import PageMetrics
from ui.article.paragraph import Paragraph
from ui.article.view import ArticleView

ENDLESS = 200_000
MIXED = [
    "بحث وزير الخارجية العراقي فؤاد حسين مع نظيره الأميركي",
    "اشترت شركة Apple Inc. حصة في NoorTech (دبي) بقيمة 3,000 دولار",
    "استقبل الرئيس Joe Biden (46) الوفد يوم 27.03.2024 عند 14:29",
    "قال: «لن نغادر F-16 أبداً»، ثم صمت",
    "BBC عربي: ارتفع النفط 5.5% إلى 80$ للبرميل",
    "بلا شك فإن لأحمد وللمدير دوراً في الأَمْرِ إلّا قليلاً",
    "وصل ٣٠٠ جندي إلى قاعدة (كالسو) في 12/03/2024",
    "نشر على @SecBlinken و https://www.example.com/a?b=1 أمس",
    "سعر C++ هو 3 و [AFP] نقلت 1-2 عن -5 درجات",
    "الصفحة 12 من 30 | AFP | رويترز",
    "😀 مرحبا 👨‍👩‍👧 بكم 🇮🇶 في العراق",
    "لا إله إلا الله",
]
MARKS = {"Mn", "Me", "Cf", "Cc"}


def boxes_of(text: str, *, right_to_left: bool = True, column: int = ENDLESS) -> tuple[Box, ...]:
    metrics = PageMetrics(22, column, right_to_left)
    paragraph = Paragraph(0, 0, text, "body")
    paragraph.shape(metrics)
    assert len(paragraph.lines) == 1
    return paragraph.boxes(paragraph.lines[0], metrics)


def bare(text: str) -> str:
    return "".join(character for character in text if unicodedata.category(character) not in MARKS)


def seen_order(text: str, *, right_to_left: bool = True) -> str:
    """The clusters' first characters from left to right, by their boxes."""
    boxes = boxes_of(text, right_to_left=right_to_left)
    return bare("".join(text[box.start] for box in sorted(boxes, key=lambda box: box.middle)))


def expected_order(text: str, *, right_to_left: bool = True) -> str:
    """What python-bidi says, marks and the rest of each cluster left out."""
    firsts = cluster_starts(text)[:-1]
    skeleton = "".join(text[start] for start in firsts)
    return bare(str(get_display(skeleton, base_dir="R" if right_to_left else "L")))


@pytest.mark.parametrize("text", MIXED)
@pytest.mark.parametrize("right_to_left", [True, False])
def test_boxes_stand_in_the_order_of_the_bidirectional_algorithm(
    qapp: QApplication, text: str, right_to_left: bool
) -> None:
    assert seen_order(text, right_to_left=right_to_left) == expected_order(text, right_to_left=right_to_left)


PIECES = st.sampled_from(
    [*"ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "لا", "ABC", "x", "12", "٣٤", " ", " ", ".", ",", "(", ")", "«", "»", "-", "%"]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30).map("".join).filter(str.strip))
def test_order_of_random_lines(qapp: QApplication, text: str) -> None:
    text = text.strip()
    assert seen_order(text) == expected_order(text)


@pytest.mark.parametrize("text", MIXED)
def test_boxes_fill_the_line_without_holes_or_overlaps(qapp: QApplication, text: str) -> None:
    boxes = sorted(boxes_of(text), key=lambda box: (box.left, box.right))
    assert [(box.start, box.end) for box in sorted(boxes, key=lambda box: box.start)] == list(
        zip(cluster_starts(text), cluster_starts(text)[1:], strict=False)
    )
    for box, after in pairwise(boxes):
        assert box.right == pytest.approx(after.left, abs=0.8)


@pytest.mark.parametrize("text", MIXED)
def test_the_middle_of_each_box_hits_it(qapp: QApplication, text: str) -> None:
    boxes = boxes_of(text)
    for box in boxes:
        if box.right - box.left > 1:
            assert nearest_box(boxes, box.middle) == box


def test_both_ways_of_finding_boxes_agree(qapp: QApplication) -> None:
    """A line with a digit takes the slow way; the same letters without it the fast one."""
    text = "بلا شك فإن لأحمد دوراً في الحوار"
    fast, slow = boxes_of(text), boxes_of(text + " 7")
    for one, other in zip(fast, slow, strict=False):
        assert ENDLESS - one.right == pytest.approx(ENDLESS - other.right, abs=2.1)
        assert one.right - one.left == pytest.approx(other.right - other.left, abs=2.1)


def test_latin_words_in_an_arabic_line_are_one_stretch(qapp: QApplication) -> None:
    text = "اشترت شركة Apple Inc. حصة"
    boxes = boxes_of(text)
    name = span_of(text, "Apple Inc")
    ((left, right),) = extents(boxes, name.start, name.end)
    company = span_of(text, "شركة Apple")
    both = extents(boxes, company.start, company.end)
    assert len(both) == 2, "the word before and Apple do not touch: Inc. lies between them"
    assert both[0] == pytest.approx((left, both[0][1]))
    assert right <= both[1][0]


def test_a_part_of_a_word_has_its_own_letters(qapp: QApplication) -> None:
    text = "وبالعراق"
    boxes = boxes_of(text)
    ((stem_left, stem_right),) = extents(boxes, 2, len(text))
    ((_, first_right),) = extents(boxes, 0, 2)
    assert first_right == pytest.approx(ENDLESS, abs=1)
    assert stem_left < stem_right < first_right


def test_a_diacritic_counts_with_its_letter(qapp: QApplication) -> None:
    text = "قالَ"
    boxes = boxes_of(text)
    assert extents(boxes, 3, 4) == extents(boxes, 2, 4)


def test_the_letters_of_lam_alef_share_the_ligature(qapp: QApplication) -> None:
    boxes = boxes_of("بلا")
    lam, alef = boxes[1], boxes[2]
    assert lam.left == pytest.approx(alef.right, abs=0.1)
    assert lam.right - lam.left > 1
    assert alef.right - alef.left > 1


@given(st.text(max_size=60))
def test_the_display_copy_keeps_offsets(text: str) -> None:
    copy = display_copy(text)
    assert len(copy) == len(text)
    assert len(copy.encode("utf-16-le", "surrogatepass")) == len(text.encode("utf-16-le", "surrogatepass"))
    copy.encode("utf-8")
    assert not copy.startswith("\ufeff")


@pytest.mark.parametrize(
    "text", ["\ufeffخبر", "\ufffeخبر", "أ\ud83dب", "أ\x00ب\x1b", "\u2028", "ab\ufdd0", "شكراً\u200f!", "\tب\t"]
)
def test_risky_characters_keep_their_places(qapp: QApplication, text: str) -> None:
    boxes = boxes_of(text)
    assert boxes[0].start == 0
    assert boxes[-1].end == len(text)


def wrapped_view(qtbot: QtBot, text: str) -> ArticleView:
    view = make_view(qtbot, 420, 600)
    view.set_article(text)
    return view


def test_place_to_position_and_back_on_wrapped_lines(qtbot: QtBot) -> None:
    text = " ".join(MIXED) + "\r\n" + NEWS
    view = wrapped_view(qtbot, text)
    paragraph = view.flow.paragraphs[0]
    assert len(paragraph.lines) > 5
    for start, end in zip(paragraph.clusters, paragraph.clusters[1:], strict=False):
        for rect in view.rects_of(Span(start, end)):
            if rect.width() > 1.5:
                assert view.text_position_at(rect.center().toPoint()) == start, text[start:end]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(alphabet=st.sampled_from("ابتسلاو ABC 123.,()«»\n\r\t\u2028😀\u064e\u202e\u2069\ud800\ufeff"), max_size=200)
)
def test_rects_stay_in_the_column_and_hits_in_the_text(any_view: ArticleView, text: str) -> None:
    any_view.set_article(text)
    if text:
        for rect in any_view.rects_of(Span(0, len(text))):
            assert rect.left() - any_view.column_left >= -0.01
            assert rect.right() - any_view.column_left <= any_view.metrics.column + 0.01
    for y in range(0, 300, 37):
        for x in range(0, 400, 71):
            position = any_view.text_position_at(QPoint(x, y))
            assert position is None or 0 <= position <= len(text)
            cluster = cluster_at(any_view.flow, QPointF(x, y))
            assert cluster is None or cluster[0] <= cluster[1]


@pytest.fixture
def any_view(qtbot: QtBot) -> ArticleView:
    return make_view(qtbot, 400, 300)
