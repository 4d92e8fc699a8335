"""Names of the lexicon in an article: the longest form at every word, proclitics left outside, marks passed over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import (
    Form,
    Forms,
    form_readings,
    lexicon_forms,
    names,
    post_heads,
    post_readings,
)
from model.suggest.entities.page import CLOSING, OPENING, Page, Stem
from model.suggest.lexicon.entries import LexiconEntry

SURE, AFTER_PROCLITIC, SHARED = 0.95, 0.92, 0.85
TEMPLATE = Message("lexicon: {name}", name="").template
"""What tells the reason of a name that the lexicon holds."""
_SEATS = frozenset({"white_house"})
_INSIDE = vocabulary.words("في داخل إلى أمام قرب محيط وفي")
_REGION, _NEWSPAPER = "middle_east", "asharq_al_awsat"
"""The newspaper of that name stands in quotation marks: «الشرق الأوسط»."""
_POST_DISTANCE = 3
"""So many words back a post may stand whose holder works there: مسؤول كبير في البيت الأبيض."""
_ONE_LETTER_PROCLITIC_RISK = 4
_COMPELLING, _COMPELLED = "القاهره", vocabulary.words("قوة ظروف أسباب حالة ضرورة")
_SUBURB = "الضاحيه"
"""With an adjective (الضاحية الشمالية) the outskirts of any city."""
_MUSCAT, _HEADS = "مسقط", vocabulary.words("رأس رأسه رأسها رؤوسهم")
"""With them it is a birthplace."""
"""The city's name is an adjective too: القوة القاهرة."""
_TONGUE = "اللغه"
"""The language is what stands after it."""
_MALI, _FINANCIAL = (
    "مالي",
    vocabulary.words(
        """مركز دعم فساد قطاع سوق نظام تمويل مدير وضع انهيار مستشار خبير محلل تضخم عجز فريق تقرير استقرار مبلغ عائد نشاط
    ضغط مورد تحويل قانون"""
    ),
)
"""After them «مالي» is an adjective."""
_CONSONANT_PROCLITICS = frozenset("بلكف")


@dataclass(frozen=True, slots=True)
class Match:
    """A form found at tokens ``first`` to ``last``, the first one read by ``stem``."""

    first: int
    last: int
    stem: Stem
    entry: LexiconEntry

    def draft(self, score: float) -> Draft:
        """The mention that it makes."""
        reason = Message("lexicon: {name}", name=self.entry.forms[0])
        return Draft(self.first, self.last, self.stem.lead, self.entry.label, score, reason, self.entry.key)


def find_matches(page: Page) -> Iterator[Match]:
    """Every longest match at every token; those that lie inside others are left to the caller."""
    for first in range(len(page)):
        if first in page.blocked:
            continue
        if page.word(first - 1) in vocabulary.BEFORE_VERBS:
            continue
        for stem, forms in form_readings(page.folded[first]):
            found = _longest(page, first, forms)
            if found:
                yield from (Match(first, last, stem, form.entry) for form, last in found)
                break


def add_sure(page: Page, board: Board) -> list[Match]:
    """Draft the matches that need no evidence; returns the ambiguous ones."""
    unsure = []
    for match in find_matches(page):
        if match.entry.label != "NORP" and match.first == match.last and page.has_tanwin(match.first):
            _add_accusative(board, match)
            continue
        if page.ends_in_heh(match.last) and _spelt_with_marbuta(match):
            continue
        if match.entry.label == "NORP" and match.stem.key in vocabulary.NOT_NATIONALITIES:
            continue
        if match.entry.label == "PRODUCT" and _describes(page, match):
            continue
        if match.stem.key == _TONGUE and match.entry.label == "LANGUAGE":
            continue
        if match.stem.key == _MALI and not _FINANCIAL.isdisjoint(_bare(page.word(match.first - 1))):
            continue
        if match.first == match.last and match.stem.key == _SUBURB and page.is_definite(page.follows(match.last)):
            continue
        if match.stem.key == _MUSCAT and page.word(match.last + 1) in _HEADS:
            continue
        if match.stem.key == _COMPELLING and page.word(match.first - 1).removeprefix("ال") in _COMPELLED:
            continue
        if match.entry.ambiguous or _risky(page, match):
            unsure.append(match)
        else:
            board.add(_untitled(page, _seated(page, match, match.draft(_score(match)))))
    return unsure


