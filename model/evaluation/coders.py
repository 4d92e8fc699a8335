"""Suggested events beside several coders who marked the words of one event a sentence, without adjudication.

Agreement is token F1: twice the words that both of a pair marked by the words that either marked, over all pairs.
Pairs of coders show what people reach; each coder is paired with the first event of the sentence's type, and with all;
coders who mark one of several events mostly take the first.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from model.gold_page import GoldPage, PageEvent
from model.text.span import Span
from model.text.tokens import Token, tokenize

LABELS_OF_TYPE: Mapping[str, frozenset[str]] = {
    "ASSAULT": frozenset({"ASSAULT", "CASUALTY"}),
    "PROTEST": frozenset({"PROTEST"}),
}
"""The labels of the news schema that the types of arabic_event_gsr cover: killing without a doer has its own here."""


class Part(StrEnum):
    """What coders mark; arguments are named as roles of the news schema."""

    TRIGGER = "trigger"
    ACTOR = "actor"
    RECIPIENT = "recipient"


Marked = Counter[str]
"""Folded words."""
Marks = Mapping[Part, Marked]
"""What one coder marked in a sentence."""
Pair = tuple[Marked, Marked]


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """A sentence with an event of a type, and what each coder marked."""

    text: str
    event_type: str
    coders: tuple[Marks, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The token F1 of two coders, of a coder and the first event, of a coder and all events of the type."""

    two_coders: float
    first: float
    every: float


def marked(words: Iterable[str]) -> Marked:
    """The folded words of what a coder marked."""
    return Counter(token.folded for part in words for token in tokenize(part) if token.is_word)


def agreements(sentences: Sequence[CodedSentence], found: Sequence[GoldPage]) -> dict[Part, Agreement]:
    """The agreement over sentences and the pages suggested for them, part by part."""
    marks = [_suggested(sentence, page) for sentence, page in zip(sentences, found, strict=True)]
    first, every = [one for one, _ in marks], [all_of_type for _, all_of_type in marks]
    return {part: _agreement(part, sentences, first, every) for part in Part}


def _agreement(
    part: Part, sentences: Sequence[CodedSentence], first: Sequence[Marks], every: Sequence[Marks]
) -> Agreement:
    coders = [pair for one in sentences for pair in combinations([marks[part] for marks in one.coders], 2)]
    beside = (
        [(marks[part], found[part]) for one, found in zip(sentences, side, strict=True) for marks in one.coders]
        for side in (first, every)
    )
    return Agreement(token_f1(coders), *map(token_f1, beside))


def token_f1(pairs: Iterable[Pair]) -> float:
    """Over all pairs; 0 when nobody marked any word."""
    both = either = 0
    for one, other in pairs:
        both += (one & other).total()
        either += one.total() + other.total()
    return 2 * both / either if either else 0.0


def _suggested(sentence: CodedSentence, found: GoldPage) -> tuple[Marks, Marks]:
    """The words of the first event of the sentence's type, and of all of them."""
    tokens = [token for token in tokenize(sentence.text) if token.is_word]
    events = [event for event in found.events if event.label in LABELS_OF_TYPE[sentence.event_type]]
    events.sort(key=lambda event: event.span)
    return _marks(tokens, found, events[:1]), _marks(tokens, found, events)


def _marks(tokens: Sequence[Token], found: GoldPage, events: Sequence[PageEvent]) -> Marks:
    spans = found.spans_by_id()
    marks: dict[Part, Marked] = {part: Counter() for part in Part}
    for event in events:
        marks[Part.TRIGGER].update(_words_under(tokens, event.span))
    for role in (Part.ACTOR, Part.RECIPIENT):
        fillers = {target for event in events for name, target in event.arguments if name == role}
        for filler in fillers:
            marks[role].update(_words_under(tokens, spans[filler]))
    return marks


def _words_under(tokens: Sequence[Token], span: Span) -> list[str]:
    """Whole words with their clitics, as coders mark them."""
    return [token.folded for token in tokens if token.span.overlaps(span)]
