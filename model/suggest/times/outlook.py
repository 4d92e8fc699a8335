"""Whether a clause looks ahead or back, by its verbs and particles: which Thursday, which June is meant."""

import re
from collections.abc import Sequence

from model.suggest.phrases.lexemes import Lexeme
from model.suggest.phrases.word_lists import word_list

FUTURE, PAST = "future", "past"

_COMING = re.compile(r"[وف]?س[يتن]\w{3,}")
_PRESENT = re.compile(r"[وف]?ي\w{3,}")
_WINDOW = 10
"""Lexemes looked at before an expression."""


def _words(name: str) -> frozenset[str]:
    return word_list("times", name)


def _begins(word: str, stems: str) -> bool:
    return word.startswith(tuple(_words(stems)))


def outlook_after(lexemes: Sequence[Lexeme], end: int) -> str | None:
    """FUTURE where the verb right after an expression is of the future: الأربعاء سيكون الأطول."""
    text = lexemes[end].text if end < len(lexemes) else ""
    return FUTURE if _COMING.fullmatch(text) and not _begins(text, "not_coming_stems") else None


def outlook(lexemes: Sequence[Lexeme], start: int) -> str | None:
    """Whether the clause before an expression looks ahead (FUTURE) or back (PAST); None: nothing says so."""
    crossed_comma = False
    for back in range(1, _WINDOW + 1):
        if start - back < 0:
            return None
        lexeme = lexemes[start - back]
        if {"line", "stop"} & lexeme.values.keys():
            return None
        if "comma" in lexeme.values:
            crossed_comma = True
        found = _cue(lexemes, start, back, crossed_comma)
        if found:
            return found
    return None


def _cue(lexemes: Sequence[Lexeme], start: int, back: int, crossed_comma: bool) -> str | None:
    lexeme = lexemes[start - back]
    text = lexeme.text
    bare = text[1:] if text[0] in "وف" else text
    if back == 1 and "since" in lexeme.values:
        return PAST
    if back == 1 and text in _words("until"):
        return None if _lasted(lexemes, start) else FUTURE
    if text in _words("behind") or bare in _words("behind"):
        return PAST
    if text in _words("calls") or bare in _words("calls"):
        return None if crossed_comma else FUTURE
    if text in _words("ahead") or bare in _words("ahead") or text.removeprefix("ال") in _words("ahead"):
        return FUTURE
    if _COMING.fullmatch(text) and not _begins(bare, "not_coming_stems"):
        return FUTURE
    near_present = (
        back <= 5 and not crossed_comma and _PRESENT.fullmatch(text) and not _begins(bare, "not_present_stems")
    )
    return FUTURE if near_present and "word" in lexeme.values else None


def _lasted(lexemes: Sequence[Lexeme], start: int) -> bool:
    """Whether what goes on until a time is past: لم يصدر تعليق حتى مساء الأحد."""
    for lexeme in reversed(lexemes[max(0, start - _WINDOW) : start]):
        if {"line", "stop"} & lexeme.values.keys():
            return False
        if lexeme.text.lstrip("وف") in _words("lasted"):
            return True
    return False
