"""Pages onto whole words, for gold whose labels stand on words.

Such gold keeps clitics inside («والعراق» is one place), while suggestions leave them out. A span becomes the stretch
from the first word that it touches to the last. Where gold has one label a word, only outermost mentions remain, of
overlapping ones the longer, then the earlier.
"""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from model.evaluation.matching import Item, key_of
from model.gold_page import GoldPage, PageMention
from model.text.span import Span


def on_words(page: GoldPage, text: str, words: Sequence[Span], *, flat: bool) -> GoldPage:
    """The page with its spans widened to words (sorted, disjoint); of equal ones the surest stays.

    ``flat``: without nested mentions.
    """
    mentions = _surest(_widened(page.mentions, text, words))
    events = _surest(_widened(page.events, text, words))
    return replace(page, mentions=tuple(_flattened(mentions) if flat else mentions), events=tuple(events))


def _widened(items: Sequence[Item], text: str, words: Sequence[Span]) -> list[Item]:
    return [_covering(item, text, span) for item in items if (span := _touched(item.span, words)) is not None]


def _covering(item: Item, text: str, span: Span) -> Item:
    return replace(item, fragments=(span,), text=span.of(text))


def _touched(span: Span, words: Sequence[Span]) -> Span | None:
    from bisect import bisect_left, bisect_right

    first = bisect_right(words, span.start, key=attrgetter("end"))
    last = bisect_left(words, span.end, key=attrgetter("start"))
    return Span(words[first].start, words[last - 1].end) if first < last else None


def _surest(items: Sequence[Item]) -> list[Item]:
    best: dict[object, Item] = {}
    for item in items:
        known = best.get(key_of(item))
        if known is None or _score(known) < _score(item):
            best[key_of(item)] = item
    return list(best.values())


def _score(item: Item) -> float:
    return item.evidence.score if item.evidence is not None else 1.0


def _flattened(mentions: Sequence[PageMention]) -> list[PageMention]:
    kept: list[PageMention] = []
    for item in sorted(mentions, key=lambda one: (-len(one.span), one.span, -_score(one), one.label)):
        if not any(item.span.overlaps(other.span) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda one: one.span)
