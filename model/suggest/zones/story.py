"""The zones from the lead on: the story itself, what interrupts it, and other stories glued below it."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from model.suggest.zones.credits import is_byline, is_caption, is_person, names_author
from model.suggest.zones.datelines import (
    is_bare_date,
    is_clock_entry,
    is_dateline,
    starts_like_wire_copy,
    tells_chronology,
)
from model.suggest.zones.features import LineFeatures
from model.suggest.zones.interface import (
    closes_related,
    has_notice,
    is_boilerplate,
    is_panel_title,
    lists_keywords,
    opens_related,
)
from model.suggest.zones.likeness import overlap

_SAME_STORY = 0.25
"""Share of a paragraph's stems known from the story above, from which it continues that story."""
_SAME_STORY_AFTER_LIST = 0.12
"""The same after two or more links: a list of links interrupts a story, it seldom opens one."""
_LINKED = 0.34
"""Share of a link's title found in the paragraph below it, from which that paragraph is the linked story's."""
_TITLE = 4
_DEBRIS = 8
"""Words of the longest line below the story that counts as debris by its place alone."""
_CREDIT = 6
"""Words of the longest further credit below the story."""
_KEYWORDS = 12
"""Lines of the longest run of keywords below the story, one a line."""
_STORY = 3
"""Paragraphs after which a heading of comments is believed even when paragraphs follow."""


_LEADS_ON = re.compile(
    r"(?:و(?:كان|قال|اضاف|اكد|اوضح|اشار|ذكر|تابع|افاد|بحسب|وفق|يقول|تقول|ياتي|تاتي)|كما |غير ان|لكن )"
)
"""How a paragraph begins that goes on with what was said; the first one below a link does not."""


class _State(Enum):
    STORY = auto()
    RELATED = auto()
    COMMENTS = auto()


class _StoryZoner:
    """Walks the lines after the lead and remembers whether the story still runs."""

    def __init__(self, head: Sequence[LineFeatures], head_zones: Sequence[str], story: Sequence[LineFeatures]) -> None:
        self._lines = story
        self._titles = {line.folded for line, zone in zip(head, head_zones, strict=True) if zone == "headline"}
        self._known = frozenset[str]().union(
            *(line.stems for line, zone in zip(head, head_zones, strict=True) if zone in ("headline", "caption"))
        )
        self._chronology = tells_chronology(story)
        self._tail = _tail_flags(story)
        self._live = sum(map(is_clock_entry, (*head, *story))) >= 2
        self._state = _State.STORY
        self._links: list[frozenset[str]] = []
        self._dated = False
        self._after_boilerplate = False
        self._last = ""
        self._last_is_link = False
        self._keywords = False
        self._paragraphs = 0
        self._stops = any(line.paragraph and line.ends_sentence for line in story)

    def zones(self) -> list[str]:
        """The zone of each line in order."""
        return [self._zone(index) for index in range(len(self._lines))]

    def _zone(self, index: int) -> str:
        line = self._lines[index]
        if self._is_keyword(index):
            return "boilerplate"
        if closes_related(line):
            self._state = _State.STORY
            return "boilerplate"
        if opens_related(line):
            self._open_related()
            return "boilerplate"
        if self._state is _State.STORY:
            return self._zone_in_story(index)
        if self._state is _State.COMMENTS:
            return "boilerplate"
        return self._zone_in_related(index)

    def _is_keyword(self, index: int) -> bool:
        """Whether it announces the story's keywords, or is one of them, one a line."""
        line = self._lines[index]
        if line.opens_with("tags") and line.count <= 2 and self._tail[index] and not line.prose:
            self._keywords = True
        else:
            short = line.count <= _TITLE and not (line.prose or line.bulleted or opens_related(line) or line.has_year)
            self._keywords = self._keywords and short
        return self._keywords

    def _open_related(self) -> None:
        self._state, self._links, self._dated = _State.RELATED, [], False

    def _zone_in_story(self, index: int) -> str:
        line = self._lines[index]
        if line.folded in self._titles:
            return "headline"
        if self._chronology and is_bare_date(line):
            return "body"
        if self._second_story_starts(index):
            self._open_related()
            return self._zone_in_related(index)
        in_tail = self._tail[index]
        zone = _plain_zone(line, in_tail=in_tail)
        if zone == "body" and in_tail and self._last == "byline" and _adds_credit(line):
            zone = "byline"
        if zone == "boilerplate" and _asks_for_comment(line) and (in_tail or self._paragraphs >= _STORY):
            self._state = _State.COMMENTS
        if zone == "body" and self._is_caption_above(index):
            zone = "caption"
        if zone == "body" and in_tail and self._below_story(index):
            zone = "boilerplate"
        self._after_boilerplate, self._last = zone == "boilerplate", zone
        self._paragraphs += line.paragraph
        if zone == "body":
            self._known |= line.stems
        return zone

    def _is_caption_above(self, index: int) -> bool:
        """Whether a line without a sentence stands between author or date and the first paragraph below them."""
        line = self._lines[index]
        if self._paragraphs > 1 or self._live or self._last not in ("byline", "dateline") or line.ends_sentence:
            return False
        short = line.count >= _TITLE and not (line.prose or line.bulleted or line.bare.endswith(":"))
        return short and index + 1 < len(self._lines) and self._lines[index + 1].paragraph

    def _below_story(self, index: int) -> bool:
        """Whether a line after the last paragraph is debris: a notice, keywords, or short words among debris."""
        line = self._lines[index]
        if has_notice(line) or lists_keywords(line) or line.folded.isdigit():
            return True
        if line.bulleted or line.ends_sentence or line.count > _DEBRIS or line.prose:
            return False
        if is_panel_title(line) or self._after_boilerplate:
            return True
        leads_on = index > 0 and self._lines[index - 1].bare.endswith(":")
        return self._stops and not leads_on and self._debris_follows(index)

    def _debris_follows(self, index: int) -> bool:
        """Whether only other short lines part a line from debris or from links."""
        for line in self._lines[index + 1 : index + 1 + _KEYWORDS]:
            if is_boilerplate(line) or opens_related(line):
                return True
            if line.count > _TITLE or line.ends_sentence:
                return False
        return False

    def _second_story_starts(self, index: int) -> bool:
        """A title below the story that is followed by a full date line or by the opening of wire copy."""
        line = self._lines[index]
        if self._live or index == 0 or line.ends_sentence or line.paragraph or line.bulleted or line.count < _TITLE:
            return False
        if _plain_zone(line, in_tail=False) != "body" or index + 1 >= len(self._lines):
            return False
        after = self._lines[index + 1]
        if starts_like_wire_copy(after):
            return True
        return is_dateline(after) and after.has_year and index + 2 < len(self._lines)

    def _zone_in_related(self, index: int) -> str:
        line = self._lines[index]
        if line.latin_only and line.count >= _TITLE and not line.has("widget", "invitation", "notice", "related"):
            return "related"
        if is_boilerplate(line) or is_panel_title(line) or has_notice(line):
            if _asks_for_comment(line):
                self._state = _State.COMMENTS
            return "boilerplate"
        if is_dateline(line):
            self._dated = self._dated or line.has_year
            return "dateline"
        self._dated = self._dated or starts_like_wire_copy(line)
        if line.paragraph and not self._dated and self._continues_story(line):
            self._state = _State.STORY
            return self._zone_in_story(index)
        self._last_is_link = not line.prose
        if not line.prose:
            self._links.append(line.stems)
            if names_author(line) and not line.bulleted and not line.has("credit") and line.count <= 5:
                return "byline"
        return "related"

    def _continues_story(self, line: LineFeatures) -> bool:
        if self._links and self._last_is_link and _LEADS_ON.match(line.folded):
            return True
        words = line.stems
        linked = max((overlap(link, words) for link in self._links), default=0.0)
        enough = _SAME_STORY if len(self._links) == 1 else _SAME_STORY_AFTER_LIST
        return not self._links or (overlap(words, self._known) >= enough and linked < _LINKED)


