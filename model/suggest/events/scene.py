"""What the search for roles in a sentence stands on: words, clauses, triggers, phrases, and the roles found so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.suggest.entities.vocabulary import is_verb
from model.suggest.events.clauses import Clauses
from model.suggest.events.fillers import Filler
from model.suggest.events.governors import PREPOSITIONS
from model.suggest.events.patterns import Pattern
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words, without_conjunction

_NEAR = 4
_LIGHT_VERBS = frozenset(
    "قرر قررت يقرر تقرر قام قامت قاموا القي القت يلقي تلقي مضي مضت يمضي تمضي ينوي تنوي خطط خططت"
    " يخطط تخطط كثف كثفت يكثف تكثف باشر باشرت يباشر تباشر اقدم اقدمت عمد عمدت بادر بادرت سارع سارعت تولت توجه توجهت"
    " يتوجه تتوجه ادلي ادلت تقدم تقدمت يتقدم خاض خاضت يخوض تخوض دشن دشنت بعث بعثت يبعث تبعث".split()
)
"""Verbs whose object is a deed of their subject's."""
PARTIES = frozenset({"PERS", "ORG", "GPE", "NORP", "OCC"})


@dataclass(frozen=True, slots=True)
class Role:
    """A phrase in a role, and the pattern that put it there."""

    name: str
    filler: Filler
    pattern: Pattern


@dataclass(slots=True)
class Scene:
    """One sentence; ``found`` grows trigger by trigger, since later ones lean on earlier ones."""

    words: Words
    clauses: Clauses
    triggers: tuple[Trigger, ...]
    fillers: tuple[Filler, ...]
    found: list[tuple[Role, ...]] = field(default_factory=list)

    def actors(self, at: int, name: str = "actor") -> list[Filler]:
        """The phrases in a role of a trigger that has been dealt with."""
        return [role.filler for role in self.found[at] if role.name == name]

    def verbs_before(self, at: int) -> list[int]:
        """The places of the verbs among the triggers before this one, the nearest last."""
        return [earlier for earlier in range(at) if self.triggers[earlier].is_verb]

    def describes(self, at: int) -> bool:
        """Whether the verb at a place among the triggers stands in a relative clause."""
        return self.clauses.relative_before(self.triggers[at].index) >= 0

    def with_joined(self, phrases: Sequence[Filler]) -> list[Filler]:
        """The first of the phrases and those of them that «and» joins to it; none of none."""
        if not phrases:
            return []
        found = [phrases[0]]
        for filler in self.fillers[self.fillers.index(phrases[0]) + 1 :]:
            if not filler.joined:
                break
            if filler in phrases:
                found.append(filler)
        return found

    def before(self, trigger: Trigger) -> list[Filler]:
        """The naming phrase right before the trigger, else the first of the clause, with those joined to it."""
        start = self.clauses.subject_start(trigger.index)
        before = [filler for filler in self.fillers if start <= filler.first and filler.last < trigger.index]
        plain = [filler for filler in before if not filler.governor and _can_head(filler)]
        if plain and trigger.is_verb and plain[-1].last == trigger.index - 1:
            heads = [place for place, filler in enumerate(plain) if not filler.joined]
            plain = plain[heads[-1] if heads else 0 :]
        return self.with_joined(plain)

    def after(self, trigger: Trigger) -> list[Filler]:
        """The phrases between a trigger and what ends its reach, but for the subject of the verb that follows."""
        end = self.clauses.reach(trigger.index)
        verb = next((other for other in self.triggers if other.index >= end and other.is_verb), None)
        topic = -1 if verb is None or self.clauses.is_initial(verb) else verb.index
        return [
            filler
            for filler in self.fillers
            if trigger.index < filler.first < end
            and not (filler.last < topic <= filler.last + 2 and not filler.governor)
        ]

    def beyond(self, at: int) -> list[Filler]:
        """The phrases after a noun that the trigger governs and that is one itself: «lifted the embargo on …»."""
        following = self.triggers[at + 1] if at + 1 < len(self.triggers) else None
        if following is None or following.index != self.clauses.reach(self.triggers[at].index):
            return []
        if following.is_verb or following.reading.proclitics or self.is_preposition(following.index - 1):
            return []
        apart = following.index - self.triggers[at].index
        return self.after(following) if apart == 1 or (following.reading.definite and apart <= _NEAR) else []

    def carrier(self, trigger: Trigger) -> int:
        """The index of the verb that can carry it, no trigger itself, before it in its clause, or -1."""
        return carrier(self.words, self.clauses, trigger)

    def is_preposition(self, index: int) -> bool:
        """Whether the word at an index is a preposition, with a conjunction or without."""
        return without_conjunction(self.words.folded(index), PREPOSITIONS) in PREPOSITIONS

    def is_plain_word(self, index: int) -> bool:
        """Whether a word stands here that is no preposition."""
        return self.words.is_word_at(index) and not self.is_preposition(index)


def carrier(words: Words, clauses: Clauses, trigger: Trigger) -> int:
    """The index of the verb that can carry a trigger, no trigger itself, before it in its clause, or -1."""
    start = clauses.subject_start(trigger.index)
    return next((index for index in range(trigger.index - 1, start - 1, -1) if _carries(words.folded(index))), -1)


def _carries(word: str) -> bool:
    return is_verb(word) or without_conjunction(word, _LIGHT_VERBS).removeprefix("س") in _LIGHT_VERBS


def _can_head(filler: Filler) -> bool:
    """Whether the phrase can be a subject; of adjectives with the article plurals can, with a noun that has no name."""
    adjective = filler.label == "NORP" and filler.mention.text.startswith("ال")
    adjective = adjective and not filler.mention.text.endswith(("ون", "ين"))
    return filler.label in PARTIES and not adjective


def mutual_roles(fillers: Sequence[Filler], pattern: Pattern) -> list[Role]:
    """The first named is the actor, the others are recipients."""
    return [Role("recipient" if index else "actor", filler, pattern) for index, filler in enumerate(fillers)]
