"""The lexicon by the words of its forms, for the longest match at a token; built once, on first use."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from model.suggest.lexicon.entries import LexiconEntry, load_bodies, load_lexicon, load_names, load_posts
from model.text.folding import fold

_PIECES = re.compile(r"[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Form:
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


def pieces(form: str) -> tuple[str, ...]:
    """The folded tokens of a form."""
    return tuple(_PIECES.findall(fold(form)))


@cache
def lexicon_forms() -> dict[str, tuple[Form, ...]]:
    """Forms by their first word, the longest first; adjectives of nationality with and without the article."""
    found: dict[str, list[Form]] = {}
    for entry in load_lexicon().entries:
        for form in entry.forms:
            for words in _variants(form, entry.label):
                found.setdefault(words[0], []).append(Form(words, entry))
    return {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in found.items()}


def _variants(form: str, label: str) -> Iterable[tuple[str, ...]]:
    words = pieces(form)
    yield words
    if label == "NORP" and not form.startswith("ال"):
        yield ("ال" + words[0], *words[1:])


@cache
def post_heads() -> dict[str, tuple[Head, ...]]:
    """Posts, ranks and titles by their first word, the longest first."""
    return _heads((pieces(form), post.key, post.kind) for post in load_posts() for form in post.forms)


@cache
def body_heads() -> dict[str, tuple[Head, ...]]:
    """Nouns that open names by their first word, the longest first."""
    return _heads((pieces(form), body.key, body.label) for body in load_bodies() for form in body.forms)


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
    for part in load_names():
        word = fold(part.form)
        (family if part.kind == "family" else given).add(word)
        if not part.ambiguous:
            sure.add(word)
            if part.kind != "family":
                sure_given.add(word)
    return Names(frozenset(given), frozenset(sure_given), frozenset(family), frozenset(sure))
