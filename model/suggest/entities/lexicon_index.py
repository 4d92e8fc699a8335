"""The lexicon by the words of its forms, for the longest match at a token; built once, on first use."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from model.suggest.entities import vocabulary
from model.suggest.entities.page import Stem, stems
from model.suggest.lexicon.entries import LexiconEntry, load_bodies, load_lexicon, load_names, load_posts
from model.text.clitics import PROCLITICS
from model.text.folding import fold

_SHORTEST_ACCUSATIVE = 4
_SLAVE = "عبد"
"""With a definite word after it a given name."""
_PIECES = re.compile(r"[^\W_]+|[^\w\s]|_")


class Form(NamedTuple):
    """A form of an entry as the folded tokens it is made of."""

    words: tuple[str, ...]
    entry: LexiconEntry


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun with its whole form: a post (``kind`` post, rank …) or a body (``kind`` its mention label)."""

    words: tuple[str, ...]
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class Names:
    """The words of personal names; ``sure`` ones are no ordinary words."""

    given: frozenset[str]
    sure_given: frozenset[str]
    family: frozenset[str]
    sure: frozenset[str]
    foreign: frozenset[str]
    in_marbuta: frozenset[str]
    """Ordinary words too, spelt with ة as names and nothing else: with ه they bear a pronoun (جوده)."""


def pieces(form: str) -> tuple[str, ...]:
    """The folded tokens of a form."""
    return _tokens(fold(form))


def _tokens(folded: str) -> tuple[str, ...]:
    if folded.replace(" ", "").isalpha():
        return tuple(folded.split())
    return tuple(_PIECES.findall(folded))


Forms = Mapping[str, Sequence[Form]]
"""Forms that share their first word, by their second one (nothing for one word alone), the longest first."""


class LexiconForms(Mapping[str, Forms]):
    """The forms of the lexicon by their first word; those that share one are parted into words when they are wanted.

    There are tens of thousands, of which an article wants hundreds.
    """

    def __init__(self, entries: Iterable[LexiconEntry]) -> None:
        self._folded: dict[str, list[tuple[str, LexiconEntry]]] = {}
        self._parted: dict[str, Forms] = {}
        for entry in entries:
            for form, folded in zip(entry.forms, entry.folded, strict=True):
                self._add(folded, entry)
                if entry.label == "NORP" and not form.startswith("ال"):  # a seated alef is no article: ألماني
                    self._add("ال" + folded, entry)

    def _add(self, folded: str, entry: LexiconEntry) -> None:
        first = folded.partition(" ")[0]
        if not first.isalpha():
            first = _tokens(folded)[0]
        self._folded.setdefault(first, []).append((folded, entry))

    def __contains__(self, first: object) -> bool:
        return first in self._folded

    def __iter__(self) -> Iterator[str]:
        return iter(self._folded)

    def __len__(self) -> int:
        return len(self._folded)

    def __getitem__(self, first: str) -> Forms:
        if first not in self._parted:
            self._parted[first] = _by_second_word(self._folded[first])
        return self._parted[first]


def _by_second_word(forms: Iterable[tuple[str, LexiconEntry]]) -> Forms:
    found: dict[str, list[Form]] = {}
    for folded, entry in forms:
        words = _tokens(folded)
        found.setdefault(words[1] if len(words) > 1 else "", []).append(Form(words, entry))
    for sharing in found.values():
        sharing.sort(key=lambda form: -len(form.words))
    return found


@cache
def lexicon_forms() -> LexiconForms:
    """Forms by first and second word; adjectives of nationality with and without the article."""
    return LexiconForms(load_lexicon().entries)


@cache
def post_heads() -> dict[str, tuple[Head, ...]]:
    """Posts, ranks and titles by their first word, the longest first."""
    return _heads((pieces(form), post.key, post.kind) for post in load_posts() for form in post.forms)


@cache
def body_heads() -> dict[str, tuple[Head, ...]]:
    """Nouns that open names by their first word, the longest first."""
    return _heads((pieces(form), body.key, body.label) for body in load_bodies() for form in body.forms)


