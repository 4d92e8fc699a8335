"""Finds the lemmas that a written word can be a form of, its proclitics and pronouns taken away."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from model.suggest.events.inflection import Form, Kind
from model.suggest.events.lexicon import Sense, load_forms
from model.text.clitics import ENCLITICS, PROCLITICS

_ARTICLE = "ال"
_SHORTEST = 2
_NOMINAL = frozenset({Kind.NOUN, Kind.PASSIVE})
_OBJECT_PRONOUNS = tuple(enclitic for enclitic in ENCLITICS if enclitic)


@dataclass(frozen=True, slots=True)
class Reading:
    """A word read as proclitics, a form of a lemma and a pronoun; the stem is ``[start, end)`` of the folded word."""

    form: Form
    sense: Sense
    proclitics: str
    pronoun: str
    definite: bool
    start: int
    end: int

    @property
    def is_verb(self) -> bool:
        """Whether the form is finite."""
        return self.form.kind in (Kind.PERFECT, Kind.IMPERFECT, Kind.JUSSIVE)


@lru_cache(maxsize=1 << 15)
def read_word(folded: str) -> tuple[Reading, ...]:
    """Every reading of a folded word, the fewest clitics first."""
    found = [reading for proclitics in _proclitics(folded) for reading in _after(folded, proclitics)]
    found.sort(key=lambda reading: (len(reading.proclitics) + len(reading.pronoun), -reading.sense.score))
    return tuple(found)


@cache
def _by_first_letter() -> dict[str, tuple[str, ...]]:
    letters = {proclitics[0] for proclitics in PROCLITICS if proclitics}
    return {letter: tuple(p for p in PROCLITICS if p.startswith(letter)) for letter in letters}


def _proclitics(folded: str) -> Iterator[str]:
    yield ""
    for proclitics in _by_first_letter().get(folded[:1], ()):
        if folded.startswith(proclitics):
            yield proclitics


def _after(folded: str, proclitics: str) -> Iterator[Reading]:
    start = len(proclitics)
    if len(folded) - start < _SHORTEST:
        return
    forms = load_forms()
    stem = folded[start:]
    for form, sense in forms.get(stem, ()):
        if not form.before_pronoun and _may_join(proclitics, form):
            yield Reading(form, sense, proclitics, "", False, start, len(folded))
    bare = _without_article(stem, proclitics)
    if bare:
        for form, sense in forms.get(bare, ()):
            if form.kind in _NOMINAL and not form.before_pronoun and not proclitics.endswith("س"):
                yield Reading(form, sense, proclitics, "", True, start, len(folded))
    for pronoun in _OBJECT_PRONOUNS:
        if stem.endswith(pronoun) and len(stem) - len(pronoun) >= _SHORTEST:
            for form, sense in forms.get(stem[: -len(pronoun)], ()):
                if _may_join(proclitics, form) and _takes_pronoun(form, pronoun):
                    yield Reading(form, sense, proclitics, pronoun, False, start, len(folded) - len(pronoun))


def _without_article(stem: str, proclitics: str) -> str:
    if stem.startswith(_ARTICLE):
        return stem[2:]
    return stem[1:] if proclitics.endswith("ل") and stem.startswith("ل") else ""


def _may_join(proclitics: str, form: Form) -> bool:
    """Whether such a word can follow the proclitics: only verbs follow س, only nouns ب and ك."""
    last = proclitics[-1:]
    if last == "س":
        return form.kind is Kind.IMPERFECT
    if last in ("ب", "ك"):
        return form.kind is Kind.NOUN
    if last == "ل":
        return form.kind in (Kind.NOUN, Kind.IMPERFECT, Kind.JUSSIVE)
    return True


def _takes_pronoun(form: Form, pronoun: str) -> bool:
    if form.kind in (Kind.PASSIVE, Kind.CIRCUMSTANCE):
        return form.kind is Kind.CIRCUMSTANCE and not form.text.endswith("ا")
    if form.kind is Kind.NOUN:
        if pronoun == "ي" and not form.before_pronoun:
            return False  # rather an adjective: انتخابي
        # the accusative in ا, the feminine in ه and the dual change before a pronoun
        ends = form.text.endswith("ه") or (form.text.endswith("ا") and not form.before_pronoun)
        return not form.dual and not ends
    return pronoun != "ي"
