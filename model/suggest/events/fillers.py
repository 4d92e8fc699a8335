"""The naming phrases of a sentence that can fill roles: title and person as one, glosses and nested names left out.

Each phrase knows the preposition that governs it, how many plain nouns stand between, and whether it is joined by
«and» to the phrase before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from model.suggest.events.governors import NO_GOVERNOR, find_governor
from model.suggest.events.words import Words
from model.suggestion import SuggestedMention

NAMING_LABELS = frozenset({"PERS", "ORG", "GPE", "LOC", "FAC", "NORP", "OCC"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})

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
_AND_ITS_HEAD = re.compile(
    r"[\s»\"”')،,]*\s(?:\w+\s)?و(?:رئيس|زعيم|قائد|مدير|أمين|وزير|مؤسس|نائب|مرشد|نجل|شقيق|زوج|مساعد|قياد|سفير)\w*(?:ه|ها|هم)\s(?:ال\w+\s){0,2}"
)
"""«and» before someone who belongs to the one named before: الشركة ورئيسها فلان."""
_AND_DESCRIBED = re.compile(r"(?:\s+ال\w+){1,2}[\s»\"”')،,]*\sو[\s«\"“(]*")
"""«and» after an adjective."""
_AND_PEOPLE = re.compile(
    r"[\s»\"”')،,]*\sو(?:مقاتل|مسلح|قوات|عناصر|ممثل|سلطات|ميليشي|جماع|قادة|مسؤول|وفد|أنصار|مجموع|رجال|أهالي)\w*\s(?:من\s)?[«\"“]*"
)
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
    merged = list(_merged(words, [_of(words, mention) for mention in _outermost(words.mentions)]))
    for filler, following in zip_longest(merged, merged[1:]):
        before = found[-1] if found else None
        found.append(_placed(words, triggers, filler, before, in_list=_goes_on(words, filler, following)))
    return tuple(found)


def _goes_on(words: Words, filler: Filler, following: Filler | None) -> bool:
    """Whether what a comma joins goes on with another comma or an «and», as lists do and appositions do not."""
    if following is None or following.label != filler.label:
        return False
    gap = words.text_between(filler.end, following.start)
    return bool(_AND.fullmatch(gap) or _LIST_COMMA.fullmatch(gap))


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
    titled = following is not None and following.label == "PERS"
    if left.label == "NORP" and right.label == "OCC" and gap == " " and titled:
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


def _placed(words: Words, triggers: frozenset[int], filler: Filler, before: Filler | None, *, in_list: bool) -> Filler:
    """The phrase with its governor, taken over from the phrase that it is joined to."""
    if before is not None:
        gap = words.text_between(before.end, filler.start)
        if (
            (_AND.fullmatch(gap) and not _begins_clause(before, filler))
            or _AND_COUNTERPART.fullmatch(gap)
            or (filler.label == "PERS" and _AND_ITS_HEAD.fullmatch(gap))
            or (before.governor in ("between", "with") and _AND_PEOPLE.fullmatch(gap))
            or (before.governor == "between" and _AND_DESCRIBED.fullmatch(gap))
            or (_LIST_COMMA.fullmatch(gap) and filler.label == before.label and (in_list or before.joined))
        ):
            return replace(filler, governor=before.governor, bare_words=before.bare_words, joined=True)
    found = find_governor(words, triggers, filler.first, filler.start, -1 if before is None else before.last)
    if found == NO_GOVERNOR:
        return filler
    return replace(filler, governor=found.name, bare_words=found.bare_words, counterpart=found.counterpart)


def _begins_clause(before: Filler, filler: Filler) -> bool:
    """Whether «و» stands between a place and a person, so that rather a clause begins: في الجزائر وتبون يستقبله."""
    return before.governor == "in" and before.label in PLACE_LABELS and filler.label == "PERS"
