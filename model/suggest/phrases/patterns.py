"""Patterns over classes of words: ``<weekday> <the> <shift>`` compiled to a regular expression over lexeme codes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from model.suggest.phrases.lexemes import Lexeme
from model.suggest.phrases.vocabulary import Vocabulary

_NAME = re.compile(r"(?<!\?P)<(?P<not>!?)(?P<names>[\w|]+)>")
_PLAIN = {"word"}
_PART = re.compile(r"\{(?P<part>\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of lexemes that a pattern matched, its named groups at hand."""

    lexemes: Sequence[Lexeme]
    match: regex.Match[str]
    shift: int = 0
    """How many lexemes before it the row leaves out."""

    @property
    def start(self) -> int:
        """The index of its first lexeme."""
        return int(self.match.start()) + self.shift

    @property
    def end(self) -> int:
        """The index after its last lexeme."""
        return int(self.match.end()) + self.shift

    def start_of(self, name: str) -> int:
        """The index of the first lexeme of a named group that took part."""
        return int(self.match.start(name)) + self.shift

    def group(self, name: str) -> Sequence[Lexeme]:
        """The lexemes of a named group; none when it took no part."""
        if name not in self.match.re.groupindex or self.match[name] is None:
            return ()
        return self.lexemes[self.match.start(name) + self.shift : self.match.end(name) + self.shift]

    def value(self, name: str, kind: str | None = None) -> str | None:
        """The value of the first lexeme of kind ``kind`` (the group's own name by default) in a named group."""
        kind = kind or name
        return next((lexeme.values[kind] for lexeme in self.group(name) if kind in lexeme.values), None)

    def text(self, name: str) -> str:
        """The folded text of a named group, without the spaces in it; empty when it took no part."""
        return "".join(lexeme.text for lexeme in self.group(name))

    def has(self, name: str) -> bool:
        """Whether the group took part."""
        return bool(self.group(name))


def compile_pattern(source: str, parts: Mapping[str, str], vocabulary: Vocabulary) -> regex.Pattern[str]:
    """Compile a pattern. ``<kind>`` or ``<kind|kind>`` is one lexeme, ``<!kind>`` any other, ``{part}`` a named part.

    Each part may name parts, and a group name may occur in several alternatives. An unknown kind raises ValueError, an
    unknown part KeyError. No pattern may take in plain words, of which ``row_of`` leaves some out.
    """
    while _PART.search(source):
        source = _PART.sub(lambda match: f"(?:{parts[match['part']]})", source)

    def characters(match: re.Match[str]) -> str:
        found = "".join(vocabulary.characters(name) for name in match["names"].split("|"))
        if not found:
            raise ValueError(f"no word is of kind {match['names']}")
        return f"[{'^' if match['not'] else ''}{_ranges(found)}]"

    return regex.compile(re.sub(r"\s+", "", _NAME.sub(characters, source)))


def _ranges(characters: str) -> str:
    """The inside of a character class, neighbours as ranges, which compile faster."""
    parts: list[str] = []
    for character in sorted(set(characters)):
        if parts and ord(character) == ord(parts[-1][-1]) + 1:
            parts[-1] = f"{parts[-1][0]}-{character}"
        else:
            parts.append(character)
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Row:
    """What patterns run over: one character for each lexeme, and the lexeme's index."""

    codes: str
    places: Sequence[int]


def row_of(lexemes: Sequence[Lexeme]) -> Row:
    """The row of lexemes; of three plain words and more only the first and last, since no pattern takes them in."""
    plain = [lexeme.values.keys() == _PLAIN for lexeme in lexemes]
    inner = zip([False, *plain], plain, [*plain[1:], False], strict=False)
    places = [index for index, near in enumerate(inner) if not all(near)]
    return Row("".join(lexemes[index].code for index in places), places)


def phrases(pattern: regex.Pattern[str], lexemes: Sequence[Lexeme], row: Row) -> Iterator[Phrase]:
    """All places where a pattern matches, left to right."""
    for match in pattern.finditer(row.codes):
        yield Phrase(lexemes, match, row.places[match.start()] - match.start())
