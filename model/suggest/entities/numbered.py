"""Laws known by number or day (القرار 2722، اتفاق 10 آذار) and regions known by directions (شمال شرق سوريا)."""

from collections.abc import Callable
from functools import cache, lru_cache

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import body_heads
from model.suggest.entities.page import Page, Stem, stems

REASON_NUMBERED = Message("law or agreement known by its number or day")
REASON_DATED = Message("event known by its day or year")
REASON_DIRECTIONS = Message("region named by directions")

_NUMBERED = vocabulary.words("القرار قرار قرارها اتفاق اتفاقية قانون القانون المادة الفصل المرسوم مرسوم بروتوكول")
_HAPPENINGS = vocabulary.words("حرب مجازر مجزرة ثورة انتفاضة أحداث هجمات معركة انقلاب حراك")
_MONTHS = vocabulary.words(
    """يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران
    تموز آب أيلول تشرين الأول الثاني جانفي فيفري أفريل ماي جوان جويلية أوت غشت شتنبر نونبر دجنبر يوليوز"""
)
_COMPASS = vocabulary.words("الشمال الجنوب الشرق الغرب")
"""With a nationality the part of that state: الجنوب الليبي."""
_POINTS = vocabulary.words("شمال جنوب شرق غرب")
_WITHIN = vocabulary.words("في من إلى نحو على عبر عن منطقة مناطق قرى سكان أهالي بلدات مدن")
_ARTICLES = vocabulary.words("المادة الفصل البند")
_NUMBER_WORD = "رقم"
_OF_YEAR = vocabulary.words("لسنة لعام")
_PARAGRAPHS = vocabulary.words("أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا أ ب ج د")
_CONSTITUTION = "الدستور"
_ENDING = 3
_LAW_BODIES = ("ORG",)


@lru_cache(maxsize=65536)
def _reading(folded: str, listed: frozenset[str]) -> Stem | None:
    return next((stem for stem in stems(folded) if stem.key in listed), None)


def _places(page: Page, listed: frozenset[str]) -> list[int]:
    """The tokens that may be one of these words, proclitics before it or not."""
    return page.places(_ends_like(listed))


@cache
def _ends_like(listed: frozenset[str]) -> Callable[[str], bool]:
    """Tests whether a word ends as one of these does; the same for the same words, so that a page asks once."""
    endings = frozenset(word[-_ENDING:] for word in listed)
    return lambda word: word[-_ENDING:] in endings


def add_numbered_laws(page: Page, board: Board) -> None:
    """A law noun, perhaps with the body that made it, followed by a number or a day."""
    for index in _places(page, _NUMBERED):
        stem = _reading(page.folded[index], _NUMBERED)
        last = -1 if stem is None else _number_end(page, board, index)
        if stem is not None and last >= 0:
            if stem.key in _ARTICLES:
                _add_constitution(page, board, last)
                last = _law_of(page, board, last)
            board.add(Draft(index, last, stem.lead, "LAW", 0.85, REASON_NUMBERED))


def add_dated_events(page: Page, board: Board) -> None:
    """A war, massacre or revolt known by its day, month or year: مجازر 8 ماي 1945، حرب تشرين."""
    for index in _places(page, _HAPPENINGS):
        stem = _reading(page.folded[index], _HAPPENINGS)
        last = -1 if stem is None else _day_end(page, index)
        if stem is not None and last > index:
            board.add(Draft(index, last, stem.lead, "EVENT", 0.8, REASON_DATED))


def _add_constitution(page: Page, board: Board, last: int) -> None:
    """«الدستور» whose article is named is the state's: المادة 4 من الدستور."""
    following = page.follows(last)
    law = page.follows(following)
    if page.word(following) == "من" and page.word(law) == _CONSTITUTION and board.starting(law, "LAW") is None:
        board.add(Draft(law, law, 0, "LAW", 0.85, REASON_NUMBERED))


def _law_of(page: Page, board: Board, last: int) -> int:
    """The end of the law that an article belongs to: المادة 4 من الدستور، المادة 7 بقانون العقوبات; else its own."""
    following = page.follows(last)
    law = board.starting(page.follows(following) if page.word(following) == "من" else following, "LAW")
    inside = law is not None and (page.word(following) == "من" or page.word(following)[:1] == "ب")
    return law.last if law is not None and inside else last


def _number_end(page: Page, board: Board, index: int) -> int:
    following = page.follows(index)
    body = board.starting(following, *_LAW_BODIES) if following >= 0 else None
    if body is not None and body.lead == 0:
        following = page.follows(body.last)
    if page.word(following) == _NUMBER_WORD:
        following = page.follows(following)
    if following < 0 or not page.word(following).isdigit():
        return -1
    return _year_end(page, _day_end(page, following))


def _year_end(page: Page, last: int) -> int:
    """The year that a law is of (القانون رقم 5 لسنة 1999), the paragraph of an article in brackets; else ``last``."""
    following = page.follows(last)
    year = page.follows(following)
    if page.word(following) in _OF_YEAR and page.word(year).isdigit():
        return year
    paragraph = page.closing(following, most=1) if page.raw(following) == "(" else -1
    numbered = page.word(year) in _PARAGRAPHS or page.word(year).isdigit()
    return paragraph if paragraph >= 0 and numbered else last


def _day_end(page: Page, index: int) -> int:
    """The last of the numbers and months that follow a token, or the token itself."""
    following = page.follows(index)
    while page.word(following) in _MONTHS or page.word(following).isdigit():
        index, following = following, page.follows(following)
    return index


def add_directions(page: Page, board: Board) -> None:
    """A direction before a region or river names a region of its own.

    Before a state or city, or two of them, it does where that is the place spoken of (في شمال غزة), not where
    something lies from it (مدينة تقع شمال غرب بغداد).
    """
    for index in page.places(_COMPASS.__contains__):
        nisba = board.starting(page.follows(index), "NORP")
        if nisba is not None and not nisba.lead and page.is_definite(nisba.first):
            board.add(Draft(index, nisba.last, 0, "LOC", 0.75, REASON_DIRECTIONS))
    for index in _places(page, vocabulary.DIRECTIONS):
        stem = _reading(page.folded[index], vocabulary.DIRECTIONS)
        last = -1 if stem is None else _region_end(page, board, index, stem)
        if stem is not None and last >= 0:
            board.add(Draft(index, last, stem.lead, "LOC", 0.7, REASON_DIRECTIONS))


def _region_end(page: Page, board: Board, index: int, stem: Stem) -> int:
    following = page.follows(index)
    twice = page.word(following) in vocabulary.DIRECTIONS
    if twice:
        following = page.follows(following)
    place = board.starting(following, "GPE", "LOC") if following >= 0 else None
    if place is None or place.lead or (place.last > place.first and page.word(place.first) in body_heads()):
        return -1
    before = page.word(index - 1) if page.same_line(index - 1, index) else ""
    after_place = stem.proclitics == "و" and board.covering(index - 1, "GPE", "LOC") is not None
    spoken_of = after_place or (stem.key in _POINTS and (stem.proclitics[-1:] == "ب" or before in _WITHIN))
    return place.last if (not twice and place.label == "LOC") or spoken_of else -1
