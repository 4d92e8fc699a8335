"""Outlets that name themselves: at the head of the page, with a word for media (X نيوز)."""

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import body_readings, form_readings
from model.suggest.entities.page import Page

REASON_HEAD = Message("outlet at the head of the page")
REASON_MEDIA = Message("name with a word for media")

_MOST_WORDS = 3
_TO, _SHORTEST_TOLD, _SPEECH_DISTANCE = "ل", 4, 14
_TALK = vocabulary.words("تصريح تصريحات حديث حوار مقابلة اتصال مداخلة")
_QUOTES = frozenset('«"“„')
_ALSO_NAMES = vocabulary.words("برس بريس")
"""Words for media that somebody may be called too."""
_HEADLINE, _BYLINE = "headline", "byline"


def add_outlets(page: Page, board: Board) -> None:
    """Draft the outlet of the byline above the headline, and names that end in نيوز، برس and the like."""
    _add_media_names(page, board)
    headlines = [zone.span.start for zone in page.context.zones if zone.zone == _HEADLINE]
    above = headlines[0] if headlines else 0
    for zone in page.context.zones:
        if zone.zone == _BYLINE and zone.span.start < above:
            span = zone.span
            _add_head(
                page, board, [at for at, token in enumerate(page.tokens) if span.start <= token.span.start < span.end]
            )
            return


def _add_head(page: Page, board: Board, tokens: list[int]) -> None:
    words: list[int] = []
    for index in tokens:
        if not page.is_word(index):
            break
        words.append(index)
    if not words or len(words) > _MOST_WORDS or any(board.covering(index, "PERS", "ORG") for index in words):
        return
    after = page.raw(words[-1] + 1) if words[-1] + 1 <= tokens[-1] else ""
    if after == ":" or any(vocabulary.ends_name(page.word(index)) for index in words):
        return
    board.add(Draft(words[0], words[-1], 0, "ORG", 0.7, REASON_HEAD))
    classed = bool(body_readings(page.folded[words[0]])) and page.word(words[0]) in vocabulary.CLASS_WORDS
    if classed and len(words) > 1:
        board.add(Draft(words[1], words[-1], 0, "ORG", 0.7, REASON_HEAD))


def _add_media_names(page: Page, board: Board) -> None:
    for index in page.places(vocabulary.MEDIA_WORDS.__contains__):
        if not page.same_line(index - 1, index):
            continue
        first = _quotation_start(page, index)
        for at in (index - 1, index):
            person = board.covering(at, "PERS")
            if person is not None and page.word(index) not in _ALSO_NAMES:
                board.remove(person)
        known = board.covering(index - 1, "ORG") if first == index - 1 else None
        if known is not None and known.last == index - 1:
            board.remove(known)
            board.add(Draft(known.first, index, known.lead, "ORG", 0.9, REASON_MEDIA, known.key))
        elif known is None and page.is_word(first) and not vocabulary.ends_name(page.word(index - 1)):
            board.add(Draft(first, index, _told_to(page, first, index), "ORG", 0.7, REASON_MEDIA))


def _told_to(page: Page, first: int, last: int) -> int:
    """How many letters of the first word are «ل» before whom somebody spoke to: قالت لساحل برس."""
    word = page.word(first)
    if not word.startswith(_TO) or len(word) < _SHORTEST_TOLD or page.is_mark(first - 1):
        return 0
    if word in vocabulary.WHOLE_WORDS:
        return 0
    if page.word(first)[1:2] == _TO:
        return 1
    named = any(page.word(at) == word[1:] for at in range(len(page)) if page.word(at + 1) == page.word(last))
    spoken = any(
        page.same_line(at, first) and (vocabulary.is_speech_verb(page.word(at)) or page.word(at) in _TALK)
        for at in range(max(first - _SPEECH_DISTANCE, 0), first)
    )
    whole = any(not stem.lead for stem, _ in form_readings(word))
    return int(named or (spoken and not whole))


def _quotation_start(page: Page, index: int) -> int:
    """The first word of the name that ends here: all of a quotation («ديترويت فري برس»), else the word before."""
    for opening in range(index - 2, index - _MOST_WORDS - 1, -1):
        if page.raw(opening) in _QUOTES and page.closing(opening, most=_MOST_WORDS) == index + 1:
            return opening + 1
    return index - 1
