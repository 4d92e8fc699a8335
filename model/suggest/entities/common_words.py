"""Ordinary words of news prose: what no list of names knows and no newspaper uses otherwise is likely a name."""

from collections.abc import Iterator
from functools import cache, lru_cache

from model.seeds import seeds_folder
from model.suggest.entities.page import stems

_SHORTEST = 3
_ARTICLE = "ال"
_BEFORE_IMPERFECT = ("سي", "ست", "سن", "سا", "لاي", "لات", "ماي", "مات")
"""The future and, written together with its verb, a negation or relative."""
_LONG = 4
_ENDINGS = tuple("ه ها هم هما نا ات ون ين وا ت ته تها تهم تنا تي تين تان يه يين يون".split())
"""Pronouns, plurals and feminine forms, folded."""


@cache
def _listed() -> frozenset[str]:
    return frozenset((seeds_folder() / "lexicons" / "common_words.txt").read_text("utf-8").split())


@lru_cache(maxsize=65536)
def is_common(folded: str) -> bool:
    """Whether a folded word, or what is left of it without proclitics and endings, is an ordinary one."""
    listed = _listed()
    return any(
        reading in listed or any(base in listed for base in _without_endings(reading)) for reading in _readings(folded)
    )


@lru_cache(maxsize=65536)
def is_common_form(folded: str) -> bool:
    """Whether a folded word is an ordinary one as it stands, its article apart."""
    return folded in _listed() or folded.removeprefix(_ARTICLE) in _listed()


def _short_with_negation(word: str) -> bool:
    """Whether «ما» stands before too little for an imperfect: ماتي is a name."""
    return word.startswith("ما") and len(word) <= _LONG


def _readings(folded: str) -> Iterator[str]:
    for stem in stems(folded):
        if len(stem.key) >= _SHORTEST:
            yield stem.key
            if stem.key.startswith(_BEFORE_IMPERFECT) and not _short_with_negation(stem.key):
                yield stem.key[1:]
                yield stem.key[2:]
            if stem.key.startswith(_ARTICLE) and len(stem.key) >= _SHORTEST + len(_ARTICLE):
                yield stem.key.removeprefix(_ARTICLE)


def _without_endings(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST:
            yield base
            yield base + "ه"
    if word.endswith("ا") and len(word) > _LONG:
        yield word[:-1]
