"""The words of one sentence with what stands on them: folded shapes, mentions, and windows around a word."""

from collections.abc import Container, Iterator

from model.suggestion import SuggestedMention
from model.text.span import Span
from model.text.tokens import Token

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_ARTICLE = "ال"
OPENERS = frozenset(
    "ان انه انها انهم انهما بان بانه بانها بانهم فان فانه وان فيما بينما لكن لكنه لكنها حيث حين حينما عندما"
    " بعدما قبلما كما"
    " اذ لان لانه لانها مما اذا لو ما الا كي لكي حتي الذي التي الذين اللذين اللتين اللذان اللتان اما وهو وهي"
    " وهم".split()
)
"""Words that open a clause."""


class Words:
    """The tokens of a sentence by index, punctuation included, and the mentions that lie in it, sorted by start."""

    def __init__(
        self, text: str, span: Span, tokens: tuple[Token, ...], mentions: tuple[SuggestedMention, ...]
    ) -> None:
        self.text = text
        self.span = span
        self.tokens = tokens
        self.mentions = mentions
        self._is_word = [token.is_word or token.is_number for token in tokens]
        self._spans = [(mention.hull.start, mention.hull.end, mention.label) for mention in mentions]
        self._shapes: dict[int, frozenset[str]] = {}
        self._labels: dict[int, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def is_word(self, index: int) -> bool:
        """Whether the token is a word or a number."""
        return self._is_word[index]

    def is_word_at(self, index: int) -> bool:
        """Whether there is such a token and it is a word or a number."""
        return 0 <= index < len(self.tokens) and self._is_word[index]

    def text_between(self, start: int, end: int) -> str:
        """A piece of the article's text."""
        return self.text[start:end]

    def writes(self, letter: str) -> bool:
        """Whether the sentence has the letter as it is, unfolded."""
        return letter in self.text[self.span.start : self.span.end]

    def folded(self, index: int) -> str:
        """The folded token at an index; empty outside the sentence."""
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def shapes(self, index: int) -> frozenset[str]:
        """The token folded, also without its conjunction, its preposition and its article."""
        found = self._shapes.get(index)
        if found is None:
            found = self._shapes[index] = frozenset(shapes_of(self.tokens[index].folded))
        return found

    def labels_at(self, index: int) -> frozenset[str]:
        """The labels of the mentions that cover a part of the token."""
        found = self._labels.get(index)
        if found is None:
            span = self.tokens[index].span
            found = frozenset(label for start, end, label in self._spans if start < span.end and span.start < end)
            self._labels[index] = found
        return found

    def names_over(self, offset: int) -> Iterator[tuple[str, int]]:
        """The label and the start of each mention over this code point."""
        return ((label, start) for start, end, label in self._spans if start <= offset < end)

    def labels_after(self, index: int) -> frozenset[str]:
        """The labels on the next token; none at the end."""
        return self.labels_at(index + 1) if index + 1 < len(self.tokens) else frozenset()

    def labels_between(self, first: int, end: int) -> frozenset[str]:
        """The labels on the tokens from one index up to another."""
        return frozenset().union(*(self.labels_at(index) for index in range(first, end)))

    def window(self, at: int, reach: int) -> Iterator[int]:
        """Indices of the tokens up to the ``reach``-th word from ``at``, backwards when negative, its own when zero."""
        if not reach:
            yield at
        step = 1 if reach > 0 else -1
        left, index = abs(reach), at + step
        while left and 0 <= index < len(self.tokens):
            yield index
            left -= self._is_word[index]
            index += step

    def index_at(self, offset: int) -> int:
        """The index of the token that holds this code point, or of the first one after it."""
        for index, token in enumerate(self.tokens):
            if token.span.end > offset:
                return index
        return len(self.tokens)


def without_conjunction(word: str, known: Container[str]) -> str:
    """The folded word itself when it is known, else without a conjunction when that makes it known, else itself."""
    return word[1:] if word not in known and word[:1] in _CONJUNCTIONS and word[1:] in known else word


def shapes_of(word: str) -> Iterator[str]:
    """A folded word with its proclitics taken away one after the other."""
    yield word
    if word[:1] in _CONJUNCTIONS and len(word) > 2:
        word = word[1:]
        yield word
    if word[:1] in _PREPOSITIONS and len(word) > 3:
        if word.startswith("لل"):
            yield "ال" + word[2:]
            yield word[2:]
        yield word[1:]
        yield word[1:].removeprefix(_ARTICLE)
    if word.startswith(_ARTICLE) and len(word) > 4:
        yield word[2:]
