"""Selection with real mouse and key events."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.text.span import Span
from tests.ui.article.pages import NEWS, event, make_view, mention, span_of
from ui.article import ArticleView, ContextRequest, TagState
from ui.article.word_cuts import sentence_at, vocabulary, word_cuts
from ui.keys.bindings import Bindings
from ui.keys.filter import KeyFilter

LEFT, NONE, SHIFT, CONTROL = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def point_at(view: ArticleView, offset: int) -> QPoint:
    return view.rects_of(Span(offset, offset + 1))[0].center().toPoint()


def drag(view: ArticleView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    for share in (0.3, 0.7, 1.0):
        point = start + (end - start) * share
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), QPointF(point), LEFT, LEFT, NONE)
        QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)


def double_click(view: ArticleView, point: QPoint) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NONE, point)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, point)


def selected(view: ArticleView) -> str | None:
    return None if view.selection is None else view.selection.of(NEWS)


@pytest.mark.parametrize(
    "piece", ["Joe Biden", "3,000", "NATO", "Apple Inc", "46", "فؤاد حسين", "بغداد»، وبالعراق 3,000 جندي"]
)
@pytest.mark.parametrize("backwards", [False, True])
def test_dragging_from_the_first_to_the_last_letter(view: ArticleView, piece: str, backwards: bool) -> None:
    span = span_of(NEWS, piece, NEWS.index("بحث وزير"))
    places = [point_at(view, span.start), point_at(view, span.end - 1)]
    drag(view, *(reversed(places) if backwards else places))
    assert selected(view) == piece


def test_dragging_from_right_to_left_exactly_over_latin_words(view: ArticleView) -> None:
    (rect,) = view.rects_of(span_of(NEWS, "Joe Biden"))
    y = round(rect.center().y())
    drag(view, QPoint(int(rect.right() - 0.6), y), QPoint(int(rect.left() + 1.6), y))
    assert selected(view) == "Joe Biden"
    drag(view, QPoint(int(rect.left() + 1.6), y), QPoint(int(rect.right() - 0.6), y))
    assert selected(view) == "Joe Biden"


def test_dragging_over_an_emoji_takes_its_one_code_point(view: ArticleView) -> None:
    span = span_of(NEWS, "مستمر 😀 منذ")
    drag(view, point_at(view, span.start), point_at(view, span.end - 1))
    assert view.selection == span


def test_dragging_across_lines(view: ArticleView) -> None:
    span = Span(NEWS.index("جدولة"), NEWS.index("الوزير لأحمد") + 1)
    drag(view, point_at(view, span.start), point_at(view, span.end - 1))
    assert view.selection == span


def test_dragging_below_the_viewport_scrolls_on(qtbot: QtBot) -> None:
    view = make_view(qtbot, 500, 200)
    text = "\n".join(f"سطر {number} من الخبر" for number in range(40))
    view.set_article(text)
    QTest.mousePress(view.viewport(), LEFT, NONE, point_at(view, 0))
    below = QPointF(100, view.viewport().height() + 40)
    QApplication.sendEvent(view.viewport(), QMouseEvent(QEvent.Type.MouseMove, below, below, LEFT, LEFT, NONE))
    qtbot.waitUntil(lambda: view.scrolled > 200)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, below.toPoint())
    assert view.selection is not None
    assert view.selection.start == 0
    assert view.selection.end > text.index("سطر 4")


def test_a_small_shake_is_a_click(view: ArticleView, qtbot: QtBot) -> None:
    view.set_tags([mention("a", span_of(NEWS, "الحوار"))])
    place = point_at(view, NEWS.index("الحوار") + 3)
    with qtbot.waitSignal(view.tag_clicked) as clicked:
        drag(view, place, place)
    assert clicked.args == ["a"]
    assert view.selection is None


def test_selection_is_told_once_for_each_change(view: ArticleView) -> None:
    told: list[Span | None] = []
    view.selection_changed.connect(told.append)
    span = span_of(NEWS, "الحوار")
    view.select(span)
    view.select(span)
    view.clear_selection()
    view.clear_selection()
    assert told == [span, None]


def test_selecting_beyond_the_text_is_refused(view: ArticleView) -> None:
    with pytest.raises(ValueError, match="not within"):
        view.select(Span(0, len(NEWS) + 1))


def test_clicks_go_from_inner_to_outer_tags(view: ArticleView) -> None:
    inner, outer = span_of(NEWS, "العراقي"), span_of(NEWS, "وزير الخارجية العراقي")
    view.set_tags([mention("outer", outer), mention("inner", inner, state=TagState.SUGGESTED)])
    view.tag_clicked.connect(view.set_current)
    place = point_at(view, inner.start + 2)
    assert view.tags_at(place) == ["inner", "outer"]
    seen = []
    for _ in range(3):
        QTest.mouseClick(view.viewport(), LEFT, NONE, place)
        seen.append(view.current)
    assert seen == ["inner", "outer", "inner"]


def test_double_clicks_take_the_word_without_clitics_then_with_them(view: ArticleView) -> None:
    place = point_at(view, NEWS.index("وبالعراق") + 5)
    double_click(view, place)
    assert selected(view) == "العراق"
    double_click(view, place)
    assert selected(view) == "وبالعراق"
    double_click(view, point_at(view, NEWS.index("لأحمد") + 2))
    assert selected(view) == "لأحمد"


def test_a_triple_click_takes_the_sentence(view: ArticleView) -> None:
    place = point_at(view, NEWS.index("مثمراً") + 1)
    double_click(view, place)
    QTest.mousePress(view.viewport(), LEFT, NONE, place)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, place)
    assert selected(view) == "وقال الوزير لأحمد إنّ اللقاءَ كان مثمراً!"


def test_a_double_click_on_a_chip_activates_its_tag(view: ArticleView, qtbot: QtBot) -> None:
    view.set_tags([mention("a", span_of(NEWS, "الحوار"))])
    paragraph = view.flow.paragraphs[view.flow.index_at(NEWS.index("الحوار"))]
    chip = paragraph.lines[0].chips[0]
    y = view.flow.text_top(paragraph) - view.scrolled + chip.top + 5
    place = QPoint(round(view.column_left + chip.left + chip.width / 2), round(y))
    assert view.tags_at(place) == ["a"]
    with qtbot.waitSignal(view.tag_activated) as activated:
        double_click(view, place)
    assert activated.args == ["a"]
    assert view.selection is None


def test_events_and_ghosts_can_be_hit(view: ArticleView) -> None:
    view.set_tags([event("e", span_of(NEWS, "غادر")), mention("g", span_of(NEWS, "NATO"), state=TagState.GHOST)])
    assert view.tags_at(point_at(view, NEWS.index("غادر"))) == ["e"]
    assert view.tags_at(point_at(view, NEWS.index("NATO"))) == ["g"]
    assert view.tags_at(point_at(view, NEWS.index("الحوار"))) == []


def caret_of(view: ArticleView) -> int:
    assert view.state.caret is not None
    return view.state.caret


def press(view: ArticleView, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(view, key, modifiers)


def test_shift_and_left_extends_along_the_reading_direction(view: ArticleView) -> None:
    start = NEWS.index("الحوار")
    QTest.mouseClick(view.viewport(), LEFT, NONE, point_at(view, start))
    press(view, Qt.Key.Key_Left, SHIFT, 6)
    assert view.selection == Span(start, start + 6)
    press(view, Qt.Key.Key_Right, SHIFT, 2)
    assert view.selection == Span(start, start + 4)
    press(view, Qt.Key.Key_Right, SHIFT, 7)
    assert view.selection == Span(start - 3, start)


def test_a_letter_with_its_marks_is_one_step(view: ArticleView) -> None:
    start = NEWS.index("إنّ")
    view.select(Span(start, start + 1))
    press(view, Qt.Key.Key_Left, SHIFT)
    assert selected(view) == "إنّ"


def test_control_extends_by_word(view: ArticleView) -> None:
    view.select(span_of(NEWS, "الحوار"))
    press(view, Qt.Key.Key_Left, SHIFT | CONTROL)
    assert selected(view) == "الحوار مستمر"
    press(view, Qt.Key.Key_Left, SHIFT | CONTROL)
    assert selected(view) == "الحوار مستمر 😀 منذ"


def test_arrows_belong_to_the_window_until_there_is_a_caret(view: ArticleView) -> None:
    press(view, Qt.Key.Key_Left)
    assert not view.caret_mode
    press(view, Qt.Key.Key_F7)
    start = caret_of(view)
    press(view, Qt.Key.Key_Left)
    assert caret_of(view) == start + 1
    press(view, Qt.Key.Key_F7)
    assert view.state.caret is None


def test_the_window_hands_arrows_over_while_there_is_a_caret(view: ArticleView, qtbot: QtBot) -> None:
    acted: list[str] = []
    keys = KeyFilter(view, Bindings(), acted.append)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    press(view, Qt.Key.Key_Left)
    assert acted == ["forward"]
    view.set_caret_mode(True)
    start = caret_of(view)
    press(view, Qt.Key.Key_Left)
    assert (acted, caret_of(view)) == (["forward"], start + 1)
    press(view, Qt.Key.Key_J)
    assert acted == ["forward", "next_question"]
    QApplication.instance().removeEventFilter(keys)  # type: ignore[union-attr]


def test_the_caret_walks_the_whole_page_and_back(view: ArticleView) -> None:
    view.set_caret_mode(True)
    press(view, Qt.Key.Key_Home, CONTROL)
    seen = [caret_of(view)]
    while True:
        press(view, Qt.Key.Key_Left)
        if caret_of(view) == seen[-1]:
            break
        seen.append(caret_of(view))
    assert seen == sorted(set(seen))
    assert NEWS.index("\r\n") in seen
    assert NEWS.index("\r\n") + 1 not in seen
    assert NEWS.index("سياسة") not in seen, "folded lines are passed over"
    back = [caret_of(view)]
    while True:
        press(view, Qt.Key.Key_Right)
        if caret_of(view) == back[-1]:
            break
        back.append(caret_of(view))
    assert back[::-1] == seen


def test_up_and_down_keep_the_column(view: ArticleView) -> None:
    view.set_caret_mode(True)
    QTest.mouseClick(view.viewport(), LEFT, NONE, point_at(view, NEWS.index("ملف") + 1))
    start = caret_of(view)
    press(view, Qt.Key.Key_Down)
    below = caret_of(view)
    assert below > start + 20
    press(view, Qt.Key.Key_Up)
    assert abs(caret_of(view) - start) <= 2


def test_home_and_end_reach_the_ends_of_the_line(view: ArticleView) -> None:
    view.set_caret_mode(True)
    QTest.mouseClick(view.viewport(), LEFT, NONE, point_at(view, NEWS.index("الحوار")))
    press(view, Qt.Key.Key_Home)
    assert caret_of(view) == NEWS.index("ولفت")
    press(view, Qt.Key.Key_End)
    assert caret_of(view) == NEWS.index("\r\n")


def test_copying_gives_the_text_itself(view: ArticleView) -> None:
    view.select(Span(NEWS.index("بلا شك"), NEWS.index("اقرأ")))
    press(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "بلا شك.\r\n"


def test_return_activates_the_current_tag_and_escape_clears(view: ArticleView, qtbot: QtBot) -> None:
    view.set_tags([mention("a", span_of(NEWS, "الحوار"))])
    view.set_current("a")
    with qtbot.waitSignal(view.tag_activated) as activated:
        press(view, Qt.Key.Key_Return)
    assert activated.args == ["a"]
    view.select(span_of(NEWS, "NATO"))
    press(view, Qt.Key.Key_Escape)
    assert view.selection is None


def test_the_context_menu_is_told_where_it_was_asked_for(view: ArticleView, qtbot: QtBot) -> None:
    span = span_of(NEWS, "الحوار")
    view.set_tags([mention("a", span)])
    place = point_at(view, span.start + 1)
    with qtbot.waitSignal(view.context_menu_requested) as asked:
        QApplication.sendEvent(
            view.viewport(),
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)),
        )
    (request,) = asked.args or []
    assert isinstance(request, ContextRequest)
    assert (request.position, request.tag_ids) == (span.start + 1, ("a",))


def test_the_menu_key_asks_at_the_current_tag(view: ArticleView, qtbot: QtBot) -> None:
    view.set_tags([mention("a", span_of(NEWS, "الحوار"))])
    view.set_current("a")
    corner = QPoint(0, 0)
    with qtbot.waitSignal(view.context_menu_requested) as asked:
        QApplication.sendEvent(
            view.viewport(),
            QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, corner, view.viewport().mapToGlobal(corner)),
        )
    (request,) = asked.args or []
    assert request.tag_ids == ("a",)


def test_f4_selects_more_each_time(view: ArticleView) -> None:
    view.set_caret_mode(True)
    QTest.mouseClick(view.viewport(), LEFT, NONE, point_at(view, NEWS.index("وبالعراق") + 4))
    seen = []
    for _ in range(4):
        press(view, Qt.Key.Key_F4)
        seen.append(selected(view) or "")
    assert seen[:2] == ["العراق", "وبالعراق"]
    assert seen[2] == seen[3]
    assert seen[2] == "في «بغداد»، وبالعراق 3,000 جندي من قوات NATO."


def test_left_to_right_articles_move_the_other_way(qtbot: QtBot) -> None:
    view = make_view(qtbot)
    view.set_article("Baghdad met Washington", right_to_left=False)
    view.select(Span(0, 1))
    press(view, Qt.Key.Key_Right, SHIFT, 6)
    assert view.selection == Span(0, 7)


@pytest.mark.parametrize(
    ("line", "word", "cuts"),
    [
        ("سافر وزير إلى واشنطن", "واشنطن", ["واشنطن"]),
        ("زار بغداد وبغداد تعرفه", "وبغداد", ["بغداد", "وبغداد"]),
        ("قرار للعراق", "للعراق", ["لعراق", "للعراق"]),
        ("مع والده في البيت", "والده", ["والده"]),
        ("قاعدة كالسو", "كالسو", ["كالسو"]),
        ("قيمتها 3,000 دولار", "3,000", ["3,000"]),
        ("قال «نعم»، ثم", "نعم", ["نعم"]),
    ],
)
def test_first_cuts_of_a_word(line: str, word: str, cuts: list[str]) -> None:
    offset = line.rindex(word) + len(word) - 1
    found = word_cuts(line, offset, vocabulary(line))
    assert [span.of(line) for span in found][: len(cuts)] == cuts


def test_last_cut_is_the_joined_letters() -> None:
    line = "العراق"
    assert [span.of(line) for span in word_cuts(line, 2, frozenset())] == ["العراق", "لعر"]
    assert word_cuts("أ ، ب", 2, frozenset()) == ()


def test_sentence_at_a_place() -> None:
    line = "ذهب الوزير. ثم عاد! وصمت"
    assert [sentence_at(line, at).of(line) for at in (0, 11, 14, 22) if sentence_at(line, at)] == [  # type: ignore[union-attr]
        "ذهب الوزير.",
        "ذهب الوزير.",
        "ثم عاد!",
        "وصمت",
    ]
