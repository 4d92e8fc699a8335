"""Whether a trigger's event happened, is to come, is only thought of, or did not happen (rulings 12 to 15 and 20)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from model.suggest.events import modality_words as told
from model.suggest.events.clauses import RELATIVES, Clauses
from model.suggest.events.inflection import Kind
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words, without_conjunction


class Modality(StrEnum):
    """The values of the schema's attribute."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


_NEAR, _FAR, _LONG = 3, 7, 12


def find_modality(words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], at: int, *, to_come: bool) -> Modality:
    """The modality of one trigger; ``to_come`` tells that it is dated after the article."""
    case = _Case(words, clauses, triggers, at)
    if case.is_allowed() or case.shares():
        return find_modality(words, clauses, triggers, at - 1, to_come=to_come)
    if case.trigger.reading.form.kind is Kind.CIRCUMSTANCE:  # as real as the telling of it
        return Modality.NEGATED if case.word(-1) == "غير" else Modality.ACTUAL
    if case.is_conditional():
        return Modality.HYPOTHETICAL
    if case.is_denied():
        return Modality.NEGATED
    if case.is_supposed():
        return Modality.HYPOTHETICAL
    if case.is_planned() or (to_come and not case.is_past):
        return Modality.FUTURE
    return Modality.ACTUAL


