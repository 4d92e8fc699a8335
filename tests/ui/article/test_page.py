"""The page: folding, scrolling, sizes, what is kept in place."""

import re
import sys
from dataclasses import replace
from itertools import pairwise
from types import TracebackType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.text.bidi import BidiControls
from model.text.span import Span
from tests.ui.article.pages import NEWS, ZONES, event, make_view, mention, span_of, zones_of
from ui.article import ArticleView, TagState, accessibility
from ui.article.folding import Fold, find_folds
from ui.article.guard import guard
from ui.article.painter import fold_text
from ui.article.paragraph import split
from ui.language import language
from ui.theme import ColouredLabel, Scheme, palette
from ui.theme.oklch import difference

LONG = "\n".join(
    f"الفقرة {number} تتحدث عن بغداد وواشنطن والحوار بين البلدين منذ عام {number}. " * 4 for number in range(300)
)


@pytest.fixture
def long_view(qtbot: QtBot) -> ArticleView:
    view = make_view(qtbot, 700, 500)
    view.set_article(LONG)
    return view


def top_offset(view: ArticleView) -> tuple[int, int]:
    """The paragraph at the top of the viewport and how far it is scrolled."""
    index = view.flow.index_at_height(view.scrolled)
    return index, view.scrolled - view.flow.top(index)


def test_debris_is_folded_into_one_line(view: ArticleView) -> None:
    first, last = view.folds
    assert (first.count, last.count) == (2, 1)
    assert view.rects_of(span_of(NEWS, "سياسة")) == []
    assert view.rects_of(span_of(NEWS, "بغداد"))
    assert view.text_position_at(QPoint(view.width() // 2, view.flow.top(0) + 8)) is None


def test_a_click_on_the_line_opens_it(view: ArticleView, qtbot: QtBot) -> None:
    fold = view.folds[0]
    place = QPoint(view.width() // 2, view.flow.top(0) + view.metrics.fold_height // 2)
    with qtbot.waitSignal(view.zone_toggled) as toggled:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert toggled.args == [fold]
    (rect,) = view.rects_of(span_of(NEWS, "سياسة"))
    assert rect.top() > view.flow.top(0) + view.metrics.fold_height - view.scrolled
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert view.rects_of(span_of(NEWS, "سياسة")) == []


def test_all_folds_at_once(view: ArticleView) -> None:
    view.set_zones_folded(False)
    assert not any(fold.folded for fold in view.folds)
    view.set_zones_folded(True)
    assert all(fold.folded for fold in view.folds)


def test_revealing_folded_text_opens_its_fold(view: ArticleView) -> None:
    view.reveal(span_of(NEWS, "رياضة"))
    assert not view.folds[0].folded
    assert view.folds[1].folded


def test_runs_of_debris_span_blank_lines_but_nothing_else() -> None:
    text = "قائمة\n\nشارك\nنص\nتعليق\n"
    paragraphs = split(text, [(0, 5, "b"), (7, 11, "b"), (12, 14, "body"), (15, 20, "b")])
    assert find_folds(paragraphs, frozenset({"b"})) == [Fold(0, 2, 2), Fold(4, 4, 1)]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "سطر من واجهة الموقع"),
        (2, "سطران من واجهة الموقع"),
        (4, "٤ أسطر من واجهة الموقع"),
        (12, "١٢ سطراً من واجهة الموقع"),
    ],
)
def test_the_quiet_line_counts_in_arabic(qapp: QApplication, count: int, text: str) -> None:
    assert language.code == "ar"
    assert re.sub("[\u2068\u2069]", "", fold_text(Fold(0, 1, count))) == text


def test_only_what_is_visible_is_laid_out_at_first(qtbot: QtBot) -> None:
    view = make_view(qtbot, 700, 500)
    view.set_article(LONG)
    assert view.flow.layouts_made < 15
    qtbot.waitUntil(lambda: not view.laying_out)
    assert view.flow.layouts_made == 300


def test_laying_out_the_rest_does_not_move_what_is_read(long_view: ArticleView, qtbot: QtBot) -> None:
    view = long_view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = top_offset(view)
    assert view.laying_out
    qtbot.waitUntil(lambda: not view.laying_out)
    assert top_offset(view) == before
    assert view.verticalScrollBar().value() == view.scrolled


