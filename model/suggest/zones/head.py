"""The zones of the lines above the story."""

import re
from collections.abc import Sequence

from model.suggest.zones.credits import given_names, is_byline, is_caption, is_person, is_place
from model.suggest.zones.datelines import is_clock_entry, is_dateline
from model.suggest.zones.features import LONG_LINE, LineFeatures, features_of
from model.suggest.zones.headline import find_headline
from model.suggest.zones.interface import is_boilerplate, is_menu
from model.suggest.zones.vocabulary import words_of
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
_BAR = re.compile("[|/]")
_CRUMBS = re.compile(r"[»›>☰#◂▸→]|\s{3,}")
_PARTED = re.compile(r"[-–—/|:،,(«@]")
_NO_NAME = frozenset(("من", "في", "خلال", "مع", "علي", "الي", "بعد", "قبل", "اثناء", "عند", "لحظه", "جانب", "مبني"))
"""Words that stand in captions and not in names."""
_BY = "من"
_TITLE = 5
"""A kicker or second title has at least so many."""


def zone_head(head: Sequence[LineFeatures], story: Sequence[LineFeatures]) -> list[str]:
    """The zones of the lines before the lead."""
    title, page = find_headline(head, story), (*head, *story)
    zones = [_zone(line, index, title, head, page) for index, line in enumerate(head)]
    for index in range(len(head)):
        zones[index] = _settle(zones, index, head, title)
    return zones


def _zone(
    line: LineFeatures, index: int, title: int | None, head: Sequence[LineFeatures], page: Sequence[LineFeatures]
) -> str:
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
    if index == 0 and (_is_masthead(line) or _is_latin_name(line)):
        return "byline"
    if title is not None and index < title and names_itself(line, page):
        return "byline"
    if is_boilerplate(line):
        return "boilerplate"
    if is_caption(line):
        return "caption"
    return "byline" if is_byline(line) else ""


def names_itself(line: LineFeatures, page: Sequence[LineFeatures]) -> bool:
    """Whether a short line is the outlet's name, by the page's own words: in a byline, a copyright line, or in quotes.

    A name that no table knows need only come back in a longer line, as in «في تصريح لـ…».
    """
    if not 1 <= line.count <= _OUTLET or line.separators or is_place(line.words):
        return False
    if line.has("invitation", "ticker") or line.share("widget") >= 0.99:
        return False
    name = re.compile(rf"(?<!\w)[ولب]?(?:لل)?{re.escape(line.folded)}(?!\w)")
    quoted = re.compile(rf"[«\"]{re.escape(line.folded)}[»\"]")
    others = [other for other in page if other is not line and other.folded != line.folded]
    if any(quoted.search(other.folded) for other in others):
        return True
    signed = [other for other in page if other is not line and ("©" in other.text or is_byline(other))]
    unknown = not line.found and line.folded.isascii() is False
    return any(name.search(other.folded) for other in (others if unknown else signed))


def _is_navigation(zones: list[str], index: int, title: int) -> bool:
    """Whether it is one of several short lines above the headline that say nothing by themselves: a menu."""
    return zones[:title].count("") > _MASTHEAD_LINES and index != 0


def _describes(line: LineFeatures) -> bool:
    """«منشأة نفطية»: a noun and its adjective in the feminine, and no given name."""
    feminine = sum(word.endswith(("ه", "ات")) for word in line.words)
    return feminine >= 2 and not given_names() & set(line.words)


def _is_latin_name(line: LineFeatures) -> bool:
    """«MOSAIQUE FM»: a name in Latin capitals on top of the page."""
    words = line.text.split()
    return line.latin_only and len(words) <= _NAME and not line.has("widget") and all(w[0].isupper() for w in words)


def _is_masthead(line: LineFeatures) -> bool:
    """«اسم المنشور | القسم»: an outlet and a section on top of the page, one or two bars and no other buttons."""
    first, *rest = map(str.strip, _BAR.split(line.text))
    outlet = features_of(first, Span(0, len(first))) if first else line
    named = 1 <= outlet.count <= _OUTLET and outlet.share("section", "widget") < 0.5 and not line.has("notice")
    return named and 1 <= len(rest) <= 2 and line.count <= _MASTHEAD and not _CRUMBS.search(line.text)


def _could_be_outlet(line: LineFeatures, index: int) -> bool:
    """Whether a short line above the headline may be the outlet's name: two words or more, or the very first line."""
    return (2 <= line.count <= _OUTLET or index == 0) and line.share("section", "widget") <= 0.5


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
        masthead = "byline" not in zones[:index] and _could_be_outlet(line, index)
        return "byline" if masthead else "boilerplate"
    if line.bare.endswith(":"):
        return "body"
    if index and zones[index - 1] == "byline" and line.opens_with("byline") and not line.ends_sentence:
        return "byline"
    if line.text.rstrip(" .").endswith(")") and line.count > _NAME:
        return "caption"
    if line.count >= LONG_LINE:
        return "body"
    if beside_title and line.count > (_TITLE if line.found or _NO_NAME & {line.words[0]} else _TITLE - 1):
        return "headline"
    if line.count == 1:
        return _lone_word(line, index == len(head) - 1)
    if line.count <= _NAME_AND_PLACE and line.has("outlet", "agency", "desk"):
        return "byline"
    if is_person(line):
        return "byline"
    return "byline" if _could_be_name(line) else "caption"


def _could_be_name(line: LineFeatures) -> bool:
    """Whether an unknown line may be its author: «من فلان», two or three words, or a name with place or trade."""
    if line.words[0] == _BY and 2 < line.count <= _NAME + 1:
        return True
    parted = _PARTED.search(line.text)
    name = words_of(line.text[: parted.start()]) if parted and parted.start() else line.words
    return line.count <= (_NAME_AND_PLACE if parted else _NAME) and not _NO_NAME & set(name) and not _describes(line)


def _lone_word(line: LineFeatures, last: bool) -> str:
    """A single word below the headline: an agency, a sub-heading right above the first paragraph, or a button."""
    if line.has("agency", "outlet", "desk") or line.words[0] in given_names():
        return "byline"
    return "body" if last and not line.found else "boilerplate"
