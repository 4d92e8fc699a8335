"""Patterns that find words in folded text: behind clitics and with pronouns, never within a longer, different word.

The rules are those of ``model.text.clitics``: the article belongs to the word and is part of what is found, what stands
before it is not; after ل the article has lost its alef (للعراق). A word with the article carries no pronoun, and ي is
not taken for one: in the news it is nearly always that of عراقي.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from model.text.clitics import ENCLITICS
from model.text.folding import fold

HIT = "hit"
"""The group of a pattern that covers what was found."""
PRONOUN = "pronoun"
"""The group of the pronoun behind the last word, where one is allowed."""
Need = tuple[str, ...]
"""Folded pieces of text, one of which every text with a hit holds; an empty piece promises nothing."""

_ARTICLE, _TEH, _LAM = "ال", "ة", "ل"
_SHORTEST_DEFINITE = 4
_SHORTEST_STEM = 2
_BEFORE = r"(?<!\w)"
_AFTER = r"(?!\w)"
_BETWEEN = r"[^\w\n]{1,3}"
_BEFORE_ANY, _BEFORE_NOUNS = "[وف]??[بلكس]??", "[وف]??[بلك]??"
_PRONOUNS = "|".join(sorted((one for one in ENCLITICS if one not in ("", "ي")), key=len, reverse=True))
_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c-\u200f\u202a-\u202e]")
_WORD, _LETTER = re.compile(r"[\w*]+"), re.compile(r"\w")
_ANY_LETTERS = r"\w*"


class Clitics(Enum):
    """What may be written together with the words of a pattern."""

    NONE = auto()
    BEFORE_NOUNS = auto()
    """و ف ب ل ك before the first one."""
    ALL = auto()
    """Those and the future س before the first, a pronoun behind the last."""


@dataclass(frozen=True, slots=True)
class WordPattern:
    """A compiled pattern over folded text, and what a text must hold for it to find anything."""

    expression: re.Pattern[str]
    needs: tuple[Need, ...]

    def matches(self, folded: str) -> Iterator[re.Match[str]]:
        """Every place of the pattern. Where a piece of the first word is known, only the words that hold it are looked
        at, which is an order of magnitude faster than looking everywhere."""
        pieces = self.needs[0]
        if not all(pieces):
            yield from self.expression.finditer(folded)
            return
        done = 0
        for piece in re.finditer("|".join(map(re.escape, pieces)), folded):
            start = _word_start(folded, piece.start())
            if start >= done and (match := self.expression.match(folded, start)) is not None:
                done = match.end()
                yield match


@dataclass(frozen=True, slots=True)
class Written:
    """One word as somebody wrote it, in one or several forms («قال|أعلن»), ``*`` standing for any letters.

    With a ``free`` article, «عراق» is also found as «العراق».
    """

    forms: tuple[str, ...]
    clitics: Clitics = Clitics.ALL
    free_article: bool = True


def _word_start(folded: str, at: int) -> int:
    while at and (folded[at - 1].isalnum() or folded[at - 1] == "_"):
        at -= 1
    return at


def words_of(text: str) -> list[str]:
    """The words of a text without vowel signs and tatweel, which part no words; the stars of a query belong to them.

    Hamza and ta marbuta stay, since they say what a word may become.
    """
    return [word for word in _WORD.findall(_MARKS.sub("", text)) if _LETTER.search(word)]


def words_pattern(words: Sequence[Written]) -> WordPattern:
    """The pattern of one word, or of several side by side."""
    last = len(words) - 1
    first_clitics, last_clitics = words[0].clitics, words[last].clitics
    before = {Clitics.NONE: "", Clitics.BEFORE_NOUNS: _BEFORE_NOUNS, Clitics.ALL: _BEFORE_ANY}[first_clitics]
    with_pronoun = last_clitics is Clitics.ALL
    bodies = [_body(word, at, with_pronoun=with_pronoun and at == last) for at, word in enumerate(words)]
    after = f"(?({_group(last)})|(?P<{PRONOUN}>{_PRONOUNS})?)" if with_pronoun else ""
    source = f"{_BEFORE}{before}(?P<{HIT}>{_BETWEEN.join(bodies)}){after}{_AFTER}"
    return WordPattern(re.compile(source), tuple(_need(word) for word in words))


def equal_text_pattern(text: str, before: str, clitics: Clitics) -> WordPattern | None:
    """The pattern of the places whose words are those of a tag's text, each time without its clitics.

    ``before`` is what stands directly before the tag: behind ل, a first ل is the article. A text that begins or ends
    with a mark («50%») is found as it stands. None for a text without words.
    """
    folded, words = fold(text).strip(), words_of(text)
    if not words:
        return None
    if not (folded.startswith(fold(words[0])) and folded.endswith(fold(words[-1]))):
        spaced = r"\s+".join(map(re.escape, folded.split()))
        longest = fold(max(words, key=len))
        return WordPattern(re.compile(f"(?<!\\w)(?P<{HIT}>{spaced})(?!\\w)"), (("",), (longest,)))
    if before.endswith(_LAM) and words[0].startswith(_LAM):
        words[0] = "ا" + words[0]
    written = [Written((word,), clitics, free_article=False) for word in words]
    return words_pattern(written)


def _group(at: int) -> str:
    return f"article{at}"


def _body(word: Written, at: int, *, with_pronoun: bool) -> str:
    """The forms of a word; the group of its article takes part wherever the word has one."""
    exact = word.clitics is Clitics.NONE
    definite = [rest for form in word.forms if not exact and (rest := _behind_article(form)) is not None]
    bare = [form for form in word.forms if exact or _behind_article(form) is None]
    branches = []
    behind_lam = f"(?<=(?<!\\w){_LAM})|(?<=(?<!\\w)[وف]{_LAM})"
    if definite:
        swallowing = [_stem(rest) for rest in definite if rest.startswith(_LAM)]
        whole = "|".join(_stem(rest) for rest in definite)
        branches.append(f"(?:{_ARTICLE}|(?:{behind_lam}){_LAM})(?:{whole})")
        if swallowing:
            branches.append(f"(?:{behind_lam})(?:{'|'.join(swallowing)})")
    article = f"(?P<{_group(at)}>{'|'.join(branches)})" if branches else ""
    plain = "|".join(_opened(form) if with_pronoun else _stem(fold(form)) for form in bare)
    if exact or not bare:
        return f"(?:{article or f'(?P<{_group(at)}>(?!))|{plain}'})"
    if word.free_article:
        free = f"(?:{_ARTICLE}|(?:{behind_lam}){_LAM})(?:{'|'.join(_stem(fold(form)) for form in bare)})"
        article = f"(?P<{_group(at)}>{'|'.join([*branches, free])})"
    return f"(?:{article or f'(?P<{_group(at)}>(?!))'}|(?:{plain}))"


def _behind_article(form: str) -> str | None:
    """What follows the article of a word, folded; None for one without: of ألمانيا the first letters are its own."""
    folded = fold(form)
    has = folded.startswith(_ARTICLE) and len(folded) >= _SHORTEST_DEFINITE and not form.startswith(("أ", "إ", "آ"))
    return folded[len(_ARTICLE) :] if has else None


def _stem(folded: str) -> str:
    return _ANY_LETTERS.join(map(re.escape, folded.split("*")))


def _opened(form: str) -> str:
    """A stem before a pronoun: ta marbuta is then written as ت."""
    stem = _stem(fold(form))
    if not form.endswith(_TEH) or len(stem) <= _SHORTEST_STEM:
        return stem
    return f"{stem}|{stem[:-1]}ت(?=(?:{_PRONOUNS}){_AFTER})"


def _need(word: Written) -> Need:
    """For each form the longest piece that all its spellings share."""
    return tuple(_piece(form, word.clitics) for form in word.forms)


def _piece(form: str, clitics: Clitics) -> str:
    if clitics is Clitics.NONE:
        return max(fold(form).split("*"), key=len)
    folded = _behind_article(form) or fold(form)
    pieces = folded.split("*")
    if form.endswith(_TEH):
        pieces[-1] = pieces[-1][:-1]
    return max(pieces, key=len)
