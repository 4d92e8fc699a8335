"""What can be seen of a line in its place on the page: what stands around it, above it, and where else it is said."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from model.suggest.zones.datelines import tells_chronology
from model.suggest.zones.features import PROSE_WITHOUT_STOP, LineFeatures
from model.suggest.zones.likeness import overlap
from model.suggest.zones.names import LONGEST, places_of_names
from model.suggest.zones.signs import bucket, fifths, interface_share, length_of, signs_of
from model.suggest.zones.sorts import sorts_of

_LONGEST_TITLE = 32
_TITLED_AFTER = 4
"""So many paragraphs below a line are searched for the words of a title."""
_PARAGRAPH = 8
"""Words from which a line counts among them."""
_NEIGHBOURS = (-2, -1, 1, 2)
_SEEN_BESIDE = frozenset(
    "prose byline date caption boilerplate bullet stop latin person clock year question".split()
) | {"bare clock", "opens related"}
_BESIDE_TITLE = ("byline", "date", "caption", "boilerplate", "person", "author")
_COMMENTS = re.compile("تعليق|ردود|اراء علي")
_AUTHOR = re.compile("عن (?:ال)?(?:كاتب|باحث|مؤلف|مولف|محرر)|نبذه عن")
_CONTENTS = re.compile("محتويات|^في هذ[اه] |فهرس")
_HEADING = 3
"""Words of the longest heading of an author's box or a table of contents."""
_COMMENTED = 6
_TOP = 4
"""Lines on top of a page among which its outlet is named."""
_TAGGED = 4
_SHARED = (0.0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8)
"""Edges of the share of a line's stems that the story above it has."""


class _Page:
    """A page's lines with what each seems to be, and where its story may lie."""

    def __init__(self, lines: Sequence[LineFeatures]) -> None:
        self.lines = lines
        self.sorts = [sorts_of(line) for line in lines]
        self.story = ["paragraph" in sorts and not sorts & {"boilerplate", "notice"} for sorts in self.sorts]
        told = [index for index, is_told in enumerate(self.story) if is_told]
        self.first, self.last = (told[0], told[-1]) if told else (len(lines), len(lines))
        self.rooms = [self._room(index, bool(told)) for index in range(len(lines))]
        self.before = list(accumulate(self.story, initial=0))
        self.times = Counter(line.folded for line in lines)
        self.below = _stems_below(lines)
        self.ranks = self._ranks()
        self.title = next(iter(self.ranks), None)
        signed = ["©" in line.text or "byline" in sorts for line, sorts in zip(lines, self.sorts, strict=True)]
        self.places = places_of_names(lines, self.rooms, signed)
        self.entries = min(sum("entry" in sorts for sorts in self.sorts), 2)
        self.manner = "stops" if not lines or lines[0].unstopped == PROSE_WITHOUT_STOP else "no stops"
        self.chronology = tells_chronology(lines)
        self.runs = _runs(lines)

    def _room(self, index: int, told: bool) -> str:
        if not told:
            return "nowhere"
        return "above" if index < self.first else "inside" if index <= self.last else "below"

    def _ranks(self) -> dict[int, int]:
        """The lines down to the first paragraph by how much like a title each is, best first."""
        last = min(len(self.lines), self.first + 1)
        scored = sorted((-self._likeness(index), index) for index in range(last))
        return {index: rank for rank, (score, index) in enumerate(scored) if score < 0}

    def _likeness(self, index: int) -> float:
        """How much like a title: long enough, with words that the story repeats, above; set by hand."""
        line, sorts = self.lines[index], self.sorts[index]
        out = sorts & {"symbols", "opens related", "boilerplate", "date", "latin"}
        if line.count < _HEADING or line.count > _LONGEST_TITLE or out:
            return -1.0
        score = min(line.count, 7) * 0.3 + 2 * overlap(line.stems, self.below[index]) - 0.06 * min(index, 20)
        score += self.times[line.folded] > 1
        return score - 2 * ("caption" in sorts) - 1.5 * ("byline" in sorts) - line.has_full_stop


def _stems_below(lines: Sequence[LineFeatures]) -> list[frozenset[str]]:
    """For each line the stems of the next few paragraphs."""
    found, stems, recent = list[frozenset[str]](), frozenset[str](), list[frozenset[str]]()
    for line in reversed(lines):
        found.append(stems)
        if line.prose or line.count >= _PARAGRAPH:
            recent = [*recent, line.stems][-_TITLED_AFTER:]
            stems = frozenset(chain.from_iterable(recent))
    return found[::-1]


