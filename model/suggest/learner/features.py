"""Features as numbers: the alphabet that a model knows, and each token's features in it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from model.suggest.learner.analysis import Analysis
from model.suggest.learner.memory import Memory
from model.suggest.learner.shapes import core, word_features

_EDGES = ("^", "$")
_PLACES = (0, -1, 1, -2, 2)
"""Places around a token whose words its features tell."""


@lru_cache(maxsize=65536)
def _placed(text: str) -> tuple[tuple[str, ...], ...]:
    """The features that a word gives to the tokens around it, in the order of the places."""
    here, near, far = word_features(text) if text not in _EDGES else ((), (f"w={text}",), (f"w={text}",))
    by_place = (here, near, near, far, far)
    return tuple(tuple(f"{place}{one}" for one in features) for place, features in zip(_PLACES, by_place, strict=True))


def _pairs(before: str, here: str, after: str) -> tuple[str, str]:
    return f"b={core(before)}|{core(here)}", f"n={core(here)}|{core(after)}"


class Alphabet:
    """Feature names with their numbers; names it does not know are passed over."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._numbers = {name: number for number, name in enumerate(names)}
        self._words: dict[str, tuple[tuple[int, ...], ...]] = {}

    def __len__(self) -> int:
        return len(self.names)

    def number(self, name: str) -> int | None:
        """The number of a feature, if it is known."""
        return self._numbers.get(name)

    def numbers(self, names: Iterable[str]) -> list[int]:
        """The numbers of the known ones among features."""
        known = self._numbers
        return [known[name] for name in names if name in known]

    def of_word(self, text: str) -> tuple[tuple[int, ...], ...]:
        """The numbers of the features that a word gives to the tokens around it."""
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = tuple(tuple(self.numbers(features)) for features in _placed(text))
        return found

    def token_numbers(self, analysis: Analysis, sentence: range, context: Sequence[Sequence[str]]) -> list[list[int]]:
        """The features of each token of a sentence; ``context`` are those that its words do not tell."""
        texts = [analysis.tokens[at].text for at in sentence]
        words = [self.of_word(_EDGES[0]), self.of_word(_EDGES[0]), *map(self.of_word, texts)]
        words += [self.of_word(_EDGES[1]), self.of_word(_EDGES[1])]
        folded = ["^", *(analysis.folded[at] for at in sentence), "$"]
        found = []
        for at, features in enumerate(context):
            ids = [*words[at + 2][0], *words[at + 1][1], *words[at + 3][2], *words[at][3], *words[at + 4][4]]
            ids += self.numbers(features)
            ids += self.numbers(_pairs(*folded[at : at + 3]))
            found.append(ids)
        return found


def feature_names(analysis: Analysis, sentence: range, at: int, context: Sequence[str]) -> list[str]:
    """The names of all features of the token ``at`` of a sentence, known or not."""
    texts = ["^", "^", *(analysis.tokens[one].text for one in sentence), "$", "$"]
    here = at - sentence.start + 2
    placed = [_placed(texts[here + offset])[place] for place, offset in ((0, 0), (1, -1), (2, 1), (3, -2), (4, 2))]
    folded = ["^", *(analysis.folded[one] for one in sentence), "$"]
    return [
        *(name for features in placed for name in features),
        *context,
        *_pairs(*folded[here - 2 : here + 1]),
    ]


def collect_names(
    read: Iterable[tuple[Analysis, Sequence[tuple[range, list[list[str]]]]]], *, least: int
) -> tuple[str, ...]:
    """The names of features that occur at ``least`` tokens or more, sorted."""
    words, counts = [Counter[str]() for _ in _PLACES], Counter[str]()
    for analysis, sentences in read:
        for sentence, context in sentences:
            texts = ["^", "^", *(analysis.tokens[at].text for at in sentence), "$", "$"]
            size = len(context)
            for counter, shift in zip(words, (2, 1, 3, 0, 4), strict=True):
                counter.update(texts[shift : shift + size])
            folded = ["^", *(analysis.folded[at] for at in sentence), "$"]
            for at, features in enumerate(context):
                counts.update(features)
                counts.update(_pairs(*folded[at : at + 3]))
    for place, counter in enumerate(words):
        for text, times in counter.items():
            for name in _placed(text)[place]:
                counts[name] += times
    return tuple(sorted(name for name, times in counts.items() if times >= least))


def context_of(analysis: Analysis, memory: Memory | None, *, rules: bool) -> list[tuple[range, list[list[str]]]]:
    """The sentences of an article with the features of each token that its words do not tell."""
    return list(analysis.context_features(memory, rules=rules))
