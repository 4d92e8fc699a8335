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
from model.suggest.entities.lexicon_index import body_heads, lexicon_forms, names, nationality_names
from model.suggest.entities.page import OPENING, Page
from model.suggest.identity_grounds import RATES, Ground, ground_of

_WITHOUT_IDENTITY = frozenset({"OCC"})
_CLASSED = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW")
_SOUNDS = str.maketrans(dict(zip("غقطثصضزذظ", "جكتتسدسدد", strict=True)) | dict.fromkeys("اوي", ""))
_SHORTEST_SKELETON = 3
_SHORTEST_GIVEN = 2
"""So many letters of a given name at least stand for the whole of it: جو for جوزيف."""
_CLASS_AND_MARK = 2
_SEVERAL = 2
_CLASS_AND_NAME = 2


class _Keys:
    """The key of each draft of an article, and on what it rests; posts have none."""

    def __init__(self, page: Page, drafts: list[Draft]) -> None:
        self._keys: list[str | None] = []
        self._grounds: list[Ground] = []
        for draft in drafts:
            posted = draft.label in _WITHOUT_IDENTITY
            self._keys.append(None if posted else draft.key or _made(page, draft))
            self._grounds.append(ground_of(draft))

    def __getitem__(self, index: int) -> str | None:
        return self._keys[index]

    def share(self, index: int, key: str | None, ground: Ground) -> None:
        """Give a draft another one's key."""
        self._keys[index] = key
        self._grounds[index] = ground

    def rename(self, old: str | None, new: str | None, ground: Ground) -> None:
        """Give all drafts of one key another one."""
        for index, key in enumerate(self._keys):
            if key == old:
                self.share(index, new, ground)

    def on(self, index: int, draft: Draft) -> Draft:
        """A draft with its key and how likely it is right."""
        key = self._keys[index]
        return replace(draft, key=key, identity_score=None if key is None else RATES[self._grounds[index]])


def with_identities(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, in their order, with a key each and its probability; posts have none."""
    listed = list(drafts)
    keys = _Keys(page, listed)
    _settle_homonyms(page, listed, keys)
    _share_class_words(page, listed, keys)
    _share_glosses(page, listed, keys)
    _share_initials(page, listed, keys)
    _share_persons(page, listed, keys)
    _share_spellings(page, listed, keys)
    _share_short_bodies(page, listed, keys)
    return [keys.on(index, draft) for index, draft in enumerate(listed)]


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


def _share_class_words(page: Page, drafts: list[Draft], keys: _Keys) -> None:
    """Class word and name have one key: محافظة [بابل]، شركة «[X]» للملاحة; the lexicon's, else the name's."""
    for index, outer in enumerate(drafts):
        if outer.label not in _CLASSED:
            continue
        inner = _named_inside(page, drafts, index)
        if inner is None:
            continue
        if outer.key is None:
            keys.share(index, keys[inner], Ground.CLASS_WORD)
        elif drafts[inner].key is None:
            keys.rename(keys[inner], outer.key, Ground.CLASS_WORD)


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


def _share_glosses(page: Page, drafts: list[Draft], keys: _Keys) -> None:
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
        keys.rename(old, new, Ground.GLOSS)


def _share_initials(page: Page, drafts: list[Draft], keys: _Keys) -> None:
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
            keys.share(index, next(iter(meant)), Ground.INITIALS)


def _share_persons(page: Page, drafts: list[Draft], keys: _Keys) -> None:
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
            alike = _words(page, drafts[chosen])[-1] == words[-1] or len(words) == 1
            keys.share(index, keys[chosen], Ground.SHORT_NAME if alike else Ground.SOUND)


def _words(page: Page, draft: Draft) -> list[str]:
    return page.key_of(draft.first, draft.lead, draft.last).split()


def _same_person(words: list[str], other: list[str]) -> bool:
    joined = "".join(words)
    if len(words) == 1:
        ends = {other[-1], other[0], other[-1].removeprefix("ال"), "".join(other[-2:])}
        return words[0] in ends or _sounds_like(words[0], other[-1])
    if "".join(other[-len(words) :]) == joined or (len(words) < len(other) and other[: len(words)] == words):
        return True
    if words[-1] == other[-1] and words[0][:_SHORTEST_GIVEN] == other[0][:_SHORTEST_GIVEN]:
        return words[0].startswith(other[0]) or other[0].startswith(words[0])
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


def _settle_homonyms(page: Page, drafts: list[Draft], keys: _Keys) -> None:
    """A form that several things share is the one of them that the article names otherwise too: سلطنة عمان، عمان."""
    for index, draft in enumerate(drafts):
        entries = _sharing(page, draft) if draft.key is not None and draft.first == draft.last else frozenset()
        if len(entries) < _SEVERAL:
            continue
        word = page.key_of(draft.first, draft.lead, draft.last)
        named = {other.key for other in drafts if other.key in entries and _words(page, other) != [word] and other.key}
        if len(named) == 1:
            keys.share(index, next(iter(named)), Ground.HOMONYM_SETTLED)


def _sharing(page: Page, draft: Draft) -> frozenset[str]:
    """The keys of the lexicon's entries of this label that have the draft's word as a form."""
    forms = lexicon_forms().get(page.key_of(draft.first, draft.lead, draft.last), {}).get("", ())
    return frozenset(form.entry.key for form in forms if form.entry.label == draft.label)


def _share_spellings(page: Page, drafts: list[Draft], keys: _Keys) -> None:
    """Another spelling of a place that the lexicon knows: ميشيغن beside ميشيغان."""
    known: dict[str, set[str]] = {}
    for index, draft in enumerate(drafts):
        key = keys[index]
        if draft.label == "GPE" and draft.key is not None and key is not None and draft.first == draft.last:
            known.setdefault(_skeleton(_words(page, draft)[0]), set()).add(key)
    for index, draft in enumerate(drafts):
        words = _words(page, draft) if draft.label == "GPE" and draft.key is None else []
        words = words if len(words) == 1 or (len(words) == _CLASS_AND_NAME and words[0] in body_heads()) else []
        meant = known.get(_skeleton(words[-1]), set()) if words else set()
        if len(meant) == 1 and len(_skeleton(words[-1])) > _SHORTEST_SKELETON:
            keys.share(index, next(iter(meant)), Ground.SOUND)


def _share_short_bodies(page: Page, drafts: list[Draft], keys: _Keys) -> None:
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
                keys.share(index, next(iter(candidates)), Ground.SHORT_BODY)
