"""The chooser: digits, typing, arrows, the mouse, Escape."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.parts.chooser import Choice, Chooser

CHOICES = [
    Choice("pers", "شخص", "PERS", "Person"),
    Choice("gpe", "مدينة", "GPE", "City"),
    Choice("law", "قانون", "LAW", "Law"),
]


class Taken:
    """What was chosen and typed."""

    def __init__(self) -> None:
        self.chosen: list[str] = []
        self.typed: list[str] = []


@pytest.fixture
def taken() -> Taken:
    return Taken()


@pytest.fixture
def chooser(qtbot: QtBot, taken: Taken) -> Iterator[Chooser]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    made = Chooser(parent, "النوع", CHOICES, taken.chosen.append, typed=taken.typed.append, new_text="جديد:")
    made.open_at(parent.rect())
    yield made
    # the name keeps the parent alive, and with it the chooser, until here
    parent.close()


def _rows(chooser: Chooser) -> list[str]:
    return [chooser._list.item(at).text() for at in range(chooser._list.count())]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_2], "gpe"),
        ([Qt.Key.Key_Return], "pers"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Return], "gpe"),
        ([Qt.Key.Key_Up, Qt.Key.Key_Return], "law"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return], "pers"),
    ],
)
def test_digits_and_arrows(chooser: Chooser, taken: Taken, keys: list[Qt.Key], expected: str) -> None:
    for key in keys:
        QTest.keyClick(chooser.field, key)
    assert taken.chosen == [expected]
    assert not chooser.isVisible()


@pytest.mark.parametrize(("typed", "expected"), [("مدينه", "gpe"), ("law", "law"), ("City", "gpe")])
def test_typing_finds_by_folded_name_code_and_other_language(
    chooser: Chooser, taken: Taken, typed: str, expected: str
) -> None:
    chooser.field.setText(typed)
    assert len(_rows(chooser)) == 2, "what was found, and what was typed as new"
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert taken.chosen == [expected]


def test_what_is_typed_can_be_taken_as_new(chooser: Chooser, taken: Taken) -> None:
    chooser.field.setText("وكالة نوى 2")
    (row,) = _rows(chooser)
    assert "وكالة نوى 2" in row
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert taken.typed == ["وكالة نوى 2"]


def test_digits_belong_to_the_text_once_something_is_typed(chooser: Chooser, taken: Taken) -> None:
    chooser.field.setText("قانون ")
    QTest.keyClicks(chooser.field, "1")
    assert chooser.field.text() == "قانون 1"
    assert taken.chosen == []


def test_escape_and_a_digit_without_row_take_nothing(chooser: Chooser, taken: Taken) -> None:
    QTest.keyClick(chooser.field, Qt.Key.Key_9)
    assert taken.chosen == []
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert (taken.chosen, taken.typed) == ([], [])


def test_the_mouse(chooser: Chooser, taken: Taken, qtbot: QtBot) -> None:
    rows = chooser._list
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(2)).center())
    assert taken.chosen == ["law"]
