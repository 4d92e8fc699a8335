"""The naming phrases of a sentence that can fill roles: title and person as one, glosses and nested names left out.

Each phrase knows the preposition that governs it, how many plain nouns stand between, and whether it is joined by
«and» to the phrase before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.suggest.entities.vocabulary import is_verb
from model.suggest.events.words import OPENERS, Words, without_conjunction
from model.suggestion import SuggestedMention

NAMING_LABELS = frozenset({"PERS", "ORG", "GPE", "LOC", "FAC", "NORP", "OCC"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})

PREPOSITIONS = {
    "في": "in", "الي": "to", "من": "from", "علي": "on", "عن": "about", "مع": "with", "بين": "between", "ضد": "against",
    "عند": "in", "لدي": "at",
    "ل": "for", "ب": "by", "ك": "as", "قرب": "in", "قباله": "in", "امام": "in", "داخل": "in", "وسط": "in",
    "شمال": "in", "جنوب": "in", "شرق": "in", "غرب": "in", "شمالي": "in", "جنوبي": "in", "شرقي": "in", "غربي": "in",
    "نحو": "to", "عبر": "via", "حول": "about", "بشان": "about", "بحسب": "source", "وفق": "source", "حسب": "source",
    "وفقا": "source", "برعايه": "actor", "بوساطه": "actor", "بقياده": "of", "برياسه": "actor", "باسم": "of",
    "تجاه": "against", "خلف": "as", "خلفا": "as", "بدلا": "as", "بمشاركه": "with", "بحضور": "present", "مثل": "as",
    "لصالح": "for", "حيال": "about", "بخلاف": "as", "سوي": "as", "ازاء": "against", "منذ": "since", "قبل": "before",
    "بعد": "after", "خلال": "during",
}  # fmt: skip
"""What governs a phrase, by folded word, in the words that the role tables use."""

_PROCLITIC_PREPOSITIONS = {"ب": "by", "ل": "for", "ك": "as"}
_CLASS_NOUNS = (
    "نظير", "مدين", "محافظ", "بلده", "بلدت", "منطق", "قري", "قضاء", "ولاي", "اقليم", "العاصم", "قاعد", "مطار", "ريف",
    "ضواحي", "سفير", "رييس", "وزير", "قوات", "جماع", "حرك", "تنظيم", "المبعوث", "الرييس", "الوزير", "الجيش", "دول",
)  # fmt: skip
_AGENT = (("من", "قبل"), ("من", "جانب"), ("علي", "يد"), ("من", "طرف"), ("علي", "ايدي"))
AMONG = frozenset("بينهم منهم بينها منها بينهما ابرزهم وبينهم ومنهم ابرزها".split())
"""«among them», before the names of some of those just counted."""
_EACH = frozenset({"كل", "بكل", "لكل"})
"""«each of» before names joined to one another: مع كل من فلان وفلان."""
_ALIASES = frozenset("المعروف المعروفه الملقب الملقبه المكني المكناه الشهير الشهيره".split())
"""Before another name of the one just named: المعروف بفلان."""
_NEARBY = frozenset({"بالقرب", "قريبا", "مقربه"})
_FARTHEST = 3
_WIDEST_GAP = 16
"""Code points that can stand between a title and a name that are one phrase."""
_BETWEEN_TITLE_AND_NAME = re.compile(
    r"(?:ه|ها|هم)?[\s،,«»\"“”'()]*(?:(?:السيد|السيده|الشيخ|الدكتور|د\.|الامير|الأمير)\s+)?"
)
_APPOSITION = re.compile(r"\s*[،,]?\s*")
_GLOSS = re.compile(r"[\s»\"”']*[(\[«\"]+\s*")
_AND_POST = re.compile(r"[\s»\"”'،,]*\sو")
_LIST_COMMA = re.compile(r"[\s»\"”')]*[،,]\s*[«\"“(]*")
_AND_COUNTERPART = re.compile(r"[\s»\"”')،,]*\sونظير\w{1,4}\s(?:\w+\s)?")
_AND = re.compile(r"[\s»\"”')،,]*\sو[\s«\"“(]*")


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase that can fill a role; ``first`` and ``last`` are indices of its first and last token."""

    mention: SuggestedMention
    start: int
    end: int
    first: int
    last: int
    governor: str = ""
    bare_words: int = 0
    joined: bool = False
    counterpart: bool = False
    """Whether «his counterpart» stands before it."""

    @property
    def label(self) -> str:
        """The label of the mention that fills."""
        return self.mention.label


def find_fillers(words: Words, triggers: frozenset[int]) -> tuple[Filler, ...]:
    """The phrases of a sentence in order; a governor is not sought beyond the indices of its triggers."""
    found: list[Filler] = []
    for filler in _merged(words, [_of(words, mention) for mention in _outermost(words.mentions)]):
        found.append(_placed(words, triggers, filler, found[-1] if found else None))
    return tuple(found)


def _outermost(mentions: tuple[SuggestedMention, ...]) -> Iterator[SuggestedMention]:
    end = -1
    for mention in sorted(mentions, key=lambda mention: (mention.hull.start, -mention.hull.end)):
        if mention.label in NAMING_LABELS and mention.hull.end > end:
            end = mention.hull.end
            yield mention


def _of(words: Words, mention: SuggestedMention) -> Filler:
    first, last = words.index_at(mention.hull.start), words.index_at(mention.hull.end - 1)
    return Filler(mention, mention.hull.start, mention.hull.end, first, last)


