"""Which chord does what: the defaults with the user's changes, collisions refused."""

import logging
from collections.abc import Mapping

from model.errors import TawsimError
from model.messages import Message
from ui.keys.actions import ACTIONS
from ui.keys.chord import Chord, chord_of_text

logger = logging.getLogger("tawsim.keys")


class KeyCollisionError(TawsimError):
    """A key that another action has already."""


class Bindings:
    """The keys in force. A changed action has exactly the one key that the user gave it."""

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        self.changed: dict[str, str] = {}
        self._chords: dict[str, tuple[Chord, ...]] = {name: action.keys for name, action in ACTIONS.items()}
        for name, text in (changed or {}).items():
            if name in ACTIONS:
                self._remember(name, text)

    def _remember(self, name: str, text: str) -> None:
        """Take a key from the settings; one that a newer version gave to something else goes back to the usual one."""
        try:
            self.change(name, chord_of_text(text))
        except (KeyCollisionError, ValueError) as error:
            logger.info("the key %r of %s is not taken: %s", text, name, error)

    def keys_of(self, action: str) -> tuple[Chord, ...]:
        """The chords of an action, the first one being shown on buttons."""
        return self._chords[action]

    def action_of(self, chord: Chord) -> str | None:
        """What a chord does."""
        return next((name for name, chords in self._chords.items() if chord in chords), None)

    def change(self, action: str, chord: Chord) -> None:
        """Give an action a key of the user's. Raises KeyCollisionError when another action has it."""
        holder = self.action_of(chord)
        if holder is not None and holder != action:
            raise KeyCollisionError(
                Message(
                    "{key} already does something: {action}. Give that another key first.",
                    key=str(chord),
                    action=ACTIONS[holder].title,
                )
            )
        self._chords[action] = (chord,)
        self.changed[action] = str(chord)

    def reset(self, action: str) -> None:
        """Give an action its default keys again. Raises KeyCollisionError when one was given away meanwhile."""
        for chord in ACTIONS[action].keys:
            holder = self.action_of(chord)
            if holder not in (None, action):
                raise KeyCollisionError(Message("{key} is in use.", key=str(chord)))
        self._chords[action] = ACTIONS[action].keys
        self.changed.pop(action, None)
