"""Finds mentions and triggers by what was learned alone: perceptrons for the outermost mentions, for those inside, and
for triggers, with probabilities for any span."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from model.suggest.learner.analysis import Analysis
from model.suggest.learner.features import Alphabet
from model.suggest.learner.layers import Tags
from model.suggest.learner.marginals import Labelled, label_sentences, label_tokens
from model.suggest.learner.perceptron import Floats, Sentence, Weights, sentence_of
from model.suggest.learner.shapes import core

POSSIBLE = 0.25
"""Probability from which a label that is not the best one is proposed too."""
_WORTH_KEEPING = 0.03
"""Probability below which nothing is remembered of a label at a token."""
_DEEPEST = 3

Found = tuple[str, int, int]
"""A label with its first and last token."""


@dataclass(frozen=True)
class Detector:
    """``triggers`` are the event labels after OUTSIDE, in the order of their weights' columns."""

    alphabet: Alphabet
    tags: Tags
    triggers: tuple[str, ...]
    outer: Weights
    inner: Weights
    trigger: Weights


@dataclass
class Layer:
    """Labelled stretches of tokens: probabilities by the first token of each stretch."""

    tags: Tags
    stretches: list[range] = field(default_factory=list)
    labelled: list[Labelled] = field(default_factory=list)

    @cached_property
    def _by_token(self) -> dict[int, int]:
        return {at: number for number, stretch in enumerate(self.stretches) for at in stretch}

    def probability(self, label: str, first: int, last: int) -> float:
        """How probable it is that these tokens, and no further one, are a mention with this label: the least of its
        tokens' probabilities."""
        number = self._by_token.get(first)
        return 0.0 if number is None else self.probability_in(number, label, first, last)

    def probability_in(self, number: int, label: str, first: int, last: int) -> float:
        """The same, within one stretch."""
        stretch, rows = self.stretches[number], self.labelled[number].probabilities
        begin = self.tags.column(label)
        if begin < 0 or first not in stretch or last not in stretch:
            return 0.0
        offset = stretch.start
        least = float(rows[first - offset, begin])
        for at in range(first + 1, last + 1):
            least = min(least, float(rows[at - offset, begin + 1]))
        return min(least, 1 - float(rows[last + 1 - offset, begin + 1])) if last + 1 in stretch else least

    def best(self) -> Iterator[Found]:
        """The mentions of the best labels."""
        for stretch, labelled in zip(self.stretches, self.labelled, strict=True):
            yield from self.tags.decode(stretch, labelled.best)

    def found(self) -> Iterator[Found]:
        """The mentions of the best labels, and those of less probable ones."""
        yield from self.best()
        for stretch, labelled in zip(self.stretches, self.labelled, strict=True):
            yield from self._possible(stretch, labelled)

    def _possible(self, stretch: range, labelled: Labelled) -> Iterator[Found]:
        rows = labelled.probabilities
        likely = rows[:, 1::2] > POSSIBLE
        for offset, column in zip(*likely.nonzero(), strict=True):
            last = offset
            while last + 1 < len(stretch) and rows[last + 1, 2 * column + 2] > 0.5 * rows[offset, 2 * column + 1]:
                last += 1
            yield self.tags.labels[column], stretch[offset], stretch[last]


@dataclass
class Detection:
    """What a detector sees in an article."""

    outer: Layer
    inner: Layer
    triggers: dict[int, dict[str, float]]
    """By token, the event labels that are likely, with their probabilities."""
    parents: dict[tuple[str, int, int], int]
    """The stretches of the inner layer, by the mention that each is."""


class Reader:
    """Reads one article with one detector."""

    def __init__(
        self, detector: Detector, analysis: Analysis, context: Sequence[tuple[range, list[list[str]]]]
    ) -> None:
        self._detector = detector
        self._analysis = analysis
        alphabet = detector.alphabet
        self._numbers = {
            at: numbers
            for sentence, features in context
            for at, numbers in zip(sentence, alphabet.token_numbers(analysis, sentence, features), strict=True)
        }
        self._stretches = [sentence for sentence, _ in context]

    def read(self, parents: Iterable[Found], *, triggers: bool = True) -> Detection:
        """Label the sentences, then the insides of what is found and of ``parents``; without triggers on request."""
        sentences = self.sentences()
        outer = Layer(self._detector.tags, self._stretches, label_sentences(self._detector.outer, sentences))
        deeds = self._triggers(label_tokens(self._detector.trigger, sentences)) if triggers else {}
        inner, numbers = Layer(self._detector.tags), dict[Found, int]()
        waiting = {*parents, *outer.best()}
        for _ in range(_DEEPEST):
            chosen = sorted(one for one in waiting if one[1] < one[2] and one not in numbers and self.whole(one))
            if not chosen:
                break
            labelled = label_sentences(self._detector.inner, [sentence_of(self.inner_numbers(one)) for one in chosen])
            fresh = Layer(self._detector.tags, [range(first, last + 1) for _, first, last in chosen], labelled)
            for one in chosen:
                numbers[one] = len(numbers)
            inner.stretches += fresh.stretches
            inner.labelled += fresh.labelled
            waiting = set(fresh.best())
        return Detection(outer, inner, deeds, numbers)

    def sentences(self) -> list[Sentence]:
        """The sentences by the numbers of their features."""
        return [sentence_of([self._numbers[at] for at in stretch]) for stretch in self._stretches]

    def whole(self, found: Found) -> bool:
        return all(at in self._numbers for at in range(found[1], found[2] + 1))

    def inner_numbers(self, parent: Found) -> list[list[int]]:
        """The features of the tokens inside a mention."""
        return [
            self._numbers[at] + self._detector.alphabet.numbers(inner_features(self._analysis, parent, at))
            for at in range(parent[1], parent[2] + 1)
        ]

    def _triggers(self, probabilities: Floats) -> dict[int, dict[str, float]]:
        found: dict[int, dict[str, float]] = {}
        tokens = [at for stretch in self._stretches for at in stretch]
        for row, column in zip(*(probabilities[:, 1:] > _WORTH_KEEPING).nonzero(), strict=True):
            label = self._detector.triggers[column]
            found.setdefault(tokens[row], {})[label] = float(probabilities[row, column + 1])
        return found


def inner_features(analysis: Analysis, parent: Found, at: int) -> list[str]:
    """What tells a token inside a mention from one outside: the mention's label and the token's place in it."""
    label, first, last = parent
    place = "first" if at == first else "last" if at == last else "middle"
    return [f"in={label}", f"in={label}@{place}", f"in={label}|{core(analysis.folded[at])}"]
