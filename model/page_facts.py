"""What a saved page shows of itself: its title, the day of publication, its outlet, and the days of glued stories."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from model.annotation import Zone
from model.article import Article, text_digest
from model.identifiers import derived_id
from model.suggest.times import find_times
from model.suggest.zones.datelines import starts_like_wire_copy
from model.suggest.zones.features import features_of
from model.suggest.zones.outlets import outlet_of
from model.suggest.zones.page import PageReading
from model.suggest.zones.zoner import zone_page, zones_version
from model.text.span import Span

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIMESTAMP = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}")
_WIRE_OPENING = 90
"""Characters of a paragraph in which wire copy states place, date and agency."""
_DATES = "1"
"""To be raised when the same zones give other dates."""
_STORY_ZONES = frozenset({"related", "dateline", "byline", "caption"})


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page itself says; empty or None where it does not."""

    title: str = ""
    published: date | None = None
    outlet: str = ""


def page_facts(text: str) -> PageFacts:
    """The facts of a page, given its text alone."""
    zones = zone_page(Article("", text, text_digest(text)))
    title = next((zone.span.of(text) for zone in zones if zone.zone == "headline"), "")
    return PageFacts(title, publication_date(text, zones), outlet_of(text, zones))


class _SavedPages:
    """Reads zones and dates of an article, as the pipeline wants them."""

    @property
    def version(self) -> str:
        return derived_id(_DATES, zones_version())

    def __call__(self, article: Article, published: date | None, /) -> PageReading:
        zones = zone_page(article)
        day = published or publication_date(article.text, zones)
        return PageReading(zones, day, dict(related_dates(article.text, zones, day)))


read_page = _SavedPages()


def publication_date(text: str, zones: Sequence[Zone]) -> date | None:
    """The day that the main story's date lines state, else the one that opens its first paragraph as wire copy.

    What stands above the headline may be the day on which the page was saved, so it counts last among the date lines.
    """
    for zone in _title_first(list(_before_related(zones))):
        if zone.zone == "dateline" and (day := _stated_day(zone.span.of(text), None)):
            return day
    for zone in _before_related(zones):
        if zone.zone == "byline" and (day := _stated_day(zone.span.of(text), None)):
            return day
    lead = next((zone for zone in zones if zone.zone == "body"), None)
    return _wire_day(text, lead.span, None) if lead else None


def related_dates(text: str, zones: Sequence[Zone], published: date | None) -> Iterator[tuple[int, date]]:
    """For each line of a glued story that shows its own day: the line's start and that day.

    A day without its year is the nearest to ``published``.
    """
    for story in related_stories(text, zones):
        days = (_line_day(text, zone, published) for zone in story)
        day = next((day for day in days if day), None)
        if day:
            yield from ((zone.span.start, day) for zone in story)


def related_stories(text: str, zones: Sequence[Zone]) -> Iterator[tuple[Zone, ...]]:
    """The glued stories of a page: related lines in a row; a title above a date line or wire copy opens a new one."""
    story: list[Zone] = []
    for zone, after in zip_longest(zones, zones[1:]):
        inside = zone.zone == "related" or (bool(story) and zone.zone in _STORY_ZONES)
        if story and (not inside or _opens_story(text, zone, after)):
            yield tuple(story)
            story = []
        if inside:
            story.append(zone)
    if story:
        yield tuple(story)


def _opens_story(text: str, zone: Zone, after: Zone | None) -> bool:
    if zone.zone != "related" or after is None or features_of(text, zone.span).prose:
        return False
    return after.zone == "dateline" or starts_like_wire_copy(features_of(text, after.span))


def _before_related(zones: Sequence[Zone]) -> Iterator[Zone]:
    for zone in zones:
        if zone.zone == "related":
            return
        yield zone


def _title_first(zones: Sequence[Zone]) -> Sequence[Zone]:
    """The zones from the headline on, then those above it."""
    title = next((index for index, zone in enumerate(zones) if zone.zone == "headline"), 0)
    return [*zones[title:], *zones[:title]]


def _line_day(text: str, zone: Zone, published: date | None) -> date | None:
    if zone.zone == "dateline":
        return _stated_day(zone.span.of(text), published)
    return _wire_day(text, zone.span, published)


def _wire_day(text: str, line: Span, reference: date | None) -> date | None:
    if not starts_like_wire_copy(features_of(text, line)):
        return None
    return _stated_day(line.of(text)[:_WIRE_OPENING], reference)


def _stated_day(line: str, reference: date | None) -> date | None:
    """The first whole day that a line states; with a reference, days without a year count too, relative ones never."""
    timestamp = _TIMESTAMP.search(line)
    if timestamp:
        return date.fromisoformat(timestamp[1])
    for time in find_times(line, reference):
        numbered = any(character.isdigit() for character in time.span.of(line))
        if time.value and numbered and time.label == "DATE" and _DAY.fullmatch(time.value):
            return date.fromisoformat(time.value)
    return None
