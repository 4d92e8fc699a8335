"""Date lines of pages, clock lines of live entries, and paragraphs that open with place, date and agency."""

import re
from collections.abc import Sequence

from model.suggest.zones.features import NUMERIC_DATE, LineFeatures, answered_once
from model.suggest.zones.vocabulary import words_of

_CLOCK_ENTRY = re.compile(r"\W*\d{1,2}[:.]\d{2}\b\s*(?:[|\-–—]?\s*(\D*))$")
_AGO = re.compile(
    r"(?:قبل|منذ) (?:(?:حوالي |نحو )?\d+ )?(?:دقيقه|دقيقتين|دقايق|ساعه|ساعتين|ساعات|يوم|يومين|ايام|لحظات|قليل)"
)
"""«قبل 12 دقيقة»: how live pages and lists of news tell the time of an entry."""
_BARE_CLOCK = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}")
_AGENCY_START = re.compile(
    r"[^.؟!()]{2,60}\([^()]{2,30}\)\s*[-–—:]|[^.؟!()/]{2,20}\d{1,2}[^.؟!()/]{2,30}/[^/]{2,20}/|[^.؟!()]{2,20}\s\d{1,2}-\d{1,2}-\d{4}\s*[-–—]"
)
_PLACE_AND_DAY = re.compile(r"\W*[^\W\d]+(?:\s[^\W\d]+)?(?:\s+في|\s*[،,])?\s+\d{1,2}\s")
_DATE_KINDS = ("date", "publication", "clock")
_AROUND_DATE = 3
"""Words that place and agency beside a date in digits have at most."""
_WIRE_PARAGRAPH = 14
"""Words from which wire copy is taken for a paragraph."""


@answered_once
def is_dateline(line: LineFeatures) -> bool:
    """Whether it tells when the page or entry was published."""
    if _AGO.fullmatch(line.folded):
        return True
    entry = _CLOCK_ENTRY.fullmatch(line.text)
    if entry:
        return len(words_of(entry[1] or "")) <= 2 or line.share("publication", "clock") >= 0.5
    if line.kinds_count("ticker") >= 2 or line.bulleted or line.ends_sentence or line.count > 24 or line.count == 0:
        return False
    if line.opens_with("publication") and line.share(*_DATE_KINDS, numbers=True) >= 0.8 and line.count >= 3:
        return any(word.isdigit() for word in line.words)
    dated = line.has_year or (line.clocks > 0 and line.has("publication", "clock"))
    if not (dated or (line.has("date") and any(word.isdigit() for word in line.words))):
        return False
    if opens_with_place_and_day(line) or _is_place_and_numeric_day(line):
        return True
    share = line.share(*_DATE_KINDS, numbers=True)
    marked = line.opens_with("publication") is not None or (line.has_year and line.has("date"))
    return share >= (0.5 if marked and line.count <= 20 else 0.62)


def opens_with_place_and_day(line: LineFeatures) -> bool:
    """«بغداد في 3 آذار 2024 (الوكالة)»: one or two words of a place, then a day with month and year."""
    return line.count <= 10 and line.has_year and line.has("date") and _PLACE_AND_DAY.match(line.folded) is not None


def _is_place_and_numeric_day(line: LineFeatures) -> bool:
    """«رام الله 9-1-2024 الوكالة» alone on its line: a whole date in digits and hardly anything else."""
    match = NUMERIC_DATE.search(line.folded)
    return match is not None and line.count - len(words_of(match[0])) <= _AROUND_DATE


@answered_once
def is_bare_date(line: LineFeatures) -> bool:
    """Whether it is a day, month or year and nothing else: the heading of a stage in a chronology, or a date line."""
    alone = line.share("date", numbers=True) >= 0.99 and line.count <= 5
    return alone and line.has_year and not line.clocks and not line.has("publication")


def tells_chronology(page: Sequence[LineFeatures]) -> bool:
    """Whether bare dates of several years head the paragraphs of the page."""
    dates = [line for line in page if is_bare_date(line)]
    years = {word for line in dates for word in line.words if len(word) == 4 and word.isdigit()}
    return len(dates) >= 3 and len(years) >= 2


@answered_once
def is_clock_entry(line: LineFeatures) -> bool:
    """Whether it is the clock of an entry on a live page."""
    if _AGO.fullmatch(line.folded):
        return True
    return line.clocks == 1 and not line.has_year and is_dateline(line)


def is_bare_clock(line: LineFeatures) -> bool:
    """Whether it is a clock time and nothing else."""
    return _BARE_CLOCK.fullmatch(line.folded) is not None


def starts_like_wire_copy(line: LineFeatures) -> bool:
    """«باريس 4 أكتوبر (الوكالة) - …»: a paragraph that opens with place, date and agency."""
    return line.count >= _WIRE_PARAGRAPH and _AGENCY_START.match(line.text[:110]) is not None
