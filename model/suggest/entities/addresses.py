"""Web addresses and handles."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from model.messages import Message
from model.suggest.entities.page import Page
from model.text.span import Span

REASON = Message("web address or handle")
SCORE = 0.95
IDENTITY_SCORE = 0.55
"""An address is its owner's as often as it is its own (4 of 7 in the sample corpus and 25 further pages)."""

_ADDRESS = re.compile(
    r"https?://[^\s<>«»\"“”،؛]+"
    r"|(?<![\w@.])@[A-Za-z0-9_]{2,30}"
    r"|(?<![\w@.])[\w.+-]+@[\w-]+\.[A-Za-z.]{2,}"
    r"|(?<![\w@.])(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}(?:/[^\s<>«»\"“”،؛)]*)?(?![\w@])"
)
_TRAILING = ".,;:!?)]،؛"
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]{1,2}")


def addresses(page: Page) -> Iterator[tuple[Span, str]]:
    """The span of every address, with its folded text as identity."""
    for match in _ADDRESS.finditer(page.text):
        address = match[0].rstrip(_TRAILING)
        if not _INITIALS.fullmatch(address):
            yield Span(match.start(), match.start() + len(address)), address.casefold()


def tokens_of(page: Page, spans: list[Span]) -> frozenset[int]:
    """The tokens that lie in these spans, so that no other rule reads them."""
    starts = [token.span.start for token in page.tokens]
    return frozenset(
        index
        for span in spans
        for index in range(bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1))
    )
