"""Assigns naming phrases to the roles of the triggers of one sentence, by word order and prepositions."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.suggest.events.agreement import may_be_subject, speaks_of_self
from model.suggest.events.clauses import Clauses
from model.suggest.events.fillers import PLACE_LABELS, PREPOSITIONS, Filler
from model.suggest.events.frames import (
    MUTUAL_TYPES,
    complement_role,
    controller,
    first_role,
    governed_role,
    is_reciprocal,
    is_speech,
    object_role,
    subject_role,
    takes_object_after_and,
)
from model.suggest.events.inflection import Kind
from model.suggest.events.patterns import Pattern
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words, without_conjunction

PARTIES = frozenset({"PERS", "ORG", "GPE", "NORP", "OCC"})
QUOTES = frozenset('«»"“”‹›')
_NOT_CARRIED = frozenset({"ACCUSE", "CASUALTY", "COERCE", "OFFICE"})
_RESUMING = frozenset("بها به عليها عليه منها منه معها معه اليها اليه فيها فيه عنها عنه لها له".split())
_NOUNS_IN_WAW = ("وزار", "وزير", "وزراء", "وفد", "وكال", "وحد", "ولاي")
_DAMMA = "\u064f"


@dataclass(frozen=True, slots=True)
class Role:
    """A phrase in a role, and the pattern that put it there."""

    name: str
    filler: Filler
    pattern: Pattern


class RoleFinder:
    """Finds the parties and places of the triggers of one sentence, first to last: later ones lean on earlier ones."""

    def __init__(
        self, words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], fillers: tuple[Filler, ...]
    ) -> None:
        self._words = words
        self._triggers = triggers
        self._fillers = fillers
        self._clauses = clauses
        self._found: list[tuple[Role, ...]] = []

    def find(self) -> tuple[tuple[Role, ...], ...]:
        """The roles of each trigger, in the order of the triggers."""
        for at, trigger in enumerate(self._triggers):
            roles = self._verb(at, trigger) if trigger.is_verb else self._noun(at, trigger)
            self._found.append(tuple(_unique(roles)))
        return tuple(tuple(_unique([*roles, *self._scene(at)])) for at, roles in enumerate(self._found))

    def _scene(self, at: int) -> list[Role]:
        """The place of an attack is the place of those killed in it."""
        trigger = self._triggers[at]
        if trigger.label != "CASUALTY" or any(role.name == "location" for role in self._found[at]):
            return []
        for later in range(at + 1, len(self._triggers)):
            if self._triggers[later].label == "ASSAULT" and self._triggers[
                later
            ].index < self._clauses.sentence_part_end(trigger.index):
                return [
                    Role("location", role.filler, Pattern.SCENE)
                    for role in self._found[later]
                    if role.name in ("location", "recipient") and role.filler.label in PLACE_LABELS
                ]
        return []

    # verbs

    def _verb(self, at: int, trigger: Trigger) -> list[Role]:
        after = self._after(trigger)
        plain = [filler for filler in after if not filler.governor]
        passive = is_passive(self._words, trigger)
        subject, pattern = self._subject(at, trigger, plain, after, passive=passive)
        name = subject_role(trigger, passive=passive)
        roles = [Role(name, filler, pattern) for filler in subject]
        if is_reciprocal(trigger) and pattern != Pattern.SHARED:
            roles = [Role("recipient" if index else name, role.filler, pattern) for index, role in enumerate(roles)]
        objects = [filler for filler in plain if filler not in subject]
        if objects and not passive:
            roles += self._object(trigger, objects)
        if self._resumes(trigger) and (antecedent := self._antecedent(trigger)) is not None:
            role = object_role(trigger, antecedent)
            roles += [Role(role, antecedent, Pattern.RELATIVE)] if role else []
        roles += self._governed(trigger, after + self._beyond_object(at))
        return roles + self._opening_places(at, trigger, roles)

    def _opening_places(self, at: int, trigger: Trigger, roles: list[Role]) -> list[Role]:
        """«In Aden, …», «Hebron: …»: the place that opens a sentence is that of its first verb."""
        if at or any(role.name == "location" for role in roles):
            return []
        used = {role.filler.mention.id for role in roles}
        return [
            Role("location", filler, Pattern.PLACE_BEFORE)
            for filler in self._fillers[:1]
            if filler.label in PLACE_LABELS
            and filler.mention.id not in used
            and self._clauses.sets_scene(filler.first, filler.last)
            and filler.last < trigger.index
        ]

    def _subject(
        self, at: int, trigger: Trigger, plain: list[Filler], after: list[Filler], *, passive: bool
    ) -> tuple[list[Filler], Pattern]:
        if speaks_of_self(trigger):
            return self._speaker(at), Pattern.SPEAKER
        resuming = self._resumes(trigger)
        antecedent = self._antecedent(trigger)
        if antecedent is not None and not resuming:
            return [antecedent], Pattern.RELATIVE
        if not resuming and not self._clauses.is_initial(trigger):
            left = self._left(trigger)
            if left and may_be_subject(self._words, trigger, left[0]):
                return left, Pattern.BEFORE
            if self._plain_noun_before(trigger) and not _near_person(trigger, plain):
                return self._generic_before(trigger), Pattern.GENERIC
        generic = self._generic_after(trigger, after)
        if generic and (not plain or generic[0].first < plain[0].first):
            return generic, Pattern.GENERIC
        if resuming and not plain and trigger.reading.proclitics[:1] not in ("و", "ف"):
            return self._left(trigger), Pattern.BEFORE
        inherited = [] if passive or trigger.label == "CASUALTY" else self._inherited(at, trigger)
        if plain and self._is_subject(trigger, plain[0], inherited):
            return self._named(trigger, plain), Pattern.AFTER
        return inherited, Pattern.SHARED

    def _is_subject(self, trigger: Trigger, filler: Filler, inherited: list[Filler]) -> bool:
        if not may_be_subject(self._words, trigger, filler) or self._is_object(trigger, filler):
            return False
        return not (inherited and takes_object_after_and(trigger))

    def _named(self, trigger: Trigger, plain: list[Filler]) -> list[Filler]:
        """The first phrase with those joined to it; of a post and, farther on, its holder's name the name."""
        rest = [filler for filler in plain[1:] if not filler.joined]
        if plain[0].label in ("OCC", "NORP") and rest and rest[0].label == "PERS" and is_speech(trigger):
            return [rest[0]]
        return _with_joined(plain, self._fillers)

    def _speaker(self, at: int) -> list[Filler]:
        for earlier in range(at - 1, -1, -1):
            if self._triggers[earlier].label == "STATEMENT":
                return [role.filler for role in self._found[earlier] if role.name == "actor"]
        return []

    def _resumes(self, trigger: Trigger) -> bool:
        """Whether a pronoun on or after the verb takes up what stands before it: التي استولت عليها."""
        return bool(trigger.reading.pronoun) or self._words.folded(trigger.index + 1) in _RESUMING

    def _antecedent(self, trigger: Trigger) -> Filler | None:
        relative = self._clauses.relative_before(trigger.index)
        if relative < 0:
            return None
        before = [filler for filler in self._fillers if relative - 6 <= filler.last < relative]
        return before[-1] if before and not self._clauses.is_parted(before[-1].last, relative) else None

    def _left(self, trigger: Trigger) -> list[Filler]:
        start = self._clauses.subject_start(trigger.index)
        before = [filler for filler in self._fillers if start <= filler.first and filler.last < trigger.index]
        plain = [filler for filler in before if not filler.governor and filler.label in PARTIES]
        return _with_joined(plain, self._fillers) if plain else []

    def _plain_noun_before(self, trigger: Trigger) -> bool:
        index = trigger.index - 1
        return index >= 0 and self._words.is_word(index) and not self._words.labels_at(index) & {"DATE", "TIME"}

    def _generic_before(self, trigger: Trigger) -> list[Filler]:
        start = self._clauses.subject_start(trigger.index)
        near = [filler for filler in self._fillers if start < filler.first and filler.last < trigger.index]
        return (
            [near[0]] if near and near[0].governor in ("in", "for", "from") and near[0].label in ("ORG", "NORP") else []
        )

    def _generic_after(self, trigger: Trigger, after: list[Filler]) -> list[Filler]:
        """«An official in the ministry said»: the body stands for the one who has no name."""
        following = self._words.folded(trigger.index + 1)
        if not after or after[0].label not in ("ORG", "OCC") or not self._opens_phrase(trigger.index + 1):
            return []
        spoken_to = after[0].governor == "for" and trigger.label == "STATEMENT" and not following.startswith("بيان")
        near = 1 < after[0].first - trigger.index <= 5
        return [after[0]] if near and not spoken_to and after[0].governor in ("in", "for", "from", "of") else []

    def _opens_phrase(self, index: int) -> bool:
        """Whether a plain word stands here that no preposition governs."""
        word = self._words.folded(index)
        return bool(word) and self._words.is_word(index) and without_conjunction(word, PREPOSITIONS) not in PREPOSITIONS

    def _is_object(self, trigger: Trigger, filler: Filler) -> bool:
        """Whether an untagged subject stands between verb and phrase, or the phrase is somebody's counterpart."""
        if filler.counterpart:
            return True
        word = self._words.folded(trigger.index + 1)
        apart = self._words.is_word(trigger.index + 1) and filler.first > trigger.index + 1
        named = word.startswith("ال") or (
            word.endswith(("ها", "هم", "ه")) and self._words.folded(trigger.index + 2) != ""
        )
        if not apart or filler.label == "PERS":
            return False
        own = word.endswith(("ها", "هم")) and filler.first == trigger.index + 2
        return own or (named and word.startswith("ال") and filler.label != "NORP")

    def _inherited(self, at: int, trigger: Trigger) -> list[Filler]:
        """The subject of the verb that an «and» joins this one to; of sayings the speaker of the last saying."""
        if trigger.is_verb and trigger.reading.proclitics[:1] not in ("و", "ف"):
            return []
        verbs = [earlier for earlier in range(at) if self._triggers[earlier].is_verb]
        said = [earlier for earlier in verbs if is_speech(self._triggers[earlier])]
        if not verbs:
            return self._left(trigger)
        earlier = said[-1] if said and is_speech(trigger) else verbs[-1]
        actors = [role.filler for role in self._found[earlier] if role.name == "actor"]
        return [actor for actor in actors if may_be_subject(self._words, trigger, actor)]

    def _object(self, trigger: Trigger, objects: list[Filler]) -> list[Role]:
        first = objects[0]
        if first.bare_words and first.label not in ("PERS", "OCC") and not first.counterpart:
            return []
        found = _with_joined(objects, self._fillers)
        return [Role(role, filler, Pattern.OBJECT) for filler in found if (role := object_role(trigger, filler))]

    # nouns and participles

    def _noun(self, at: int, trigger: Trigger) -> list[Role]:
        after = self._after(trigger)
        plain = [filler for filler in after if not filler.governor]
        roles: list[Role] = []
        if trigger.reading.form.kind is Kind.CIRCUMSTANCE:
            subject = self._inherited(at, trigger) or self._left(trigger)
            roles += [Role("actor", filler, Pattern.SHARED) for filler in subject]
            roles += self._object(trigger, plain) if plain else []
        elif plain and self._is_complement(trigger, plain[0]):
            roles += self._complements(trigger, plain)
        roles += self._governed(trigger, after)
        if trigger.reading.pronoun:
            roles += self._owned(at, trigger)
        if not any(role.name == "actor" for role in roles) and trigger.reading.form.kind is Kind.NOUN:
            roles += self._controlled(at, trigger)
        return roles

    def _owned(self, at: int, trigger: Trigger) -> list[Role]:
        """What the pronoun of «its cooperation» stands for: the subject before it."""
        if first_role(trigger) != "actor":
            return []
        for earlier in range(at - 1, -1, -1):
            if self._triggers[earlier].is_verb:
                actors = [role.filler for role in self._found[earlier] if role.name == "actor"]
                return [Role("actor", filler, Pattern.OWNER) for filler in actors]
        return [Role("actor", filler, Pattern.OWNER) for filler in self._left(trigger)]

    def _is_complement(self, trigger: Trigger, filler: Filler) -> bool:
        """Whether at most two plain words stand between a noun and the phrase, and no other phrase begins there."""
        between = range(trigger.index + 1, filler.first)
        words = [self._words.folded(index) for index in between if self._words.folded(index) not in QUOTES]
        return len(words) <= 2 and not any(_begins_anew(word) for word in words)

    def _complements(self, trigger: Trigger, plain: list[Filler]) -> list[Role]:
        found = _with_joined(plain, self._fillers)
        if is_reciprocal(trigger) and len(found) > 1:
            return [
                Role("recipient" if index else "actor", filler, Pattern.COMPLEMENT)
                for index, filler in enumerate(found)
            ]
        return [Role(complement_role(trigger, filler), filler, Pattern.COMPLEMENT) for filler in found]

    def _controlled(self, at: int, trigger: Trigger) -> list[Role]:
        """Who is to do a deed that a verb before it promises, announces, demands or carries out."""
        if trigger.reading.proclitics[:1] == "و" and at and not self._triggers[at - 1].is_verb:
            shared = [role.filler for role in self._found[at - 1] if role.name == "actor"]
            if shared and self._clauses.end(self._triggers[at - 1].index) > trigger.index:
                return [Role("actor", filler, Pattern.SHARED) for filler in shared]
        for earlier in range(at - 1, -1, -1):
            other = self._triggers[earlier]
            if self._clauses.end(other.index) <= trigger.index:
                break
            if not other.is_verb and other.reading.form.kind is not Kind.CIRCUMSTANCE:
                continue
            name = controller(other, trigger)
            return [Role("actor", role.filler, Pattern.CONTROL) for role in self._found[earlier] if role.name == name]
        return self._light_verb(trigger)

    def _light_verb(self, trigger: Trigger) -> list[Role]:
        """The subject of a verb that names no event itself: «Baghdad held a meeting»."""
        if trigger.reading.definite or trigger.reading.pronoun or trigger.label in _NOT_CARRIED:
            return []
        left = self._left(trigger)
        mutual = is_reciprocal(trigger)
        return [
            Role("recipient" if mutual and index else "actor", filler, Pattern.LIGHT_VERB)
            for index, filler in enumerate(left)
        ]

    # both

    def _beyond_object(self, at: int) -> list[Filler]:
        """The phrases after a definite object that is a trigger itself: «lifted the embargo on …»."""
        following = self._triggers[at + 1] if at + 1 < len(self._triggers) else None
        if following is None or following.index != self._clauses.reach(self._triggers[at].index):
            return []
        is_object = following.reading.definite and not following.reading.proclitics and not self._is_governed(following)
        return self._after(following) if is_object else []

    def _is_governed(self, trigger: Trigger) -> bool:
        word = self._words.folded(trigger.index - 1)
        return without_conjunction(word, PREPOSITIONS) in PREPOSITIONS

    def _after(self, trigger: Trigger) -> list[Filler]:
        """The phrases between a trigger and what ends its reach."""
        end = self._clauses.reach(trigger.index)
        return [filler for filler in self._fillers if trigger.index < filler.first < end]

    def _governed(self, trigger: Trigger, after: list[Filler]) -> list[Role]:
        roles: list[Role] = []
        place: Filler | None = None
        for filler in after:
            role = governed_role(trigger, filler) if filler.governor else ""
            if role == "location" and place is not None and not filler.joined and filler.first - place.last <= 2:
                continue
            if role:
                roles.append(Role(role, filler, Pattern.PREPOSITION))
                place = filler if role == "location" else place
        mutual = [filler for filler in after if filler.governor == "between" and filler.label in PARTIES]
        if len(mutual) > 1 and trigger.label in MUTUAL_TYPES:
            roles += [
                Role("recipient" if index else "actor", filler, Pattern.BETWEEN) for index, filler in enumerate(mutual)
            ]
        return roles


