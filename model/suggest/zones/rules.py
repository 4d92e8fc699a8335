"""What rules say of the zone of every line: the head of the page down to the lead, then the story and what is glued."""

from collections.abc import Sequence
from itertools import pairwise

from model.suggest.zones.credits import is_byline, is_caption
from model.suggest.zones.datelines import is_bare_clock, is_bare_date, is_clock_entry, is_dateline, tells_chronology
from model.suggest.zones.features import LineFeatures
from model.suggest.zones.head import zone_head
from model.suggest.zones.interface import is_boilerplate, is_panel_title
from model.suggest.zones.story import zone_story

_TITLE = 4
"""Words of the shortest title."""


_LIVE = 2
"""Entries with a clock from which a page is a live one: what stands between its date and the first entry sums it up."""
_LIST_HEADING = 5
"""Words of the longest heading of a list above the first paragraph."""


def zones_by_rules(page: Sequence[LineFeatures]) -> list[str]:
    """The zone of each line as the rules see it.

    A clock below another with nothing between is a player's («00:00», «24:10»), one below «الفجر» a panel's.
    """
    lead = find_lead(page)
    head = zone_head(page[:lead], page[lead:])
    zones = [*head, *zone_story(page[:lead], head, page[lead:])]
    for index, (line, after) in enumerate(pairwise(page)):
        if is_bare_clock(after) and (is_bare_clock(line) or is_panel_title(line)):
            zones[index : index + 2] = ["boilerplate"] * 2
    return zones


def find_lead(page: Sequence[LineFeatures]) -> int:
    """The index of the first line of the story: a paragraph, or the heading of a list; the page's end if none."""
    titled, chronology = False, tells_chronology(page)
    live, dated = sum(map(is_clock_entry, page)) >= _LIVE, False
    for index, line in enumerate(page):
        if chronology and titled and is_bare_date(line):
            return index - 1 if page[index - 1].bare.endswith(":") else index
        if live and titled and is_clock_entry(line):
            return index
        dated = dated or is_dateline(line)
        if is_boilerplate(line) or is_dateline(line) or is_caption(line):
            continue
        if live and titled and dated and not is_byline(line):
            return index
        if line.paragraph and (line.has_full_stop or titled or line.turn):
            return index - 1 if index and page[index - 1].asks else index
        if line.bulleted and index and not is_byline(line):
            return _list_heading(page, index)
        titled = titled or (line.count >= _TITLE and not is_byline(line))
    return _short_story(page)


def _short_story(page: Sequence[LineFeatures]) -> int:
    """Where the story of a page without paragraphs and lists begins: at its second line that could be a title."""
    told = [index for index, line in enumerate(page) if line.count >= _TITLE and _says_something(line)]
    return told[1] if len(told) > 1 else len(page)


def _says_something(line: LineFeatures) -> bool:
    return not (is_boilerplate(line) or is_dateline(line) or is_caption(line) or is_byline(line))


def _list_heading(page: Sequence[LineFeatures], index: int) -> int:
    """The line before a list when it is a short heading («أبرز ما جرى») below the headline, else the list's first."""
    before = page[index - 1]
    return index - 1 if index > 1 and _says_something(before) and before.count <= _LIST_HEADING else index
