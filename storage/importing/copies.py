"""Near-duplicates: pages that tell one story in nearly the same words, as wire copies do.

Looked for within one import. Texts of earlier imports are not compared: that would mean reading the whole project,
while the same text is always noticed by its digest.
"""

import zlib
from collections.abc import Iterable
from typing import Any

from model.article import Article
from model.identifiers import derived_id
from model.text.folding import fold

LIKENESS = 0.8
"""Jaccard similarity of the word shingles from which two pages are copies of one story."""
_SHINGLE = 4
_PERMUTATIONS = 64
_CANDIDATE = 0.6
"""Estimated likeness from which two pages are compared exactly."""


def copy_groups(articles: Iterable[Article]) -> dict[str, str]:
    """The group of each article that has near-copies, by the article's id."""
    # datasketch brings scipy, which is slow to load
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS)
    shingles: dict[str, Any] = {}
    families = _Families()
    for article in articles:
        hashes = _hashes(article.text)
        if hashes is None:
            continue
        signature = _signature(hashes)
        near = [other for other in index.query(signature) if _likeness(hashes, shingles[other]) >= LIKENESS]
        index.insert(article.id, signature)
        shingles[article.id] = hashes
        for other in near:
            families.join(other, article.id)
    return families.groups()


def _hashes(text: str) -> Any:
    import numpy as np

    words = fold(text).split()
    if len(words) < _SHINGLE:
        return None
    shingles = zip(*(words[start:] for start in range(_SHINGLE)), strict=False)
    return np.unique(np.fromiter((zlib.crc32(" ".join(one).encode("utf-8", "replace")) for one in shingles), np.uint32))


def _signature(hashes: Any) -> Any:
    from datasketch import MinHash

    signature = MinHash(num_perm=_PERMUTATIONS, hashfunc=int)
    signature.update_batch(hashes)
    return signature


def _likeness(first: Any, second: Any) -> float:
    import numpy as np

    shared = len(np.intersect1d(first, second, assume_unique=True))
    return shared / (len(first) + len(second) - shared)


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
