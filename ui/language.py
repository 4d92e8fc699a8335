"""The language of the interface: texts, numbers and dates, switchable while the window is open."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent
from PySide6.QtCore import QObject, Qt, Signal

from model.messages import Message
from model.messages.catalogue import LANGUAGES, render
from model.schema.schema import BilingualName

_LOCALES = {"ar": "ar_IQ", "en": "en_GB"}
"""Iraq's month names and Arabic-Indic digits for Arabic, as most of the articles have them."""
_NUMBERS = {"ar": "arab", "en": "latn"}
_ARABIC_DIGITS = dict(zip(map(ord, "0123456789"), "٠١٢٣٤٥٦٧٨٩", strict=True))


class Language(QObject):
    """The one language of the interface; ``changed`` tells every part of the window to write its texts anew."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = LANGUAGES[0]

    def switch(self, code: str) -> None:
        """Use another language from now on."""
        if code != self.code:
            self.code = code
            self.changed.emit()

    @property
    def is_right_to_left(self) -> bool:
        """Whether the interface runs from right to left."""
        return self.code == "ar"

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The direction of the interface."""
        right_to_left = self.is_right_to_left
        return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight

    @property
    def locale(self) -> str:
        """The locale by which numbers and dates are written."""
        return _LOCALES[self.code]


language = Language()


def tr(template: str, /, **values: Any) -> str:
    """A text of the interface in its language; the arguments are those of a message."""
    return say(Message(template, **values))


def say(message: Message) -> str:
    """A message in the language of the interface: numbers in its digits, texts from elsewhere isolated."""
    return render(message, language.code, _write_number, isolated)


def _write_number(value: float) -> str:
    return digits(str(value))


def named(name: BilingualName) -> str:
    """A name of the schema in the language of the interface."""
    return name.in_language(language.code)


def digits(text: str) -> str:
    """A text with its digits as the language writes them: Arabic-Indic in Arabic."""
    return text.translate(_ARABIC_DIGITS) if language.code == "ar" else text


def number(value: float) -> str:
    """A number as the interface's locale writes it."""
    return _number(value, language.code)


def percent(share: float) -> str:
    """A share of one, as a whole percentage."""
    return _percent(share, language.code)


# kept, since babel takes longer to write a number than Qt to draw it
@lru_cache(maxsize=4096)
def _number(value: float, code: str) -> str:
    return digits(format_decimal(value, locale=_LOCALES[code], numbering_system=_NUMBERS[code]))


@lru_cache(maxsize=4096)
def _percent(share: float, code: str) -> str:
    written = digits(format_percent(share, locale=_LOCALES[code], numbering_system=_NUMBERS[code]))
    # the Arabic letter mark keeps the sign after its number, to the left of it (CLDR)
    return written.replace("%", "٪\u061c") if code == "ar" else written


def day(value: date | None) -> str:
    """A date with its month in letters; a dash for none."""
    return "—" if value is None else digits(format_date(value, "d MMM y", locale=language.locale))


def moment(value: datetime) -> str:
    """A date with its time of day, in the machine's time zone."""
    return digits(format_datetime(value.astimezone(), "d MMM y HH:mm", locale=language.locale))


def listed(parts: Iterable[str]) -> str:
    """Several texts in a row, with the comma of the language."""
    return ("، " if language.code == "ar" else ", ").join(parts)


def isolated(text: str) -> str:
    """A text from elsewhere as one bidirectional unit, so that nothing around it jumps; without its own controls."""
    return f"\u2068{text.translate(_CONTROLS)}\u2069"


def directed(text: str) -> str:
    """A text of the interface that runs in its direction though it may begin with a name in other letters."""
    return f"{_MARKS[language.code]}{text}"


_MARKS = {"ar": "\u200f", "en": "\u200e"}
_CONTROLS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "")
