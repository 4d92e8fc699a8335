"""An article as the rules of entities see it: numbered tokens, their readings without proclitics, lines, marks."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from model.suggest.context import Context
from model.text.clitics import PROCLITICS
from model.text.folding import fold_aligned
from model.text.span import Span
from model.text.tokens import Token

OPENING = {"«": "»", '"': '"', "“": "”", "”": "“", "„": "“", "(": ")", "[": "]", "‹": "›", "'": "'"}
"""Marks that open a quotation or a bracket, with the mark that closes it."""
CLOSING = {**{mark: mark + '"' for mark in "»)]›'"}, '"': '"', "“": '“”"', "”": '“”"'}
_MARKS = frozenset(OPENING) | frozenset(CLOSING)
_NOMINAL = tuple(proclitic for proclitic in PROCLITICS if not proclitic.endswith("س"))
"""No name follows the future س."""
_SHORTEST = 2
_CLOSED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"})
"""Labels of earlier suggesters whose mentions no name begins, ends or lies in; plain numbers may be part of one."""
_DEFINITE_LENGTH = 4
_SEATED = frozenset("أإآ")
"""Alefs that no article begins with: ألماني، إلهام."""
_CONTROLS = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Marks of direction that a saved page may hold at the edge of a word."""


@dataclass(frozen=True, slots=True)
class Stem:
    """A reading of a folded word: its ``key`` without proclitics, article restored, after ``lead`` folded letters."""

    key: str
    lead: int
    proclitics: str


@lru_cache(maxsize=65536)
def stems(folded: str) -> tuple[Stem, ...]:
    """Every reading of a folded word that leaves two letters or more, the fewest proclitics first."""
    if len(folded) < _SHORTEST:
        return (Stem(folded, 0, ""),)
    found = []
    for proclitic in _NOMINAL:
        lead = len(proclitic)
        if not folded.startswith(proclitic) or len(folded) - lead < _SHORTEST:
            continue
        rest = folded[lead:]
        if proclitic.endswith("ل") and rest.startswith("ل") and len(rest) > _SHORTEST:
            found.append(Stem("ا" + rest, lead, proclitic))
        found.append(Stem(rest, lead, proclitic))
        if proclitic.endswith("ل") and rest.startswith("ل") and len(rest) > _SHORTEST:
            found.append(Stem("ال" + rest, lead, proclitic))  # of three lams two are written: للجنة
    return tuple(sorted(found, key=lambda stem: stem.lead))


