"""Agreement within an article: a name recognised once is recognised everywhere, short forms of it too."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.page import OPENING, Page, stems
from model.suggest.entities.person_names import NameReader

REASON_REPEATED = Message("named elsewhere in the article")
REASON_SHORT = Message("short form of a name in the article")

_AGREEING = ("PERS", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW")
_GOD, _ALI = "الله", "علي"
_BEFORE_PERSONS = vocabulary.words(
    """أن مع وأن فإن حكومة تصريح تصريحات كلام خطاب نظام إدارة عهد حكم قوات نجل زيارة حملة دعوة اعتقال محاكمة اغتيال فوز
    استقالة إقالة موقف رسالة كلمة ولاية خلافة رحيل تنحي إسقاط"""
)
"""What stands before the person who is known by an ordinary word: تصريح الأسد."""
_TRUSTED, _DOUBTFUL = 0.6, 0.7
_ADJECTIVE_LENGTH = 5
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class _Known:
    """A form to look for and the draft that it was learnt from."""

    words: tuple[str, ...]
    model: Draft
    short: bool
    ordinary: bool
    """Whether the form is an ordinary word too, so that its neighbours must speak for a name."""


def add_repeats(page: Page, board: Board) -> None:
    """Draft what repeats a name of the article, longest forms first."""
    reader = NameReader(page, board)
    forms = sorted(_forms(page, board, reader), key=lambda known: -len(known.words))
    by_word: dict[str, list[_Known]] = {}
    for known in forms:
        by_word.setdefault(known.words[0], []).append(known)
    for first in range(len(page)):
        if page.is_word(first) and first not in page.blocked:
            _repeat_at(page, board, first, by_word)


def _repeat_at(page: Page, board: Board, first: int, by_word: dict[str, list[_Known]]) -> None:
    for stem in stems(page.folded[first]):
        for known in by_word.get(stem.key, ()):
            last = first + len(known.words) - 1
            if tuple(page.folded[first + 1 : last + 1]) != known.words[1:] or not page.same_line(first, last):
                continue
            if _free(page, board, known, first, stem.lead, last):
                reason = REASON_SHORT if known.short else REASON_REPEATED
                score = min(known.model.score, 0.85) if not known.ordinary else _DOUBTFUL
                board.add(Draft(first, last, stem.lead, known.model.label, score, reason, known.model.key))
                return


def _free(page: Page, board: Board, known: _Known, first: int, lead: int, last: int) -> bool:
    """Whether nothing better stands there and, for an ordinary word, the neighbours speak for a name."""
    if known.short and page.word(first - 1) in vocabulary.NAME_PARTICLES and page.same_line(first - 1, first):
        return False
    for index in range(first, last + 1):
        if board.covering(index, "PERS") is not None:
            return False
    over = board.covering(first, *_AGREEING)
    if (
        over is not None
        and over.label == known.model.label
        and over.last >= last
        and over.last - over.first == last - first
    ):
        return False
    if known.short and board.starting(first, "NORP") is not None and not known.words[0].startswith("ال"):
        return False
    if known.words[0] in vocabulary.DEPARTMENTS_ALONE and page.is_definite(first - 1) and page.is_word(first - 1):
        return False
    if known.words == (_ALI,) and page.raw(first).endswith("ى"):
        return False
    if known.model.label == "PERS":
        inside = over is not None and over.first < first and over.last >= last
        if over is not None and not inside and over.score > known.model.score:
            return False
        return _person_stands(page, board, first, lead, ordinary=known.ordinary)
    if over is not None and over.score >= 0.9 and over.last - over.first >= last - first:
        return over.first < first
    return not known.ordinary or _quoted(page, first, last) or _byline(page, first)


def _quoted(page: Page, first: int, last: int) -> bool:
    return page.raw(first - 1) in OPENING and page.is_mark(last + 1)


def _byline(page: Page, first: int) -> bool:
    return page.context.zone_at(page.tokens[first].span.start) in ("byline", "caption", "dateline")


def _person_stands(page: Page, board: Board, first: int, lead: int, *, ordinary: bool) -> bool:
    """A family name that is a nationality (السوداني) or a word (سلام) is a person where no noun leads to it."""
    nisba = board.covering(first, "NORP") is not None
    before = page.word(first - 1) if page.same_line(first - 1, first) else ""
    verb = vocabulary.is_verb(before)
    if nisba and not ordinary:
        if before and page.is_word(first - 1) and not verb and not vocabulary.ends_name(before):
            noun = not page.is_definite(first - 1) and board.covering(first - 1, *_AGREEING, "NORP", "OCC") is None
            return noun and not lead
        return not (page.same_line(first, first + 1) and page.is_definite(first + 1) and lead > 0)
    if not ordinary and _like_adjective(page, first):
        return verb or not page.is_word(first - 1) or page.is_definite(first - 1) or vocabulary.ends_name(before)
    if not ordinary:
        return True
    joined = lead > 0 and board.covering(first - 1, "PERS") is not None
    return verb or joined or before in _BEFORE_PERSONS or (not before and vocabulary.is_verb(page.word(first + 1)))


def _like_adjective(page: Page, index: int) -> bool:
    word = page.word(index)
    return word.endswith("ي") and not page.is_definite(index) and len(word) <= _ADJECTIVE_LENGTH


def _forms(page: Page, board: Board, reader: NameReader) -> Iterator[_Known]:
    seen: Counter[tuple[tuple[str, ...], str]] = Counter()
    for draft in board:
        if draft.label not in _AGREEING or draft.score < _TRUSTED or page.is_mark(draft.last):
            continue
        words = tuple(page.key_of(draft.first, draft.lead, draft.last).split())
        shorts = _short_forms(words) if draft.label == "PERS" else ()
        for form, short in ((words, False), *((form, True) for form in shorts)):
            if form and len(form[0]) >= _SHORTEST_NAME and not seen[form, draft.label]:
                seen[form, draft.label] += 1
                yield _Known(form, draft, short, _ordinary(form, draft, reader))


def _ordinary(form: tuple[str, ...], draft: Draft, reader: NameReader) -> bool:
    if len(form) > 1:
        return False
    if draft.label == "PERS":
        return reader.is_listed(form[0]) and not reader.is_sure(form[0])
    return draft.label in ("ORG", "PRODUCT", "FAC", "EVENT", "LAW")


def _short_forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The family name with its particle; a foreign one written apart joined too (لو دريان، لودريان)."""
    if len(words) < 2 or (len(words) == 2 and (words[1] == _GOD or words[0] in vocabulary.NAME_PARTICLES)):
        return
    at = len(words) - 1
    if words[-1] == _GOD and len(words) > 2:
        at -= 1
    while at > 1 and words[at - 1] in vocabulary.NAME_PARTICLES:
        at -= 1
    family = words[at:]
    yield family
    if len(family) > 1:
        yield ("".join(family),)
        if family[-1] != _GOD:
            yield (family[-1],)
    elif family[0].startswith("ال") and len(family[0]) > 5:
        yield (family[0].removeprefix("ال"),)
