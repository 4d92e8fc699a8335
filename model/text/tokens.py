"""Tokens of Arabic text with their offsets; they are those of camel-tools' simple word tokenizer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.text.folding import fold
from model.text.span import Span

_LETTERS = "\u0621-\u063a\u0640-\u0652\u0660-\u0669\u0670-\u06d3A-Za-z0-9À-ÖØ-öø-ÿ\u200e\u200f\u202a-\u202e\ufeff"
_MARKS = "!-/:-@\\[-`{-~«»،؛؟“”„‘’‹›–—…٪٫٬•°€£©®×÷●○■□▪▫◆◇☰☆★◄►▶◀▷◂▾▸▼▲↑↓←→↻✉✓✔♥⎙"
_USUAL = re.compile(f"[{_LETTERS}{_MARKS}]+")
_PIECE = re.compile(f"[{_LETTERS}]+|[{_MARKS}]")
"""Words of usual characters are parted here as camel-tools parts them: at every mark. It looks at each letter and takes
half a second to load, so it is asked for unusual ones only; a test compares the two."""


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
    at = 0
    for written in text.split():
        for piece in _PIECE.findall(written) if _USUAL.fullmatch(written) else _parted(written):
            at = text.index(piece, at)
            yield Span(offset + at, offset + at + len(piece))
            at += len(piece)


def _parted(written: str) -> list[str]:
    from camel_tools.tokenizers.word import simple_word_tokenize

    pieces: list[str] = simple_word_tokenize(written)
    return pieces
