"""Which arcs the view is given."""

from PySide6.QtCore import Qt

from tests.ui.window.keyboard import Keyboard
from ui.window.main_window import MainWindow


def _shown(window: MainWindow) -> list[tuple[str, str]]:
    state = window.session.state
    assert state is not None
    arcs = window.pane.view.state.shown_arcs()
    texts = {item.id: item.text for item in state.items}
    return [(texts[arc.event_id], texts[arc.mention_id]) for arc in arcs]


def test_arcs_of_the_current_event_and_of_the_events_of_the_current_mention(
    window: MainWindow, keyboard: Keyboard
) -> None:
    assert _shown(window) == [("زار", "سامي حداد")]
    keyboard.press(Qt.Key.Key_J)
    assert _shown(window) == [("زار", "سامي حداد")]
    keyboard.press(Qt.Key.Key_J)
    assert _shown(window) == []
    keyboard.press(Qt.Key.Key_C)
    assert _shown(window) == [("زار", "سامي حداد")]


def test_an_accepted_filler_is_shown_as_its_annotation(window: MainWindow, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_J)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_K)
    state = window.session.state
    assert state is not None
    assert state.item is not None
    assert state.item.text == "زار"
    assert _shown(window) == [("زار", "سامي حداد")]
