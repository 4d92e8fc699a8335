"""The tour and passing messages."""

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from model.messages import Message
from tests.ui.window.keyboard import PATIENCE_MS, Keyboard
from ui.application import Desk
from ui.dialogs.tour import Tour
from ui.window.main_window import MainWindow


@pytest.fixture
def tour(window: MainWindow, desk: Desk) -> Tour:
    desk.settings.change(tour_done=False)
    window.act("tour")
    (made,) = window.findChildren(Tour)
    return made


def _inside(window: MainWindow, part: QRect) -> bool:
    return window.rect().contains(part)


def test_five_steps_by_keys_each_within_the_window(window: MainWindow, tour: Tour, keyboard: Keyboard) -> None:
    tour.setFocus()
    seen = []
    while tour.isVisible():
        assert _inside(window, tour.geometry())
        assert tour._text.height() >= tour._text.heightForWidth(tour._text.width()), "nothing is cut off"
        seen.append(tour._title.text())
        keyboard.press(Qt.Key.Key_Return)
    assert len(seen) == len(set(seen)) == 5
    assert window.settings.current.tour_done
    assert window.session.state is not None
    assert not window.session.state.sheet.decisions, "no key went through to the article"


def test_it_goes_back_and_can_be_skipped_and_shown_again(
    window: MainWindow, tour: Tour, keyboard: Keyboard, qtbot: QtBot
) -> None:
    tour.setFocus()
    first = tour._title.text()
    keyboard.press(Qt.Key.Key_Down)
    assert tour._title.text() != first
    keyboard.press(Qt.Key.Key_Up)
    assert tour._title.text() == first
    tour._skip.click()
    assert not tour.isVisible()
    assert window.settings.current.tour_done
    qtbot.waitUntil(lambda: not window.findChildren(Tour), timeout=PATIENCE_MS)
    window.act("tour")
    (again,) = window.findChildren(Tour)
    again.finish()


def test_a_passing_message_stays_within_the_window_and_the_next_takes_its_place(window: MainWindow) -> None:
    window.say(Message("Undone: {title}", title="كلمة " * 60))
    assert window.toast.isVisible()
    assert _inside(window, window.toast.geometry())
    window.resize(window.width() - 40, window.height() - 40)
    assert _inside(window, window.toast.geometry())
    window.say(Message("There is nothing to undo."))
    assert window.toast.text == "لا شيء للتراجع عنه."
