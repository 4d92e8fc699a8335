"""What events of one sentence share: an attack and its victims, verbs joined by «and», a date that heads the line."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from model.suggest.events.argument import Argument
from model.suggest.events.clauses import Clauses
from model.suggest.events.fillers import PLACE_LABELS
from model.suggest.events.patterns import Pattern
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words
from model.suggestion import SuggestedMention

Found = Sequence[list[Argument]]

_UNREST = frozenset({"ASSAULT", "CASUALTY", "COERCE", "PROTEST"})
_CONJUNCTIONS = ("و", "ف")
_DENIALS = frozenset("لم دون بدون عدم ولم فلم".split())
_CAUSING = ("اسفر", "ادي", "ادت", "خلف", "اودي", "اودت", "اوقع", "تسبب", "راح")
_DECIDING = frozenset("أعلن قرر قضى صادق وافق فرض أصدر أقر".split())
_DECIDED = frozenset({"CONCEDE", "RETREAT", "SANCTION", "OFFICE", "COERCE", "AGREE"})
_SIGNED = frozenset({"وقع", "وقّع", "أبرم"})


def share(words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], found: Found) -> None:
    """Add to each trigger's arguments what it shares with another of the sentence."""
    _Sharing(words, clauses, triggers, found).run()


class _Sharing:
    def __init__(self, words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], found: Found) -> None:
        self._words, self._clauses, self._triggers, self._found = words, clauses, triggers, found

    def run(self) -> None:
        for one, other in self._joined_verbs():
            self._swap(one, other, ("date", "location"), Pattern.SERIES)
        for attack, death in list(self._attacks_and_deaths()):
            self._link(attack, death)
        for one, other in self._series():
            self._give(one, other, ("date",), Pattern.SERIES)
            if len(self._in_role(one, "location")) == 1:
                self._give(one, other, ("location",), Pattern.SERIES)
        for heading, deeds in self._headed():
            for at in deeds:
                self._give_mention(at, heading)
        for one, other in self._protests():
            self._give(one, other, ("actor", "date", "location"), Pattern.SERIES)
        for one, other in self._announced():
            self._give(one, other, ("date",), Pattern.ANNOUNCED)
        for one, other in self._signed():
            self._swap(one, other, ("actor", "recipient", "date", "location"), Pattern.SIGNED)
        for one, other in self._talks():
            self._swap(one, other, ("location",), Pattern.TALKS)
            if self._triggers[one].is_verb:
                self._give(one, other, ("date",), Pattern.TALKS)

    def _attacks_and_deaths(self) -> Iterator[tuple[int, int]]:
        attacks = [at for at, trigger in enumerate(self._triggers) if trigger.label == "ASSAULT"]
        for at, trigger in enumerate(self._triggers):
            if trigger.label == "CASUALTY" and attacks and not self._is_denied(trigger):
                earlier, later = [one for one in attacks if one < at], [one for one in attacks if one > at]
                caused = bool(earlier) and self._is_caused(self._triggers[earlier[-1]], trigger)
                yield (earlier[-1] if caused or not later else later[0]), at

    def _is_caused(self, attack: Trigger, death: Trigger) -> bool:
        """Whether a word between tells that the attack led to the death: هجوم أسفر عن مقتل."""
        return any(self._words.folded(index).startswith(_CAUSING) for index in range(attack.index + 1, death.index))

    def _is_denied(self, trigger: Trigger) -> bool:
        return any(self._words.folded(index) in _DENIALS for index in range(trigger.index - 2, trigger.index))

    def _link(self, attack: int, death: int) -> None:
        known = {argument.mention.id for argument in self._found[attack]}
        own = self._in_role(death, "casualties")
        if not own:
            self._give(attack, death, ("casualties",), Pattern.SCENE)
        self._found[attack] += [
            Argument("casualties", one.mention, Pattern.SCENE) for one in own if one.mention.id not in known
        ]
        self._swap(attack, death, ("date",), Pattern.SCENE)
        if not self._in_role(death, "location"):
            struck = [one.mention for one in self._in_role(attack, "recipient") if one.mention.label in PLACE_LABELS]
            self._found[death] += [Argument("location", mention, Pattern.SCENE) for mention in struck]
        self._swap(attack, death, ("location",), Pattern.SCENE)

    def _headed(self) -> Iterator[tuple[SuggestedMention, list[int]]]:
        """«8 May: …»: the day that heads a line is that of the verbs in it."""
        for mention in self._words.mentions:
            end = self._words.index_at(mention.hull.end - 1)
            opens = not any(self._words.is_word(at) for at in range(self._words.index_at(mention.hull.start)))
            if mention.label == "DATE" and opens and self._words.folded(end + 1) == ":":
                yield mention, [at for at, trigger in enumerate(self._triggers) if not self._is_within(trigger)]

    def _is_within(self, trigger: Trigger) -> bool:
        """Whether the trigger stands in a clause that depends on another."""
        start = self._clauses.subject_start(trigger.index)
        return start > 0 and self._words.folded(start - 1) not in (":", "؛")

    def _give_mention(self, at: int, mention: SuggestedMention) -> None:
        if not self._in_role(at, "date"):
            self._found[at].append(Argument("date", mention, Pattern.DATE_BEFORE))

    def _protests(self) -> Iterator[tuple[int, int]]:
        """«demonstrated in protest at …»."""
        for at, one, other in self._neighbours():
            purpose = not other.is_verb and self._words.folded(other.index).endswith("ا")
            if purpose and one.label == other.label == "PROTEST":
                yield at, at + 1

    def _in_role(self, at: int, role: str) -> list[Argument]:
        return [argument for argument in self._found[at] if argument.role == role]

    def _neighbours(self) -> Iterator[tuple[int, Trigger, Trigger]]:
        """Each trigger with the next one, and its own place."""
        for at, (one, other) in enumerate(pairwise(self._triggers)):
            yield at, one, other

    def _joined_verbs(self) -> Iterator[tuple[int, int]]:
        """«struck and demonstrated in …»: verbs next to each other."""
        for at, one, other in self._neighbours():
            if one.is_verb and other.is_verb and other.index == one.index + 1 and other.reading.proclitics[:1] == "و":
                yield at + 1, at

    def _series(self) -> Iterator[tuple[int, int]]:
        """Verbs of unrest that an «and» joins to one another."""
        verbs = [at for at, trigger in enumerate(self._triggers) if trigger.is_verb]
        for one, other in pairwise(verbs):
            joined = self._triggers[other].reading.proclitics[:1] in _CONJUNCTIONS
            if joined and {self._triggers[one].label, self._triggers[other].label} <= _UNREST:
                yield one, other

    def _announced(self) -> Iterator[tuple[int, int]]:
        """A verb that decides or announces, and the deed that this brings about."""
        for at, one, other in self._neighbours():
            decided = one.reading.sense.lemma in _DECIDING and one.is_verb and not other.is_verb
            known = other.reading.sense.lemma == "فوز"
            if decided and not known and other.label in _DECIDED and other.index < self._clauses.end(one.index):
                yield at, at + 1

    def _signed(self) -> Iterator[tuple[int, int]]:
        """An agreement and its signing."""
        for at, one, other in self._neighbours():
            agreed = other.label == "AGREE" and not other.is_verb
            if agreed and one.label == "SUPPORT" and one.reading.sense.lemma in _SIGNED:
                yield at, at + 1

    def _talks(self) -> Iterator[tuple[int, int]]:
        for at, one, other in self._neighbours():
            if one.label == "CONSULT" == other.label:
                yield at, at + 1

    def _swap(self, one: int, other: int, roles: Iterable[str], pattern: Pattern) -> None:
        self._give(one, other, roles, pattern)
        self._give(other, one, roles, pattern)

    def _give(self, giver: int, taker: int, roles: Iterable[str], pattern: Pattern) -> None:
        """Give one event's fillers of roles to another that has none in them."""
        for role in roles:
            if self._in_role(taker, role):
                continue
            taken = {argument.mention.id for argument in self._found[taker]}
            self._found[taker] += [
                Argument(role, argument.mention, pattern)
                for argument in self._found[giver]
                if argument.role == role and argument.mention.id not in taken
            ]