def _begins_anew(word: str) -> bool:
    return not word[:1].isalnum() or (word.startswith("و") and len(word) > 4 and not word.startswith(_NOUNS_IN_WAW))


def _near_person(trigger: Trigger, plain: list[Filler]) -> bool:
    return bool(plain) and plain[0].first == trigger.index + 1 and trigger.label == "STATEMENT"


def _with_joined(phrases: list[Filler], fillers: tuple[Filler, ...]) -> list[Filler]:
    """The first phrase and those joined to it."""
    found = [phrases[0]]
    for filler in fillers[fillers.index(phrases[0]) + 1 :]:
        if not filler.joined:
            break
        if filler in phrases:
            found.append(filler)
    return found


def _unique(roles: list[Role]) -> Iterator[Role]:
    seen: set[str] = set()
    for role in roles:
        if role.filler.mention.id not in seen:
            seen.add(role.filler.mention.id)
            yield role


def is_passive(words: Words, trigger: Trigger) -> bool:
    """Whether a written damma says that a verb is passive: inside a perfect, or on the prefix of an imperfect whose
    active voice has none there."""
    stem = words.tokens[trigger.index].text[len(trigger.reading.proclitics) :]
    if trigger.reading.form.kind is Kind.PERFECT:
        return _DAMMA in stem[:-1]
    lemma = trigger.reading.sense.lemma
    return (
        trigger.is_verb
        and stem[1:2] == _DAMMA
        and (len(lemma) > 4 or trigger.label in ("COERCE", "CASUALTY", "OFFICE"))
    )