def test_scrolling_up_into_unknown_text_moves_by_what_was_asked(long_view: ArticleView) -> None:
    view = long_view
    view.reveal(Span(len(LONG) - 30, len(LONG)))
    (before,) = view.rects_of(span_of(LONG, "الفقرة 299"))
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 200)
    (after,) = view.rects_of(span_of(LONG, "الفقرة 299"))
    assert after.top() - before.top() == 200


def test_scrolling_paints_only_what_comes_into_sight(long_view: ArticleView, qtbot: QtBot) -> None:
    view = long_view
    qtbot.waitUntil(lambda: not view.laying_out)
    QApplication.processEvents()
    painted = view.painter.paragraphs_painted
    view.verticalScrollBar().setValue(40)
    QApplication.processEvents()
    assert 1 <= view.painter.paragraphs_painted - painted <= 3


def test_a_blitted_page_looks_like_a_painted_one(long_view: ArticleView, qtbot: QtBot) -> None:
    view = long_view
    view.set_tags([mention(str(number), span_of(LONG, f"الفقرة {number}")) for number in range(30)])
    qtbot.waitUntil(lambda: not view.laying_out)
    for height in (30, 77, 300, 250, 10):
        view.verticalScrollBar().setValue(height)
        QApplication.processEvents()
    blitted = view.screen().grabWindow(view.winId()).toImage()
    view.viewport().update()
    QApplication.processEvents()
    assert view.screen().grabWindow(view.winId()).toImage() == blitted


def test_the_top_of_the_page_can_be_reached_at_once(long_view: ArticleView) -> None:
    view = long_view
    view.reveal(Span(len(LONG) - 30, len(LONG)))
    view.set_text_size(30)
    view.verticalScrollBar().setValue(0)
    assert view.scrolled == 0
    assert view.rects_of(Span(0, 5))[0].top() > 0


def test_reveal_leaves_the_middle_third_alone(long_view: ArticleView) -> None:
    view = long_view
    view.reveal(span_of(LONG, "الفقرة 150"))
    (rect,) = view.rects_of(span_of(LONG, "الفقرة 150"))
    third = view.viewport().height() / 3
    assert third < rect.center().y() < 2 * third
    before = view.scrolled
    view.reveal(span_of(LONG, "الفقرة 150"))
    assert view.scrolled == before
    view.reveal(span_of(LONG, "الفقرة 152"))
    assert view.scrolled > before


def test_reveal_glides_unless_motion_is_reduced(long_view: ArticleView, qtbot: QtBot) -> None:
    view = long_view
    view.set_motion_reduced(False)
    view.reveal(span_of(LONG, "الفقرة 8 "))
    assert view.scrolled == 0
    qtbot.waitUntil(lambda: not view.gliding)
    (rect,) = view.rects_of(span_of(LONG, "الفقرة 8 "))
    third = view.viewport().height() / 3
    assert third < rect.center().y() < 2 * third


def test_a_new_width_keeps_the_paragraph_that_is_read(long_view: ArticleView) -> None:
    view = long_view
    view.reveal(span_of(LONG, "الفقرة 100"))
    index, _ = top_offset(view)
    view.resize(400, 500)
    assert view.metrics.column < 400
    assert top_offset(view)[0] == index
    for rect in view.rects_of(Span(0, 200)):
        assert rect.right() <= view.viewport().width()


def test_the_column_is_centred_and_no_wider_than_its_letters(long_view: ArticleView) -> None:
    view = long_view
    view.resize(1400, 600)
    left = view.column_left
    right = view.viewport().width() - left - view.metrics.column
    assert abs(left - right) <= 1
    assert view.metrics.column < 700


@pytest.mark.parametrize(("asked", "given"), [(5, 12), (12, 12), (30, 30), (90, 48)])
def test_text_sizes_are_kept_within_limits(view: ArticleView, asked: int, given: int) -> None:
    view.set_text_size(asked)
    assert view.metrics.text_size == given
    assert view.rects_of(span_of(NEWS, "NATO"))


