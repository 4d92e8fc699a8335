"""What the words around a number say: whether it counts, orders, or only names (القرار 2231، الملك عبدالله الثاني)."""

from model.suggest.phrases.lexemes import Lexeme
from model.suggest.phrases.patterns import Phrase
from model.suggest.phrases.word_lists import word_list

_SECOND = frozenset(("ثانيه", "الثانيه"))
_OPENING_MARKS = "«\"'“‘‹„❝+"


def _words(name: str) -> frozenset[str]:
    return word_list("numbers", name)


def _at(phrase: Phrase, offset: int) -> Lexeme | None:
    """The lexeme before (-1, -2 …) or after (0, 1 …) a phrase."""
    index = phrase.end + offset if offset >= 0 else phrase.start + offset
    return phrase.lexemes[index] if 0 <= index < len(phrase.lexemes) else None


def _text(lexeme: Lexeme | None) -> str:
    return lexeme.text if lexeme is not None else ""


def _bare(text: str) -> str:
    """A word without conjunction, preposition and article, as far as its letters show them."""
    for prefix in ("وال", "بال", "فال", "ال", "لل"):
        if text.startswith(prefix) and len(text) > len(prefix) + 2:
            return text[len(prefix) :]
    return text


def _is(lexeme: Lexeme | None, *kinds: str) -> bool:
    return lexeme is not None and any(kind in lexeme.values for kind in kinds)


def number_is_other(phrase: Phrase) -> bool:
    """Numbers of lists, decisions and channels; scores; parts of a longer mark in digits; «one» in sayings."""
    before, after = _at(phrase, -1), _at(phrase, 0)
    named = _text(before) in _words("numbered") or _text(before)[1:] in _words("numbered")
    if (named and not _is_counted_plural(after)) or _is_foreign_name(phrase):
        return True
    if _touches(phrase) or _opens_list_item(phrase) or _of_decision(phrase) or _is(after, "month", "month_unsure"):
        return True
    if _is(phrase.lexemes[phrase.start], "year_num") and _is(before, "word") and not _is(after, "word", "the", "scale"):
        return True
    if {"the", "tens"} == {kind for lexeme in phrase.lexemes[phrase.start : phrase.end] for kind in lexeme.values}:
        return counts_in_order(phrase)
    return _is_saying(phrase, before) or _is_letter_or_final(phrase, after)


def _is_counted_plural(after: Lexeme | None) -> bool:
    """A noun that a number counts: طريق 40 مسافرين is no road number 40."""
    return _is(after, "word") and _text(after).endswith(("ين", "ون", "ات")) and not _text(after).startswith("ال")


def _is_foreign_name(phrase: Phrase) -> bool:
    """Radio 5: digits right after a word of Latin letters, with nothing that they count."""
    before, digits = _text(_at(phrase, -1)), _is(phrase.lexemes[phrase.start], "num")
    after = _at(phrase, 0)
    counts = _is(after, "word", "scale") and not _text(after).startswith("ال")
    return digits and before.isascii() and before.isalpha() and not counts


def _of_decision(phrase: Phrase) -> bool:
    """قرار مجلس الأمن 2216."""
    near = {_bare(_text(_at(phrase, -offset))) for offset in (2, 3, 4)}
    after = _at(phrase, 0)
    counts = _is(after, "word") and not _text(after).startswith("و")
    return "قرار" in near and _is(phrase.lexemes[phrase.start], "num") and not counts


def _touches(phrase: Phrase) -> bool:
    """A slash, colon or hyphen written onto digits: 24/7, 2-1."""
    first, last = phrase.lexemes[phrase.start], phrase.lexemes[phrase.end - 1]
    before, after = _at(phrase, -1), _at(phrase, 0)
    if _is(last, "range"):
        numbers = [part for part in last.text.replace("–", "-").replace("—", "-").split("-") if part]
        return not _is(after, "word") or any(len(number) < 2 for number in numbers)
    glued_before = before is not None and before.end == first.start and _is(before, "slash", "dash", "mark")
    named = glued_before and before is not None and before.text not in _OPENING_MARKS
    glued_after = after is not None and last.end == after.start and _is(after, "slash", "dash")
    scored = (_is(before, "dash") and _is(_at(phrase, -2), "num")) or (
        _is(after, "dash") and _is(_at(phrase, 1), "num")
    )
    return _is(first, "num") and (named or glued_after or scored)


def _opens_list_item(phrase: Phrase) -> bool:
    """1. … at the beginning of a line."""
    before, after = _at(phrase, -1), _at(phrase, 0)
    return (
        (before is None or _is(before, "line"))
        and _is(phrase.lexemes[phrase.start], "num")
        and (_is(after, "stop", "close", "dash", "line") or _text(after) in {":", ")"})
    )


