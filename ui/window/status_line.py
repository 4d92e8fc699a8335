"""The line below everything: annotator, position, what can be done right now, time on the article."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.keys.actions import ACTIONS
from ui.keys.bindings import Bindings
from ui.keys.names import SHORT_TITLES, chord_text
from ui.language import digits, isolated, language, number, say, tr
from ui.parts.buttons import KeyButton
from ui.session.learning import LearningState
from ui.session.session import Session
from ui.session.state import WorkState, current_annotation, current_suggestion, is_event
from ui.session.suggesting import SuggestingProgress
from ui.theme.spacing import grid

_TICK_MS = 1000
_FOR_SUGGESTION = ("accept", "reject", "type_label", "skip", "next_question")
_FOR_MENTION = ("reject", "type_label", "identity", "note", "undo")
_FOR_EVENT = ("reject", "role", "modality", "note", "undo")
_FOR_NOTHING = ("done", "accept_all", "undo", "keys")
_BUTTONS = 5


class StatusLine(QFrame):
    """Hints are buttons, so that everything a key does can be clicked."""

    suggesting_cancelled = Signal()

    def __init__(self, session: Session, bindings: Bindings, act: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self._session = session
        self._bindings = bindings
        self._act = act
        self._annotator = QLabel(self)
        self._position = QLabel(self)
        self._hints = [KeyButton(self) for _ in range(_BUTTONS)]
        self._names: tuple[str, ...] = ()
        self._suggesting = QToolButton(self)
        self._shown_progress = SuggestingProgress(0, 0)
        self._learned = KeyButton(self)
        self._done = KeyButton(self)
        self._time = QLabel(self)
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._build()
        language.changed.connect(self._write)
        self._write()

    def restart_clock(self) -> None:
        """Count the time on the article anew."""
        self._since.restart()
        self._tick()

    def show_suggesting(self, progress: SuggestingProgress) -> None:
        """Show how many articles still want suggestions; a click lets them wait."""
        self._shown_progress = progress
        self._suggesting.setVisible(progress.wanted > 1)
        self._suggesting.setText(
            tr("Suggestions: {ready} of {wanted} articles  ×", ready=progress.ready, wanted=progress.wanted)
        )

    def show_learning(self, state: LearningState) -> None:
        """Offer what was learned, until it is taken."""
        self._learned.setVisible(state.offered is not None)

    def show_state(self, state: WorkState | None) -> None:
        """Show where the annotator is and what the keys do there."""
        self._annotator.setText(isolated(self._session.annotator))
        self._position.setText(_position(state))
        self._names = _hints_for(state)
        for button, name in zip(self._hints, self._names, strict=False):
            button.set_hint(say(SHORT_TITLES[name]), chord_text(self._bindings.keys_of(name)[0]))
            button.setToolTip(say(ACTIONS[name].title))
        for at, button in enumerate(self._hints):
            button.setVisible(at < len(self._names))

    def show_keys(self) -> None:
        """Name the keys as they are now."""
        self._write()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grid(3), grid(0.5), grid(3), grid(0.5))
        layout.setSpacing(grid(2))
        for part in (self._annotator, self._position, self._time):
            part.setProperty("quiet", True)
        layout.addWidget(self._annotator)
        layout.addSpacing(grid(2))
        layout.addWidget(self._position)
        layout.addStretch(1)
        for at, button in enumerate(self._hints):
            button.clicked.connect(lambda _=False, place=at: self._press(place))
            layout.addWidget(button)
        layout.addStretch(1)
        self._suggesting.hide()
        self._suggesting.clicked.connect(self.suggesting_cancelled)
        layout.addWidget(self._suggesting)
        self._learned.hide()
        self._learned.clicked.connect(lambda: self._act("take_learned"))
        layout.addWidget(self._learned)
        self._done.clicked.connect(lambda: self._act("done"))
        layout.addWidget(self._time)
        layout.addSpacing(grid(2))
        layout.addWidget(self._done)

    def _press(self, place: int) -> None:
        if place < len(self._names):
            self._act(self._names[place])

    def _write(self) -> None:
        self._done.set_hint(tr("Done and next"), chord_text(self._bindings.keys_of("done")[0]))
        self._done.setToolTip(say(ACTIONS["done"].title))
        self._learned.set_hint(tr("Learned something new"), chord_text(self._bindings.keys_of("take_learned")[0]))
        self._learned.setToolTip(say(ACTIONS["take_learned"].title))
        self.show_suggesting(self._shown_progress)
        self._suggesting.setToolTip(tr("Let the other articles wait until they are opened"))
        self.show_state(self._session.state)
        self._tick()

    def _tick(self) -> None:
        minutes, seconds = divmod(int(self._since.elapsed()) // 1000, 60)
        self._time.setText(digits(f"{minutes}:{seconds:02}"))


def _position(state: WorkState | None) -> str:
    if state is None or not state.open:
        return ""
    ids = [suggestion.id for suggestion in state.open]
    at = ids.index(state.current) + 1 if state.current in state.open_ids else 0
    return f"{number(at)} / {number(len(ids))}"


def _hints_for(state: WorkState | None) -> tuple[str, ...]:
    if state is None or state.item is None:
        return _FOR_NOTHING
    if current_suggestion(state) is not None:
        return _FOR_SUGGESTION
    annotation = current_annotation(state)
    return _FOR_EVENT if annotation is not None and is_event(annotation) else _FOR_MENTION
