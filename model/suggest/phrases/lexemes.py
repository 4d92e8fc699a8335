"""A folded text as a row of classed lexemes, proclitics, article and pronouns apart, every one with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from model.suggest.phrases.vocabulary import Split, Values, splits, vocabulary

_PIECE = re.compile(
    r"""
    (?P<plain> [\u0621-\u064a]+ (?![\w.@\-]) )
    | (?P<code> (?:https?://|www\.)\S+ | [@\#][\w.]+ | (?<![\w.])[\w.]+@[\w.]+
        | (?:\+|\b00)\d[\d\-]{6,} | \b\d{2,4}(?:-\d{3,}){2,} | \b\d{10,}\b
        | \b(?:\w*[^\W\d_]-)\d[\w.-]* | \b[^\W\d_\u0600-\u06ff]+\d\w*
        | \b\d+(?!h\d\d\b)[a-z]\w* | \b\d+(?:\.\d+){2,}\.\d+ )
    | (?P<numdate> (?<!\d)\d{4}[./-]\d{1,2}[./-]\d{1,2}\b | (?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b
        | (?<!\d)\d{4}\ [/-]\ \d{1,2}\ [/-]\ \d{1,2}\b | (?<!\d)\d{1,2}\ [/-]\ \d{1,2}\ [/-]\ \d{4}\b )
    | (?P<clock> (?<![\d:])\d{1,2}(?::\d{2}){1,2}(?!\d) | (?<!\d)\d{1,2}h\d{2}\b )
    | (?P<range> \b\d{4}\ [-–—]\ \d{4}\b | \d+(?:[.,٫]\d+)?[-–—]\d+(?:[.,٫]\d+)? )
    | (?P<num> \d+ر\d+(?!\w) | \d{1,3}(?:[,٬،]\d{3})+(?!\d) | \d{1,3}(?:\.\d{3}){2,}(?!\d) | \d+(?:[.,٫،]\d+)? )
    | (?P<symbol> [%٪$€£¥] )
    | (?P<word> [^\W\d_]+ )
    | (?P<line> [\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029] )
    | (?P<comma> [,،؛;:] ) | (?P<slash> / ) | (?P<open> [(\[] ) | (?P<close> [)\]] ) | (?P<dash> [-–—] )
    | (?P<stop> [.!?؟…] ) | (?P<mark> \S )
    """,
    re.VERBOSE,
)
_KINDS = {"plain": "word"}
"""A word of Arabic letters that nothing is written onto is found at once, no longer kind being possible."""
_MONTHS = frozenset({"month", "month_unsure"})
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_ARABIC_NUMBERS = re.compile(r"(?P<proclitic>و|ف|وب|ول|ب|ل|ك)?(?P<article>ال)?-?$")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word or part of one, ``[start, end)`` of the folded text, its values by kind; ``code`` stands for the kinds."""

    code: str
    start: int
    end: int
    text: str
    values: Values


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    start: int
    end: int
    text: str


@lru_cache(maxsize=4)
def lex(folded: str) -> tuple[Lexeme, ...]:
    """The lexemes of a folded text in order; the last texts are remembered, since times and numbers read the same."""
    return tuple(_Lexer(folded).run())


def _kinds_of_digits(text: str) -> tuple[str, ...]:
    if _YEAR.fullmatch(text):
        return "num", "year_num"
    return ("num", "day_num") if 1 <= int(text) <= 31 and len(text) < 3 else ("num",)


class _Lexer:
    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._vocabulary = vocabulary()
        self._pieces = [
            _Piece(_KINDS.get(str(match.lastgroup), str(match.lastgroup)), match.start(), match.end(), match[0])
            for match in _PIECE.finditer(folded)
        ]

    def run(self) -> Iterator[Lexeme]:
        at = 0
        while at < len(self._pieces):
            piece = self._pieces[at]
            at += 1
            if piece.kind == "code" and (parts := self._number_after_proclitic(piece)):
                yield from parts
            elif piece.kind == "word" and (glued := self._before_digits(piece, at)):
                yield from glued
            elif piece.text == "و":
                yield self._lexeme("and", piece.start, piece.end)
            elif piece.kind in {"word", "symbol"}:
                lexemes, used = self._word(piece, at)
                yield from lexemes
                at += used
            else:
                yield self._lexeme(piece.kind, piece.start, piece.end)

    def _lexeme(self, kind: str, start: int, end: int) -> Lexeme:
        text = self._folded[start:end]
        if kind == "num" and text.isdigit():
            values = dict.fromkeys(_kinds_of_digits(text), text)
            return Lexeme(self._vocabulary.code(values), start, end, text, values)
        return Lexeme(self._vocabulary.code({kind: text}), start, end, text, {kind: text})

    def _number_after_proclitic(self, piece: _Piece) -> list[Lexeme]:
        """الـ-25 and the like: a hyphen between article and digits, or a month and its day."""
        letters, hyphen, digits = piece.text.partition("-")
        if not hyphen or not digits.isdigit():
            return []
        number, at = self._lexeme("num", piece.end - len(digits), piece.end), piece.start + len(letters)
        if _ARABIC_NUMBERS.fullmatch(letters):
            return [*self._proclitics(piece.start, letters), number]
        month = self._vocabulary.single.get(letters, {})
        if not _MONTHS & month.keys():
            return []
        name = Lexeme(self._vocabulary.code(month), piece.start, at, letters, month)
        return [name, self._lexeme("dash", at, at + 1), number]

    def _before_digits(self, piece: _Piece, following: int) -> list[Lexeme]:
        """Letters written onto a number: proclitics and article; other letters make it a part of a name."""
        if following >= len(self._pieces):
            return []
        number = self._pieces[following]
        if number.kind not in {"num", "range", "numdate", "clock"} or number.start != piece.end:
            return []
        return self._proclitics(piece.start, piece.text)

    def _proclitics(self, start: int, letters: str) -> list[Lexeme]:
        match = _ARABIC_NUMBERS.fullmatch(letters)
        if match is None:
            return []
        parts = []
        proclitic = match["proclitic"] or ""
        for index, letter in enumerate(proclitic):
            parts.append(self._lexeme("and" if letter in "وف" else "prep", start + index, start + index + 1))
        if match["article"]:
            parts.append(self._lexeme("the", start + len(proclitic), start + len(letters)))
        return parts

    def _word(self, piece: _Piece, following: int) -> tuple[list[Lexeme], int]:
        for split in splits(piece.text):
            values, end, used = self._sequence(split, piece, following)
            if values is None:
                values = self._vocabulary.single.get(split.head)
                end, used = piece.end - split.pronoun, 0
            if values is not None:
                return self._parts(split, piece, values, end), used
        return [self._lexeme("word" if piece.kind == "word" else "mark", piece.start, piece.end)], 0

    def _sequence(self, split: Split, piece: _Piece, following: int) -> tuple[Values | None, int, int]:
        for further, values in () if split.pronoun else self._vocabulary.sequences.get(split.head, ()):
            pieces = self._pieces[following : following + len(further)]
            if tuple(next_piece.text for next_piece in pieces) == further:
                return values, pieces[-1].end, len(further)
        return None, 0, 0

    def _parts(self, split: Split, piece: _Piece, values: Values, end: int) -> list[Lexeme]:
        parts = []
        start = piece.start + split.head_start
        for index, letter in enumerate(split.proclitics):
            kind = "and" if letter in "وف" else "prep"
            parts.append(self._lexeme(kind, piece.start + index, piece.start + index + 1))
        if split.article:
            parts.append(self._lexeme("the", piece.start + len(split.proclitics), start))
        parts.append(Lexeme(self._vocabulary.code(values), start, end, self._folded[start:end], values))
        if split.pronoun:
            parts.append(self._lexeme("pronoun", end, piece.end))
        return parts
