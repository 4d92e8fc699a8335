"""Whether a normalised value can be read: TIMEX3 for times, a number with what it counts for the rest."""

import re

from model.schema.schema import MentionLabel

_DAY = r"(?:\d{4}|XXXX)-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?"
_WEEK = r"(?:\d{4}|XXXX)-W(?:\d{2}|XX)(?:-(?:[1-7]|WE))?"
_PART = r"(?:\d{4}|XXXX)-(?:SP|SU|FA|WI|Q[1-4X]|H[12X])"
_YEAR = r"(?:\d{4}|\d{3}|\d{2}|XXXX)"
_CLOCK = r"T(?:(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?|MO|MI|AF|EV|NI|DT|PM)"
_LENGTH = r"P(?:(?:[\d.]+|X)(?:Y|M|W|D|DE|CE|Q))*(?:T(?:(?:[\d.]+|X)[HMS])+)?"
_TIMEX = re.compile(rf"(?:{_DAY}|{_WEEK}|{_PART}|{_YEAR})(?:{_CLOCK})?|{_CLOCK}|{_LENGTH}|(?:PAST|PRESENT|FUTURE)_REF")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*(?:[/:-]\d+(?:[.,]\d+)*)?(?:\s*\S+){0,3}")
_TIMES, _NUMBERS = "times", "numbers"


def can_be_read(value: str, label: MentionLabel) -> bool:
    """Whether a value of a mention with this label follows the form that its family has; other families have none."""
    if label.family == _TIMES:
        return len(value) > 1 and _TIMEX.fullmatch(value) is not None
    return label.family != _NUMBERS or _NUMBER.fullmatch(value) is not None
