"""Times of a text: recognised, the longest kept where they overlap, resolved in the order of the text."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from model.suggest.phrases.lexemes import Lexeme, lex
from model.suggest.phrases.patterns import phrases, row_of
from model.suggest.times import surroundings
from model.suggest.times.anchors import Anchors, Resolved
from model.suggest.times.grammar import rules_for
from model.suggest.times.outlook import FUTURE, outlook, outlook_after
from model.suggest.times.readings import read
from model.suggest.times.resolve import resolve, without_reference
from model.suggest.times.structures import (
    FOLLOWING,
    PREVIOUS,
    SAME,
    ClockTime,
    Day,
    DayPart,
    Deictic,
    Feast,
    Month,
    Offset,
    Period,
    Recognised,
    TimeExpression,
    Weekday,
    Year,
)
from model.text.folding import FoldedText, fold_aligned

Reference = Callable[[int], date | None]
"""The day that relative times at a code point count from."""

_JOINING = frozenset({"open", "dash", "slash", "matching", "comma", "close", "prep"})
_TELLING_DAYS, _SENTENCE_DAYS = 3, 31
"""How far from the publication date a day is that later hours of the text, or of its sentence, belong to."""


def find_times(text: str, reference: date | None) -> tuple[TimeExpression, ...]:
    """All times of a text, resolved against one day; without a day those that count from it have no value."""
    return times_of(fold_aligned(text), lambda _: reference)


def times_of(folded: FoldedText, reference: Reference) -> tuple[TimeExpression, ...]:
    """All times of a folded text, spans in code points of the original, in order, none overlapping."""
    lexemes = lex(folded.text)
    return tuple(_Telling(folded, lexemes, reference).expressions(recognise(lexemes)))


def recognise(lexemes: Sequence[Lexeme]) -> list[Recognised]:
    """The expressions in a row of lexemes: where some overlap, the leftmost, then longest, then the first rule's."""
    row = row_of(lexemes)
    found = [
        (recognised.start, -recognised.end, order, recognised)
        for order, (name, pattern) in enumerate(rules_for(row.codes))
        for phrase in phrases(pattern, lexemes, row)
        if (recognised := read(name, phrase)) is not None
    ]
    kept: list[Recognised] = []
    for start, _, _, recognised in sorted(found, key=lambda item: item[:3]):
        if not kept or start >= kept[-1].end:
            kept.append(recognised)
    return kept


@dataclass(slots=True)
class _Story:
    """What the text has named so far; places are indexes of lexemes."""

    named: date | None = None
    named_at: int = -1
    named_with_year: bool = False
    day: date | None = None
    day_at: int = -1
    told: date | None = None
    told_night: bool = False
    told_weekdays: tuple[date, ...] = ()
    year: date | None = None
    year_at: int = -1
    reference: date | None = None


