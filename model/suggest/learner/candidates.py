"""Everything that may be a mention or an event in an article, from the rules and from what was learned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.suggest.entities.page import stems
from model.suggest.learner.analysis import Analysis
from model.suggest.learner.classifier import Classifier
from model.suggest.learner.detector import POSSIBLE, Detection
from model.suggest.learner.edges import EdgeFinder, edges_of, span_with
from model.suggest.learner.memory import NOTHING_KNOWN, Memory, Recollection, Words, key_of
from model.suggestion import SuggestedMention, Suggestion
from model.text.span import Span

MENTION, EVENT, ROLE = "mention:", "event:", "role:"
"""What tags begin with."""
_RULE_SHARE = 0.5
"""What a proposal of the rules counts where those of the learner count by their probability."""
_LIKELY = 0.5
"""Probability from which the words of a mention are looked for elsewhere in the article."""
_LONGEST = 12
"""Tokens of the longest words that are looked for elsewhere in the article."""


@dataclass(slots=True)
class Candidate:
    """A span that may have a label; ``tag`` is the label after MENTION or EVENT."""

    tag: str
    first: int
    last: int
    span: Span
    words: Words
    rule: Suggestion | None = None
    detected: float = 0.0
    """The detector's probability."""
    known: Recollection = NOTHING_KNOWN
    elsewhere: float = 0.0
    """The highest probability of the same words with the same label at other places of the article."""
    places: int = 0
    """At how many other places the same words were proposed with the same label."""

    @property
    def label(self) -> str:
        """The label alone."""
        return self.tag.partition(":")[2]

    @property
    def is_mention(self) -> bool:
        """Whether it may be a mention, not an event."""
        return self.tag.startswith(MENTION)


Proposed = tuple[str, int, int]
"""A tag for the tokens from the first to the last."""


