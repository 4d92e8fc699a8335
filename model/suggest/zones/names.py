"""Where else on its page a short line's words stand: in the story, in a byline, beside a copyright mark, in quotes."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from model.suggest.zones.features import LineFeatures
from model.suggest.zones.vocabulary import words_of

LONGEST = 5
"""Words of the longest line that may be a name."""
_SAME_FIRST = 8
"""So many names with the same first word are looked for; more are a list of links."""
_QUOTED = re.compile(r"[«\"“(]([^«»\"“”()]{2,40})[»\"”)]")
_PREFIXES = "ولب"
_STEM = 3
_Words = tuple[str, ...]


def places_of_names(
    page: Sequence[LineFeatures], rooms: Sequence[str], signed: Sequence[bool]
) -> dict[_Words, set[str]]:
    """For the words of each short line the rooms of the page's other lines that have them.

    ``rooms``: for each line a name of where on the page it stands. «signed» stands for bylines and copyright lines,
    «quoted» for quotation marks and brackets.
    """
    candidates = _by_first_word(page)
    found: dict[_Words, set[str]] = defaultdict(set)
    for line, room, is_signed in zip(page, rooms, signed, strict=True):
        for name in _names_in(line.words, candidates):
            if name != line.words:
                found[name].update((room, "signed") if is_signed else (room,))
        for quotation in _QUOTED.findall(line.folded):
            words = words_of(quotation)
            if words != line.words and words in candidates.get(words[0] if words else "", ()):
                found[words].add("quoted")
    return found


def _by_first_word(page: Sequence[LineFeatures]) -> Mapping[str, list[_Words]]:
    names: dict[str, list[_Words]] = defaultdict(list)
    for line in page:
        if 1 <= line.count <= LONGEST:
            same = names[line.words[0]]
            if len(same) < _SAME_FIRST and line.words not in same:
                same.append(line.words)
    return names


def _names_in(words: _Words, candidates: Mapping[str, list[_Words]]) -> Iterator[_Words]:
    for at, word in enumerate(words):
        for form in _forms(word):
            for name in candidates.get(form, ()):
                if words[at + 1 : at + len(name)] == name[1:]:
                    yield name


def _forms(word: str) -> Iterator[str]:
    """The word, and what is left of it without a conjunction or preposition."""
    yield word
    if len(word) > _STEM and word[0] in _PREFIXES:
        yield word[1:]
        if word.startswith("لل"):
            yield "ال" + word[2:]