def _tail_flags(story: Sequence[LineFeatures]) -> list[bool]:
    """For each line whether no text of the story follows before the page ends or turns to other stories."""
    flags, tail = list[bool](), True
    for line in reversed(story):
        flags.append(tail)
        if opens_related(line) or line.symbols_only:
            tail = True
        elif _is_text(line):
            tail = False
    return flags[::-1]


def _plain_zone(line: LineFeatures, *, in_tail: bool) -> str:
    """The zone of a line of the running story."""
    if line.prose and not is_boilerplate(line) and not (in_tail and is_caption(line)):
        return "caption" if is_caption(line) else "body"
    if is_clock_entry(line) or (is_dateline(line) and line.has_year):
        return "dateline"
    if in_tail and (is_person(line) or (is_byline(line) and line.opens_with("byline"))):
        return "byline"
    if in_tail and line.text.startswith("*") and any(hit.start == 0 and hit.kind == "byline" for hit in line.found):
        return "byline"
    if is_boilerplate(line):
        return "boilerplate"
    if is_caption(line) and not line.bulleted:
        return "caption"
    return "byline" if _signs(line, in_tail=in_tail) else "body"


def _signs(line: LineFeatures, *, in_tail: bool) -> bool:
    """Whether a line among paragraphs names a source; sub-headings look alike, so more is asked before the tail."""
    if not is_byline(line):
        return False
    return in_tail or (line.opens_with("byline") is not None and ":" in line.text)


def _is_text(line: LineFeatures) -> bool:
    return (line.prose or line.bulleted) and not is_boilerplate(line)


def _adds_credit(line: LineFeatures) -> bool:
    """«هندسة الصوت: فلان» below another credit."""
    return ":" in line.text and line.count <= _CREDIT and not line.ends_sentence


def _asks_for_comment(line: LineFeatures) -> bool:
    return line.count <= 4 and any("تعليق" in word for word in line.words)


def zone_story(head: Sequence[LineFeatures], head_zones: Sequence[str], story: Sequence[LineFeatures]) -> list[str]:
    """The zones of the lines from the lead on."""
    return _StoryZoner(head, head_zones, story).zones()
