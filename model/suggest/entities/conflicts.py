"""Which drafts stay: no crossing spans, no two labels in one place, only the inner names that the rulings keep."""

from collections.abc import Iterable

from model.suggest.entities import vocabulary
from model.suggest.entities.drafts import Draft
from model.suggest.entities.lexicon_index import body_heads
from model.suggest.entities.page import Page

_LONG_RANK = {"PERS": 4, "OCC": 3, "ORG": 3, "LAW": 2, "EVENT": 2, "FAC": 2, "GPE": 1, "LOC": 1, "PRODUCT": 1}
_HALF = "شبه"
_IN_THE_NAME = "باسم"
_FORMATIONS = vocabulary.words("كتائب سرايا فيلق لواء ألوية عصائب فرقة كتيبة")
_STREETS = vocabulary.words("شارع ساحة ميدان جادة دوار جسر")
_DEPUTIES = vocabulary.words("نائب نائبة معاون نائبا وكيل")
_BILL = "مشروع"
"""A bill (مشروع قانون …) is one name with its law."""
_CLASSING = vocabulary.words("منظمة كتلة مركز معهد مؤسسة جمعية")
"""Class words of bodies whose name stands without them too: منظمة [أطباء بلا حدود]."""
_KEPT_WITH_SAME_START = frozenset({("ORG", "GPE"), ("EVENT", "GPE"), ("LAW", "GPE"), ("FAC", "GPE"), ("ORG", "LOC")})


def resolved(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that go together, in order; the surer and longer ones push out those that cross them."""
    kept: list[Draft] = []
    at: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=_strength, reverse=True):
        if draft.first in page.blocked and draft.last in page.blocked:
            continue
        near = {id(other): other for index in range(draft.first, draft.last + 1) for other in at.get(index, ())}
        if any(_excludes(page, other, draft) for other in near.values()):
            continue
        kept.append(draft)
        for index in range(draft.first, draft.last + 1):
            at.setdefault(index, []).append(draft)
    return sorted(kept, key=lambda draft: (draft.first, draft.lead, -draft.last))


def _strength(draft: Draft) -> tuple[float, int, float]:
    """Longer first, then surer; a draft that is hardly believed never pushes out a name of the lexicon."""
    return (
        draft.last - draft.first + (0.0 if draft.score >= 0.6 else -2.0),
        _LONG_RANK.get(draft.label, 0),
        draft.score,
    )


def _excludes(page: Page, kept: Draft, draft: Draft) -> bool:
    """Whether a draft already kept leaves no room for another one that shares a token with it."""
    if kept.place == draft.place or kept.crosses(draft):
        return True
    if not draft.within(kept):
        return not kept.within(draft)
    if kept.label == "PERS":
        return True
    if kept.label == draft.label == "LAW" and kept.last == draft.last and page.word(draft.first - 1) == _BILL:
        return True
    if kept.label == "NORP":
        return draft.label != "NORP"
    if _adjectives_of(page, kept, draft):
        return True
    if _named_after(page, kept, draft) or _under_deputy(page, kept, draft):
        return True
    if kept.last == draft.last and _complement_of(page, kept, draft):
        return True
    department = page.word(draft.first) in vocabulary.DEPARTMENTS and draft.first == kept.first + 1
    spoken_for = page.word(draft.first) in vocabulary.DEPARTMENTS_ALONE and page.word(draft.first - 1) == _IN_THE_NAME
    department = department or spoken_for
    if kept.label == "OCC" and draft.label == "ORG" and department:
        return True
    if kept.label == "ORG" and draft.label == "OCC" and page.word(draft.first) in vocabulary.PLURAL_POSTS:
        return True
    if draft.label == kept.label == "PRODUCT" and draft.key and page.word(draft.first).endswith(("ه", "ات")):
        return True
    if draft.label in ("LOC", "GPE") and kept.label in ("GPE", "LOC") and _part_of_name(page, kept, draft):
        return True
    same_start = (kept.first, kept.lead) == (draft.first, draft.lead)
    if same_start and (kept.label, draft.label) not in _KEPT_WITH_SAME_START:
        return draft.label != "NORP"
    return False


def _adjectives_of(page: Page, kept: Draft, draft: Draft) -> bool:
    """Whether another body's short name is here only the adjectives of a definite head: الحزب [الديمقراطي …]."""
    known = kept.key is not None and draft.key is not None and draft.key != kept.key
    second = draft.first == kept.first + 1 and not draft.lead
    return kept.label == draft.label == "ORG" and known and second and page.is_definite(kept.first)


def _named_after(page: Page, kept: Draft, draft: Draft) -> bool:
    """Whether a formation or street only bears the name of something else: كتائب حزب الله، شارع فلسطين."""
    head = page.key_of(kept.first, kept.lead, kept.first)
    second = draft.first == kept.first + 1 and not draft.lead
    if kept.label == "ORG" and kept.key is not None and draft.label in ("GPE", "ORG"):
        return second and head in _FORMATIONS and draft.key is not None and draft.key != kept.key
    return second and kept.label == "FAC" and draft.label == "GPE" and head in _STREETS


def _under_deputy(page: Page, kept: Draft, draft: Draft) -> bool:
    """Whether a post is only what its deputy deputises for: نائب [مدير المصرف]."""
    deputy = page.key_of(kept.first, kept.lead, kept.first) in _DEPUTIES
    return kept.label == draft.label == "OCC" and deputy and draft.first == kept.first + 1


def _complement_of(page: Page, kept: Draft, draft: Draft) -> bool:
    """Whether the inner draft is only the complement of the outer one's head (وزارة + الخارجية العراقية)."""
    if draft.label not in ("ORG", "OCC") or kept.label not in ("ORG", "OCC") or kept.label != draft.label:
        return False
    if page.word(draft.first) in vocabulary.COMPLEMENT_NOUNS:
        return True
    classed = page.key_of(kept.first, kept.lead, kept.first) in vocabulary.CLASS_WORDS | _CLASSING
    return draft.key is not None and draft.key == kept.key and not classed and draft.first == kept.first + 1


def _is_classed(page: Page, draft: Draft) -> bool:
    """Whether the name begins with a class word, of a half-island's too."""
    word = page.key_of(draft.first, draft.lead, draft.first)
    return word in body_heads() or word == _HALF


def _part_of_name(page: Page, kept: Draft, draft: Draft) -> bool:
    """Whether a place is only a word of another one's name (جنوب أفريقيا), not the name after its class word."""
    if kept.label == "GPE" and draft.label == "LOC":
        return True
    if kept.key is not None and kept.key != draft.key and not _is_classed(page, kept):
        return True
    return draft.key is not None and draft.key == kept.key and page.is_definite(kept.first)
