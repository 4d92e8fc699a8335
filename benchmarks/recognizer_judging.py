"""How what the program finds compares with what a case of Recognizers-Text expects.

A case names stretches of its input with a Timex or a number. What is compared, and what is forgiven:

- **Spans** lose at their edges white space, marks, and the words that the annotation guidelines leave outside (في، إلى
  and the like, and يوم before a weekday), on both sides alike, since Recognizers keeps them in some files and not in
  others; a proclitic written onto the first word is forgiven as well. A stretch that the guidelines part (من 4 إلى 23;
  a day and an hour) is right when the mentions inside it begin and end where it does.
- **Values**: Recognizers gives a date without a year two resolutions, one in the past and one in the future; either
  will do. A range ``(start,end,length)`` is compared with the two days or hours, or with the stretch of the calendar
  that covers the same days (its own ends are exclusive or inclusive by file). Lengths are compared as amounts: PT1.5H
  is PT1H30M. Hours without a date are compared by the clock, and morning or evening is free where Recognizers leaves it
  open. Of a weekday apart from its date («الأربعاء، 22 …» are two mentions) the date counts. A point so many months or
  years away is a month or a year by the guidelines, and right when the day of the case lies in it.
- **Numbers**: the amount alone; the unit belongs to the mention by the guidelines and not to the case.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.recognizer_cases import Case, Expected, plain_value
from model.suggest.numbers import find_numbers
from model.suggest.times import find_times
from model.text.folding import fold
from model.text.span import Span

_OUTSIDE = frozenset(
    fold(
        "في إلى من على عند بين منذ حتى خلال يوم بتاريخ هذا هذه لمدة مدة طوال حوالي نحو غضون ابتداء اعتبارا بعد قبل"
        " الساعة و او أو من تقريبا وقت نسبة ذلك"
    ).split()
)
_EDGE = re.compile(r"[^\w%٪$]+")
_PROCLITIC = re.compile(r"(?:[وف]?(?:[بلك]?ال|لل|[بلك])|[وف])$")
_LENGTH = re.compile(r"([\d.]+)([YMWDHS])")
_DAYS = {"Y": Decimal(365), "M": Decimal(30), "W": Decimal(7), "D": Decimal(1)}
_PAST = re.compile(r"\b(?:لقد )?(?:عدت|كان|غادرت)\b")
_SECONDS = {"H": 3600, "M": 60, "S": 1}


@dataclass(frozen=True, slots=True)
class Found:
    """A mention that the program found in a case."""

    span: Span
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a case is not solved; ``reason`` is empty when it is."""

    case: Case
    reason: str
    found: tuple[Found, ...] = ()


def judge(case: Case) -> Verdict:
    """Whether the program finds what the case expects, nothing else, with a right value."""
    times = find_times(case.text, case.reference)
    if case.times:
        found = tuple(Found(time.span, time.label, time.value or "") for time in times)
    else:
        numbers = find_numbers(case.text, [time.span for time in times])
        found = tuple(Found(number.span, number.label, number.value or "") for number in numbers)
    dated = [time.span for time in times]
    reasons = [_fault(case, one, [own for own in found if own.span.overlaps(one.span)], dated) for one in case.expected]
    extra = [own for own in found if not any(own.span.overlaps(one.span) for one in case.expected)]
    reason = next((reason for reason in reasons if reason), "extra" if extra else "")
    return Verdict(case, reason, found)


def _fault(case: Case, one: Expected, own: Sequence[Found], dated: Sequence[Span]) -> str:
    if not own:
        inside_time = not case.times and any(span.overlaps(one.span) for span in dated)
        return "guidelines: no number within a time" if inside_time else "missed"
    hull = Span(own[0].span.start, own[-1].span.end)
    if not _same_place(case.text, one.span, hull, unit=not case.times):
        return "span"
    if not (one.values or one.days) or _right(one, own):
        return ""
    return _contradiction(case, one, own) or "value"


def _same_place(text: str, expected: Span, own: Span, *, unit: bool) -> bool:
    first, second = _trimmed(text, expected), _trimmed(text, own)
    if first.end != second.end and not (unit and second.end > first.end):
        return False
    if first.start == second.start:
        return True
    between = text[min(first.start, second.start) : max(first.start, second.start)]
    return " " not in between and _PROCLITIC.match(fold(between)) is not None


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while True:
        stretch = text[start:end]
        lead, tail = _EDGE.match(stretch), re.search(r"[^\w%٪$]+$", stretch)
        if lead and lead.end() < len(stretch):
            start += lead.end()
        elif tail and tail.start() > 0:
            end = start + tail.start()
        else:
            first, *_, last = [*stretch.split(" "), stretch.split(" ")[-1]]
            if fold(first) in _OUTSIDE and len(first) < len(stretch):
                start += len(first)
            elif fold(last) in _OUTSIDE and len(last) < len(stretch):
                end -= len(last)
            else:
                return Span(start, end)


