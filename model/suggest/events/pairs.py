"""Events of one sentence that belong together; pairs are places among its triggers, the giver first."""

from collections.abc import Iterator
from itertools import pairwise

from model.suggest.events.clauses import Clauses
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words
from model.suggestion import SuggestedMention

_UNREST = frozenset({"ASSAULT", "CASUALTY", "COERCE", "PROTEST"})
_CONJUNCTIONS = ("و", "ف")
_DENIALS = frozenset("لم دون بدون عدم ولم فلم".split())
_CAUSING = ("اسفر", "ادي", "ادت", "خلف", "اودي", "اودت", "اوقع", "تسبب", "راح")
_DECIDING = frozenset("أعلن قرر قضى صادق وافق فرض أصدر أقر".split())
_DECIDED = frozenset({"CONCEDE", "RETREAT", "SANCTION", "OFFICE", "COERCE", "AGREE"})
_STRIKING = frozenset({"استهدف", "ضرب", "طال"})
_NEAR = 4
_PUNISHING = frozenset({"COERCE", "SANCTION"})
_IN = frozenset({"في", "خلال"})
_INTERVIEWS = frozenset("مقابلة حوار مكالمة اتصال محادثة لقاء".split())
_VISITS = frozenset({"زيارة", "جولة"})
_APART_IN_TIME = frozenset("ثم بعد قبل عقب قبيل منذ".split())
_SIGNED = frozenset({"وقع", "وقّع", "أبرم", "أمضى", "توقيع", "إمضاء", "إبرام"})


