"""Outlets that name themselves: at the head of the page, with a word for media (X نيوز)."""

from model.messages import Message
from model.suggest.entities import vocabulary
from model.suggest.entities.drafts import Board, Draft
from model.suggest.entities.lexicon_index import body_readings
from model.suggest.entities.page import Page

REASON_HEAD = Message("outlet at the head of the page")
REASON_MEDIA = Message("name with a word for media")

_MOST_WORDS = 3
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
            board.add(Draft(first, index, 0, "ORG", 0.7, REASON_MEDIA))


def _quotation_start(page: Page, index: int) -> int:
    """The first word of the name that ends here: all of a quotation («ديترويت فري برس»), else the word before."""
    for opening in range(index - 2, index - _MOST_WORDS - 1, -1):
        if page.raw(opening) in _QUOTES and page.closing(opening, most=_MOST_WORDS) == index + 1:
            return opening + 1
    return index - 1