def test_line_height_of_plain_lines(view: ArticleView) -> None:
    paragraph = view.flow.paragraphs[view.flow.index_at(NEWS.index("بحث وزير"))]
    baselines = [line.baseline for line in paragraph.lines]
    assert min(after - before for before, after in pairwise(baselines)) >= 1.8 * 22 - 1


def test_zones_have_their_sizes(view: ArticleView) -> None:
    heights = {
        zone: view.rects_of(span_of(NEWS, piece))[0].height()
        for zone, piece in [("headline", "تبحثان"), ("body", "الحوار"), ("dateline", "آذار")]
    }
    assert heights["headline"] > heights["body"] > heights["dateline"]


def test_direction_does_not_depend_on_the_first_letter(view: ArticleView) -> None:
    view.set_article("BBC نقلت الخبر")
    (rect,) = view.rects_of(Span(0, 3))
    assert rect.right() == pytest.approx(view.column_left + view.metrics.column, abs=1)


def test_an_empty_article(view: ArticleView) -> None:
    view.set_article("")
    view.set_tags([])
    view.grab()
    assert view.text_position_at(QPoint(100, 100)) == 0
    view.set_caret_mode(True)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.state.caret == 0


def test_another_article_forgets_the_one_before(view: ArticleView) -> None:
    told: list[Span | None] = []
    view.set_tags([mention("a", span_of(NEWS, "NATO"))])
    view.set_current("a")
    view.select(span_of(NEWS, "NATO"))
    view.selection_changed.connect(told.append)
    view.set_article("خبر آخر", revision=2)
    assert (view.current, view.selection, view.state.tags, view.revision) == (None, None, {}, 2)
    assert told == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خبر", BidiControls.ABSENT),
        ("خبر\u200f", BidiControls.HARMLESS),
        ("خبر \u202eABC\u202c", BidiControls.REORDERING),
    ],
)
def test_warning_of_controls(view: ArticleView, text: str, expected: BidiControls) -> None:
    view.set_article(text)
    assert view.bidi_warning is expected


def test_controls_are_marked(view: ArticleView) -> None:
    view.set_colours(palette(Scheme.LIGHT))
    amber = QColor(palette(Scheme.LIGHT).amber)

    def has_amber() -> bool:
        image = view.grab().toImage()
        return any(image.pixelColor(x, y) == amber for x in range(image.width()) for y in range(20, 70))

    view.set_article("خبر عن بغداد")
    assert not has_amber()
    view.set_article("خبر عن\u200f بغداد")
    assert has_amber()


def test_colours_of_the_palette_are_used(view: ArticleView) -> None:
    for scheme in Scheme:
        colours = palette(scheme, [ColouredLabel("ORG", "bodies")])
        view.set_colours(colours)
        span = span_of(NEWS, "الحوار")
        view.set_tags([mention("a", span)])
        image = view.grab().toImage()
        assert image.pixelColor(2 + view.viewport().x(), 2) == QColor(colours.surface)
        (rect,) = view.rects_of(span)
        place = rect.toRect().translated(view.viewport().pos())
        fill = QColor(colours.for_mention("ORG").fill)
        inside = [
            image.pixelColor(x, y)
            for x in range(place.left() + 2, place.right() - 2)
            for y in range(place.top() + 2, place.bottom() - 2)
        ]
        assert inside.count(fill) > len(inside) / 3
        view.set_tags([mention("a", span, state=TagState.SUGGESTED)])
        assert view.grab().toImage() != image


def test_announcing_without_a_screen_reader_does_nothing(view: ArticleView) -> None:
    accessibility.announce(view, "قُبل الاقتراح")


