"""The forms of verbs, nouns and participles of written Arabic, folded, made from their dictionary forms.

Voice is not told apart: without vowel signs the passive looks like the active, except where a long vowel changes (قال
and قيل). Forms that occur only before a pronoun (محاربت|ه) are marked, and shortened ones that need a particle (لم
يقل).
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from model.text.folding import fold

_FEMININE_ENDING = "ه"
_WEAK = frozenset("وي")


class Kind(StrEnum):
    """What a form is in the sentence."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    JUSSIVE = "jussive"
    NOUN = "noun"
    CIRCUMSTANCE = "circumstance"
    """An active participle that describes the subject of another verb: مؤكداً."""
    PASSIVE = "passive"
    """A passive participle used as an adjective: الموقّع."""


class Form(NamedTuple):
    """A folded form; ``before_pronoun`` when it occurs only with a pronoun joined to it."""

    text: str
    kind: Kind
    before_pronoun: bool = False
    dual: bool = False


def verb_forms(perfect: str, imperfect: str) -> Iterator[Form]:
    """The forms of a verb from its third persons, as قال and يقول."""
    past, present = fold(perfect), fold(imperfect)
    hollow = len(past) > 2 and past[-2] == "ا"
    if perfect.endswith("أ"):  # the hamza is a firm letter, whatever seat it takes
        yield from _strong_perfect(past, past)
        yield from _strong_perfect(past[:-1] + "ي", past[:-1] + "ي")
        yield from _imperfect_of(present[1:], weak=False)
    else:
        yield from _perfect(past, hollow=hollow)
        yield from _imperfect(present[1:], hollow=hollow)


def _perfect(past: str, *, hollow: bool) -> Iterator[Form]:
    yield from _perfect_of(past, past[:-2] + past[-1] if hollow else past)
    if hollow:
        yield from _perfect_of(past[:-2] + "ي" + past[-1], past[:-2] + past[-1])
    elif len(past) == 4 and past[1] == "ا" and past[0] != "و":
        yield from _perfect_of(past[0] + "و" + past[2:], past[0] + "و" + past[2:])
    elif len(past) == 5 and past[0] == "ت" and past[2] == "ا":
        yield from _perfect_of(past[:2] + "و" + past[3:], past[:2] + "و" + past[3:])


def _perfect_of(past: str, short: str) -> Iterator[Form]:
    if past[-1] in "اي" and len(past) > 2:
        yield from _defective_perfect(past)
    else:
        yield from _strong_perfect(past, short)


def _strong_perfect(past: str, short: str) -> Iterator[Form]:
    for ending in ("", "ت", "تا", "ا", "وا"):
        yield Form(past + ending, Kind.PERFECT, dual=ending in ("ا", "تا"))
    yield Form(past + "و", Kind.PERFECT, before_pronoun=True)
    for ending in ("ت", "نا", "تم", "ن"):
        doubled = short.endswith("ن") and ending.startswith("ن")  # written once: أدنّا
        yield Form(short + (ending[1:] if doubled else ending), Kind.PERFECT)


def _defective_perfect(past: str) -> Iterator[Form]:
    base = past[:-1]
    weak = "و" if past[-1] == "ا" else "ي"
    for ending in ("ت", "تا", "وا", weak + "ا", weak + "نا", weak + "ت", weak + "تم"):
        yield Form(base + ending, Kind.PERFECT, dual=ending in ("تا", "يا"))
    yield Form(past, Kind.PERFECT)
    yield Form(base + "ي", Kind.PERFECT)
    yield Form(base + "ا", Kind.PERFECT, before_pronoun=True)
    yield Form(base + "و", Kind.PERFECT, before_pronoun=True)


def _imperfect(stem: str, *, hollow: bool) -> Iterator[Form]:
    weak_end = stem[-1] in _WEAK
    yield from _imperfect_of(stem, weak=weak_end)
    if hollow and stem[-2] in _WEAK:
        yield from _imperfect_of(stem[:-2] + "ا" + stem[-1], weak=False)
    if stem[-1] == "و":
        yield from _imperfect_of(stem[:-1] + "ي", weak=True)
    shortened = stem[:-1] if weak_end else stem[:-2] + stem[-1] if hollow and len(stem) > 2 else ""
    if len(shortened) > 1:
        for person in "يتنا":
            yield Form(person + shortened, Kind.JUSSIVE)


def _imperfect_of(stem: str, *, weak: bool) -> Iterator[Form]:
    base = stem[:-1] if weak else stem
    for person in "يتنا":
        yield Form(person + stem, Kind.IMPERFECT)
        if weak:
            yield Form(person + base + "ا", Kind.IMPERFECT, before_pronoun=True)
    for person in "يت":
        for ending in ("ون", "وا"):
            yield Form(person + base + ending, Kind.IMPERFECT)
        for ending in ("ان", "ا"):
            yield Form(person + stem + ending, Kind.IMPERFECT, dual=True)
        yield Form(person + base + "و", Kind.IMPERFECT, before_pronoun=True)


def noun_forms(singular: str, *, kind: Kind = Kind.NOUN) -> Iterator[Form]:
    """A noun with its accusative, dual and the shapes it takes before pronouns."""
    noun = fold(singular)
    yield Form(noun, kind)
    base = noun
    if noun.endswith(_FEMININE_ENDING):
        base = noun[:-1] + "ت"
        yield Form(base, kind, before_pronoun=True)
    else:
        yield Form(noun + "ا", kind)
    if noun.endswith("ء"):
        yield Form(noun[:-1] + "ي", kind, before_pronoun=True)
        yield Form(noun[:-1] + "و", kind, before_pronoun=True)
    for ending in ("ان", "ين"):
        yield Form(base + ending, kind, dual=True)


def feminine_plural(singular: str) -> str:
    """The plural in ات of a noun."""
    return singular.removesuffix("ة").removesuffix("ه") + "ات"


def participle_forms(masculine: str, kind: Kind) -> Iterator[Form]:
    """A participle in the shapes it takes as an adjective or, for circumstances, in the accusative only."""
    form = fold(masculine)
    base = form.removesuffix("ي")
    yield Form(form + "ا", kind)
    yield Form(form + _FEMININE_ENDING, kind)
    yield Form(base + "ين", kind)
    yield Form(form + "تين", kind)
    if kind is Kind.PASSIVE:
        yield Form(form, kind)
        yield Form(base + "ون", kind)
