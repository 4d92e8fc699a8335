"""The zones of the lines above the story."""

import re
from collections.abc import Sequence
from functools import cache

from model.suggest.lexicon.entries import load_names
from model.suggest.zones.credits import is_byline, is_caption
from model.suggest.zones.datelines import is_clock_entry, is_dateline
from model.suggest.zones.features import LONG_LINE, LineFeatures, features_of
from model.suggest.zones.headline import find_headline
from model.suggest.zones.interface import is_boilerplate, is_menu
from model.text.folding import fold
from model.text.span import Span

_OUTLET = 4
"""The name of an outlet above the headline has at most so many words."""
_NAME = 3
"""A name of an author below the headline has at most so many words."""
_NAME_AND_PLACE = 6
"""A name with place or outlet, parted by a dash, a colon, a comma or brackets, has at most so many."""
_MASTHEAD_LINES = 2
"""So many lines above the headline may be an outlet's name and slogan; more are a menu."""
_MASTHEAD = 9
"""An outlet's name with its section on top of the page has at most so many."""
_BAR = re.compile(r"\s*[|/]\s*")
_CRUMBS = re.compile(r"[»›>☰#◂▸→]|\s{3,}")
_PARTED = re.compile(r"[-–—/|:،,(«@]")
_NO_NAME = frozenset(("من", "في", "خلال", "مع", "علي", "الي", "بعد", "قبل", "اثناء", "عند", "لحظه", "جانب", "مبني"))
"""Words that stand in captions and not in names."""
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
    if index == 0 and _is_masthead(line):
        return "byline"
    if is_boilerplate(line):
        return "boilerplate"
    if is_caption(line):
        return "caption"
    return "byline" if is_byline(line) else ""


def _is_navigation(zones: list[str], index: int, title: int) -> bool:
    """Whether it is one of several short lines above the headline that say nothing by themselves: a menu."""
    return zones[:title].count("") > _MASTHEAD_LINES and index != 0


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(part.form) for part in load_names())


def _describes(line: LineFeatures) -> bool:
    """«منشأة نفطية»: a noun and its adjective in the feminine, and no given name."""
    feminine = sum(word.endswith(("ه", "ات")) for word in line.words)
    return feminine >= 2 and not _given_names() & set(line.words)


def _is_masthead(line: LineFeatures) -> bool:
    """«اسم المنشور | القسم»: an outlet and a section on top of the page, one or two bars and no other buttons."""
    first, *rest = _BAR.split(line.text)
    outlet = features_of(first, Span(0, len(first))) if first else line
    named = 1 <= outlet.count <= _OUTLET and outlet.share("section", "widget") < 0.5
    return named and 1 <= len(rest) <= 2 and line.count <= _MASTHEAD and not _CRUMBS.search(line.text)


def _settle(zones: list[str], index: int, head: Sequence[LineFeatures], title: int | None) -> str:
    """A zone for lines that do not speak for themselves, from their place and length."""
    line, zone = head[index], zones[index]
    if zone:
        return zone
    if title is None:
        return "byline" if line.count <= _OUTLET else "headline"
    beside_title = "headline" in zones[max(0, index - 1) : index + 2]
    if index < title:
        if line.separators or line.hashtags or _is_navigation(zones, index, title):
            return "byline" if line.has("publication") else "boilerplate"
        if beside_title and line.count >= _TITLE:
            return "headline"
        return "byline" if 2 <= line.count <= _OUTLET and line.share("section", "widget") <= 0.5 else "boilerplate"
    if line.bare.endswith(":"):
        return "body"
    if line.text.rstrip(" .").endswith(")") and line.count > _NAME:
        return "caption"
    if line.count >= LONG_LINE:
        return "body"
    if beside_title and line.count > _TITLE:
        return "headline"
    before_caption = index + 1 < len(zones) and zones[index + 1] == "caption"
    if line.count <= _NAME_AND_PLACE and line.has("outlet", "agency", "desk"):
        return "byline"
    longest = _NAME_AND_PLACE if _PARTED.search(line.text) else _NAME
    named = line.count <= longest and not _NO_NAME & set(line.words) and not _describes(line)
    return "byline" if named and not before_caption else "caption"
