"""What can be set about a suggester: each option with its type, limits and words for the one who sets it."""

from dataclasses import dataclass
from enum import StrEnum

from model.messages import Message

OptionValue = str | int | float | bool


class OptionType(StrEnum):
    """How an option is entered, and the type of its value."""

    TEXT = "text"
    LONG_TEXT = "long text"
    PATH_OR_NAME = "path or name"
    NUMBER = "number"
    WHOLE = "whole number"
    FLAG = "flag"
    CHOICE = "choice"


_TYPES: dict[OptionType, tuple[type, ...]] = {
    OptionType.NUMBER: (int, float),
    OptionType.WHOLE: (int,),
    OptionType.FLAG: (bool,),
}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to set. ``least`` and ``most`` bound numbers; ``choices`` are the values of a choice."""

    name: str
    type: OptionType
    title: Message
    description: Message
    default: OptionValue
    required: bool = False
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()

    def fault_of(self, value: object) -> Message | None:
        """What is wrong with a value, for the one who set it; None when nothing is."""
        wanted = _TYPES.get(self.type, (str,))
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            return Message("“{option}” is no {type}.", option=self.title, type=_NAMES[self.type])
        if self.required and isinstance(value, str) and not value.strip():
            return Message("“{option}” is missing.", option=self.title)
        if self.choices and value not in self.choices:
            return Message("“{option}” is none of {choices}.", option=self.title, choices=", ".join(self.choices))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self._fault_of_number(value)
        return None

    def _fault_of_number(self, value: float) -> Message | None:
        least = -float("inf") if self.least is None else self.least
        most = float("inf") if self.most is None else self.most
        if least <= value <= most:
            return None
        return Message("“{option}” must lie between {least} and {most}.", option=self.title, least=least, most=most)


_TEXT = Message("text")
_NAMES: dict[OptionType, Message] = {
    OptionType.TEXT: _TEXT,
    OptionType.LONG_TEXT: _TEXT,
    OptionType.PATH_OR_NAME: _TEXT,
    OptionType.CHOICE: _TEXT,
    OptionType.NUMBER: Message("number"),
    OptionType.WHOLE: Message("whole number"),
    OptionType.FLAG: Message("yes or no"),
}
