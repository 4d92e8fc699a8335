"""Arabic cases of Recognizers-Text as files of specifications hold them, their Timexes turned into TIMEX3."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from model.text.span import Span

PLATFORM = "dotnet"
"""The only platform with Arabic; a case is supported unless it names this one."""
_TIMES = "DateTime"


@dataclass(frozen=True, slots=True)
class Expected:
    """A stretch of the input; ``values`` are those that are right, none where the case asks for the place alone."""

    span: Span
    kind: str
    values: frozenset[str] = frozenset()
    days: frozenset[tuple[date, date]] = frozenset()
    """First and last days, one of which a value may cover instead."""
    open_half: bool = False
    """Whether morning or evening is left open."""


@dataclass(frozen=True, slots=True)
class Case:
    """An input, the day it counts from, and what should be found in it."""

    text: str
    reference: date
    expected: tuple[Expected, ...]
    times: bool


def read_cases(path: Path) -> Iterator[Case]:
    """The supported cases of a file of specifications."""
    times = path.parent.parent.name == _TIMES
    for raw in json.loads(path.read_text(encoding="utf-8-sig")):
        barred = f"{raw.get('NotSupported', '')},{raw.get('NotSupportedByDesign', '')}"
        if PLATFORM not in [name.strip() for name in barred.split(",")]:
            yield _case(raw, times)


def _case(raw: Mapping[str, Any], times: bool) -> Case:
    moment = (raw.get("Context") or {}).get("ReferenceDateTime", "2016-11-07T00:00:00")
    text, at, expected = raw["Input"], 0, list[Expected]()
    for result in raw["Results"]:
        written = result if isinstance(result, str) else result.get("Text", "")
        start = text.find(written.strip(), at)
        if start < 0:
            start = result.get("Start", 0) if isinstance(result, dict) else 0
        at = start + len(written.strip())
        expected.append(_expected(Span(start, max(at, start + 1)), result))
    return Case(text, date.fromisoformat(moment[:10]), tuple(expected), times)


def _expected(span: Span, result: str | Mapping[str, Any]) -> Expected:
    if isinstance(result, str):
        return Expected(span, "")
    kind = str(result.get("Type") or result.get("TypeName") or "").rpartition(".")[2]
    value = result.get("Value") or result.get("Resolution") or {}
    if "value" in value:
        return Expected(span, kind, frozenset({str(value["value"]).rstrip("%")}))
    readings = list(_resolutions(value))
    timexes = {str(timex) for timex, _ in readings if timex}
    values = {plain_value(form) for timex, parts in readings for form in _forms(timex, parts)}
    days = {pair for _, parts in readings if (pair := _pair_of_days(parts))}
    half = value.get("Comment") == "ampm" or len({timex[:3] for timex in timexes if timex.startswith("T")}) > 1
    return Expected(span, kind, frozenset(values), frozenset(days), half)


def _resolutions(value: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, str]]]:
    if "values" in value:
        for one in value["values"]:
            yield str(one.get("timex", "")), {key: part for key, part in one.items() if isinstance(part, str)}
    elif "Timex" in value:
        yield str(value["Timex"]), value.get("FutureResolution") or {}
        yield str(value["Timex"]), value.get("PastResolution") or {}


def _forms(timex: str, parts: Mapping[str, str]) -> Iterator[str]:
    """TIMEX3 values that say what a Timex with one of its resolutions says."""
    ends = [parts[key].replace(" ", "T") for key in _ENDS if key in parts]
    part_of_day = re.search(r"T(MO|AF|EV|NI)$", timex)
    week = re.fullmatch(r"\d{4}-W\d\d", timex)
    if part_of_day:
        yield f"{ends[0][:10]}T{part_of_day[1]}" if ends and "-" in ends[0] else part_of_day[0]
    elif "XX" not in timex and not timex.startswith("(") and timex:
        yield timex
    if len(ends) == 2:
        yield "/".join(map(plain_value, ends))
    yield from ends[:1] if not part_of_day and not week else ()
    if ends and re.fullmatch(r"(?:XXXX|\d{4})-\d\d", timex):
        yield ends[0][:7]


_ENDS = tuple(
    "date dateTime time value start startDate startDateTime startTime end endDate endDateTime endTime".split()
)
"""Where a resolution keeps its points, first ones first."""


def plain_value(value: str) -> str:
    """A value without minutes and seconds that are nought."""
    return re.sub(r"(?<=\d\d)(?::00){1,2}$", "", value) if "T" in value or ":" in value else value


def _pair_of_days(parts: Mapping[str, str]) -> tuple[date, date] | None:
    found = [parts[key] for key in ("startDate", "start", "endDate", "end") if key in parts and "-" in parts[key]]
    try:
        return (date.fromisoformat(found[0][:10]), date.fromisoformat(found[1][:10])) if len(found) == 2 else None
    except ValueError:
        return None
