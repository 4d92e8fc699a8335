"""Tokens of Arabic text with their offsets; the splitting itself is camel-tools' simple word tokenizer."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.text.folding import fold
from model.text.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, or one mark of punctuation, with its place in the text and its search key."""

    span: Span
    text: str
    folded: str

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter."""
        return any(character.isalpha() for character in self.text)

    @property
    def is_number(self) -> bool:
        """Whether it is all digits, of any script."""
        return self.text.isdigit()


def tokenize(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of a text, their spans moved by ``offset`` code points."""
    pieces = ((span, text[span.start - offset : span.end - offset]) for span in token_spans(text, offset))
    return tuple(Token(span, piece, fold(piece)) for span, piece in pieces)


def token_spans(text: str, offset: int = 0) -> Iterator[Span]:
    """The places of the tokens alone, which is faster where nothing is looked up."""
    # imported here since it takes half a second, which a window that opens has no time for
    from camel_tools.tokenizers.word import simple_word_tokenize

    at = 0
    for piece in simple_word_tokenize(text):
        at = text.index(piece, at)
        yield Span(offset + at, offset + at + len(piece))
        at += len(piece)
