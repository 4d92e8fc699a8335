"""Where the clauses of a sentence begin and end: at opening words, at punctuation, at the verbs among its triggers."""

from model.suggest.events.inflection import Kind
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import OPENERS, Words, without_conjunction

RELATIVES = frozenset("الذي التي الذين اللذين اللتين اللذان اللتان".split())
_PARTICLES = frozenset(
    "قد لم لن لا سوف كان كانت وكان وكانت كانا كانوا ما زال زالت يزال تزال الذي التي الذين ثم".split()
)
_AUXILIARIES = frozenset("وما ومازال ومازالت وكان وكانت وكانا وكانوا وظل وظلت ولايزال ولاتزال".split())
_STOPS = frozenset({*":؛;!؟?-–—•▪◄*|…", "..", "..."})
_COMMAS = frozenset("،,")
_QUOTES = frozenset('«»"“”‹›()')
_CONJUNCTIONS = ("و", "ف")
_CONTINUING = frozenset({":", "حين", "عندما", "حيث", "-", "–"})
_NEAR = 6
_SIDES = frozenset(
    "جهته جهتها جهتهم جهتهما جانبه جانبها جانبهم جانبهما ناحيته ناحيتها جهه جانب ناحيه المقابل المقابله الاثناء".split()
)
"""Nouns that with «من» or «في» make an adverb of the whole clause: من جهته، في المقابل."""
_OTHER = "اخري"
_QUESTIONS = frozenset("ماذا متي كيف لماذا هل اين بما عما لما".split())
"""Words that a verb with its subject behind it follows: ندد بما وصفه."""
_RESUMING = frozenset({"فقد", "فلم", "فلن", "فلا", "لقد", "ولقد"})
"""Particles with which the main clause begins after what it is about: أما كذا، فقد."""
JOINED_PARTICLES = frozenset({"ولم", "ولن", "ولا", "وقد", "ثم"})
"""Particles that are or have an «and», so that the subject of the verb follows it."""
_BEFORE_VERBS = _QUOTES | frozenset(
    "ثم قد لم لن لا سوف بل ولم ولن ولا وقد بدوره بدورها بدورهم بدورهما وبدوره وبدورها ايضا كذلك".split()
)