def _runs(lines: Sequence[LineFeatures]) -> list[tuple[int, int]]:
    """For each line how many short lines stand right above it and how many right below."""
    above, below = list[int](), list[int]()
    for order, counts in ((lines, above), (lines[::-1], below)):
        run = 0
        for line in order:
            counts.append(run)
            run = 0 if line.prose else run + 1
    return list(zip(above, below[::-1], strict=True))


class _Walk:
    """What the lines above the present one have told."""

    def __init__(self, page: _Page) -> None:
        self.known = set(page.lines[page.title].stems) if page.title is not None else set[str]()
        self.cue, self.since, self.prose = "none", 0, 0
        self.links = set[str]()
        self.heading, self.below_heading = frozenset[str](), 0
        self.names = set[tuple[str, ...]]()
        self.seen = set[str]()

    def past(self, line: LineFeatures, sorts: frozenset[str], told: bool) -> None:
        """Remember a line."""
        cue = _cue(line, sorts)
        if cue:
            self.cue, self.since, self.prose, self.links = cue, 0, 0, set()
        self.since += 1
        if line.prose:
            self.prose += 1
        elif self.cue == "related" and not cue:
            self.links |= line.stems
        if told and self.cue != "related":
            self.known |= line.stems
        self.below_heading += line.prose
        if not line.prose and line.count >= _TAGGED and not sorts & {"date", "byline", "boilerplate"}:
            self.heading, self.below_heading = line.stems, 0
        if line.count <= _PARAGRAPH and (sorts & {"byline", "person"} or line.count <= _TAGGED):
            self.names.update(line.words[at : at + 2] for at in range(line.count - 1))
            self.names.add(line.words)
        self.seen.add(line.folded)


def _cue(line: LineFeatures, sorts: frozenset[str]) -> str:
    """What a line announces below it; empty when it announces nothing."""
    if "opens related" in sorts:
        return "related"
    if line.count <= _TAGGED and line.opens_with("tags"):
        return "tags"
    if line.count <= _COMMENTED and _COMMENTS.search(line.folded):
        return "comments"
    if line.count <= _HEADING and _AUTHOR.search(line.folded):
        return "author"
    return "contents" if line.count <= _HEADING and _CONTENTS.search(line.folded) else ""


def signs_on_page(lines: Sequence[LineFeatures], ruled: Sequence[str] = ()) -> Iterator[list[str]]:
    """For each line of a page everything that can be seen of it, as names that the weights know.

    ``ruled`` is what the rules say of each line; without it, their opinion is no sign.
    """
    page = _Page(lines)
    walk = _Walk(page)
    for index, line in enumerate(lines):
        signs = set(signs_of(line))
        signs.update(_here(page, index))
        signs.update(_beside_title(page, index))
        signs.update(_repeated(page, walk, index))
        signs.update(_after_cue(walk, line, page.rooms[index]))
        signs.update(_neighbours(page, index))
        signs.update(_ruled(ruled, index, line))
        yield sorted(signs)
        walk.past(line, page.sorts[index], page.story[index])


def _ruled(ruled: Sequence[str], index: int, line: LineFeatures) -> Iterator[str]:
    if not ruled:
        return
    yield from (f"rules {ruled[index]}", f"rules {ruled[index]}, {'prose' if line.prose else 'short'}")
    yield from (f"rules {step} {ruled[index + step]}" for step in (-1, 1) if 0 <= index + step < len(ruled))


def _here(page: _Page, index: int) -> Iterator[str]:
    line, room, length = page.lines[index], page.rooms[index], length_of(page.lines[index])
    for sort in page.sorts[index]:
        yield from (sort, f"{sort}, {room}")
    yield from ("any", room, f"{room}, length {length}", f"from top {bucket(index, (0, 1, 2, 4, 7, 12))}")
    yield f"from bottom {bucket(len(page.lines) - 1 - index, (0, 1, 2, 4, 8))}"
    if room == "above":
        yield f"above by {bucket(page.first - index, (1, 2, 3, 4, 6, 9))}"
    if room == "below":
        yield f"below by {bucket(index - page.last, (1, 2, 3, 5, 8))}"
    told, left = page.before[index], page.before[-1] - page.before[index + 1]
    yield from (f"paragraphs above {bucket(told, (0, 1, 2, 4))}", f"paragraphs below {bucket(left, (0, 1, 2, 4))}")
    yield f"entries {page.entries}, length {length}"
    if "entry" in page.sorts[index]:
        yield f"entry, entries {page.entries}"
    if index < _TOP:
        yield f"from top {index}, length {length}, interface {interface_share(line)}"
    manner = "prose" if line.prose else "short"
    yield f"{page.manner}, {manner}"
    if page.chronology:
        yield f"chronology, {'date' if 'bare date' in page.sorts[index] else manner}"
    if not line.found:
        yield f"unknown, {room}"
    if line.count <= _PARAGRAPH:
        yield from (f"kind {kind}, {room}" for kind in {hit.kind for hit in line.found})
    if not line.prose:
        above, below = page.runs[index]
        yield f"run {bucket(above + 1 + below, (1, 2, 3, 5, 9))}"
        yield f"run above {bucket(above, (0, 1, 2, 4))}"
        yield f"run below {bucket(below, (0, 1, 2, 4))}, {room}"


