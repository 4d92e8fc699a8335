"""Second names in brackets and quoted outlets: القيادة المركزية (سنتكوم)، قالت لـ«الجسر»، بغداد (ضفاف) -."""

from collections.abc import Iterator

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.common_words import is_common
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import body_readings, post_readings
from model.suggest.entities.page import OPENING, Page

REASON_GLOSS = Message("second name in brackets")
REASON_NICKNAME = Message("name that somebody goes by")
REASON_OUTLET = Message("quoted outlet that was spoken to or cited")
REASON_HEADED = Message("quoted body that somebody heads")
REASON_TITLED = Message("quoted event or law")
REASON_DATELINE = Message("agency after the place of writing")

_MOST_WORDS = 3
_BY = vocabulary.words("ب باسم بلقب بكنية")
_COMMAS = frozenset("،,")
_CITED = vocabulary.words("ل بحسب حسب وفق ونقلت نقلت ذكرت وذكرت أفادت وأفادت قالت نشرت عن أوردت تابعت")
_TAKEN = vocabulary.words("نقلا ونقلا نقلت ونقلت نقل صادر صادرة الصادر الصادرة")
"""What stands before «عن» and whom one cites."""
_TALKS = vocabulary.words(
    """تصريح تصريحات حديث حوار مقابلة اتصال مداخلة خاص خاصة وفقا قائلا قوله قولها تصريحه حديثه تصريحها لقاء بيان
    مصدر مصادر"""
)
_SPEECH_DISTANCE = 14
_QUOTES = frozenset('«"“„')


def add_glosses(page: Page, board: Board) -> None:
    """Draft bracketed second names of bodies, with the body's identity, outlets and agencies."""
    for opening in page.places(OPENING.__contains__):
        mark = page.raw(opening)
        close = page.closing(opening, most=_MOST_WORDS + 2)
        if close < 0:
            continue
        draft = _gloss(page, board, opening, close) if mark == "(" else _outlet(page, board, opening, close)
        if draft is not None:
            board.add(draft)


def add_nicknames(page: Page, board: Board) -> None:
    """Draft the name that somebody goes by: المعروف بـ«الصومالي», in brackets right after a name too."""
    for index in page.places(vocabulary.NICKNAMED.__contains__):
        opening = page.follows(index)
        if page.word(opening) in _BY:
            opening = page.follows(opening)
        person = _named_before(page, board, index)
        if person is not None and page.raw(opening) in OPENING:
            _add_nickname(page, board, opening, person)
    for opening in page.places(OPENING.__contains__):
        person = board.covering(opening - 1, "PERS") if page.same_line(opening - 1, opening) else None
        if person is not None and person.last == opening - 1 and page.is_definite(opening + 1):
            nisba = board.starting(opening + 1, "NORP")
            if nisba is not None and page.closing(opening) == opening + 2:
                _add_nickname(page, board, opening, person)


def _named_before(page: Page, board: Board, index: int) -> Draft | None:
    """The person right before «المعروف», or before a comma before it."""
    before = index - 1 - int(page.word(index - 1) in _COMMAS)
    person = board.covering(before, "PERS") if page.same_line(before, index) else None
    return person if person is not None and person.last == before else None


def _add_nickname(page: Page, board: Board, opening: int, person: Draft) -> None:
    close = page.closing(opening, most=_MOST_WORDS)
    if close < 0 or any(index in page.blocked for index in range(opening, close)):
        return
    for index in range(opening + 1, close):
        for draft in (board.starting(index, "NORP"), board.starting(index, "ORG"), board.starting(index, "PERS")):
            if draft is not None:
                board.remove(draft)
    key = person.key or page.key_of(person.first, person.lead, person.last).replace(" ", "_")
    board.add(Draft(opening + 1, close - 1, 0, "PERS", 0.85, REASON_NICKNAME, key))


def _gloss(page: Page, board: Board, opening: int, close: int) -> Draft | None:
    first, last = opening + 1, close - 1
    if not _name_like(page, board, first, last):
        return None
    body = board.covering(opening - 1, "ORG")
    listed = board.starting(first, "ORG")
    if listed is not None and listed.key and listed.last == last:
        return None
    cited = page.word(opening - 1) in _CITED or not (
        page.same_line(opening - 1, close) and page.same_line(opening, close + 1)
    )
    if _acronym(page, first, last, body=body is not None or cited):
        return Draft(first, last, 0, "ORG", 0.85, REASON_GLOSS, None if body is None else body.key)
    before = opening - 1 - int(page.is_mark(opening - 1))
    body = board.covering(before, "ORG", "OCC")
    if body is not None and body.last >= before and _short(page, first, last):
        key = body.key if body.label == "ORG" else None
        return Draft(first, last, 0, "ORG", 0.85, REASON_GLOSS, key)
    place = board.covering(before, "GPE")
    dash = page.raw(close + 1) in ("-", "–", "—", ":") and page.same_line(opening, close + 1)
    if place is not None and dash and not page.same_line(max(place.first - 4, 0), opening):
        return Draft(first, last, 0, "ORG", 0.8, REASON_DATELINE)
    return None