def _is_saying(phrase: Phrase, before: Lexeme | None) -> bool:
    words = [lexeme.text for lexeme in phrase.lexemes[phrase.start : phrase.end]]
    if words in (["ال", "واحد"], ["ال", "واحده"]):
        return True
    return words[0] in {"واحد", "واحده"} and (_bare(_text(before)) in _words("sayings") or _is(before, "every"))


def _is_letter_or_final(phrase: Phrase, after: Lexeme | None) -> bool:
    """ألّف with a defined object; a half or quarter before نهائي; vague scale words that head a proper name."""
    text = "".join(lexeme.text for lexeme in phrase.lexemes[phrase.start : phrase.end])
    following = _text(after)
    if text == "الف" and (_is(after, "the") or (following.startswith("ال") and len(following) > 4)):
        return True
    if text in {"الفي", "الفا"} and not _is(after, "word"):
        return True
    return phrase.has("fraction") and following in {"نهايي", "النهايي", "نهايية", "القرن", "النهايية"}


def one_is_counted(phrase: Phrase) -> bool:
    """أحد القادة, أحدهم, إحدى طائراتها; not أحد as «anyone»."""
    before, after = _at(phrase, -1), _at(phrase, 0)
    if _is(phrase.lexemes[phrase.start], "one_of") and _is(after, "pronoun"):
        return True
    if not _is(phrase.lexemes[phrase.start], "one") or _text(before) in _words("negations"):
        return False
    feminine = phrase.lexemes[phrase.start].text == "احدي"
    return feminine or _is_complement(after)


def _is_complement(lexeme: Lexeme | None) -> bool:
    """What may follow «one of»: a defined noun, a superlative, a number, a noun with a pronoun."""
    if _is(lexeme, "the", "small", "num", "tens", "mark"):
        return True
    text = _text(lexeme)
    defined = text.startswith("ال") and len(text) > 3
    superlative = text.startswith("ا") and len(text) == 4
    possessed = text.endswith(("ه", "ها", "هم", "نا", "ات")) and not text.startswith(("ي", "ت"))
    construct = not text.startswith(("ي", "ت", "ا", "ف", "و", "علي", "من", "عن")) and len(text) > 3
    return _is(lexeme, "word") and (defined or superlative or possessed or construct)


def ordinal_is_other(phrase: Phrase) -> bool:
    """Ranks, rulers, and «on the other hand»."""
    before = _at(phrase, -1)
    word = _text(before)
    if _bare(word) in _words("ranks") or word in _words("ranks") or _bare(word) in {"جهه", "ناحيه"}:
        return True
    if _is(_at(phrase, 0), "percent") or _text(_at(phrase, 0)) in {"اكسيد", "اوكسيد"}:
        return True
    if word == "ال" and not _is(before, "the"):
        return True
    if _opens_heading(phrase) or _is_rate(phrase) or _is_paragraph(phrase):
        return True
    if _is(phrase.lexemes[phrase.end - 1], "pronoun"):
        return not _is(before, "comma", "and", "dash", "word")
    if _bare(_text(_at(phrase, 0))) in _words("schools"):
        return True
    if not phrase.has("the"):
        return False
    near = {_text(_at(phrase, -offset)) for offset in (2, 3)}
    return word in _words("rulers_before") or bool(near & _words("rulers"))


def _opens_heading(phrase: Phrase) -> bool:
    """«أولاً: …» at the beginning of a line numbers what follows as «1.» would."""
    before = _at(phrase, -1)
    return (before is None or _is(before, "line")) and _text(_at(phrase, 0)) == ":"


def _is_paragraph(phrase: Phrase) -> bool:
    """المادة 7 (ثالثاً): a part of a law."""
    return (
        phrase.lexemes[phrase.end - 1].text.endswith("ا")
        and _is(_at(phrase, -1), "open")
        and _is(_at(phrase, 0), "close")
    )


def _is_rate(phrase: Phrase) -> bool:
    """«10 أمتار مكعبة في الثانية»: the second of a clock, after a measure."""
    if phrase.lexemes[phrase.end - 1].text not in _SECOND or not _is(_at(phrase, -1), "in"):
        return False
    return any(_is(_at(phrase, -offset), "measure", "unit") for offset in (2, 3, 4))


def counts_in_order(phrase: Phrase) -> bool:
    """Whether a number with the article orders a single thing (القمة العربية الـ33), instead of counting several."""
    for offset in range(1, 5):
        lexeme = _at(phrase, -offset)
        if lexeme is None or _is(lexeme, "line", "stop", "comma", "in", "from", "and"):
            return False
        if _bare(lexeme.text) in _words("ordered") or lexeme.text in _words("ordered"):
            return True
    return False
