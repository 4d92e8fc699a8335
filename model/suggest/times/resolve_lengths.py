"""Values of lengths of time and of points that they lead to."""

from datetime import date
from decimal import Decimal

from model.messages import Message
from model.suggest.times import calendars
from model.suggest.times.anchors import Anchors, Resolved
from model.suggest.times.resolve_periods import unit_value
from model.suggest.times.structures import Amounts, Duration, Fixed, Offset

_UNKNOWN_MANY = {"10Y": "D", "100Y": "C"}
"""PXDE, PXCE: decades and centuries of unknown number."""


_HOURS_A_DAY = 24


def _number(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _length_value(amounts: Amounts) -> str:
    days, times = "", ""
    for amount, unit in amounts:
        letter, factor = unit[-1], Decimal(unit[:-1]) if unit[:-1].isdigit() else Decimal(1)
        text = f"X{_UNKNOWN_MANY.get(unit, '')}" if amount is None else _number(amount * factor)
        letter = "E" if amount is None and unit in _UNKNOWN_MANY else letter
        if unit.startswith("T"):
            times += text + letter
        else:
            days += text + letter
    return f"P{days}T{times}" if times else f"P{days}"


def _split_fractions(amounts: Amounts) -> Amounts:
    """Half an hour as 30 minutes, half a year as 6 months."""
    (amount, unit), *rest = amounts
    smaller = {
        "TH": ("TM", 60),
        "TM": ("TS", 60),
        "Y": ("M", 12),
        "10Y": ("Y", 10),
        "100Y": ("Y", 100),
        "D": ("TH", 24),
    }
    if amount is None or amount >= 1 or unit not in smaller:
        return amounts
    name, count = smaller[unit]
    return ((Decimal(round(amount * count)), name), *rest)


def is_time_of_day(amounts: Amounts) -> bool:
    """Whether a length is a TIME: hours up to less than a day, minutes, seconds."""
    amount, unit = amounts[0]
    if not unit.startswith("T"):
        return False
    return unit != "TH" or amount is None or amount < 24


def _whole_days(amounts: Amounts) -> Amounts:
    """24 hours as a day: a DATE's length is in days."""
    amount, unit = amounts[0]
    if unit != "TH" or len(amounts) > 1 or not amount or amount % _HOURS_A_DAY:
        return amounts
    return ((amount / _HOURS_A_DAY, "D"),)


def resolve_duration(structure: Duration, _anchors: Anchors) -> Resolved:
    amounts = _whole_days(_split_fractions(structure.amounts))
    return Resolved(_length_value(amounts), Message("length of time"), is_time=is_time_of_day(amounts))


def resolve_offset(structure: Offset, anchors: Anchors) -> Resolved | None:
    amounts = structure.length.amounts
    is_time = is_time_of_day(amounts)
    if structure.direction < 0 or anchors.named is None:
        base, reason = anchors.reference, Message("counted from the publication date")
    else:
        base, reason = anchors.named, Message("counted from a date named before")
    if amounts[0][0] is None or amounts[0][1].startswith("T"):
        value = "PAST_REF" if structure.direction < 0 else "FUTURE_REF"
        return Resolved(value, Message("an unknown time before or after"), is_time=is_time)
    if base is None:
        return None
    day = base
    for amount, unit in _split_fractions(amounts):
        day = _counted(day, amount or Decimal(0), unit, structure.direction)
    unit = amounts[-1][1]
    value = unit_value(day, {"W": "D", "10Y": "Y", "100Y": "Y"}.get(unit, unit))
    return Resolved(value, reason, day, exact=unit in {"D", "W"})


def _counted(day: date, amount: Decimal, unit: str, direction: int) -> date:
    if unit in {"D", "W"}:
        return calendars.add_days(day, direction * int(amount * (7 if unit == "W" else 1)))
    months = {"M": 1, "Y": 12, "10Y": 120, "100Y": 1200}.get(unit, 0)
    return calendars.add_months(
        day, direction * min(int(amount * months), 12 * day.year - 12 if direction < 0 else 60000)
    )


def resolve_fixed(structure: Fixed, _anchors: Anchors) -> Resolved:
    return Resolved(structure.value, Message("time that names no calendar point"), is_time=structure.is_time)