class Gatherer:
    """Gathers the candidates of one article."""

    def __init__(
        self, analysis: Analysis, memory: Memory, detection: Detection, edges: Classifier, kinds: tuple[str, ...]
    ) -> None:
        """``kinds``: MENTION, EVENT or both, what is to be found beside the rules' proposals."""
        self._kinds = kinds
        self._analysis, self._memory, self._detection, self._edges = analysis, memory, detection, edges
        self._found: dict[tuple[Span, str], Candidate] = {}
        self._spans: dict[tuple[int, int, bool], tuple[Span, Words]] = {}
        self._by_rules: set[Proposed] = set()
        self._finder = EdgeFinder(analysis)
        self._in_sentence = {at: sentence for sentence in analysis.sentences for at in sentence}

    def gather(self) -> list[Candidate]:
        """The candidates by their start, outer ones first."""
        self._add_rules()
        self._add([*self._detected(), *self._fresh(self._remembered())])
        self._add(self._fresh(self._repeats()))
        candidates = sorted(self._found.values(), key=lambda one: (one.first, -one.last, one.span, one.tag))
        parents = self._parents()
        for one in candidates:
            one.detected = self._probability(one, parents)
            one.known = self._memory.recall(one.words, one.tag, without=self._analysis.lesson)
        _agree(candidates)
        return candidates

    def _add_rules(self) -> None:
        for suggestion in self._analysis.suggestions:
            places = self._analysis.token_range(suggestion.hull)
            if len(suggestion.fragments) > 1 or not places or places[0] not in self._in_sentence:
                continue
            tag = (MENTION if isinstance(suggestion, SuggestedMention) else EVENT) + suggestion.label
            edges = edges_of(self._analysis, places[0], places[-1], suggestion.hull)
            words = key_of(self._analysis.tokens, places[0], places[-1], edges[0] if edges else 0)
            one = Candidate(tag, places[0], places[-1], suggestion.hull, words, suggestion)
            self._found[one.span, tag] = one
            self._by_rules.add((tag, one.first, one.last))

    def _add(self, proposed: Sequence[Proposed]) -> None:
        """Candidates over tokens, with the most probable edges."""
        wanted: dict[tuple[int, int, bool], Proposed] = {}
        for tag, first, last in proposed:
            place = (first, last, tag.startswith(MENTION))
            if place not in self._spans:
                wanted.setdefault(place, (tag, first, last))
        best = self._finder.best(self._edges, [(first, last, tag) for tag, first, last in wanted.values()])
        for (place, (_, first, last)), edges in zip(wanted.items(), best, strict=True):
            span = span_with(self._analysis, first, last, edges)
            if span is not None:
                self._spans[place] = span, key_of(self._analysis.tokens, first, last, edges[0])
        for tag, first, last in proposed:
            found = self._spans.get((first, last, tag.startswith(MENTION)))
            if found is not None and (found[0], tag) not in self._found and self._taggable(found[0], tag):
                self._found[found[0], tag] = Candidate(tag, first, last, *found)

    def _fresh(self, proposed: Iterable[Proposed]) -> list[Proposed]:
        """Those of which the rules propose nothing alike."""
        return [one for one in proposed if one not in self._by_rules]

    def _detected(self) -> Iterator[Proposed]:
        for layer in (self._detection.outer, self._detection.inner):
            for label, first, last in layer.found():
                yield MENTION + label, first, last
        for at, labels in self._detection.triggers.items():
            for label, probability in labels.items():
                if probability > POSSIBLE:
                    yield EVENT + label, at, at

    def _taggable(self, span: Span, tag: str) -> bool:
        label = tag.partition(":")[2]
        return self._analysis.context.taggable(span.start, label if tag.startswith(MENTION) else "")

    def _remembered(self) -> Iterator[Proposed]:
        for first, last, _, words in self._analysis.matches(self._memory):
            if self._together(first, last):
                for tag in self._memory.labels(words, without=self._analysis.lesson):
                    if tag.startswith(self._kinds):
                        yield tag, first, last

    def _together(self, first: int, last: int) -> bool:
        sentence = self._in_sentence.get(first)
        return sentence is not None and last in sentence

    def _repeats(self) -> Iterator[Proposed]:
        """The words of likely mentions wherever else they stand in the article."""
        likely: dict[str, dict[Words, set[str]]] = {}
        for one in self._found.values():
            if self._is_likely(one):
                likely.setdefault(one.words[0], {}).setdefault(one.words, set()).add(one.tag)
        for first, last, words in _occurrences(self._analysis.folded, likely):
            if self._together(first, last):
                for tag in sorted(likely[words[0]][words]):
                    yield tag, first, last

    def _is_likely(self, one: Candidate) -> bool:
        if not one.is_mention or one.last - one.first >= _LONGEST:
            return False
        return one.rule is not None or self._detection.outer.probability(one.label, one.first, one.last) > _LIKELY

    def _parents(self) -> dict[int, list[int]]:
        """The numbers of the inner stretches over each token."""
        found: dict[int, list[int]] = {}
        for number, stretch in enumerate(self._detection.inner.stretches):
            for at in stretch:
                found.setdefault(at, []).append(number)
        return found

    def _probability(self, one: Candidate, parents: dict[int, list[int]]) -> float:
        if not one.is_mention:
            return self._detection.triggers.get(one.first, {}).get(one.label, 0.0)
        inner = self._detection.inner
        found = self._detection.outer.probability(one.label, one.first, one.last)
        for number in parents.get(one.first, ()):
            if one.last in inner.stretches[number]:
                found = max(found, inner.probability_in(number, one.label, one.first, one.last))
        return found


def _occurrences(folded: list[str], likely: dict[str, dict[Words, set[str]]]) -> Iterator[tuple[int, int, Words]]:
    for first, word in enumerate(folded):
        for reading in stems(word):
            for words in likely.get(reading.key, ()):
                last = first + len(words) - 1
                if tuple(folded[first + 1 : last + 1]) == words[1:]:
                    yield first, last, words


def _agree(candidates: list[Candidate]) -> None:
    """Tell each candidate how sure the same words are elsewhere in the article."""
    alike: dict[tuple[Words, str], list[Candidate]] = {}
    for one in candidates:
        alike.setdefault((one.words, one.tag), []).append(one)
    for group in alike.values():
        if len(group) > 1:
            shares = [max(one.detected, _RULE_SHARE if one.rule else 0.0) for one in group]
            second, first = sorted(shares)[-2:]
            for one, share in zip(group, shares, strict=True):
                one.elsewhere = second if share == first else first
                one.places = len(group) - 1