@dataclass(frozen=True)
class _Case:
    """One trigger with the sentence around it."""

    words: Words
    clauses: Clauses
    triggers: tuple[Trigger, ...]
    at: int

    @property
    def trigger(self) -> Trigger:
        return self.triggers[self.at]

    @property
    def is_past(self) -> bool:
        return self.trigger.reading.form.kind is Kind.PERFECT

    @cached_property
    def opener(self) -> int:
        """The index of the word that opens the clause; -1 in the first one."""
        return self.clauses.subject_start(self.trigger.index) - 1

    @cached_property
    def before(self) -> tuple[str, ...]:
        """The folded words of the clause before the trigger."""
        first = max(self.opener + 1, self.trigger.index - _FAR)
        return tuple(self.words.folded(index) for index in range(first, self.trigger.index))

    @cached_property
    def earlier(self) -> Trigger | None:
        """The trigger before this one."""
        return self.triggers[self.at - 1] if self.at else None

    @cached_property
    def is_settled(self) -> bool:
        """Whether a noun is told as there already: في اجتماع، عقب هجمات."""
        if self.trigger.is_verb:
            return False
        within = self.word(-1) in ("في", "وفي") and self.word(-2) not in told.SUPPOSED
        if without_conjunction(self.word(-1), told.THERE) in told.THERE or self.word(-1) in told.POINTING:
            return True
        near = self.before[-_NEAR:]
        return within or any(without_conjunction(word, told.CERTAIN) in told.CERTAIN for word in near)

    def word(self, distance: int) -> str:
        """The folded word at a distance from the trigger."""
        return self.words.folded(self.trigger.index + distance)

    def is_allowed(self) -> bool:
        """Whether it is what somebody is let do, which is as real as the leave: السماح بزيارة."""
        earlier = self.earlier
        if earlier is None or self.trigger.is_verb or earlier.reading.sense.lemma not in told.LEAVE:
            return False
        return self.trigger.reading.proclitics == "ب" and not self.clauses.is_parted(earlier.index, self.trigger.index)

    def shares(self) -> bool:
        """Whether it is as real as the word right before it: اتفاقية قرض، قصف ونهب."""
        earlier = self.earlier
        if earlier is None or earlier.is_verb or self.trigger.is_verb or earlier.index != self.trigger.index - 1:
            return False
        reading = self.trigger.reading
        if reading.proclitics == "و":
            return earlier.label == self.label and earlier.reading.form.kind is reading.form.kind is Kind.NOUN
        return not reading.proclitics and earlier.reading.sense.lemma in told.TREATIES

    def is_conditional(self) -> bool:
        """Whether the clause is a condition or a question: إذا لم ينسحب، هل انسحب."""
        if self.trigger.is_verb:
            unless = self.word(-1) in told.DENYING_VERB and self.word(-2) in told.UNLESS
            return unless or self.word(-1) == "هل" or self.words.folded(self.opener) in told.IF
        aimed = self.word(-1) in told.CAMPAIGNS and self.trigger.reading.proclitics == "ل"
        return aimed or self.words.folded(self.opener) in told.IF or self.word(-1) in told.AIMING

    def is_denied(self) -> bool:
        if self._denied_by_verb():
            return True
        if self.trigger.is_verb:
            previous = self.word(-2) if self.word(-1) in told.ANY_MORE else self.word(-1)
            if previous in ("ما", "وما"):
                return self.is_past and not self.words.is_word_at(self.trigger.index - 2)
            if self.words.folded(self.opener) == "ان" and self.words.folded(self.opener - 1) in told.WITHOUT:
                return True
            return previous in told.DENYING_VERB and not (previous == "لما" and self.is_past)
        near = self.before[-_NEAR:]
        if self.word(-1) == "غير" or any(without_conjunction(word, told.WITHOUT) in told.WITHOUT for word in near):
            return True
        if any(without_conjunction(word, told.STOPPING) in told.STOPPING for word in near):
            return not self._goes_on()
        if self.word(-1) in told.ANY and not told.NONE.isdisjoint(self._folded_before(_LONG)):
            return True
        settled = self.is_settled and self.word(-1) not in ("في", "وفي")
        if settled or told.DENYING.isdisjoint(self.before) or self.trigger.reading.proclitics.endswith("ل"):
            return False
        return told.ELSEWHERE.isdisjoint(self.before)

    def _folded_before(self, reach: int) -> list[str]:
        """The folded words before the trigger, whatever clauses they are in."""
        return [self.words.folded(at) for at in range(max(0, self.trigger.index - reach), self.trigger.index)]

    def _goes_on(self) -> bool:
        """Whether what somebody could end is not ended (لن يعلق) or only asked to be."""
        return not told.DENYING_VERB.isdisjoint(self.before[-_NEAR:]) or self._follows(told.ASKING)

    def _is_ended(self) -> bool:
        """Whether it is there because somebody is to end it or goes on with it: وقف الهجمات، مواصلة الإضراب."""
        if without_conjunction(self.word(-1), told.GOING_ON) in told.GOING_ON:
            return True
        earlier = self.earlier
        near = earlier is not None and self.trigger.index - earlier.index <= 2
        return near and earlier is not None and not earlier.is_verb and earlier.reading.sense.lemma in told.ENDINGS

    def _denied_by_verb(self) -> bool:
        """Whether an earlier trigger denies, refuses or stops this one: نفى سقوط قتلى، علقت مساعداتها."""
        earlier = self.earlier
        if earlier is None:
            return False
        lemma, distance = earlier.reading.sense.lemma, self.trigger.index - earlier.index
        between = {self.words.folded(index) for index in range(earlier.index + 1, self.trigger.index)}
        if any(word.startswith(told.BLAME) for word in between):
            return False
        if lemma == told.DENY and earlier.is_verb and not (self.trigger.is_verb and "ان" not in between):
            told_to_be = self.trigger.is_verb and not told.BE.isdisjoint(between)
            return (distance <= _FAR or told_to_be) and self.label != "ACCUSE"
        if self.trigger.is_verb or self.is_settled or self.clauses.end(earlier.index) < self.trigger.index:
            return False
        if earlier.label == "REJECT":
            return self._plain_words_since(earlier) < _NEAR - 1 and self.label in told.REFUSED
        if lemma in told.STOPPERS and earlier.label == "SANCTION":
            return distance <= _NEAR and self.label in told.STOPPED
        return earlier.label == "STATEMENT" and not self.trigger.reading.pronoun and self._is_untold(earlier)

    def _plain_words_since(self, earlier: Trigger) -> int:
        """How many words that belong to no mention stand between."""
        between = range(earlier.index + 1, self.trigger.index)
        return sum(self.words.is_word(at) and not self.words.labels_at(at) for at in between)

    def _is_untold(self, statement: Trigger) -> bool:
        return statement.is_verb and self.words.folded(statement.index - 1) in told.DENYING_VERB - {"ما", "وما", "لما"}

    @property
    def label(self) -> str:
        """The type of the event."""
        return self.trigger.label

    def is_supposed(self) -> bool:
        """Whether the deed is only asked for, threatened, charged or thought of."""
        if self._is_warned_of():
            return True
        if self.trigger.is_verb:
            return self._is_wished()
        if self.is_settled or self._is_ended():
            return False
        after = {self.words.folded(index) for index in self.words.window(self.trigger.index, 2)}
        if self._follows(told.ASKING) or self._is_charged() or not told.POSSIBLE.isdisjoint(after):
            return True
        return self._is_in_doubt()

    def _is_in_doubt(self) -> bool:
        """Whether words before a noun speak of it as something wanted, feared or possible."""
        perhaps = any(
            word in told.PERHAPS and following[:1] in told.PERSONS
            for word, following in zip(self.before, self.before[1:], strict=False)
        )
        said = (*self.before, *self._leading())
        return perhaps or any(without_conjunction(word, told.SUPPOSED) in told.SUPPOSED - told.PERHAPS for word in said)

    def _leading(self) -> tuple[str, ...]:
        """The words before the «that» which opens the clause, of the first «that» when it goes on with «and that»."""
        opener = self.opener
        if without_conjunction(self.words.folded(opener), told.THAT) not in told.THAT:
            return ()
        reach = _LONG if self.words.folded(opener) == "وان" else _NEAR
        words = (self.words.folded(at) for at in range(max(0, opener - reach), opener))
        return tuple(without_conjunction(word, told.PLANNED | told.SUPPOSED) for word in words)

    def _is_wished(self) -> bool:
        if self.word(-1) == told.LAW and not told.DRAFTS.isdisjoint(self.before[-_NEAR - 1 :]):
            return True
        if self.word(-1) in told.PERHAPS:
            return not self.is_past
        if self.is_past or self.words.folded(self.opener) not in told.THAT:
            return False
        return self._follows(told.ASKING) or not told.SUPPOSED.isdisjoint(self._leading()[-2:])

    def _is_warned_of(self) -> bool:
        """Whether it is what somebody warns of in a clause: حذر من أن."""
        if self.earlier is None or self.earlier.reading.sense.lemma not in told.WARNINGS:
            return False
        if not self.trigger.is_verb and self.opener <= self.earlier.index:
            return "من" in (self.word(-1), self.word(-2) if self.word(-1) in told.OCCURRING else "")
        if self.opener <= self.earlier.index:
            return False
        return self.words.folded(self.opener) == "ان" and self.words.folded(self.opener - 1) == "من"

    def _is_charged(self) -> bool:
        """Whether it is what somebody is accused of: اتهمه بدعم."""
        earlier = self.earlier
        return (
            earlier is not None
            and earlier.reading.sense.lemma == told.CHARGE
            and self.trigger.reading.proclitics.endswith("ب")
            and not self.clauses.is_parted(earlier.index, self.trigger.index)
        )

    def is_planned(self) -> bool:
        """Whether the deed is still to come."""
        if self.trigger.is_verb:
            return self._will_be_done()
        after = {self.words.folded(index) for index in self.words.window(self.trigger.index, 4)}
        if not (told.PLANNED - told.WAITING).isdisjoint(after) or self._is_told_to_come():
            return True
        known = told.PLANNED - told.AFTER_ONLY
        if any(without_conjunction(word, known) in known for word in (*self.before, *self._leading())):
            return True
        if self._stands_after_will() or self._is_announced():
            return True
        held = not told.HELD.isdisjoint(self.before[-_NEAR:])
        return not self.is_settled and not held and not self._is_ended() and self._follows(told.PLEDGING)

    def _is_announced(self) -> bool:
        """Whether help or troops are only announced: أعلن إرسال قوات."""
        index = self.trigger.index
        for earlier in reversed(self.triggers[: self.at]):
            if index - earlier.index > _NEAR or self.is_settled or self.label not in told.ANNOUNCED:
                return False
            if earlier.reading.sense.lemma == told.ANNOUNCE:
                return True
            if earlier.label not in told.ANNOUNCED:
                return False
            index = earlier.index
        return False

    def _will_be_done(self) -> bool:
        if self.trigger.reading.proclitics.endswith("س") or self.word(-1) == "سوف":
            return True
        if self.is_past:
            return False
        words, opener = self.words, self.opener
        agreed = words.folded(opener) == "ان" and words.folded(opener - 1) == "علي" and words.folded(opener - 2) == "،"
        return agreed or not (told.PLANNED - told.AFTER_ONLY).isdisjoint(self._leading())

    def _is_told_to_come(self) -> bool:
        """Whether a relative clause says that it will be: الاجتماع الذي سيعقد."""
        reading = self.trigger.reading
        if not reading.definite and not reading.pronoun and self._is_will(self.trigger.index + 1):
            return True  # a clause without a relative: هبة ستخصص
        for index in self.words.window(self.trigger.index, _FAR):
            if self.words.folded(index) in RELATIVES:
                return self._is_will(index + 1)
        return False

    def _stands_after_will(self) -> bool:
        aimed = self.trigger.reading.proclitics.endswith("ل")
        first = max(0, self.trigger.index - (_LONG if aimed else len(self.before)))
        return any(self._is_will(index) for index in range(first, self.trigger.index))

    def _is_will(self, index: int) -> bool:
        word = self.words.folded(index)
        word = word[1:] if word[:1] in ("و", "ف") else word
        looks = len(word) > 4 and word.startswith(told.WILL) and not word.startswith(told.WILL_IS_NOT)
        return looks and not self.words.labels_at(index)

    def _follows(self, labels: frozenset[str]) -> bool:
        """Whether it stands in what a trigger with one of the labels asks for or promises."""
        index = self.trigger.index
        for earlier in reversed(self.triggers[: self.at]):
            end = self.clauses.end(earlier.index)
            if end < index and not (self.trigger.is_verb and end >= index - 2):
                return False
            if earlier.label in labels:
                return True
            if earlier.is_verb:
                return False
        return False
