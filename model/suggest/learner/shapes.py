"""Features of single words: spelling, stems, and what the lexicons know of them."""

from collections.abc import Iterator
from functools import lru_cache

from model.suggest.entities.lexicon_index import body_readings, form_readings, given_readings, names, post_readings
from model.suggest.entities.page import stems
from model.suggest.entities.vocabulary import is_adjective, is_speech_verb, is_verb
from model.suggest.events.lookup import read_word
from model.text.folding import fold

_ARTICLE = "ال"
_ENDINGS = ("ات", "ون", "ين", "ان", "يه", "ها", "هم", "تين", "وا", "ه", "ي", "ا", "ت")
_SHORTEST = 3
_SKELETON = str.maketrans("", "", "اويهتمءن")
_CACHED = 65536


def shape(text: str) -> str:
    """What kinds of characters a token is made of: Arabic word, Latin, capital, number, mark."""
    if text.isdigit():
        return f"number{min(len(text), 5)}"
    if not any(map(str.isalpha, text)):
        return "digits" if any(map(str.isdigit, text)) else text[:1]
    if text.isascii():
        return "Latin" if text[:1].isupper() else "latin"
    return "arabic" if text.isalpha() else "mixed"


@lru_cache(maxsize=_CACHED)
def stem(folded: str) -> str:
    """The word without what may be a conjunction or preposition, the article restored and taken off."""
    word = folded
    if len(word) > _SHORTEST and word[0] in "وف":
        word = word[1:]
    if len(word) > _SHORTEST + 1 and word.startswith("لل"):
        word = _ARTICLE + word[2:]
    elif len(word) > _SHORTEST + 1 and word[0] in "بلك" and word[1:].startswith(_ARTICLE):
        word = word[1:]
    return word.removeprefix(_ARTICLE) if len(word) > _SHORTEST + 1 else word


@lru_cache(maxsize=_CACHED)
def core(folded: str) -> str:
    """The stem without its ending."""
    word = stem(folded)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=_CACHED)
def lexicon_flags(folded: str) -> tuple[str, ...]:
    """What the lexicons say of a folded word, sorted."""
    return tuple(sorted(set(_flags(folded))))


def _flags(folded: str) -> Iterator[str]:
    for reading, forms in form_readings(folded):
        for form in (form for several in forms.values() for form in several):
            sure = "?" if form.entry.ambiguous else ""
            yield f"{'alone' if len(form.words) == 1 else 'opens'}{min(reading.lead, 1)}{sure}:{form.entry.label}"
    yield from (f"head:{head.kind}" for _, head in body_readings(folded))
    yield from (f"post:{head.kind}" for _, head in post_readings(folded))
    yield from (f"given{min(reading.lead, 1)}" for reading in given_readings(folded)[:1])
    known = names()
    for reading in stems(folded)[:2]:
        if reading.key in known.family:
            yield "family"
        if reading.key in known.sure:
            yield "surename"
    if is_verb(folded):
        yield "saying" if is_speech_verb(folded) else "verb"
    if is_adjective(folded):
        yield "adjective"
    for found in read_word(folded):
        yield f"deed:{found.sense.label}"


@lru_cache(maxsize=_CACHED)
def word_features(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """A token's features for itself, for its neighbours, and for those two tokens away."""
    folded = fold(text)
    flags = lexicon_flags(folded) if folded[:1].isalpha() else ()
    near = (f"w={folded}", f"c={core(folded)}", f"z={shape(text)}", *(f"x={flag}" for flag in flags))
    far = (f"w={folded}", *(f"x={flag}" for flag in flags))
    return (*near, *_spelling(text, folded)), (*near, *_endings(folded)), far


def _endings(folded: str) -> Iterator[str]:
    if folded[:1].isalpha():
        yield f"-={folded[-2:]}"
        yield f"+={folded[:2]}"


def _spelling(text: str, folded: str) -> Iterator[str]:
    if not folded[:1].isalpha():
        return
    yield f"s={stem(folded)}"
    yield f"k={core(folded).translate(_SKELETON)}"
    for length in range(1, min(len(folded), 4)):
        yield f"+={folded[:length]}"
        yield f"-={folded[-length:]}"
    if len(folded) > 4:
        yield f"+={folded[:4]}"
    yield f"l={min(len(folded), 9)}"
    if text[-1:] in "ةى":
        yield f"e={text[-1]}"
    if text.endswith(("اً", "ًا")):
        yield "tanwin"
