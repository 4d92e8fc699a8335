"""Bylines (author, agency, outlet) and captions (what a picture shows, who took it)."""

import re
from functools import cache

from model.suggest.lexicon.entries import load_lexicon, load_names
from model.suggest.zones.datelines import opens_with_place_and_day
from model.suggest.zones.features import LineFeatures, answered_once
from model.suggest.zones.interface import credits_after_copyright, signs_with_initials
from model.suggest.zones.vocabulary import words_of
from model.text.folding import fold

_CREDIT_TAIL = re.compile(r"(?:\s[-–—ـ|]\s?|[-–—]\s)([^-–—|]{2,60})$")
_CREDIT_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,50})[)\]]\s*$")
_LATIN_CREDIT = re.compile(r"[A-Za-z][A-Za-z .'’/-]{1,40}")
_DATED = re.compile(r"\(\s*\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\s*\)$")
_INNER_STOP = re.compile(r"(?<=[^\s.])[.؟!]\s+")
_CREDIT = 7
"""Words of the longest credit."""
_PERSON = 3
"""Words of the longest name of a person."""
_ONE_SENTENCE = 14
"""Words of a caption that may hold more than one sentence; longer lines with several are paragraphs."""
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*")
_PLACE_AND_NAME = re.compile(r"\s*((?:\S+\s){0,2}\S+?)\s*(?:[-–—/|]|:)\s*(\S.*)")


@answered_once
def is_byline(line: LineFeatures) -> bool:
    """Whether it tells who wrote or delivered the story."""
    if line.prose or line.bulleted or line.count > 14 or line.is_question:
        return False
    opener = line.opens_with("byline")
    if opener:
        rest = line.count - opener.end
        after = line.text.lstrip(" \u00a0([").split(":", 1)
        colon = len(after) == 2 and len(words_of(after[0])) <= opener.end + 1
        return (colon and rest <= 10) or (_BRACKETED.fullmatch(line.text) is not None) or rest == 0
    if line.count <= 8 and line.share("agency", "outlet", "desk", "byline") >= 0.5:
        return not line.clocks
    return _is_place_and_name(line) or _is_outlet(line) or _is_sign_off(line)


def _is_place_and_name(line: LineFeatures) -> bool:
    """«بغداد – فلان»، «القاهرة: موفد الجريدة»: at most three words, a dash or colon, then a name or a desk."""
    parts = _PLACE_AND_NAME.fullmatch(line.text)
    if not parts or line.ends_sentence or line.count > 10 or line.separators > 2:
        return False
    place, names = words_of(parts[1]), words_of(parts[2])
    if len(place) > 1 and not (is_place(place) or is_place(names) or line.opens_with("outlet", "desk")):
        return False
    named = line.has("agency", "desk", "outlet") and not line.has("credit")
    if parts[0].count(":") and len(names) == 1 and not (named or is_place(place)):
        return False
    return 1 <= len(names) <= (8 if named else 3) and (named or ":" not in line.text or line.count <= 4)


def names_author(line: LineFeatures) -> bool:
    """A byline that cannot be a link's title: a person, an outlet, a desk or an agency, not merely «كلمة: كلمات»."""
    named = line.has("agency", "desk", "outlet", "byline") or is_person(line)
    return is_byline(line) and (named or ":" not in line.text)


def _is_outlet(line: LineFeatures) -> bool:
    """«وكالة … للأنباء»، «صحيفة …»: a line about an outlet that opens with what it is."""
    return line.count <= 9 and line.opens_with("outlet") is not None and not line.ends_sentence and not line.clocks


def _is_sign_off(line: LineFeatures) -> bool:
    """«(وادنا) س.ع / ه.ر»، «ضفاف / ه س»: initials at the end of wire copy."""
    if signs_with_initials(line):
        return True
    initials = sum(len(word) == 1 for word in line.words)
    return line.count <= 9 and initials >= 2 and "/" in line.text and not line.has("widget", "section")


@answered_once
def is_caption(line: LineFeatures) -> bool:
    """Whether it describes or credits a picture."""
    if line.ends_sentence or line.bare.endswith(":") or line.count > 45 or line.count < 2:
        return False
    if _is_dated(line):
        return True
    if line.clocks:
        return False
    opener = line.opens_with("credit")
    if opener and opener.end >= 2 and line.count > opener.end:
        return True
    if ":" in line.text and line.count <= 4 and line.share("credit") >= 0.5:
        return True
    if _is_place_and_name(line) and line.share("credit") == 0:
        return False
    if opener and re.match(r"\s*(?:[(\[][^)\]]{2,12}[)\]]|[^:]{2,14}:)", line.text):
        return line.count > opener.end
    if opens_with_place_and_day(line) or _goes_on_after_a_stop(line) or _is_sign_off(line):
        return False
    if credits_after_copyright(line):
        return True
    bracket = _CREDIT_BRACKET.search(line.text)
    if bracket and line.count >= 4 and _credits(line, bracket[1]):
        return True
    tail = _CREDIT_TAIL.search(line.text)
    return tail is not None and line.count - len(words_of(tail[1])) >= 3 and _credits(line, tail[1])


def _is_dated(line: LineFeatures) -> bool:
    """«متسوقون في الشارع (02.03.2021)»: a description with the day of the picture in brackets."""
    dated = _DATED.search(line.text)
    return dated is not None and line.count - len(words_of(dated[0])) >= 3 and not line.has("publication")


def _goes_on_after_a_stop(line: LineFeatures) -> bool:
    """Whether a long line has a sentence after a full stop; what follows it in a caption is the credit, a few words."""
    *_, last = _INNER_STOP.split(line.text)
    return line.count > _ONE_SENTENCE and last != line.text and len(words_of(last)) > _CREDIT


def _credits(line: LineFeatures, tail: str) -> bool:
    """Whether the end of a line names a photographer's trade, an agency or a site."""
    size = len(words_of(tail))
    if _LATIN_CREDIT.fullmatch(tail) and line.count - size >= 4:
        return True
    if size > _CREDIT or size >= line.count - 1:
        return False
    start = line.count - size
    return any(hit.start >= start and hit.kind in ("credit", "agency", "outlet") for hit in line.found) or (
        tail.strip(" )]").startswith("@")
    )


@cache
def given_names() -> frozenset[str]:
    """The folded given names of the lexicon."""
    return frozenset(fold(part.form) for part in load_names())


@answered_once
def is_person(line: LineFeatures) -> bool:
    """Whether it is a name and nothing else: two or three words, a given name first."""
    return 2 <= line.count <= _PERSON and line.words[0] in given_names() and not (line.separators or line.found)


@cache
def _places() -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(form) for entry in load_lexicon().of_label("GPE") for form in entry.forms)


def is_place(words: tuple[str, ...]) -> bool:
    """Whether these folded words are the name of a country, a city or a province."""
    return words in _places()
