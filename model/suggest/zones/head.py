"""The zones of the lines above the story."""

from collections.abc import Sequence

from model.suggest.zones.credits import is_byline, is_caption
from model.suggest.zones.datelines import is_clock_entry, is_dateline
from model.suggest.zones.features import LineFeatures
from model.suggest.zones.headline import find_headline
from model.suggest.zones.interface import is_boilerplate, is_menu

_NAME = 4
"""A name of a person or an outlet has at most so many words."""
_TITLE = 5
"""A kicker or second title has at least so many."""


def zone_head(head: Sequence[LineFeatures], story: Sequence[LineFeatures]) -> list[str]:
    """The zones of the lines before the lead."""
    title = find_headline(head, story)
    zones = [_zone(line, index, title, head) for index, line in enumerate(head)]
    return [_settle(zones, index, head, title) for index in range(len(head))]


def _zone(line: LineFeatures, index: int, title: int | None, head: Sequence[LineFeatures]) -> str:
    """The zone by what the line is itself; empty when nothing speaks."""
    if title is not None and (index == title or line.folded == head[title].folded):
        return "headline"
    opener = line.opens_with("byline")
    if opener and is_byline(line) and ":" in line.text:
        return "byline"
    if is_dateline(line) or is_clock_entry(line):
        return "dateline"
    if is_byline(line) and not is_menu(line) and (line.opens_with("outlet") or line.share("desk", "agency") >= 0.5):
        return "byline"
    if is_boilerplate(line):
        return "boilerplate"
    if is_caption(line):
        return "caption"
    return "byline" if is_byline(line) else ""


def _settle(zones: list[str], index: int, head: Sequence[LineFeatures], title: int | None) -> str:
    """A zone for lines that do not speak for themselves, from their place and length."""
    line, zone = head[index], zones[index]
    if zone:
        return zone
    if title is None:
        return "byline" if line.count <= _NAME else "headline"
    beside_title = "headline" in zones[max(0, index - 1) : index + 2]
    if index < title:
        if line.separators:
            return "byline" if line.has("publication") else "boilerplate"
        if beside_title and line.count >= _TITLE:
            return "headline"
        return "byline" if 2 <= line.count <= _NAME and line.share("section", "widget") < 1 else "boilerplate"
    if beside_title and line.count > _TITLE:
        return "headline"
    before_caption = index + 1 < len(zones) and zones[index + 1] == "caption"
    return "byline" if line.count <= _NAME and not before_caption else "caption"
