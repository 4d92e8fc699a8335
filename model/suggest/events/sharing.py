"""What events of one sentence share: an attack and its victims, verbs joined by «and», a date that heads the line."""

from collections.abc import Iterable, Sequence

from model.suggest.events.argument import Argument
from model.suggest.events.clauses import Clauses
from model.suggest.events.fillers import PLACE_LABELS
from model.suggest.events.frames import is_reciprocal
from model.suggest.events.pairs import Pairs
from model.suggest.events.patterns import Pattern
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words
from model.suggestion import SuggestedMention

Found = Sequence[list[Argument]]

_IN_ORDER_TO = ("لاجراء", "لعقد", "لحضور", "لمواصله", "لاستيناف")


def share(words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], found: Found) -> None:
    """Add to each trigger's arguments what it shares with another of the sentence."""
    _Sharing(words, triggers, found).run(Pairs(words, clauses, triggers))


class _Sharing:
    def __init__(self, words: Words, triggers: tuple[Trigger, ...], found: Found) -> None:
        self._words, self._triggers, self._found = words, triggers, found

    def run(self, pairs: Pairs) -> None:
        """Places and times first: the parties of an attack may be places."""
        self._share_scenes(pairs)
        self._share_days(pairs)
        self._share_parties(pairs)

    def _share_scenes(self, pairs: Pairs) -> None:
        for attack, strike in pairs.hits():
            self._swap(attack, strike, ("actor", "recipient", "date", "location"), Pattern.PHASE)
        for one, other in pairs.means():
            self._swap(one, other, ("actor", "recipient", "date", "location"), Pattern.PHASE)
        for one, other in pairs.joined_verbs():
            self._swap(one, other, ("date", "location"), Pattern.SERIES)
        for attack, death in pairs.attacks_and_deaths():
            self._link(attack, death)
        for one, other in pairs.series():
            single = len(self._in_role(one, "location")) == 1
            self._give(one, other, ("date", "location") if single else ("date",), Pattern.SERIES)

    def _share_days(self, pairs: Pairs) -> None:
        for heading, deeds in pairs.headed():
            for at in deeds:
                self._give_mention(at, heading)
        for one, other in pairs.announced():
            self._give(one, other, ("date",), Pattern.ANNOUNCED)

    def _share_parties(self, pairs: Pairs) -> None:
        for one, other in pairs.protests():
            self._give(one, other, ("actor", "date", "location"), Pattern.SERIES)
        for one, other in pairs.phases():
            self._place(one, other, ("location", "recipient"), Pattern.PHASE)
        for one, other in pairs.charges():
            self._charge(one, other)
        for one, other in pairs.joined_nouns():
            self._give(one, other, ("recipient",), Pattern.SHARED)
        for one, other in pairs.signed():
            self._give_sides(one, other)
            self._swap(one, other, ("actor", "recipient", "date", "location"), Pattern.SIGNED)
        for one, other in pairs.interviews():
            self._give(one, other, ("actor",), Pattern.TALKS)
        for one, other in pairs.talks():
            self._share_talks(one, other)

    def _give_sides(self, signing: int, agreement: int) -> None:
        """Who signs an agreement between them: the first has it with the others."""
        signers = self._in_role(signing, "actor")
        if len(signers) > 1 and is_reciprocal(self._triggers[agreement]) and not self._in_role(agreement, "actor"):
            sides = ["actor"] + ["recipient"] * (len(signers) - 1)
            self._found[agreement] += [
                Argument(side, signer.mention, Pattern.SIGNED) for side, signer in zip(sides, signers, strict=True)
            ]

    def _share_talks(self, one: int, other: int) -> None:
        self._swap(one, other, ("location",), Pattern.TALKS)
        if self._triggers[one].is_verb:
            purpose = self._words.folded(self._triggers[other].index - 1).startswith(_IN_ORDER_TO)
            self._give(one, other, ("date", "actor") if purpose else ("date",), Pattern.TALKS)

    def _link(self, attack: int, death: int) -> None:
        known = {argument.mention.id for argument in self._found[attack]}
        own = self._in_role(death, "casualties")
        if not own:
            self._give(attack, death, ("casualties",), Pattern.SCENE)
        self._found[attack] += [
            Argument("casualties", one.mention, Pattern.SCENE) for one in own if one.mention.id not in known
        ]
        self._swap(attack, death, ("date",), Pattern.SCENE)
        self._place(death, attack, ("recipient",), Pattern.SCENE)
        self._swap(attack, death, ("location",), Pattern.SCENE)

    def _place(self, at: int, other: int, roles: Sequence[str], pattern: Pattern) -> None:
        """Give an event without a place the first places in these roles of the other."""
        own = {argument.mention.id for argument in self._found[at]}
        for role in roles:
            if not self._in_role(at, "location"):
                places = [one.mention for one in self._in_role(other, role) if one.mention.label in PLACE_LABELS]
                self._found[at] += [Argument("location", place, pattern) for place in places if place.id not in own]

    def _give_mention(self, at: int, mention: SuggestedMention) -> None:
        if not self._in_role(at, "date"):
            self._found[at].append(Argument("date", mention, Pattern.DATE_BEFORE))

    def _in_role(self, at: int, role: str) -> list[Argument]:
        return [argument for argument in self._found[at] if argument.role == role]

    def _charge(self, one: int, other: int) -> None:
        """The one punished, or the one who denies, is the accused."""
        role = "actor" if self._triggers[one].label == "REJECT" else "recipient"
        if not self._in_role(other, "recipient") and not self._in_role(other, "actor"):
            own = {argument.mention.id for argument in self._found[other]}
            accused = [one.mention for one in self._in_role(one, role) if one.mention.id not in own]
            self._found[other] += [Argument("recipient", mention, Pattern.CHARGE) for mention in accused]

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
