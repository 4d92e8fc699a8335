"""Tags: what is repainted, where chips and frames stand."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.text.span import Span
from tests.ui.article.pages import NEWS, event, make_view, mention, span_of
from ui.article import Tag, TagKind, TagState
from ui.article.arrange import LEVEL_STEP
from ui.article.chips import shown_chips
from ui.article.geometry import piece_rects
from ui.article.view import ArticleView


def chip_rects(view: ArticleView) -> dict[str, QRectF]:
    found = {}
    for paragraph in view.flow.paragraphs:
        view.flow.ensure(paragraph.index)
        for line in paragraph.lines:
            for chip in shown_chips(line, view.state, view.state.roles(), view.metrics):
                top = view.flow.text_top(paragraph) + chip.top
                found[chip.tag.id] = QRectF(chip.left, top, chip.width, view.metrics.chip_height)
    return found


def ink_rects(view: ArticleView) -> list[QRectF]:
    """Where letters stand, in page coordinates."""
    return [
        QRectF(0, view.flow.text_top(paragraph) + line.ink_top, view.metrics.column, line.ink_bottom - line.ink_top)
        for paragraph in view.flow.paragraphs
        for line in paragraph.lines
    ]


def assert_chips_are_clear(view: ArticleView) -> None:
    chips = list(chip_rects(view).values())
    letters = ink_rects(view)
    column = QRectF(0, 0, view.metrics.column, view.flow.height)
    assert chips
    for chip in chips:
        assert column.contains(chip)
        assert not any(chip.intersects(line) for line in letters)
    assert not any(one.intersects(other) for one, other in combinations(chips, 2))


def nested_tags() -> list[Tag]:
    minister = span_of(NEWS, "وزير الخارجية العراقي")
    return [
        mention("outer", minister, detail="٩٥٪ · معجم المناصب · مسافة: قبول"),
        mention("inner", span_of(NEWS, "وزير"), state=TagState.SUGGESTED),
        mention("last", span_of(NEWS, "العراقي")),
        mention("person", span_of(NEWS, "فؤاد حسين"), state=TagState.SUGGESTED, detail="اسم سبق ذكره"),
        mention("joe", span_of(NEWS, "Joe Biden")),
        event("talk", span_of(NEWS, "بحث")),
        event("visit", span_of(NEWS, "غادر"), TagState.SUGGESTED),
        mention("ghost", span_of(NEWS, "NATO"), state=TagState.GHOST),
        mention("parts", span_of(NEWS, "شركة"), span_of(NEWS, "بغداد", NEWS.index("«")), state=TagState.SUGGESTED),
    ]


def test_chips_cover_neither_letters_nor_each_other(view: ArticleView) -> None:
    view.set_tags(nested_tags())
    assert len(chip_rects(view)) == len(nested_tags())
    assert_chips_are_clear(view)


def test_a_grown_chip_keeps_clear_too(view: ArticleView) -> None:
    view.set_tags(nested_tags())
    before = chip_rects(view)["person"]
    heights = list(view.flow.tops)
    view.set_current("person")
    assert chip_rects(view)["person"].width() > before.width()
    assert_chips_are_clear(view)
    assert list(view.flow.tops) == heights, "the text does not jump when another tag becomes current"


def test_roles_stand_on_the_chips_of_arguments(view: ArticleView) -> None:
    view.set_tags(nested_tags())
    view.set_arguments([("talk", "الفاعل", "person"), ("talk", "المتلقي", "joe"), ("gone", "مكان", "last")])
    plain = chip_rects(view)
    view.set_current("talk")
    lit = chip_rects(view)
    assert lit["person"].width() > plain["person"].width()
    assert lit["joe"].width() > plain["joe"].width()
    assert lit["last"] == plain["last"]
    assert_chips_are_clear(view)


def test_frames_of_nested_tags_stand_around_each_other(view: ArticleView) -> None:
    view.set_tags(nested_tags())
    paragraph = view.flow.paragraphs[view.flow.index_at(NEWS.index("بحث وزير"))]
    rects = {piece.tag.id: piece_rects(line, piece)[0] for line in paragraph.lines for piece in line.pieces}
    for inner in ("inner", "last"):
        assert rects["outer"].contains(rects[inner])
        assert rects["outer"].top() == rects[inner].top() - LEVEL_STEP


def test_lanes_only_where_needed(view: ArticleView) -> None:
    index = view.flow.index_at(NEWS.index("ولفت"))
    plain = view.flow.top(index + 1) - view.flow.top(index)
    view.update_tags({"a": mention("a", span_of(NEWS, "الحوار"))})
    one = view.flow.top(index + 1) - view.flow.top(index)
    view.update_tags({"b": mention("b", span_of(NEWS, "2017"))})
    beside = view.flow.top(index + 1) - view.flow.top(index)
    view.update_tags({"c": mention("c", span_of(NEWS, "الحوار مستمر"))})
    above = view.flow.top(index + 1) - view.flow.top(index)
    assert plain < one == beside < above
    view.update_tags({"a": None, "b": None, "c": None})
    assert view.flow.top(index + 1) - view.flow.top(index) == plain


def test_updating_a_tag_repaints_its_paragraph_only(view: ArticleView, qapp: QApplication) -> None:
    view.set_tags(nested_tags())
    qapp.processEvents()
    painted, made = view.painter.paragraphs_painted, view.flow.layouts_made
    suggested = mention("joe", span_of(NEWS, "Joe Biden"), state=TagState.SUGGESTED)
    view.update_tags({"joe": suggested})
    qapp.processEvents()
    assert view.painter.paragraphs_painted == painted + 1
    assert view.flow.layouts_made == made, "no text is shaped again"
    assert view.state.tags["joe"] is suggested


def test_only_the_paragraph_that_grew_and_those_below_are_painted(view: ArticleView, qapp: QApplication) -> None:
    qapp.processEvents()
    painted = view.painter.paragraphs_painted
    index = view.flow.index_at(NEWS.index("ولفت"))
    view.update_tags({"a": mention("a", span_of(NEWS, "الحوار"))})
    qapp.processEvents()
    below = [one for one in view.flow.paragraphs[index:] if view.flow.top(one.index + 1) > view.flow.top(one.index)]
    assert view.painter.paragraphs_painted == painted + len(below)


def test_changing_the_current_tag_repaints_two_paragraphs(view: ArticleView, qapp: QApplication) -> None:
    view.set_tags([mention("a", span_of(NEWS, "الحوار")), mention("b", span_of(NEWS, "واشنطن"))])
    view.set_current("a")
    qapp.processEvents()
    painted = view.painter.paragraphs_painted
    view.set_current("b")
    qapp.processEvents()
    assert view.painter.paragraphs_painted == painted + 2


def test_arguments_that_are_not_on_show_repaint_nothing(view: ArticleView, qapp: QApplication) -> None:
    view.set_tags([mention("a", span_of(NEWS, "الحوار")), event("e", span_of(NEWS, "غادر"))])
    qapp.processEvents()
    painted = view.painter.paragraphs_painted
    view.set_arguments([("e", "الفاعل", "a")])
    qapp.processEvents()
    assert view.painter.paragraphs_painted == painted
    view.set_current("a")
    qapp.processEvents()
    assert view.painter.paragraphs_painted > painted + 1, "an argument shows its event's arc"


def test_removing_the_current_tag_leaves_none(view: ArticleView) -> None:
    view.set_tags([mention("a", span_of(NEWS, "الحوار"))])
    view.set_current("a")
    view.update_tags({"a": None})
    assert view.current is None


def test_a_removed_tag_fades_and_is_gone(view: ArticleView, qtbot: QtBot) -> None:
    view.set_tags([mention("a", span_of(NEWS, "الحوار"))])
    plain = view.grab().toImage()
    view.set_motion_reduced(False)
    view.update_tags({"a": None, "unknown": None})
    assert [fading.piece.tag.id for fading in view.fade.pieces] == ["a"]
    view.grab()
    qtbot.waitUntil(lambda: not view.fade.pieces)
    gone = view.grab().toImage()
    assert gone != plain
    view.set_motion_reduced(True)
    view.set_tags([mention("a", span_of(NEWS, "الحوار"))])
    view.update_tags({"a": None})
    assert view.fade.pieces == ()
    assert view.grab().toImage() == gone


def test_a_discontinuous_tag_has_one_chip_and_all_pieces(view: ArticleView) -> None:
    view.set_tags(nested_tags())
    paragraph = view.flow.paragraphs[view.flow.index_at(NEWS.index("بحث وزير"))]
    pieces = [piece for line in paragraph.lines for piece in line.pieces if piece.tag.id == "parts"]
    assert len(pieces) == 2
    assert [piece.part.first for piece in pieces] == [True, False]


def test_spaces_where_a_line_wraps_have_no_frame(qtbot: QtBot) -> None:
    view = make_view(qtbot, 400, 500)
    text = "التقى رئيس مجلس الوزراء العراقي محمد شياع السوداني وزير خارجية الولايات المتحدة الأميركية"
    view.set_article(text)
    view.set_tags([mention("all", Span(0, len(text)))])
    (paragraph,) = view.flow.paragraphs
    assert len(paragraph.lines) > 1
    for line in paragraph.lines[:-1]:
        (piece,) = line.pieces
        assert text[piece.part.end - 1] != " "
        assert text[piece.part.end] == " "


@pytest.mark.parametrize("size", [12, 22, 48])
def test_every_text_size(view: ArticleView, size: int) -> None:
    view.set_tags(nested_tags())
    view.set_text_size(size)
    assert_chips_are_clear(view)


WORDS = st.sampled_from(
    [
        "وزير",
        "الخارجية",
        "NATO",
        "3,000",
        "بلا",
        "قالَ",
        "😀",
        "\u202eABC\u202c",
        "«بغداد»،",
        "F-16",
        "لأحمد",
        "\t",
        "\ufeff",
        "\ud800",
        "٢٠١٧",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.lists(WORDS, max_size=25).map(" ".join), min_size=1, max_size=4).map("\r\n".join),
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(1, 60), st.sampled_from(list(TagState)), st.booleans()), max_size=20
    ),
    st.integers(150, 900),
)
def test_any_tags_on_any_text(
    any_view: ArticleView, text: str, places: list[tuple[int, int, TagState, bool]], width: int
) -> None:
    any_view.resize(width, 500)
    any_view.set_article(text)
    tags = []
    for number, (start, length, state, is_event) in enumerate(places):
        if start < len(text):
            span = Span(start, min(len(text), start + length))
            kind = TagKind.EVENT if is_event else TagKind.MENTION
            tags.append(Tag(str(number), kind, state, "X", "منظمة", (span,), 0.4, "سبب"))
    any_view.set_tags(tags)
    if tags:
        any_view.set_current(tags[0].id)
    chips = list(chip_rects(any_view).values())
    letters = ink_rects(any_view)
    assert not any(one.intersects(other) for one, other in combinations(chips, 2))
    assert not any(chip.intersects(line) for chip in chips for line in letters)
    for tag in tags:
        for rect in any_view.rects_of(tag.fragments[0]):
            assert (
                0
                <= rect.left() - any_view.column_left
                <= rect.right() - any_view.column_left
                <= any_view.metrics.column
            )
    any_view.grab()


@pytest.fixture
def any_view(qtbot: QtBot) -> ArticleView:
    return make_view(qtbot)