def _merged(words: Words, fillers: list[Filler]) -> Iterator[Filler]:
    current: Filler | None = None
    for index, filler in enumerate(fillers):
        following = fillers[index + 1] if index + 1 < len(fillers) else None
        if current is not None and (one := _as_one(words, current, filler, following)) is not None:
            current = one
        else:
            if current is not None:
                yield current
            current = filler
    if current is not None:
        yield current


def _as_one(words: Words, left: Filler, right: Filler, following: Filler | None) -> Filler | None:
    """Title and name, name and title, name and gloss, name and adjective as one phrase, or none."""
    if right.start - left.end > _WIDEST_GAP:
        return None
    gap = words.text_between(left.end, right.start)
    whole = replace(left, end=right.end, last=right.last)
    if left.label in ("OCC", "NORP") and right.label == "PERS" and _BETWEEN_TITLE_AND_NAME.fullmatch(gap):
        return replace(whole, mention=right.mention)
    if left.label == "OCC" and right.label == "OCC" and gap.strip() == "":
        return replace(whole, mention=right.mention)
    if (
        left.label == "NORP"
        and right.label == "GPE"
        and gap.strip() == ""
        and words.folded(left.first - 1).endswith("اصمه")
    ):
        return replace(whole, mention=right.mention)
    if left.label in ("PERS", "ORG", "GPE") and right.label == "NORP" and gap == " ":
        return whole
    names_next = following is not None and following.label == "PERS" and following.start - right.end < 3
    other = right.mention.text.startswith("ال") and gap.strip() == ""
    if left.label == "PERS" and right.label == "OCC" and _APPOSITION.fullmatch(gap) and not names_next and not other:
        return whole
    same = following is not None and following.label == "PERS" and following.start - right.end <= _WIDEST_GAP
    if left.label == "OCC" == right.label and same and _AND_POST.fullmatch(gap):
        return replace(whole, mention=right.mention)
    if right.label in ("ORG", left.label) and _GLOSS.fullmatch(gap):
        return whole
    return None


def _placed(words: Words, triggers: frozenset[int], filler: Filler, before: Filler | None) -> Filler:
    """The phrase with its governor, taken over from the phrase that it is joined to."""
    if before is not None:
        gap = words.text_between(before.end, filler.start)
        if (
            (_AND.fullmatch(gap) and not _begins_clause(before, filler))
            or _AND_COUNTERPART.fullmatch(gap)
            or (_LIST_COMMA.fullmatch(gap) and filler.label == before.label)
        ):
            return replace(filler, governor=before.governor, bare_words=before.bare_words, joined=True)
    governor, bare, counterpart = _governor(words, triggers, filler, before)
    if (governor, bare, counterpart) == ("", 0, False):
        return filler
    return replace(filler, governor=governor, bare_words=bare, counterpart=counterpart)


def _begins_clause(before: Filler, filler: Filler) -> bool:
    """Whether «و» stands between a place and a person, so that rather a clause begins: في الجزائر وتبون يستقبله."""
    return before.governor == "in" and before.label in PLACE_LABELS and filler.label == "PERS"


def _governor(words: Words, triggers: frozenset[int], filler: Filler, before: Filler | None) -> tuple[str, int, bool]:
    token = words.tokens[filler.first]
    proclitics = words.text_between(token.span.start, filler.start) if token.span.start < filler.start else ""
    if words.folded(filler.first - 1) in _ALIASES:
        return "as", 0, False
    for letter in reversed(proclitics):
        if letter in _PROCLITIC_PREPOSITIONS:
            return _PROCLITIC_PREPOSITIONS[letter], 0, False
    if proclitics:
        return "", 0, False
    return _governor_before(words, triggers, filler.first - 1, -1 if before is None else before.last)


def _governor_before(words: Words, triggers: frozenset[int], index: int, limit: int) -> tuple[str, int, bool]:
    bare, counterpart = 0, False
    while index > limit and bare <= _FARTHEST:
        word = words.folded(index)
        if (without_conjunction(words.folded(index - 1), PREPOSITIONS), word) in _AGENT:
            return "actor", bare, counterpart
        if word in _ALIASES:
            return "as", bare, counterpart
        plain = without_conjunction(word, PREPOSITIONS)
        if word in AMONG:
            return "among", bare, counterpart
        if word == "من" and words.folded(index - 1) in _NEARBY:
            return "in", bare, counterpart
        if word == "من" and words.folded(index - 1) in _EACH:
            each = words.folded(index - 1)
            if len(each) > len("كل"):
                return _PROCLITIC_PREPOSITIONS[each[0]], bare, counterpart
            index -= 2
            continue
        if plain in PREPOSITIONS:
            return PREPOSITIONS[plain], bare, counterpart
        if not words.is_word(index):
            if word not in ("«", '"', "“", "(", "ـ", "”"):
                return "", bare, counterpart
            index -= 1
            continue
        counterpart = counterpart or "نظير" in word
        if plain[:1] in _PROCLITIC_PREPOSITIONS and plain[1:].startswith(_CLASS_NOUNS):
            return _PROCLITIC_PREPOSITIONS[plain[0]], bare + 1, counterpart
        if plain.startswith("لل"):
            return "for", bare + 1, counterpart
        if index in triggers or is_verb(word) or plain in OPENERS:
            return "", bare, counterpart
        bare += 1
        index -= 1
    return "", bare, counterpart