def _acronym(page: Page, first: int, last: int, *, body: bool) -> bool:
    """Capital Latin letters (UNHCR) or single letters (أ ف ب), two of them only for a known ``body`` or outlet."""
    texts = [page.raw(index) for index in range(first, last + 1) if page.is_word(index)]
    if any(page.word(index)[:1].isdigit() for index in range(first, last + 1)):
        return False
    spelled = all(len(text) == 1 for text in texts) and len(texts) > (1 if body else 2)
    latin = len(texts) == 1 and first == last and texts[0].isascii() and texts[0].isupper() and len(texts[0]) > 2
    return latin or spelled


def _short(page: Page, first: int, last: int) -> bool:
    words = [page.word(index) for index in range(first, last + 1) if page.is_word(index)]
    latin = all(word.isascii() for word in words)
    return latin or len(words) == 1 or all(len(word) <= 3 for word in words)


def _outlet(page: Page, board: Board, opening: int, close: int) -> Draft | None:
    first, last = opening + 1, close - 1
    before = page.word(opening - 1) if page.same_line(opening - 1, opening) else ""
    named = _titled_work(page, first, last)
    if named is not None:
        return named
    if (
        before not in _CITED
        or (before == "عن" and page.word(opening - 2) not in _TAKEN)
        or (before == "ل" and not _spoken_to(page, opening))
        or _describes(page, first, last)
        or _is_phrase(page, first, last)
        or not _name_like(page, board, first, last)
        or page.raw(opening) not in _QUOTES
    ):
        return None
    return Draft(first, last, 0, "ORG", 0.8, REASON_OUTLET)


def _spoken_to(page: Page, opening: int) -> bool:
    """Whether somebody speaks in the words before «لـ»."""
    near = [page.word(at) for at in range(max(opening - _SPEECH_DISTANCE, 0), opening) if page.same_line(at, opening)]
    return any(vocabulary.is_speech_verb(word) or word in _TALKS for word in near)


def _titled_work(page: Page, first: int, last: int) -> Draft | None:
    """A quotation of two words and more that begins with a noun of events or laws: «المؤتمر الدولي …»."""
    kinds = {head.kind for _, head in body_readings(page.folded[first])}
    whole = last > first and not any(vocabulary.ends_name(word) for word in _words(page, first, last))
    definite = any(page.is_definite(index) for index in range(first, last + 1))
    if not whole or not definite or kinds - {"EVENT", "LAW"} or not kinds:
        return None
    headed = any(head.kind == "post" for _, head in post_readings(page.word(first - 2)))
    if headed and page.same_line(first - 2, first):
        return Draft(first, last, 0, "ORG", 0.7, REASON_HEADED)
    return Draft(first, last, 0, "EVENT" if "EVENT" in kinds else "LAW", 0.7, REASON_TITLED)


def _describes(page: Page, first: int, last: int) -> bool:
    """Whether the words are no name of an outlet: a masdar with its object, a pronoun at the end."""
    return page.word(first) in vocabulary.FIELDS or page.raw(last).endswith(("ه", "هم", "ها"))


def _is_phrase(page: Page, first: int, last: int) -> bool:
    """Whether it quotes what happened: an ordinary noun with its adjective, both without article («هجوم مسلح»)."""
    words = list(_words(page, first, last))
    ordinary = all(is_common(word) for word in words)
    return len(words) > 1 and ordinary and not any(page.is_definite(index) for index in range(first, last + 1))


def _name_like(page: Page, board: Board, first: int, last: int) -> bool:
    if last - first >= 2 * _MOST_WORDS or any(index in page.blocked for index in range(first, last + 1)):
        return False
    words = list(_words(page, first, last))
    if not words or len(words) > _MOST_WORDS or any(vocabulary.ends_name(word) for word in words):
        return False
    return board.starting(first, "NORP", "PERS", "GPE") is None or len(words) > 1


def _words(page: Page, first: int, last: int) -> Iterator[str]:
    return (page.word(index) for index in range(first, last + 1) if page.is_word(index))