def _spelt_with_marbuta(match: Match) -> bool:
    """Whether the one word found is always written with ة, so that with ه it bears a pronoun: وجده the verb."""
    entry = match.entry
    spelt = [form for form, folded in zip(entry.forms, entry.folded, strict=True) if folded == match.stem.key]
    return match.first == match.last and bool(spelt) and all(form.endswith("ة") for form in spelt)


def _bare(word: str) -> tuple[str, str]:
    """A word, and what it is behind a proclitic of one letter."""
    return word, word[1:]


def _add_accusative(board: Board, match: Match) -> None:
    """«بريطانياً» is no state but what belongs to it."""
    nisba = next((form.entry for form in lexicon_forms().get(match.stem.key[:-1], {}).get("", ())), None)
    if nisba is not None and nisba.label == "NORP":
        board.add(replace(match, entry=nisba).draft(AFTER_PROCLITIC))


def _describes(page: Page, match: Match) -> bool:
    """A definite word like «المدمرة» after a definite noun is its adjective."""
    return match.first == match.last and page.is_definite(match.first) and page.is_definite(match.first - 1)


def _untitled(page: Page, draft: Draft) -> Draft:
    """A title that the lexicon's form of a name begins with is a mention of its own (الملك محمد السادس)."""
    while (
        draft.label == "PERS"
        and draft.first < draft.last
        and _is_title(page.key_of(draft.first, draft.lead, draft.first))
    ):
        draft = replace(draft, first=draft.first + 1, lead=0)
    return draft


def _is_title(word: str) -> bool:
    return any(
        head.kind in ("honorific", "rank", "post") and len(head.words) == 1 for head in post_heads().get(word, ())
    )


def _seated(page: Page, match: Match, draft: Draft) -> Draft:
    """A seat of power is a building after «في» and its like, a body when it acts (guidelines, البيت الأبيض)."""
    if match.entry.key == _REGION and page.raw(match.first - 1) in OPENING and page.is_mark(match.last + 1):
        return replace(draft, label="ORG", key=_NEWSPAPER)
    inside = match.entry.key in _SEATS and page.word(match.first - 1) in _INSIDE
    if inside and any(post_readings(page.word(at)) for at in range(match.first - _POST_DISTANCE, match.first - 1)):
        return draft
    return replace(draft, label="FAC") if inside else draft


def _score(match: Match) -> float:
    if match.entry.homonym:
        return SHARED
    return AFTER_PROCLITIC if match.stem.lead else SURE


def _risky(page: Page, match: Match) -> bool:
    """A word that is a verb or particle too, or a name only when a letter of it is read as a preposition (بحر)."""
    if match.first != match.last or match.entry.label == "NORP":
        return False
    if vocabulary.ends_name(match.stem.key) or (match.stem.lead and page.folded[match.first] in names().sure):
        return True
    behind_name = page.word(match.first - 1) in names().sure_given and page.same_line(match.first - 1, match.first)
    if behind_name and match.stem.proclitics[-1:] in _CONSONANT_PROCLITICS:
        return True
    short = len(match.stem.key) < _ONE_LETTER_PROCLITIC_RISK
    return short and match.stem.proclitics[-1:] in _CONSONANT_PROCLITICS


def _longest(page: Page, first: int, forms: Forms) -> list[tuple[Form, int]]:
    second = page.word(first + 1)
    if second in OPENING and second not in forms:
        second = page.word(first + 2)
    for candidates in (forms.get(second, ()) if second else (), forms.get("", ())):
        found: list[tuple[Form, int]] = []
        for form in candidates:
            if found and len(form.words) < len(found[0][0].words):
                break
            last = _end(page, first, form.words)
            if last >= 0:
                found.append((form, last))
        if found:
            return found
    return []


def _end(page: Page, first: int, words: tuple[str, ...]) -> int:
    """The last token of a form that begins at ``first``, or -1; quotation marks inside are passed over."""
    index, opened = first, ""
    for word in words[1:]:
        index += 1
        if page.word(index) in OPENING and page.word(index) != word and not opened:
            opened = page.word(index)
            index += 1
        elif opened and page.word(index) in CLOSING and page.word(index) != word:
            opened = ""
            index += 1
        if page.word(index) != word or not page.same_line(first, index):
            return -1
    if opened:
        return index + 1 if page.word(index + 1) in CLOSING else -1
    return index