def _beside_title(page: _Page, index: int) -> Iterator[str]:
    line, room, sorts = page.lines[index], page.rooms[index], page.sorts[index]
    if index in page.ranks:
        rank = min(page.ranks[index], 3)
        yield from (f"rank {rank}", f"rank {rank}, {room}")
    if not line.prose and line.count >= _HEADING:
        shared = fifths(overlap(line.stems, page.below[index]))
        yield from (f"told below {shared}", f"told below {shared}, {room}")
    if page.title is None:
        return
    distance = index - page.title
    side = "at title" if not distance else "before title" if distance < 0 else "after title"
    yield from (f"from title {max(-4, min(6, distance))}", f"{side}, {room}")
    if not line.prose:
        yield f"{side}, length {length_of(line)}"
    yield from (f"{sort}, {side}" for sort in _BESIDE_TITLE if sort in sorts)
    if distance:
        yield f"title's words {fifths(overlap(line.stems, page.lines[page.title].stems))}"


def _repeated(page: _Page, walk: _Walk, index: int) -> Iterator[str]:
    line, room = page.lines[index], page.rooms[index]
    if page.times[line.folded] > 1:
        yield from ("twice", f"{'second' if line.folded in walk.seen else 'first'} of two, length {length_of(line)}")
        if line.folded not in walk.seen:
            beside = [at for at in (index - 1, index + 1) if 0 <= at < len(page.lines)]
            several = any(page.times[page.lines[at].folded] > 1 for at in beside)
            yield f"first of two, {'several' if several else 'one'}, length {length_of(line)}"
    if 1 <= line.count <= LONGEST:
        section = "section" if line.share("section", "widget") >= 0.5 else "none"
        places = page.places.get(line.words, set())
        yield f"said {' '.join(sorted(places)) or 'nowhere'}, {section}"
        for place in places:
            yield from (f"said {place}, {section}", f"said {place}, {room}, {section}")
            if line.count > 1:
                yield f"said {place}, {room}, several words"
    if line.count >= _TAGGED and line.words[:2] in walk.names:
        yield from ("begins with a name", f"begins with a name, {room}")
    if 1 <= line.count <= _TAGGED and line.words in walk.names:
        yield "a name"


def _after_cue(walk: _Walk, line: LineFeatures, room: str) -> Iterator[str]:
    manner, cue = "prose" if line.prose else "short", f"below {walk.cue}"
    shared = overlap(line.stems, walk.known)
    known = next((str(edge) for edge in _SHARED if shared <= edge), "more")
    yield from (f"known {known}, {manner}", f"known {known}, {manner}, {cue}")
    if line.prose and walk.heading:
        headed = fifths(overlap(walk.heading, line.stems))
        yield from (f"headed {headed}", f"headed {headed}, {min(walk.below_heading, 2)}")
        yield from (f"headed {headed}, known {known}", f"headed {headed}, {room}")
    yield from (cue, f"{cue}, {manner}", f"{cue} by {bucket(walk.since, (1, 2, 4, 8))}")
    yield from (
        f"{cue}, paragraphs {min(walk.prose, 2)}",
        f"{cue}, {room}, {manner}",
        f"{cue}, length {length_of(line)}",
    )
    if walk.links:
        yield f"links {fifths(overlap(line.stems, walk.links))}, {manner}"


def _neighbours(page: _Page, index: int) -> Iterator[str]:
    line = page.lines[index]
    manner, length = "prose" if line.prose else "short", bucket(line.count, (2, 4, 8, 15, 28))
    for step in _NEIGHBOURS:
        at = index + step
        if not 0 <= at < len(page.lines):
            yield f"{step}: none"
            continue
        other = page.lines[at]
        yield f"{step}: length {bucket(other.count, (0, 2, 4, 8, 15, 28))}"
        for sort in page.sorts[at] & _SEEN_BESIDE:
            yield f"{step}: {sort}"
            if abs(step) == 1:
                yield from (f"{step}: {sort}, {manner}", f"{step}: {sort}, length {length}")
        if abs(step) == 1 and other.words:
            yield f"{step}: interface {interface_share(other)}"
            yield from (f"{step}: opens {kind}" for kind in {hit.kind for hit in other.found if hit.start == 0})
