"""The names that annotators of a project confirmed, each with what it mostly is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from model.identifiers import derived_id
from model.suggest.entities.lexicon_index import pieces

UNKNOWABLE = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "OCC"})
"""Labels whose mentions are no names: a word may be one today and another tomorrow, and their values differ."""
_CLEAR_SHARE = 0.75
"""The share of the confirmed mentions of a name that must agree on its label, or on its identity."""


@dataclass(frozen=True, slots=True)
class ConfirmedText:
    """How often a text was confirmed as a mention with a label and an identity, and an article where it was.

    ``refused`` counts the rejections and corrections of suggestions of this text with this label.
    """

    text: str
    label: str
    key: str | None
    confirmed: int
    article: str = ""
    refused: int = 0


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as folded words, with the label that most of its mentions have, and the identity if they agree on one."""

    words: tuple[str, ...]
    label: str
    key: str | None
    key_share: float
    """The share of its mentions that have this identity."""
    confirmed: int
    refused: int
    article: str
    """The name of an article where it was confirmed."""

    @property
    def score(self) -> float:
        """The rate at which it is expected to be right: Laplace's rule of succession."""
        return (self.confirmed + 1) / (self.confirmed + self.refused + 2)


@dataclass(frozen=True)
class KnownNames:
    """All of them; the same names give the same ``version``."""

    names: tuple[KnownName, ...] = ()
    version: str = field(default="", compare=False)

    @cached_property
    def by_first_word(self) -> Mapping[str, tuple[KnownName, ...]]:
        """The names that begin with a folded word, the longest first."""
        found: dict[str, list[KnownName]] = {}
        for name in self.names:
            found.setdefault(name.words[0], []).append(name)
        return {word: tuple(sorted(names, key=lambda name: -len(name.words))) for word, names in found.items()}


def known_names(texts: Iterable[ConfirmedText]) -> KnownNames:
    """The names among confirmed texts; those whose mentions disagree on the label are left out."""
    groups: dict[tuple[str, ...], list[ConfirmedText]] = {}
    for text in texts:
        words = pieces(text.text)
        if words and text.label not in UNKNOWABLE:
            groups.setdefault(words, []).append(text)
    for words in [words for words in groups if _with_article(words) in groups]:
        groups[_with_article(words)] += groups.pop(words)
    names = tuple(name for words, group in sorted(groups.items()) if (name := _name(words, group)) is not None)
    return KnownNames(
        names, derived_id(*((one.words, one.label, one.key, one.confirmed, one.refused) for one in names))
    )


def _with_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name with ال behind the preposition ل begins at the second lam: لعراق is العراق."""
    return ("ا" + words[0], *words[1:]) if words[0].startswith("ل") else ()


def _name(words: tuple[str, ...], group: list[ConfirmedText]) -> KnownName | None:
    labels: dict[str, int] = {}
    for one in group:
        labels[one.label] = labels.get(one.label, 0) + one.confirmed
    label = max(sorted(labels), key=labels.__getitem__)
    if labels[label] < _CLEAR_SHARE * sum(labels.values()):
        return None
    fitting = [one for one in group if one.label == label]
    key, key_share = _shared_key(fitting)
    refused = max(one.refused for one in fitting)
    article = max(fitting, key=lambda one: (one.confirmed, one.article)).article
    return KnownName(words, label, key, key_share, labels[label], refused, article)


def _shared_key(group: list[ConfirmedText]) -> tuple[str | None, float]:
    keys: dict[str, int] = {}
    for one in group:
        if one.key is not None:
            keys[one.key] = keys.get(one.key, 0) + one.confirmed
    if not keys:
        return None, 0.0
    key = max(sorted(keys), key=keys.__getitem__)
    share = keys[key] / sum(one.confirmed for one in group)
    return (key, share) if share >= _CLEAR_SHARE else (None, 0.0)