class Pairs:
    """Finds them by the types, the words between and the clauses."""

    def __init__(self, words: Words, clauses: Clauses, triggers: tuple[Trigger, ...]) -> None:
        self._words, self._clauses, self._triggers = words, clauses, triggers

    def attacks_and_deaths(self) -> Iterator[tuple[int, int]]:
        """Each death that happened with the attack that caused it, the attack first."""
        attacks = [at for at, trigger in enumerate(self._triggers) if trigger.label == "ASSAULT"]
        for at, trigger in enumerate(self._triggers):
            if trigger.label == "CASUALTY" and attacks and not (self._is_denied(trigger) or self._is_before(trigger)):
                earlier, later = [one for one in attacks if one < at], [one for one in attacks if one > at]
                caused = bool(earlier) and self._is_caused(self._triggers[earlier[-1]], trigger)
                yield (earlier[-1] if caused or not later else later[0]), at

    def _is_caused(self, attack: Trigger, death: Trigger) -> bool:
        """Whether a word between tells that the attack led to the death: هجوم أسفر عن مقتل."""
        return any(self._words.folded(index).startswith(_CAUSING) for index in range(attack.index + 1, death.index))

    def _is_before(self, trigger: Trigger) -> bool:
        """Whether the attack came some time after the death: بعد ساعات من إصابة."""
        after = any(
            self._words.folded(index) in ("بعد", "وبعد") for index in range(trigger.index - 4, trigger.index - 1)
        )
        return not trigger.is_verb and after and self._words.folded(trigger.index - 1) == "من"

    def _is_denied(self, trigger: Trigger) -> bool:
        return any(self._words.folded(index) in _DENIALS for index in range(trigger.index - 2, trigger.index))

    def headed(self) -> Iterator[tuple[SuggestedMention, list[int]]]:
        """«8 May: …»: the day that heads a line is that of the verbs in it."""
        for mention in (one for one in self._words.mentions if one.label == "DATE"):
            end = self._words.index_at(mention.hull.end - 1)
            opens = not any(self._words.is_word(at) for at in range(self._words.index_at(mention.hull.start)))
            if opens and self._words.folded(end + 1) == ":":
                yield mention, [at for at, trigger in enumerate(self._triggers) if not self._is_within(trigger)]

    def _is_within(self, trigger: Trigger) -> bool:
        """Whether the trigger stands in a clause that depends on another."""
        start = self._clauses.subject_start(trigger.index)
        return start > 0 and self._words.folded(start - 1) not in (":", "؛")

    def protests(self) -> Iterator[tuple[int, int]]:
        """«demonstrated in protest at …»."""
        for at, one, other in self._neighbours():
            purpose = not other.is_verb and self._words.folded(other.index).endswith("ا")
            if purpose and one.label == other.label == "PROTEST":
                yield at, at + 1

    def _neighbours(self) -> Iterator[tuple[int, Trigger, Trigger]]:
        """Each trigger with the next one, and its own place."""
        for at, (one, other) in enumerate(pairwise(self._triggers)):
            yield at, one, other

    def joined_verbs(self) -> Iterator[tuple[int, int]]:
        """«struck and demonstrated in …»: verbs next to each other."""
        for at, one, other in self._neighbours():
            if one.is_verb and other.is_verb and other.index == one.index + 1 and other.reading.proclitics[:1] == "و":
                yield at + 1, at

    def series(self) -> Iterator[tuple[int, int]]:
        """Verbs of unrest that an «and» joins to one another."""
        verbs = [at for at, trigger in enumerate(self._triggers) if trigger.is_verb]
        for one, other in pairwise(verbs):
            joined = self._triggers[other].reading.proclitics[:1] in _CONJUNCTIONS
            if joined and {self._triggers[one].label, self._triggers[other].label} <= _UNREST:
                yield one, other

    def announced(self) -> Iterator[tuple[int, int]]:
        """A verb that decides or announces, and the deed that this brings about."""
        for at, one, other in self._neighbours():
            decided = one.reading.sense.lemma in _DECIDING and one.is_verb and not other.is_verb
            known = other.reading.sense.lemma == "فوز"
            if decided and not known and other.label in _DECIDED and other.index < self._clauses.end(one.index):
                yield at, at + 1

    def phases(self) -> Iterator[tuple[int, int]]:
        """The end of a siege, a ban or a fight, and the thing itself: فك حصار."""
        for at, one, other in self._neighbours():
            if one.label == "RETREAT" and other.label in ("COERCE", "ASSAULT") and other.index == one.index + 1:
                yield at, at + 1

    def hits(self) -> Iterator[tuple[int, int]]:
        """An attack and the verb that tells what it struck: هجوم استهدف القرية."""
        for at, one, other in self._neighbours():
            struck = other.is_verb and other.reading.sense.lemma in _STRIKING and not one.is_verb
            if struck and one.label == other.label == "ASSAULT" and other.index - one.index <= _NEAR:
                yield at, at + 1

    def means(self) -> Iterator[tuple[int, int]]:
        """An attack and the one by which it was done: اغتيال فلان بغارة."""
        for at, one, other in self._neighbours():
            by = not other.is_verb and other.reading.proclitics == "ب" and not other.reading.definite
            if by and one.label == other.label == "ASSAULT" and other.index < self._clauses.end(one.index):
                yield at, at + 1

    def charges(self) -> Iterator[tuple[int, int]]:
        """An arrest or a verdict with its charge, a denial with what is denied."""
        for at, one, other in self._neighbours():
            if other.label == "ACCUSE" and not other.is_verb and not other.reading.pronoun:
                charged = one.label in _PUNISHING and other.reading.proclitics.endswith("ب")
                denied = one.label == "REJECT" and one.is_verb and other.index < self._clauses.end(one.index)
                if charged or denied:
                    yield at, at + 1

    def joined_nouns(self) -> Iterator[tuple[int, int]]:
        """Two punishments in a row."""
        for at, one, other in self._neighbours():
            joined = other.reading.proclitics[:1] == "و" and {one.label, other.label} <= {"SANCTION", "COERCE"}
            if joined and not other.is_verb:
                yield at, at + 1

    def signed(self) -> Iterator[tuple[int, int]]:
        """An agreement and its signing."""
        for at, one, other in self._neighbours():
            agreed = other.label == "AGREE" and not other.is_verb
            if agreed and one.label == "SUPPORT" and one.reading.sense.lemma in _SIGNED:
                yield at, at + 1

    def interviews(self) -> Iterator[tuple[int, int]]:
        """What somebody says and the interview or call in which it is said: قال في مقابلة مع فلان."""
        for at, one, other in self._neighbours():
            aside = self._words.folded(other.index - 1) in _IN and other.reading.sense.lemma in _INTERVIEWS
            if one.is_verb and aside and not other.reading.definite and other.index < self._clauses.end(one.index):
                yield at, at + 1

    def _is_other_occasion(self, trigger: Trigger) -> bool:
        """Whether it is a visit as such, or happened after or before the other: ثم اجتمع، بعد استقبال."""
        apart = self._words.folded(trigger.index - 1) in _APART_IN_TIME
        return apart or (not trigger.is_verb and trigger.reading.sense.lemma in _VISITS)

    def talks(self) -> Iterator[tuple[int, int]]:
        """A visit and its talks."""
        for at, one, other in self._neighbours():
            described = other.is_verb and self._clauses.relative_before(other.index) >= 0
            if self._is_other_occasion(other):
                continue
            agreed = one.label == "CONSULT" and other.label == "AGREE" and other.reading.form.dual and other.is_verb
            if (one.label == "CONSULT" == other.label and not described) or agreed:
                yield at, at + 1
