"""Reads words that may be a verb or its noun (دعم، رفض) as the noun where the words around them say so."""

from collections.abc import Iterator
from dataclasses import replace

from model.suggest.entities.vocabulary import is_verb
from model.suggest.events.clauses import RELATIVES
from model.suggest.events.inflection import Kind
from model.suggest.events.lookup import Reading, read_word
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words

_ARTICLE = "ال"
_GOVERNING = ("شان", "اطار", "ضروره", "اهميه", "عمليه", "محاوله", "قرار", "طلب", "سبيل", "هدف", "غرض", "عدم", "مزيد")
"""How nouns end that a noun completes: من شأنه دعم."""
_PARTICLES = frozenset("لم لن لا لكن لكنه لكنها لدي ليس ليست لو لقد لان لانه لانها".split())
"""Words that begin with «ل» and do not govern with it."""
_PASSED_LABELS = frozenset({"PERS", "ORG", "GPE", "OCC", "DATE", "TIME"})
_PASSED = frozenset({"،", ",", "منذ"})
_BEING = ("كان", "كانت", "كانا", "كانوا", "يكون", "تكون", "قال", "قالت", "ظل", "ظلت")
"""Verbs that other verbs follow."""
_PRONOUNS = ("ه", "ها", "هم", "هما", "")


def read_nouns(words: Words, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers, those that are rather nouns read as nouns."""
    return tuple(_as_noun(words, trigger) for trigger in triggers)


def _as_noun(words: Words, trigger: Trigger) -> Trigger:
    if trigger.reading.form.kind is not Kind.PERFECT:
        return trigger
    same = next(_homographs(words, trigger), None)
    if same is None:
        return trigger
    fits = _completes(words, trigger) or _governs_with_li(words, trigger) or _is_object(words, trigger)
    if not fits:
        return trigger
    return replace(trigger, reading=same)


def _homographs(words: Words, trigger: Trigger) -> Iterator[Reading]:
    """The noun readings of the same letters with the same type."""
    old = trigger.reading
    for reading in read_word(words.tokens[trigger.index].folded):
        alike = (reading.start, reading.end, reading.sense.label) == (old.start, old.end, old.sense.label)
        if alike and reading.form.kind is Kind.NOUN:
            yield reading


def _completes(words: Words, trigger: Trigger) -> bool:
    """Whether the word before is a participle of speech or a noun that wants completing: مؤكداً دعم، في إطار دعم."""
    before = words.folded(trigger.index - 1)
    if trigger.reading.proclitics or not trigger.index or words.labels_at(trigger.index - 1):
        return False
    if before.endswith(tuple(noun + pronoun for noun in _GOVERNING for pronoun in _PRONOUNS)):
        return not before.startswith(_ARTICLE)
    participle = before.startswith(("م", "وم")) and before.endswith(("ا", "ه")) and len(before) > len("موكد")
    return participle and not is_verb(before) and not before.startswith(_ARTICLE)


def _is_object(words: Words, trigger: Trigger) -> bool:
    """Whether only a subject and a date part the word from a verb before it: تواصل أنقرة منذ أيام حظر الرحلات."""
    at = trigger.index - 1
    before = at - 1 if words.folded(at) in _PASSED else at
    if trigger.reading.proclitics or before < 0 or not words.labels_at(before) & _PASSED_LABELS:
        return False
    while at >= 0 and (words.labels_at(at) & _PASSED_LABELS or words.folded(at) in _PASSED):
        at -= 1
    verb = words.folded(at)
    return at >= 0 and is_verb(verb) and not verb.endswith(_BEING) and words.folded(at - 1) not in RELATIVES


def _governs_with_li(words: Words, trigger: Trigger) -> bool:
    """Whether «ل» tells to whom it is done, which the verb would name without: دعم فلان لفلان، دعمه لفلان."""
    if trigger.reading.pronoun:
        return words.folded(trigger.index + 1).startswith("لل")
    names = [one for one in words.mentions if words.index_at(one.hull.start) == trigger.index + 1]
    if not names or not words.is_word_at(trigger.index - 1) or trigger.reading.proclitics:
        return False
    after = words.index_at(max(one.hull.end for one in names) - 1) + 1
    joined = after < len(words) and words.tokens[after].folded.startswith("ل")
    begins = joined and any(one.hull.start == words.tokens[after].span.start for one in words.mentions)
    return joined and not begins and words.folded(after) not in _PARTICLES
