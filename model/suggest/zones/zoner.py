"""The zone of every line: the head of the page down to the lead, then the story and what is glued to it."""

from collections.abc import Sequence

from model.annotation import Zone
from model.article import Article
from model.suggest.zones.credits import is_byline, is_caption
from model.suggest.zones.datelines import is_bare_date, is_dateline, tells_chronology
from model.suggest.zones.features import LineFeatures, page_features
from model.suggest.zones.head import zone_head
from model.suggest.zones.interface import is_boilerplate
from model.suggest.zones.story import zone_story

_TITLE = 4
"""Words of the shortest title."""


_LIST_HEADING = 5
"""Words of the longest heading of a list above the first paragraph."""


def zone_page(article: Article) -> tuple[Zone, ...]:
    """The zones of an article's lines, one for each of ``model.text.paragraphs.lines``."""
    found = page_features(article.text)
    lead = find_lead(found)
    head = zone_head(found[:lead], found[lead:])
    story = zone_story(found[:lead], head, found[lead:])
    return tuple(Zone(article.id, line.span, zone) for line, zone in zip(found, (*head, *story), strict=True))


def find_lead(page: Sequence[LineFeatures]) -> int:
    """The index of the first line of the story: a paragraph, or the heading of a list; the page's end if none."""
    titled, chronology = False, tells_chronology(page)
    for index, line in enumerate(page):
        if chronology and titled and is_bare_date(line):
            return index - 1 if page[index - 1].bare.endswith(":") else index
        if is_boilerplate(line) or is_dateline(line) or is_caption(line):
            continue
        if line.paragraph and (line.has_full_stop or titled):
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