def strokes(view: ArticleView, span: Span, *, below: bool) -> int:
    """How many separate strokes the upper edge of a frame, or the line under an event, is drawn with."""
    image = view.grab().toImage()
    (rect,) = view.rects_of(span)
    place = rect.toRect().translated(view.viewport().pos())
    y = place.bottom() + 2 if below else place.top()
    surface = QColor(view.inks.palette.surface).lightness()
    drawn = [abs(image.pixelColor(x, y).lightness() - surface) > 40 for x in range(place.left() + 3, place.right() - 3)]
    return sum(1 for before, here in pairwise([False, *drawn]) if here and not before)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_suggestions_are_dashed_and_annotations_solid_without_colour(view: ArticleView, scheme: Scheme) -> None:
    view.set_colours(palette(scheme, [ColouredLabel("ORG", "bodies")]))
    span = span_of(NEWS, "الحوار")
    view.set_tags([mention("a", span)])
    assert strokes(view, span, below=False) == 1
    for state in (TagState.SUGGESTED, TagState.GHOST):
        view.set_tags([mention("a", span, state=state)])
        assert strokes(view, span, below=False) > 4
    view.set_tags([event("a", span)])
    assert (strokes(view, span, below=False), strokes(view, span, below=True)) == (0, 1)
    view.set_tags([event("a", span, TagState.SUGGESTED)])
    assert strokes(view, span, below=True) > 3


def test_a_lower_score_is_paler(view: ArticleView) -> None:
    colours = palette(Scheme.LIGHT, [ColouredLabel("ORG", "bodies")])
    view.set_colours(colours)
    span = span_of(NEWS, "الحوار")
    tags = [replace(mention("a", span, state=TagState.SUGGESTED), score=score) for score in (0.1, 0.5, 0.95)]
    fills = [view.inks.of(tag).fill for tag in tags]
    surface = colours.surface
    distances = [difference(surface, fill.name()) for fill in fills if fill is not None]
    solid = difference(surface, colours.for_mention("ORG").fill)
    assert distances == sorted(set(distances))
    assert distances[-1] < solid


def test_exceptions_in_overrides_reach_the_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[type[BaseException]] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        seen.append(kind)

    class Broken:
        @guard
        def event(self, value: int) -> int:
            return 1 // value

    monkeypatch.setattr(sys, "excepthook", hook)
    assert Broken().event(1) == 1
    assert Broken().event(0) is None
    assert seen == [ZeroDivisionError]


def test_screen_readers_find_a_document_with_a_name(view: ArticleView) -> None:
    accessibility.install()
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Document
    assert interface.text(QAccessible.Text.Name) == "المقال"
    view.set_tags([mention("a", span_of(NEWS, "NATO"), detail="اسم منظمة")])
    view.set_current("a")
    assert interface.text(QAccessible.Text.Value) == "منظمة NATO اسم منظمة"


def test_screen_readers_read_the_text_in_qt_units(view: ArticleView) -> None:
    accessibility.install()
    spoken = QAccessible.queryAccessibleInterface(view).textInterface()
    assert spoken.characterCount() == len(NEWS) + 1, "one character counts twice"
    at = NEWS.index("منذ")
    assert spoken.text(at + 1, at + 4) == "منذ"
    assert spoken.text(5, 5) == ""
    spoken.addSelection(at + 1, at + 4)
    assert view.selection == span_of(NEWS, "منذ")
    assert (spoken.selectionCount(), spoken.cursorPosition()) == (1, at + 4)
    rect = spoken.characterRect(at + 1)
    assert spoken.offsetAtPoint(rect.center()) == at + 1
    spoken.removeSelection(0)
    assert spoken.selectionCount() == 0
    spoken.setCursorPosition(at + 1)
    assert view.state.caret == at


def test_zones_of_pages_are_found_by_line() -> None:
    zones = [(zone.span.start, zone.span.end, zone.zone) for zone in zones_of(NEWS, ZONES)]
    found = [paragraph.zone for paragraph in split(NEWS, zones) if not paragraph.blank]
    assert found == list(ZONES)


def test_other_zones_keep_tags_and_opened_folds(view: ArticleView) -> None:
    span = span_of(NEWS, "الحوار")
    view.set_tags([mention("a", span)])
    view.toggle_fold(view.folds[0])
    low = view.rects_of(span)[0].height()
    names = ("boilerplate", "boilerplate", "headline", "boilerplate", "body", "headline", "body")
    view.set_zones(zones_of(NEWS, names))
    assert view.rects_of(span)[0].height() > low
    assert view.tags_at(view.rects_of(span)[0].center().toPoint()) == ["a"]
    assert [(fold.count, fold.folded) for fold in view.folds] == [(2, False), (1, True)]
    assert view.rects_of(span_of(NEWS, "اقرأ أيضا"))
    assert view.rects_of(span_of(NEWS, "آذار")) == []