class Page:
    """The tokens of one article, known by their number; every method takes such numbers and never raises for them."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.article.text
        self.tokens: tuple[Token, ...] = context.tokens
        self.folded = [token.folded for token in self.tokens]
        self._words = [folded[:1].isalpha() for folded in self.folded]
        self._size = len(self.folded)
        self._places: dict[Callable[[str], object], list[int]] = {}

    def __len__(self) -> int:
        return self._size

    def places(self, test: Callable[[str], object]) -> list[int]:
        """The tokens whose folded form passes a test, in order; a test must always answer the same."""
        known = self._places.get(test)
        if known is None:
            fitting = [places for word, places in self._by_word.items() if test(word)]
            known = self._places[test] = sorted(chain.from_iterable(fitting))
        return known

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The tokens of each folded word, so that a test asks for it once."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.folded):
            found.setdefault(word, []).append(index)
        return found

    @cached_property
    def lines(self) -> list[int]:
        """The number of the line that each token stands in."""
        starts = [line.start for line in self.context.lines]
        return [bisect_right(starts, token.span.start) for token in self.tokens]

    def block(self, tokens: frozenset[int]) -> None:
        """Keep further tokens, addresses, from every rule."""
        self.blocked = self.blocked | tokens

    @cached_property
    def blocked(self) -> frozenset[int]:
        """Tokens inside dates, times and amounts that earlier suggesters found."""
        starts = [token.span.start for token in self.tokens]
        spans = [mention.hull for mention in self.context.mentions if mention.label in _CLOSED]
        return frozenset(
            index
            for span in spans
            for index in range(bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1))
        )

    def word(self, index: int) -> str:
        """The folded token, or nothing beyond the article's ends."""
        return self.folded[index] if 0 <= index < self._size else ""

    def raw(self, index: int) -> str:
        """The token as it is written, or nothing beyond the ends."""
        return self.tokens[index].text if 0 <= index < self._size else ""

    def same_line(self, first: int, second: int) -> bool:
        """Whether both tokens exist and stand in one line."""
        inside = 0 <= first < self._size and 0 <= second < self._size
        return inside and self.lines[first] == self.lines[second]

    def follows(self, index: int) -> int:
        """The next token of the same line, or -1."""
        following = index + 1
        inside = index >= 0 and following < self._size
        return following if inside and self.lines[index] == self.lines[following] else -1

    def is_word(self, index: int) -> bool:
        """Whether the token holds a letter."""
        return 0 <= index < self._size and self._words[index]

    def has_tanwin(self, index: int) -> bool:
        """Whether the word bears the accusative's tanwin on alef, written out."""
        return self.raw(index).endswith(("اً", "ًا"))

    @cached_property
    def _tells_yeh(self) -> bool:
        """Whether its writer dots final yeh, so that one without dots is an alef: نادى beside نادي."""
        return any(token.text.endswith("ي") for token in self.tokens)

    @cached_property
    def _tells_marbuta(self) -> bool:
        """Whether its writer dots teh marbuta, so that a final heh is a pronoun or a letter of the word."""
        dotted = sum(token.text.endswith("ة") for token in self.tokens)
        return dotted > sum(token.text.endswith("ه") for token in self.tokens)

    def ends_in_alef(self, index: int) -> bool:
        """Whether the word ends in ى that its writer tells from ي: نادى is no club."""
        return self._tells_yeh and self.raw(index).endswith("ى")

    def ends_in_heh(self, index: int) -> bool:
        """Whether the word ends in ه that its writer tells from ة: وجده is no city."""
        return self._tells_marbuta and self.raw(index).endswith("ه")

    def is_mark(self, index: int) -> bool:
        """Whether the token is a quotation mark or a bracket."""
        return self.word(index) in _MARKS

    def is_definite(self, index: int) -> bool:
        """Whether the word bears the article and no proclitic before it."""
        word = self.word(index)
        return word.startswith("ال") and len(word) >= _DEFINITE_LENGTH and self.raw(index)[0] not in _SEATED

    def closing(self, opening: int, most: int = 8) -> int:
        """The token that closes the quotation or bracket opened at a token, within ``most`` words, or -1."""
        mark = self.raw(opening)
        wanted = OPENING.get(mark)
        if wanted is None or (mark == '"' and self._ends_quotation(opening)):
            return -1
        for index in range(opening + 1, min(opening + most + 2, len(self.tokens))):
            if self.lines[index] != self.lines[opening]:
                return -1
            if self.raw(index) in (wanted, CLOSING.get(wanted, "")) or self._closes(mark, self.raw(index)):
                return index if index > opening + 1 else -1
        return -1

    def _ends_quotation(self, index: int) -> bool:
        """Whether a straight mark stands right behind a word and apart from the next one."""
        end = self.tokens[index].span.end
        behind = index > 0 and self._words[index - 1] and self.tokens[index - 1].span.end == end - 1
        return behind and len(self.folded[index - 1]) > _SHORTEST and not self.text[end : end + 1].isalnum()

    @staticmethod
    def _closes(opening: str, mark: str) -> bool:
        return opening in "“”„" and mark in "“”"

    def span(self, first: int, lead: int, last: int) -> Span:
        """The text from token ``first`` without ``lead`` folded letters to the end of token ``last``."""
        token = self.tokens[first]
        start = token.span.start
        if lead:
            plain = len(token.text) == len(token.folded)
            start += lead if plain else fold_aligned(token.text).origins[lead]
        end = self.tokens[last].span.end
        while start < end and self.text[start] in _CONTROLS:
            start += 1
        while start < end and self.text[end - 1] in _CONTROLS:
            end -= 1
        return Span(start, end)

    def key_of(self, first: int, lead: int, last: int) -> str:
        """The folded words of a range, article restored, marks left out, joined by spaces."""
        words = [
            self.folded[index] for index in range(first, last + 1) if self.is_word(index) or self.word(index).isdigit()
        ]
        if words and lead:
            rest = words[0][lead:]
            swallowed = words[0][:lead].endswith("ل") and rest.startswith("ل")
            words[0] = "ا" + rest if swallowed else rest
        return " ".join(words)