@cache
def heads_in_alef() -> frozenset[str]:
    """The folded opening nouns and posts that are spelt with a final ى, behind any proclitic and article."""
    bodies = (form for body in load_bodies() for form in body.forms)
    posts = (form for post in load_posts() for form in post.forms)
    spelt = {form.split()[0] for form in chain(bodies, posts)}
    bare = {fold(word).removeprefix("ال") for word in spelt if word.endswith("ى")}
    joined = ("", "ال", "لل", *(letter + "ال" for letter in "وبكف"), "ولل", *PROCLITICS)
    return frozenset(before + word for word in bare for before in joined)


def _heads(rows: Iterable[tuple[tuple[str, ...], str, str]]) -> dict[str, tuple[Head, ...]]:
    found: dict[str, list[Head]] = {}
    for words, key, kind in rows:
        found.setdefault(words[0], []).append(Head(words, key, kind))
    return {word: tuple(sorted(heads, key=lambda head: -len(head.words))) for word, heads in found.items()}


@cache
def names() -> Names:
    """The words of personal names, folded."""
    given: set[str] = set()
    sure_given: set[str] = set()
    family: set[str] = set()
    sure: set[str] = set()
    foreign: set[str] = set()
    dotted: set[str] = set()
    for part in load_names():
        word = part.folded
        (family if part.kind == "family" else given).add(word)
        if part.ambiguous and part.form.endswith("ة"):
            dotted.add(word)
        if part.kind == "given_foreign":
            foreign.add(word)
        if not part.ambiguous:
            sure.add(word)
            if part.kind != "family":
                sure_given.add(word)
    plain = {part.folded for part in load_names() if part.form.endswith("ه")}
    return Names(
        frozenset(given),
        frozenset(sure_given),
        frozenset(family),
        frozenset(sure),
        frozenset(foreign),
        frozenset(dotted - plain),
    )


@lru_cache(maxsize=65536)
def given_readings(folded: str) -> tuple[Stem, ...]:
    """The readings of a folded word as a given name, the fewest proclitics first."""
    given = names().given
    found = stems(folded)[:1] if folded in vocabulary.WHOLE_WORDS else stems(folded)
    return tuple(stem for stem in found if stem.key in given or stem.key == _SLAVE)


@lru_cache(maxsize=65536)
def form_readings(folded: str) -> tuple[tuple[Stem, Forms], ...]:
    """The readings of a folded word that begin a form of the lexicon, the fewest proclitics first."""
    forms = lexicon_forms()
    found = stems(folded)[:1] if folded in vocabulary.WHOLE_WORDS else stems(folded)
    return tuple((stem, forms[stem.key]) for stem in found if stem.key in forms)


@lru_cache(maxsize=65536)
def body_readings(folded: str) -> tuple[tuple[Stem, Head], ...]:
    """The first reading of a folded word that begins an opening noun, with each noun that it may be."""
    heads = body_heads()
    for stem in stems(folded):
        keys = dict.fromkeys((stem.key, stem.key.removeprefix("ال")))
        listed = [(stem, head) for key in keys for head in heads.get(key, ())]
        if listed or folded in vocabulary.WHOLE_WORDS:
            return tuple(listed)
    return ()


@lru_cache(maxsize=65536)
def post_readings(folded: str) -> tuple[tuple[Stem, Head], ...]:
    """Every reading of a folded word that begins a post, with «ا» of the accusative taken off too.

    A verb or particle begins those of two words and more only (آمر الحرس beside أمر).
    """
    heads = post_heads()
    ends = vocabulary.ends_name(folded)
    return tuple(
        (stem, head)
        for stem in stems(folded)
        for key in dict.fromkeys((stem.key, _without_tanwin(stem.key), _without_article(stem.key)))
        for head in heads.get(key, ())
        if (key == stem.key or (len(head.words) == 1 and head.kind == "post")) and (len(head.words) > 1 or not ends)
    )


def _without_article(word: str) -> str:
    singular = word.removeprefix("ال")
    return word if singular in vocabulary.PLURAL_POSTS or singular in vocabulary.WEAK_POSTS else singular


def _without_tanwin(word: str) -> str:
    accusative = word.endswith("ا") and not word.endswith("ها") and len(word) > _SHORTEST_ACCUSATIVE
    return word[:-1] if accusative else word


@cache
def nationality_names() -> dict[str, str]:
    """Every folded form of a nationality, with and without the article, and the folded first form of its entry."""
    return {
        word: entry.folded[0]
        for entry in load_lexicon().of_label("NORP")
        for form in entry.folded
        for word in (form, "ال" + form)
    }
