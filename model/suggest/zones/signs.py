"""What can be seen of one line by itself, as names that the weights know."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from model.suggest.zones.credits import given_names, is_place
from model.suggest.zones.features import LineFeatures
from model.suggest.zones.likeness import stem

_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 28)
"""Words up to which lines count as alike; one word matters among short lines, not among long ones."""
_WORDED = 10
"""Words of the longest line whose single words are looked at: buttons, names and titles, no paragraphs."""
_SHORT = 8
_NAME = 4
_SHARES = 5
"""Shares are told apart in fifths."""
_CLITIC = 4
"""Letters of the shortest word whose first letter may be a conjunction or the prefix of an imperfect."""
_PARTS = '/|@©°:•"«،-–%+#…(→'
_INTERFACE = ("widget", "section", "related", "tags", "ticker", "invitation", "notice")
_DATES = ("date", "publication", "clock")
_AUTHORS = ("agency", "outlet", "desk", "byline")
_LATIN = re.compile(r"[A-Za-z]")
_ARABIC = re.compile(r"[ء-ي]")
_PICTOGRAM = re.compile(r"[\U0001F300-\U0001FAFF☀-➿]")


def bucket(number: int, edges: Sequence[int]) -> str:
    """The first of the rising edges that a number does not exceed; «more» above the last."""
    return next((str(edge) for edge in edges if number <= edge), "more")


def fifths(share: float) -> str:
    """A share in fifths, rounded down."""
    return str(int(share * _SHARES + 1e-6))


def length_of(line: LineFeatures) -> str:
    """How long a line is, roughly."""
    return bucket(line.count, _LENGTHS)


def interface_share(line: LineFeatures) -> str:
    """How much of a line the words of interfaces cover, in fifths."""
    return fifths(line.share(*_INTERFACE))


def signs_of(line: LineFeatures) -> Iterator[str]:
    """Length, marks, kinds of phrases, and of a short line its words."""
    length, brief = length_of(line), "short" if line.count <= _SHORT else "long"
    yield from (f"length {length}", f"length {length}, {'stop' if line.ends_sentence else 'none'}")
    yield from _marks(line, brief)
    yield from _phrases(line, brief)
    if not line.found:
        yield f"unknown, length {length}"
    if line.words:
        yield from _words(line)


def _mark(character: str) -> str:
    if _ARABIC.match(character):
        return "letter"
    if character.isdigit():
        return "digit"
    return "latin" if _LATIN.match(character) else character


def _marks(line: LineFeatures, brief: str) -> Iterator[str]:
    text = line.text.strip()
    end = "." if line.has_full_stop else ".." if text.endswith("..") else _mark(text[-1:])
    yield from (f"ends {end}", f"ends {end}, {brief}", f"begins {_mark(text[:1])}")
    if text[:1] in ("(", "[") and text[-1:] in (")", "]"):
        yield "bracketed"
    yield from (f"has {part}" for part in _PARTS if part in text)
    if _PICTOGRAM.search(text):
        yield "pictogram"
    yield f"separators {min(line.separators, 3)}"
    yield f"hashtags {min(line.hashtags, 2)}"
    latin, arabic = len(_LATIN.findall(text)), len(_ARABIC.findall(text))
    yield f"latin {fifths(latin / (latin + arabic)) if latin + arabic else 'none'}"
    if line.count:
        yield f"digits {fifths(sum(word.isdigit() for word in line.words) / line.count)}"


def _phrases(line: LineFeatures, brief: str) -> Iterator[str]:
    for kind in sorted({hit.kind for hit in line.found}):
        yield from (f"kind {kind}", f"kind {kind} {fifths(line.share(kind))}")
    for kind in sorted({hit.kind for hit in line.found if hit.start == 0}):
        yield from (f"opens {kind}", f"opens {kind}, {brief}")
    yield from (f"interface {interface_share(line)}", f"interface {interface_share(line)}, {brief}")
    yield f"dates {fifths(line.share(*_DATES, numbers=True))}"
    yield f"authors {fifths(line.share(*_AUTHORS))}"


@lru_cache(maxsize=1 << 12)
def _begins_with_place(words: tuple[str, ...]) -> bool:
    return is_place(words[:1]) or is_place(words)


def _words(line: LineFeatures) -> Iterator[str]:
    first = line.words[0]
    yield f"first {first}"
    if line.count >= 3:
        yield f"first {first} {line.words[1]}"
    if line.count <= _SHORT:
        yield f"last {line.words[-1]}"
    if line.count <= _WORDED:
        stems = [stem(word) for word in line.words if not word.isdigit()]
        yield from (f"word {one}" for one in stems)
        if line.count <= _NAME:
            yield f"whole {' '.join(stems)}"
        if not given_names().isdisjoint(line.words):
            yield "given name"
    if first in given_names():
        yield "first given name"
    if first.startswith("ال"):
        yield "first definite"
    if len(first) >= _CLITIC and first[0] in "ويت":
        yield f"first begins {first[0]}, {'prose' if line.prose else 'none'}"
    if _begins_with_place(line.words[:2]):
        yield f"first place, {'short' if line.count <= _NAME else 'long'}"
        if is_place(line.words):
            yield "place"
