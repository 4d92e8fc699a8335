"""Near-duplicates: pages that tell one story in nearly the same words, as wire copies do.

Looked for within one import. Texts of earlier imports are not compared: that would mean reading the whole project,
while the same text is always noticed by its digest.
"""

import zlib
from array import array
from collections.abc import Collection, Iterable

from rensa import RMinHash, RMinHashLSH

from model.article import Article
from model.identifiers import derived_id
from model.text.folding import fold

LIKENESS = 0.8
"""Jaccard similarity of the word shingles from which two pages are copies of one story."""
_SHINGLE = 4
_PERMUTATIONS, _BANDS, _SEED = 64, 16, 1
"""Two pages are compared exactly where one of the sixteen bands of their signatures, four numbers each, is the same:
of pages that are 0.8 alike, fewer than 3 in 10,000 are missed."""


def copy_groups(articles: Iterable[Article]) -> dict[str, str]:
    """The group of each article that has near-copies, by the article's id."""
    index = RMinHashLSH(threshold=LIKENESS, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    # in arrays, since sets of as many numbers would take ten times the memory
    seen: list[tuple[str, array[int]]] = []
    families = _Families()
    for article in articles:
        shingles = _shingles(article.text)
        if not shingles:
            continue
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        signature.update(shingles)
        hashes = {*map(zlib.crc32, shingles)}
        for place in sorted(index.query(signature)):
            other, others = seen[place]
            if _likeness(hashes, others) >= LIKENESS:
                families.join(other, article.id)
        index.insert(len(seen), signature)
        seen.append((article.id, array("I", hashes)))
    return families.groups()


def _shingles(text: str) -> list[bytes]:
    words = fold(text).encode("utf-8", "replace").split()
    return [*map(b" ".join, zip(*(words[start:] for start in range(_SHINGLE)), strict=False))]


def _likeness(hashes: set[int], others: Collection[int]) -> float:
    shared = len(hashes.intersection(others))
    return shared / (len(hashes) + len(others) - shared)


class _Families:
    """Joins copies, and copies of copies, under the one that came first."""

    def __init__(self) -> None:
        self._elder: dict[str, str] = {}

    def join(self, first: str, second: str) -> None:
        """Let two be of one family."""
        elder, younger = self._eldest(first), self._eldest(second)
        self._elder.setdefault(elder, elder)
        self._elder[younger] = elder

    def _eldest(self, one: str) -> str:
        while (elder := self._elder.get(one, one)) != one:
            one = elder
        return one

    def groups(self) -> dict[str, str]:
        """The group of each member; what was never joined has none."""
        return {one: derived_id("copies", self._eldest(one)) for one in self._elder}
