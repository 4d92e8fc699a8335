"""Identity keys within one article: which mentions name the same thing.

A key is the lexicon's where one is known; else it is made of the name's folded words, class word and nationality
reduced to one spelling, so that it is the same in every article that uses the name.
"""

from collections.abc import Iterable
from dataclasses import replace

from model.suggest.entities import vocabulary
from model.suggest.entities.drafts import Draft
from model.suggest.entities.lexicon_index import body_heads, nationality_names
from model.suggest.entities.page import OPENING, Page

_WITHOUT_IDENTITY = frozenset({"OCC"})
_CLASSED = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW")
_SOUNDS = str.maketrans(
    {"غ": "ج", "ق": "ك", "ط": "ت", "ث": "ت", "ص": "س", "ض": "د", "ز": "س", "ذ": "د", "ا": "", "و": "", "ي": ""}
)
_SHORTEST_SKELETON = 3


def with_identities(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, in their order, with a key each; posts have none."""
    listed = list(drafts)
    keys = [draft.key or _made(page, draft) if draft.label not in _WITHOUT_IDENTITY else None for draft in listed]
    _share_class_words(listed, keys)
    _share_glosses(page, listed, keys)
    _share_persons(page, listed, keys)
    _share_short_bodies(page, listed, keys)
    return [draft if draft.key == key else replace(draft, key=key) for draft, key in zip(listed, keys, strict=True)]


def _made(page: Page, draft: Draft) -> str:
    """The folded name: head without article, each nationality by the first spelling of the lexicon."""
    words = page.key_of(draft.first, draft.lead, draft.last).split()
    if draft.label == "ORG" and len(words) > 1:
        names = nationality_names()
        words = [words[0].removeprefix("ال"), *(names.get(word, word) for word in words[1:])]
        if words[0] in vocabulary.MINISTRIES_ALONE:
            words = [_MINISTRY, "ال" + words[0], *words[1:]]
    return "_".join(words) or page.text[page.tokens[draft.first].span.start]


_MINISTRY = "وزاره"


def _share_class_words(drafts: list[Draft], keys: list[str | None]) -> None:
    """Class word and name have one key: محافظة [بابل]، شركة «[X]» للملاحة; the name's, being the shorter."""
    for index, outer in enumerate(drafts):
        if outer.label not in _CLASSED or outer.key is not None:
            continue
        for inner in range(index + 1, len(drafts)):
            draft = drafts[inner]
            if draft.first > outer.last:
                break
            if draft.label == outer.label and draft.within(outer) and draft.first - outer.first <= 2:
                keys[index] = keys[inner]
                break


def _share_glosses(page: Page, drafts: list[Draft], keys: list[str | None]) -> None:
    """A name in brackets right after another of the same label: its second name."""
    by_end = {(draft.last, draft.label): index for index, draft in reversed(list(enumerate(drafts)))}
    for index, draft in enumerate(drafts):
        opening = draft.first - 1
        if draft.label != "ORG" or page.raw(opening) not in OPENING or page.raw(opening) != "(":
            continue
        full = by_end.get((opening - 1, "ORG"))
        if full is None or drafts[full].first == opening:
            continue
        old, shared = (keys[index], keys[full]) if drafts[full].key or not draft.key else (keys[full], keys[index])
        for place, key in enumerate(keys):
            if key == old:
                keys[place] = shared


def _share_persons(page: Page, drafts: list[Draft], keys: list[str | None]) -> None:
    """Short forms take the key of the full name they belong to, the last one before them first."""
    persons = [(index, _words(page, draft)) for index, draft in enumerate(drafts) if draft.label == "PERS"]
    full = [(index, words) for index, words in persons if len(words) > 1]
    for index, words in persons:
        if drafts[index].key is not None:
            continue
        fitting = [at for at, other in full if at != index and _same_person(words, other)]
        before = [at for at in fitting if at < index]
        chosen = before[-1] if len(words) == 1 and before else (fitting[0] if fitting else None)
        if chosen is not None and (len(words) == 1 or chosen < index or drafts[chosen].key is not None):
            keys[index] = keys[chosen]


def _words(page: Page, draft: Draft) -> list[str]:
    return page.key_of(draft.first, draft.lead, draft.last).split()


def _same_person(words: list[str], other: list[str]) -> bool:
    joined = "".join(words)
    if len(words) == 1:
        ends = {other[-1], other[0], other[-1].removeprefix("ال"), "".join(other[-2:])}
        return words[0] in ends or _sounds_like(words[0], other[-1])
    if "".join(other[-len(words) :]) == joined or (len(words) < len(other) and other[: len(words)] == words):
        return True
    if words[-1] == other[-1] and words[0] == other[0]:
        return True
    return len(words) == len(other) and all(_sounds_like(one, two) for one, two in zip(words, other, strict=True))


def _sounds_like(one: str, two: str) -> bool:
    """Whether two spellings can render one foreign name: غوتيريش، جوتيريس."""
    skeleton = _skeleton(one)
    return one == two or (len(skeleton) >= _SHORTEST_SKELETON and skeleton == _skeleton(two))


def _skeleton(word: str) -> str:
    return word.translate(_SOUNDS).replace("ش", "س")


def _share_short_bodies(page: Page, drafts: list[Draft], keys: list[str | None]) -> None:
    """«وزارة الدفاع» is the one ministry of defence that the article names in full."""
    full: dict[str, set[str]] = {}
    for index, draft in enumerate(drafts):
        words = _words(page, draft) if draft.label == "ORG" else []
        for length in range(2, len(words)):
            key = keys[index]
            if key is not None:
                full.setdefault(" ".join(words[:length]), set()).add(key)
    heads = body_heads()
    for index, draft in enumerate(drafts):
        if draft.label == "ORG" and draft.key is None:
            words = _words(page, draft)
            candidates = full.get(" ".join(words), set())
            if len(candidates) == 1 and words[0] in heads:
                keys[index] = next(iter(candidates))
