"""Identity keys within one article: which mentions name the same thing.

A key is the lexicon's where one is known; else it is made of the name's folded words, class word and nationality
reduced to one spelling, so that it is the same in every article that uses the name.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from model.suggest.entities import vocabulary
from model.suggest.entities.agreement import REASON_SHORT
from model.suggest.entities.drafts import Draft
from model.suggest.entities.lexicon_index import body_heads, names, nationality_names
from model.suggest.entities.page import OPENING, Page

_WITHOUT_IDENTITY = frozenset({"OCC"})
_CLASSED = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW")
_SOUNDS = str.maketrans(dict(zip("غقطثصضزذظ", "جكتتسدسدد", strict=True)) | dict.fromkeys("اوي", ""))
_SHORTEST_SKELETON = 3
_CLASS_AND_MARK = 2


def with_identities(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, in their order, with a key each; posts have none."""
    listed = list(drafts)
    keys = [draft.key or _made(page, draft) if draft.label not in _WITHOUT_IDENTITY else None for draft in listed]
    _share_class_words(page, listed, keys)
    _share_glosses(page, listed, keys)
    _share_initials(page, listed, keys)
    _share_persons(page, listed, keys)
    _share_short_bodies(page, listed, keys)
    return [draft if draft.key == key else replace(draft, key=key) for draft, key in zip(listed, keys, strict=True)]


def _made(page: Page, draft: Draft) -> str:
    """The folded name: head without article, each nationality by the first spelling of the lexicon."""
    words = page.key_of(draft.first, draft.lead, draft.last).split()
    if draft.label == "ORG" and len(words) > 1:
        nations = nationality_names()
        head = words[0].removeprefix("ال")
        head = _LAM + head if draft.lead and _LAM + head in body_heads() else head
        words = [head, *(nations.get(word, word) for word in words[1:])]
        if words[0] in vocabulary.MINISTRIES_ALONE:
            words = [_MINISTRY, "ال" + words[0], *words[1:]]
    return "_".join(words) or page.text[page.tokens[draft.first].span.start]


_LAM = "ل"
_MINISTRY = "وزاره"


def _share_class_words(page: Page, drafts: list[Draft], keys: list[str | None]) -> None:
    """Class word and name have one key: محافظة [بابل]، شركة «[X]» للملاحة; the lexicon's, else the name's."""
    for index, outer in enumerate(drafts):
        if outer.label not in _CLASSED:
            continue
        inner = _named_inside(page, drafts, index)
        if inner is None:
            continue
        if outer.key is None or drafts[inner].key is not None:
            keys[index] = keys[inner] if outer.key is None else keys[index]
        else:
            _rename(keys, keys[inner], outer.key)


def _named_inside(page: Page, drafts: list[Draft], index: int) -> int | None:
    """The name that the class word at the beginning of a draft classifies."""
    outer = drafts[index]
    for inner in range(index + 1, len(drafts)):
        draft = drafts[inner]
        if draft.first > outer.last:
            return None
        if draft.label == outer.label and draft.within(outer) and draft.first - outer.first <= _CLASS_AND_MARK:
            quoted = page.is_mark(draft.first - 1)
            classed = draft.first == outer.first + 1 and _is_class(page, outer)
            return inner if quoted or classed else None
    return None


def _is_class(page: Page, outer: Draft) -> bool:
    """Whether the first word only says what is named; a mission or bloc of a body is another body."""
    word = page.key_of(outer.first, outer.lead, outer.first).removeprefix("ال")
    return outer.label != "ORG" or word in vocabulary.CLASS_WORDS | vocabulary.NAMED_BODIES


def _rename(keys: list[str | None], old: str | None, new: str | None) -> None:
    for place, key in enumerate(keys):
        if key == old:
            keys[place] = new


def _share_glosses(page: Page, drafts: list[Draft], keys: list[str | None]) -> None:
    """A name in brackets right after another of the same label: its second name."""
    by_end = {(draft.last, draft.label): index for index, draft in reversed(list(enumerate(drafts)))}
    for index, draft in enumerate(drafts):
        opening = draft.first - 1
        if draft.label != "ORG" or page.raw(opening) not in OPENING or page.raw(opening) != "(":
            continue
        full = by_end.get((opening - 1, "ORG"))
        if full is None or drafts[full].first == opening or (draft.key and drafts[full].key):
            continue
        old, new = (keys[index], keys[full]) if drafts[full].key or not draft.key else (keys[full], keys[index])
        _rename(keys, old, new)


def _share_initials(page: Page, drafts: list[Draft], keys: list[str | None]) -> None:
    """Letters apart stand for the one body of the article whose words begin with them: س ب for ساحل برس."""
    bodies = [(index, _words(page, draft)) for index, draft in enumerate(drafts) if draft.label == "ORG"]
    initials: dict[tuple[str, ...], set[str]] = {}
    for index, words in bodies:
        key = keys[index]
        if key is not None and len(words) > 1 and all(len(word) > 1 for word in words):
            initials.setdefault(tuple(word.removeprefix("ال")[:1] for word in words), set()).add(key)
    for index, words in bodies:
        meant = initials.get(tuple(words), set())
        if drafts[index].key is None and len(meant) == 1:
            keys[index] = next(iter(meant))


def _share_persons(page: Page, drafts: list[Draft], keys: list[str | None]) -> None:
    """Short forms take the key of the full name they belong to, the last one before them first."""
    persons = [(index, _words(page, draft)) for index, draft in enumerate(drafts) if draft.label == "PERS"]
    full = [(index, words) for index, words in persons if len(words) > 1]
    for index, words in persons:
        known = drafts[index].key is not None and drafts[index].reason != REASON_SHORT
        if known and len(words) > 1:
            continue
        fitting = [at for at, other in full if at != index and _same_person(words, other)]
        if known:
            fitting = [at for at in fitting if at < index and _words(page, drafts[at])[-1] == words[0]]
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
    """Whether two spellings can render one foreign name: غوتيريش، جوتيريس; سالم and سليم are two names."""
    skeleton = _skeleton(one)
    if one == two:
        return True
    known = _is_listed(one) and _is_listed(two)
    return len(skeleton) >= _SHORTEST_SKELETON + int(known) and skeleton == _skeleton(two)


def _is_listed(word: str) -> bool:
    return word in names().given or word in names().family


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    """Its consonants, those that transcriptions confuse made equal, doubled ones single."""
    plain = word.translate(_SOUNDS).replace("ش", "س")
    return "".join(letter for letter, before in zip(plain, " " + plain, strict=False) if letter != before)


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