def _right(one: Expected, own: Sequence[Found]) -> bool:
    value = _combined(own)
    if value in one.values or value.split(" ")[0] in one.values:
        return True
    clocks = {form.partition("T")[2] or form for form in one.values}
    clock = value.partition("T")[2]
    if one.kind in {"time", "timerange"} and "T" in value and not value.startswith("P"):
        ours = "/".join(part.partition("T")[2] for part in value.split("/"))
        wanted = {"/".join(part.rpartition("T")[2] for part in form.split("/")) for form in one.values}
        return ours in wanted or (one.open_half and _other_half(clock) in clocks)
    if one.kind == "date" and own[-1].value in one.values and all(found.label == "DATE" for found in own):
        return True
    if (
        re.fullmatch(r"\d{4}(?:-\d\d)?", value)
        and one.kind == "date"
        and any(f.startswith(f"{value}-") for f in one.values)
    ):
        return True
    if value.startswith("P") and any(_length(value) == _length(form) for form in one.values):
        return True
    covered = _days_of(value)
    return covered is not None and any(
        covered in ((first, last), (first, last + timedelta(days=1))) for first, last in one.days
    )


def _combined(own: Sequence[Found]) -> str:
    """The values of the mentions of one stretch: a day that an hour holds says nothing more, two ends make a range."""
    values = [plain_value(found.value) for found in own]
    kept = [value for value in values if not any(other != value and other.startswith(f"{value}T") for other in values)]
    return "/".join(dict.fromkeys(kept))


def _other_half(clock: str) -> str:
    hour, colon, rest = clock.partition(":")
    return f"{(int(hour) + 12) % 24:02d}{colon}{rest}" if hour.isdigit() else clock


def _length(value: str) -> tuple[Decimal, Decimal] | None:
    if not value.startswith("P") or "X" in value:
        return None
    days, _, times = value[1:].partition("T")
    whole = sum((Decimal(number) * _DAYS.get(unit, 0) for number, unit in _LENGTH.findall(days)), Decimal(0))
    seconds = sum((Decimal(number) * _SECONDS.get(unit, 0) for number, unit in _LENGTH.findall(times)), Decimal(0))
    return whole, seconds


def _days_of(value: str) -> tuple[date, date] | None:
    """The first day that a value covers and the one after its last."""
    try:
        if "/" in value:
            first, last = (_days_of(part) for part in value.split("/", 1))
            return (first[0], last[1]) if first and last else None
        if re.fullmatch(r"\d{3}", value):
            return date(int(value) * 10, 1, 1), date(int(value) * 10 + 10, 1, 1)
        if re.fullmatch(r"\d{2}", value):
            return date(int(value) * 100, 1, 1), date(int(value) * 100 + 100, 1, 1)
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value) + 1, 1, 1)
        if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
            size = 3 if match[2] == "Q" else 6
            return _months(int(match[1]), (int(match[3]) - 1) * size + 1, size)
        if re.fullmatch(r"\d{4}-\d\d", value):
            return _months(int(value[:4]), int(value[5:]), 1)
        if match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + timedelta(days=7)
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day, day + timedelta(days=1)


def _months(year: int, month: int, size: int) -> tuple[date, date]:
    last = year * 12 + month - 1 + size
    return date(year, month, 1), date(last // 12, last % 12 + 1, 1)


def _contradiction(case: Case, one: Expected, own: Sequence[Found]) -> str:
    """The ruling of the guidelines that a case goes against, if the answer follows it."""
    if any(form.startswith("0001") or not _is_possible(form) for form in one.values):
        return "no such day"
    value = _combined(own)
    text = fold(one.span.of(case.text))
    if value in {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}:
        return "guidelines: a vague time has no calendar point"
    if "X" in value:
        return "guidelines: an unknown amount stays unknown"
    day = value[:10]
    past = day < case.reference.isoformat() and any(form > case.reference.isoformat() for form in one.values)
    if past and _PAST.search(fold(case.text)):
        return "guidelines: a past verb makes the day past"
    for form in one.values:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day) and re.fullmatch(r"\d{4}-\d\d-\d\d", form[:10]):
            apart = abs((date.fromisoformat(day) - date.fromisoformat(form[:10])).days)
            if apart == 7 and ("قادم" in text or "مقبل" in text):
                return "guidelines: the next weekday is the nearest one"
    if any(form.startswith(("XXXX", "T")) for form in one.values) and value.startswith("P"):
        return "guidelines: sets carry their period"
    return ""


def _is_possible(form: str) -> bool:
    try:
        return not re.fullmatch(r"\d{4}-\d\d-\d\d", form) or bool(date.fromisoformat(form))
    except ValueError:
        return False