class _Telling:
    """One walk through a text, remembering the dates that later words point back to."""

    def __init__(self, folded: FoldedText, lexemes: Sequence[Lexeme], reference: Reference) -> None:
        self._folded = folded
        self._lexemes = lexemes
        self._reference = reference
        self._story = _Story()
        self._ends = {
            kind: [place for place, lexeme in enumerate(lexemes) if kind in lexeme.values] for kind in ("line", "stop")
        }

    def expressions(self, recognised: Sequence[Recognised]) -> list[TimeExpression]:
        """The expressions that have a value, in order."""
        found = []
        chain_start = 0
        before: tuple[Recognised, Resolved] | None = None
        for recognised_one, following in zip_longest(recognised, recognised[1:]):
            one = self._with_stated_weekday(recognised_one, following)
            joined = before is not None and self._joined(before[0].end, one.start)
            chain_start = chain_start if joined else one.start
            resolved = self._resolve(one, chain_start)
            stated = before[1] if joined and before and _states_day(before[0]) else self._stated(one, following)
            if resolved is not None and stated is not None and _is_hijri_day(one):
                resolved = stated
            if resolved is None or self._is_homograph(one):
                before = None
                continue
            self._remember(one, resolved)
            found.append(self._expression(one, resolved))
            before = (replace(one, structure=_STATED) if stated is not None and _is_hijri_day(one) else one, resolved)
        return found

    def _resolve(self, one: Recognised, outlook_from: int) -> Resolved | None:
        reference = self._reference(self._folded.origins[self._lexemes[one.start].start])
        if reference != self._story.reference:
            self._story = _Story(reference=reference)
        clause = outlook(self._lexemes, outlook_from) or outlook_after(self._lexemes, one.end)
        ahead = None if clause is None else clause == FUTURE
        if ahead is None and surroundings.tells_deed(self._lexemes, one.start):
            ahead = False
        named = self._story.named if self._counts_from_named(one) else self._year_before(one)
        told, night = self._told(one)
        anchors = Anchors(reference, ahead, named, self._story.named, told, self._story.told_weekdays, night)
        resolved = resolve(one.structure, anchors)
        return without_reference(one.structure) if resolved is None and reference is None else resolved

    def _counts_from_named(self, one: Recognised) -> bool:
        """Within a sentence, days and months without a year follow an explicit one; offsets and periods any date."""
        if self._crosses(self._story.named_at, one.start, "line", "stop"):
            return False
        if isinstance(one.structure, (Day, Month)):
            return self._story.named_with_year and one.structure.shift is None and one.structure.year is None
        return isinstance(one.structure, (Offset, Period))

    def _year_before(self, one: Recognised) -> date | None:
        """The year of the same sentence, from which years are counted on: تخرج عام 1990 ثم عاد بعد خمس سنوات."""
        what = one.structure
        by_length = isinstance(what, Offset) and what.length.amounts[0][1].endswith("Y")
        by_name = isinstance(what, Period) and what.unit == "Y" and what.shift in {SAME, PREVIOUS, FOLLOWING}
        if not (by_length or by_name) or self._crosses(self._story.year_at, one.start, "line", "stop"):
            return None
        return self._story.year

    def _crosses(self, start: int, end: int, *kinds: str) -> bool:
        ends = (self._ends[kind] for kind in kinds)
        return start < 0 or any(bisect_left(places, start) < bisect_left(places, end) for places in ends)

    def _told(self, one: Recognised) -> tuple[date | None, bool]:
        """The day that a time without one belongs to, and whether its night has come."""
        if isinstance(one.structure, ClockTime) and one.structure.in_digits:
            on_line = not self._crosses(self._story.day_at, one.start, "line")
            return (self._story.day if on_line else None), False
        day, reference = self._story.day, self._story.reference
        near = day is not None and reference is not None and abs((day - reference).days) <= _SENTENCE_DAYS
        if near and not self._crosses(self._story.day_at, one.start, "line", "stop"):
            return day, self._story.told_night and day == self._story.told
        return self._story.told, self._story.told_night

    def _remember(self, one: Recognised, resolved: Resolved) -> None:
        story, day = self._story, resolved.day
        if isinstance(one.structure, Year):
            story.year, story.year_at = day, one.end
        if day is None or surroundings.names_event(self._lexemes, one.start):
            return
        if resolved.exact and not isinstance(one.structure, ClockTime):
            story.day, story.day_at = day, one.end
            if story.reference and abs((day - story.reference).days) <= _TELLING_DAYS:
                story.told = day
                if _names_weekday(one):
                    story.told_weekdays = (day, *story.told_weekdays)
                story.told_night = isinstance(one.structure, DayPart) and one.structure.part == "NI"
        if isinstance(one.structure, (Deictic, Weekday, Year, ClockTime)):
            return
        chained = isinstance(one.structure, (Day, Month)) and self._counts_from_named(one)
        story.named, story.named_at = day, one.end
        story.named_with_year = chained or getattr(one.structure, "year", None) is not None

    def _stated(self, one: Recognised, following: Recognised | None) -> Resolved | None:
        """The Gregorian day that the page itself gives after a Hijri one."""
        if following is None or not _is_hijri_day(one) or not _states_day(following):
            return None
        return self._resolve(following, one.start) if self._joined(one.end, following.start) else None

    def _is_homograph(self, one: Recognised) -> bool:
        """Whether a month is only folded like آب: أب (father) or the city of إب."""
        text = self._lexemes[one.start].text
        return text == "اب" and self._folded.original[self._folded.origins[self._lexemes[one.start].start]] in "أإ"

    def _with_stated_weekday(self, one: Recognised, following: Recognised | None) -> Recognised:
        """الخميس الموافق 16 أيار: the day is the one that the page itself gives after it, if that is such a weekday."""
        weekday = _bare_weekday(one)
        if weekday is None or following is None or not _states_day(following):
            return one
        if not self._joined(one.end, following.start):
            return one
        stated = self._resolve(following, one.start)
        if stated is None or stated.day is None or stated.day.weekday() != weekday.weekday:
            return one
        day = Day(stated.day.day, stated.day.month, stated.day.year)
        if isinstance(one.structure, (DayPart, ClockTime)):
            return replace(one, structure=replace(one.structure, day=day))
        return replace(one, structure=day)

    def _joined(self, start: int, end: int) -> bool:
        """Whether only brackets, dashes and the like stand between: the two name the same day."""
        between = self._lexemes[start:end]
        return 0 < len(between) <= 4 and all(_JOINING & lexeme.values.keys() for lexeme in between)

    def _expression(self, one: Recognised, resolved: Resolved) -> TimeExpression:
        span = self._folded.original_span(self._lexemes[one.start].start, self._lexemes[one.end - 1].end)
        label = "TIME" if resolved.is_time else "DATE"
        return TimeExpression(span, label, resolved.value, one.modifier, resolved.reason, one.score)


_STATED = Day(1, 1, 1)
"""Stands for a Hijri day whose Gregorian one the page has stated."""


def _bare_weekday(one: Recognised) -> Weekday | None:
    """The weekday without a shift that an expression is, or is a part of."""
    day = one.structure.day if isinstance(one.structure, (DayPart, ClockTime)) else one.structure
    return day if isinstance(day, Weekday) and day.shift is None and day.week is None else None


def _names_weekday(one: Recognised) -> bool:
    """Whether a day says its weekday and is fixed without it: أمس الأحد, الأحد 5 أيار."""
    day = one.structure.day if isinstance(one.structure, (DayPart, ClockTime)) else one.structure
    return isinstance(day, (Deictic, Day)) and day.weekday is not None


def _is_hijri_day(one: Recognised) -> bool:
    return isinstance(one.structure, Feast) or (isinstance(one.structure, Day) and one.structure.hijri)


def _states_day(one: Recognised) -> bool:
    return isinstance(one.structure, Day) and not one.structure.hijri