class Clauses:
    """The clauses of one sentence; all places are indices of its tokens."""

    def __init__(self, words: Words, triggers: tuple[Trigger, ...]) -> None:
        self._words = words
        self._triggers = {trigger.index: trigger for trigger in triggers}
        self._breaks = [self._is_break(index) for index in range(len(words))]
        self._openings = {trigger.index for trigger in triggers if opens(trigger)}

    def _is_break(self, index: int) -> bool:
        word = self._words.folded(index)
        if word == ".":
            return "." in (self._words.folded(index + 1), self._words.folded(index - 1))
        if self._words.folded(index - 1) in _COMMAS and word[:2] in ("وي", "وت") and len(word) > 4:
            return not self._words.labels_at(index)  # rather a verb that begins the next clause
        return word in _STOPS or word in _AUXILIARIES or without_conjunction(word, OPENERS) in OPENERS

    def reach(self, index: int) -> int:
        """Where what a trigger governs ends: at the next clause or the next trigger."""
        for at in range(index + 1, len(self._words)):
            if self._parts(index, at) or at in self._triggers:
                return at
        return len(self._words)

    def end(self, index: int) -> int:
        """Where the clause of the word at this index ends; nouns do not end it."""
        for at in range(index + 1, len(self._words)):
            if self._parts(index, at) or at in self._openings:
                return at
        return len(self._words)

    def _parts(self, index: int, at: int) -> bool:
        """Whether a clause begins here that says nothing of the word at ``index``; a relative one tells of its noun."""
        return self._breaks[at] and not (
            self._words.folded(at) in RELATIVES and self._is_noun(index) and at - index <= _NEAR
        )

    def _is_noun(self, index: int) -> bool:
        return index in self._triggers and index not in self._openings

    def next_clause(self, index: int) -> int:
        """The index after the break that ends the clause of ``index`` when that break goes on about it, else -1."""
        for at in range(index + 1, len(self._words)):
            if self._breaks[at]:
                return at + 1 if self._words.folded(at) in _CONTINUING else -1
            if self._is_word_outside(at):
                return -1
        return -1

    def _is_word_outside(self, at: int) -> bool:
        return self._words.is_word(at) and not self._words.labels_at(at) & {"DATE", "TIME", "GPE", "FAC", "LOC"}

    def sets_scene(self, first: int, last: int) -> bool:
        """Whether a place at these indices opens the sentence: a heading (الخليل:) or after a preposition (في عدن)."""
        opening = "".join(self._words.folded(index) for index in range(first))
        governed = opening in ("في", "وفي", "من", "ومن", "ففي")
        return governed or (opening == "" and self._words.folded(last + 1) == ":")

    def is_parted(self, first: int, last: int) -> bool:
        """Whether a clause begins between two indices."""
        return any(self._breaks[at] or at in self._openings for at in range(first + 1, last))

    def sentence_part_end(self, index: int) -> int:
        """Where the first opening word after ``index`` stands, whatever verbs lie between."""
        return next((at for at in range(index + 1, len(self._words)) if self._breaks[at]), len(self._words))

    def start(self, index: int) -> int:
        """Where the clause of the word at this index begins: after the last opening word or at its verb."""
        for at in range(index - 1, -1, -1):
            if at in self._openings:
                return at
            if self._breaks[at]:
                return at + 1
        return 0

    def is_initial(self, trigger: Trigger) -> bool:
        """Whether a verb opens its clause, so that its subject follows: after «and», an opening word or punctuation."""
        if trigger.reading.proclitics[:1] in _CONJUNCTIONS:
            start = self.subject_start(trigger.index)
            return not (trigger.reading.proclitics[:1] == "ف" and self._words.folded(start - 1) in ("اما", "واما"))
        if self._words.folded(trigger.index - 1) in _QUESTIONS | _RESUMING:
            return True
        at = self._before_adverbs(trigger.index - 1)
        if at + 1 < trigger.index and self._words.folded(at + 1) in JOINED_PARTICLES:
            return True
        if at < 0 or (self._breaks[at] and self._words.folded(at) not in RELATIVES):
            return True
        if self._words.folded(self.subject_start(trigger.index) - 1) in _AUXILIARIES:
            return False
        return self._words.folded(at) in _COMMAS and trigger.reading.form.kind is Kind.PERFECT

    def _before_adverbs(self, at: int) -> int:
        """The index before particles, quotation marks and adverbial phrases (من جهته، بدورها) that end at an index."""
        while at >= 0:
            other = self._words.folded(at) == _OTHER and self._words.folded(at - 1) in _SIDES
            if other or self._words.folded(at) in _BEFORE_VERBS:
                at -= 1
            elif self._words.folded(at) in _SIDES and self._words.folded(at - 1) in ("من", "ومن", "في"):
                at -= 2
            else:
                return at
        return at

    def relative_before(self, index: int) -> int:
        """The index of the relative pronoun that the verb at this index follows, or -1."""
        at = index - 1
        while at >= 0 and self._words.folded(at) in _PARTICLES - RELATIVES | _QUOTES:
            at -= 1
        return at if at >= 0 and self._words.folded(at) in RELATIVES else -1

    def subject_start(self, index: int) -> int:
        """Where a subject before the verb at this index can begin: after the last verb or opening word."""
        for at in range(index - 1, -1, -1):
            if self._breaks[at] or at in self._openings:
                return at + 1
        return 0


def opens(trigger: Trigger) -> bool:
    """Whether the trigger begins a clause of its own."""
    return trigger.is_verb or trigger.reading.form.kind is Kind.CIRCUMSTANCE
