"""An article as the learner sees it: sentences of tokens, what the rules say of each, what is remembered of it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from model.suggest.context import UNTAGGED_ZONES, Context
from model.suggest.learner.memory import Memory, Words
from model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from model.text.span import Span

LONGEST_SENTENCE = 80
"""Tokens; longer ones are cut, so that a page without full stops costs no more than others."""
_SHARES, _TRUST = (0.4, 0.8), ("rare", "often", "sure")
"""How often remembered words were confirmed among all their occurrences, and what that is called."""
_OPENING, _CLOSING = frozenset("«“([„"), frozenset("»”)]")


class Analysis:
    """``lesson`` is the number of the lesson that the article is, whose memories it must not look up."""

    def __init__(
        self,
        context: Context,
        mentions: Sequence[SuggestedMention],
        events: Sequence[SuggestedEvent],
        *,
        lesson: int | None = None,
    ) -> None:
        self.context = context
        self.tokens = context.tokens
        self.folded = [token.folded for token in self.tokens]
        self.starts = [token.span.start for token in self.tokens]
        self.mentions = mentions
        self.events = events
        self.lesson = lesson
        self._matches: list[tuple[int, int, int, Words]] | None = None

    @property
    def suggestions(self) -> list[Suggestion]:
        """What the rules suggest."""
        return [*self.mentions, *self.events]

    @cached_property
    def sentences(self) -> list[range]:
        """The numbers of the tokens of each sentence where something may be tagged."""
        found = []
        for sentence in self.context.sentences:
            if self.context.zone_at(sentence.start) in UNTAGGED_ZONES:
                continue
            first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
            found += [range(at, min(at + LONGEST_SENTENCE, last)) for at in range(first, last, LONGEST_SENTENCE)]
        return found

    def token_range(self, span: Span) -> range:
        """The numbers of the tokens that a span touches."""
        first = bisect_left(self.starts, span.start + 1) - 1
        if first < 0 or self.tokens[first].span.end <= span.start:
            first += 1
        return range(first, bisect_left(self.starts, span.end))

    @cached_property
    def outer_opinions(self) -> dict[int, str]:
        """The outermost mention that the rules see at a token, as its label with B or I."""
        found: dict[int, str] = {}
        for mention in self.mentions:
            places = self.token_range(mention.hull)
            if places and places[0] not in found:
                found.update({at: f"{'B' if at == places[0] else 'I'}-{mention.label}" for at in places})
        return found

    @cached_property
    def inner_opinions(self) -> dict[int, str]:
        """The smallest mention that the rules see at a token inside another one."""
        found: dict[int, str] = {}
        for mention in self.mentions:
            places = self.token_range(mention.hull)
            if places and places[0] in self.outer_opinions:
                found.update(
                    {
                        at: f"{'B' if at == places[0] else 'I'}-{mention.label}"
                        for at in places
                        if self.outer_opinions.get(at) is not None
                    }
                )
        return found

    @cached_property
    def deeds(self) -> dict[int, str]:
        """The type of the event that the rules see a token name."""
        return {at: event.label for event in self.events for at in self.token_range(event.hull)}

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens between quotation marks or brackets."""
        found, depth = set(), 0
        for sentence in self.sentences:
            depth = 0
            for at in sentence:
                text = self.tokens[at].text
                depth = depth + 1 if text in _OPENING else max(depth - 1, 0) if text in _CLOSING else depth
                if depth:
                    found.add(at)
        return frozenset(found)

    def matches(self, memory: Memory) -> list[tuple[int, int, int, Words]]:
        """The remembered words in the article, as ``Memory.matches`` finds them."""
        if self._matches is None:
            self._matches = list(memory.matches(self.folded))
        return self._matches

    def remembered(self, memory: Memory) -> dict[int, list[str]]:
        """What other articles say of the words at each token: begins or continues words confirmed or refused there."""
        found: dict[int, list[str]] = {}
        for first, last, _, words in self.matches(memory):
            for tag in memory.labels(words, without=self.lesson):
                known = memory.recall(words, tag, without=self.lesson)
                trust = _TRUST[bisect_left(_SHARES, known.confirmed / max(known.seen, 1))]
                size = "1" if known.confirmed < 2 else "2"
                for at in range(first, last + 1):
                    found.setdefault(at, []).append(f"m{'I' if at > first else 'B'}{trust}{size}:{tag}")
        return found

    def context_features(self, memory: Memory | None, *, rules: bool) -> Iterator[tuple[range, list[list[str]]]]:
        """Per sentence, the features of each token that its word and its neighbours' words do not tell."""
        remembered = self.remembered(memory) if memory is not None else {}
        for sentence in self.sentences:
            zone = self.context.zone_at(self.starts[sentence[0]])
            found = []
            for at in sentence:
                features = ["1", f"zone={zone}"]
                if at in self.quoted:
                    features.append("quoted")
                features += remembered.get(at, ())
                if rules:
                    features += self._opinions(at, sentence)
                found.append(features)
            yield sentence, found

    def _opinions(self, at: int, sentence: range) -> Iterator[str]:
        outer, deeds = self.outer_opinions, self.deeds
        here = outer.get(at, "-")
        yield f"r={here}"
        yield f"r-1={outer.get(at - 1, '-') if at > sentence.start else '^'}"
        yield f"r+1={outer.get(at + 1, '-') if at + 1 < sentence.stop else '$'}"
        if at in self.inner_opinions:
            yield f"ri={self.inner_opinions[at]}"
        if at in deeds:
            yield f"rd={deeds[at]}"
