"""Attaches dates, weapons and numbers of casualties to the triggers of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from model.suggest.events.agreement import counts_its_subject
from model.suggest.events.clauses import Clauses
from model.suggest.events.deeds import CARRYING
from model.suggest.events.governors import AMONG
from model.suggest.events.inflection import Kind
from model.suggest.events.patterns import Pattern
from model.suggest.events.scene import carrier
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words
from model.suggestion import SuggestedMention
from model.text.folding import fold

_TIMES = frozenset({"DATE", "TIME"})
_VIOLENT = frozenset({"ASSAULT", "CASUALTY", "COERCE"})
_OF_ALL = frozenset({"ضمن", "اصل", "بين", "مجموع", "يد", "ايدي"})
"""Before the number of those among whom, or by whom."""
_DEAD = ("قتيل", "قتل", "جريح", "جرح", "شهيد", "شهداء", "مصاب", "ضحي", "ضحاي", "اصاب")
_VICTIMS = (
    "قتيل", "قتل", "جريح", "جرح", "شهيد", "شهداء", "مصاب", "ضحي", "ضحاي", "اصاب", "شخص", "مدني", "عسكري",
    "جندي", "جنود",
    "اطفال", "طفل", "امراه", "نساء", "عناصر", "عنصر", "مسلح", "شرطي", "فلسطيني", "اخر", "شاب", "شبان", "عامل", "عمال",
    "متظاهر", "مقاتل", "اشخاص", "مواطن", "نازح", "صحفي", "صحافي", "مسعف", "ضابط", "ضباط", "شابا", "جنديا", "مستوطن",
    "طالب", "سجين", "سجناء", "معتقل", "سايق", "مدنيا", "نسمه", "لاجي", "رجل", "رجال", "رهاين", "رهين", "اسري",
    "موظف", "مهاجر", "ركاب", "راكب",
)  # fmt: skip
_AND = re.compile(r"[\s»\"”')،,]*\sو(?:ال)?[\s«\"“(]*")
_AMOUNTS = frozenset("اكثر من نحو عشرات مئات الاف عدد قرابه زهاء حوالي سرب وابل رشقه رشقات".split())
_BRACKETS = frozenset("([")
_MOMENTARY = frozenset({"STATEMENT", "REJECT", "SANCTION", "ACCUSE", "OFFICE", "CASUALTY", "REQUEST"})
_SUSPENDING = frozenset("علق تعليق توقف جمد تجميد أوقف وقف قلص تقليص منع حظر".split())
"""What is cut off for a time."""
_EXTREMES = frozenset("اول اولي اكبر اعلي ادني اعنف اسوا اقل احدث اخر".split())
_LASTING = frozenset("يتجاوز تتجاوز يتعدي تتعدي يزيد تزيد يستغرق تستغرق استغرق عمره عمرها مدته مدتها عن".split())
"""Words that tell how long something lasts."""
_POINTS = ("قبل", "بعد", "منذ")
_LIMITS = frozenset({"قبل", "حتي"})
_NEAR = 3
_THEIR = ("هم", "هن", "هما")
_CLOSE = 5
_SUBJECT_REACH = 10
_LAUNCHING = frozenset({"أطلق", "إطلاق", "رشق"})
_DOWNING = frozenset({"أسقط", "إسقاط", "اعترض", "اعتراض", "دمر", "تدمير"})
"""What is done to weapons."""
_INSTRUMENT_WORDS = frozenset("بواسطه باستخدام مستخدما مستخدمه بطريق".split())


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A mention in a role of the trigger at an index of the sentence's triggers."""

    at: int
    name: str
    mention: SuggestedMention
    pattern: Pattern


class CircumstanceFinder:
    """Finds dates, instruments and casualties of the triggers of one sentence."""

    def __init__(
        self, words: Words, clauses: Clauses, triggers: tuple[Trigger, ...], published: date | None = None
    ) -> None:
        self._published = published
        self._dated_at: set[int] = set()
        self._armed: list[int] = []
        self._words = words
        self._triggers = triggers
        self._clauses = clauses

    def find(self) -> Iterator[Circumstance]:
        """All of them: dates first, then the others in the order of the mentions."""
        times = [mention for mention in self._words.mentions if mention.label in _TIMES]
        for mention in times:
            yield from self._dates_behind(mention)
            yield from self._dates_ahead(mention, verbs=True)
        for mention in times:
            yield from self._dates_ahead(mention, verbs=False)
        weapon: SuggestedMention | None = None
        for mention in self._words.mentions:
            if mention.label == "PRODUCT" and (weapon is None or mention.hull.end > weapon.hull.end):
                yield from self._instruments(mention, weapon)
                weapon = mention
            elif mention.label == "CARDINAL":
                yield from self._casualties(mention)

    def _before(self, index: int) -> list[int]:
        """The triggers before a word in its clause."""
        return [
            at for at, trigger in enumerate(self._triggers) if trigger.index < index <= self._clauses.end(trigger.index)
        ]

    def _is_date(self, mention: SuggestedMention, index: int) -> bool:
        """Whether a time is said of a happening at all."""
        if self._words.folded(index - 1) in _BRACKETS or self._is_part_of_name(mention):
            return False
        return not (self._is_measure(mention, index) or self._is_clock(mention, index))

    def _dates_behind(self, mention: SuggestedMention) -> Iterator[Circumstance]:
        """The date of a trigger before it in its clause."""
        index = self._words.index_at(mention.hull.start)
        before = self._before(index)
        if not before or not self._is_date(mention, index):
            return
        at = self._dated(before, index)
        if self._takes_date(at, mention) and not self._dates_another(at, mention, index):
            self._dated_at.add(at)
            yield Circumstance(at, "date", mention, Pattern.DATE_AFTER)

    def _dates_ahead(self, mention: SuggestedMention, *, verbs: bool) -> Iterator[Circumstance]:
        """The date that opens the clause of a verb; of a noun also one between it and the verb that carries it."""
        index = self._words.index_at(mention.hull.start)
        if self._before(index) or not self._is_date(mention, index):
            return
        start = max(self._clauses.next_clause(self._words.index_at(mention.hull.end - 1)), index)
        for at, trigger in enumerate(self._triggers):
            if trigger.index > index and self._clauses.subject_start(trigger.index) <= start:
                carried = carrier(self._words, self._clauses, trigger) in range(index)
                suits = trigger.is_verb if verbs else carried or trigger.index - start <= _NEAR
                if suits and self._takes_date(at, mention):
                    self._dated_at.add(at)
                    yield Circumstance(at, "date", mention, Pattern.DATE_BEFORE)
                return

    def _is_measure(self, mention: SuggestedMention, index: int) -> bool:
        """«five weeks after», «for ten years»: the length between happenings, an age, a sentence."""
        last = self._words.index_at(mention.hull.end - 1)
        value, previous = mention.value or "", self._words.folded(index - 1)
        between = self._words.folded(last + 1) in ("من", "علي") and previous not in ("منذ", "قبل")
        years = value.endswith("Y") and previous != "منذ"
        completes = mention.text.startswith("ال") and any(trigger.index == index - 1 for trigger in self._triggers)
        named = previous in _LASTING and not mention.text.startswith(_POINTS)
        return named or (value.startswith("P") and (between or years or completes))

    def _is_clock(self, mention: SuggestedMention, index: int) -> bool:
        """The clock time that heads an entry of a live page (ruling 22)."""
        heads = not any(self._words.is_word(at) for at in range(index))
        return heads and mention.label == "TIME" and mention.text[:1].isdigit()

    def _dates_another(self, at: int, mention: SuggestedMention, index: int) -> bool:
        """Whether a date after a past verb rather tells of something else there: a limit, or a time yet to come."""
        trigger = self._triggers[at]
        if trigger.reading.form.kind is not Kind.PERFECT:
            return False
        before = {self._words.folded(place) for place in range(trigger.index + 1, index)}
        since = self._words.folded(index - 1) == "منذ" and not before.isdisjoint(_EXTREMES)
        limit = self._words.folded(index - 1) in _LIMITS
        return since or limit or self._is_to_come(mention)

    def _is_to_come(self, mention: SuggestedMention) -> bool:
        value = mention.value or ""
        day = self._published.isoformat() if self._published else ""
        return bool(day) and value.replace("-", "").isdigit() and value[: len(day)] > day[: len(value)]

    def _takes_date(self, at: int, mention: SuggestedMention) -> bool:
        """A trigger has one date; what is said or judged lasts no time."""
        lasting = (mention.value or "").startswith("P") and mention.label == "DATE"
        trigger = self._triggers[at]
        momentary = trigger.label in _MOMENTARY and trigger.reading.sense.lemma not in _SUSPENDING
        return at not in self._dated_at and not (lasting and momentary)

    def _is_part_of_name(self, mention: SuggestedMention) -> bool:
        return any(
            other is not mention and other.label not in _TIMES and other.hull.contains(mention.hull)
            for other in self._words.mentions
        )

    def _dated(self, before: list[int], index: int) -> int:
        """The nearest trigger, or the verb before it when that trigger is its definite object."""
        nearest = self._triggers[before[-1]]
        if nearest.reading.pronoun and not nearest.is_verb and len(before) > 1:
            verb = self._triggers[before[-2]]
            if verb.is_verb and verb.label not in ("STATEMENT", "REQUEST") and nearest.index - verb.index <= _CLOSE:
                return before[-2]
        if nearest.reading.definite and not self._words.labels_between(nearest.index + 1, index) & {
            "PERS",
            "ORG",
            "GPE",
        }:
            for at in reversed(before[:-1]):
                if self._triggers[at].is_verb and self._triggers[at].label not in ("STATEMENT", "REQUEST"):
                    return at
        return before[-1]

    def _instruments(self, mention: SuggestedMention, before: SuggestedMention | None) -> Iterator[Circumstance]:
        index = self._words.index_at(mention.hull.start)
        token = self._words.tokens[index]
        joined = fold(self._words.text_between(token.span.start, mention.hull.start))
        if before is not None and _AND.fullmatch(self._words.text_between(before.hull.end, mention.hull.start)):
            for at in self._armed:
                yield Circumstance(at, "instrument", mention, Pattern.INSTRUMENT)
            return
        self._armed = []
        for found in self._uses(mention, index, joined):
            if found.name == "instrument":
                self._armed.append(found.at)
            yield found

    def _uses(self, mention: SuggestedMention, index: int, joined: str) -> Iterator[Circumstance]:
        launched = self._words.folded(index - 1) in _INSTRUMENT_WORDS or (not joined and self._is_counted(index))
        for at, trigger in enumerate(self._triggers):
            if self._comes_first(trigger, index):
                yield Circumstance(at, "instrument", mention, Pattern.INSTRUMENT)
        for at in self._before(index):
            trigger = self._triggers[at]
            fired = trigger.reading.sense.lemma in _LAUNCHING and index - trigger.index <= 6
            used = trigger.label in _VIOLENT and (
                joined in ("ب", "وب") or launched or fired or self._words.folded(index - 1) == "ب"
            )
            if trigger.reading.sense.lemma in _DOWNING and not joined and index - trigger.index <= _CLOSE:
                yield Circumstance(at, "recipient", mention, Pattern.OBJECT)
            elif used or self._strikes(trigger, index, joined):
                yield Circumstance(at, "instrument", mention, Pattern.INSTRUMENT)

    def _is_counted(self, index: int) -> bool:
        """Whether «ب» stands on the number, or the words before the number, of the weapons: بأكثر من ثلاثين صاروخاً."""
        at = index - 1
        while at >= 0 and ("CARDINAL" in self._words.labels_at(at) or self._words.folded(at) in _AMOUNTS):
            if self._words.folded(at).startswith("ب"):
                return True
            at -= 1
        return self._words.folded(at).removeprefix("ب") in _AMOUNTS and self._words.folded(at).startswith("ب")

    def _comes_first(self, trigger: Trigger, index: int) -> bool:
        """Whether the weapon is the subject before the verb: صواريخ سقطت على القاعدة."""
        struck = trigger.label == "ASSAULT" and trigger.is_verb and not self._clauses.is_initial(trigger)
        between = range(index + 1, trigger.index)
        struck = struck and not counts_its_subject(trigger)
        near = 0 <= len(between) <= _NEAR and index < trigger.index
        return struck and near and self._clauses.subject_start(trigger.index) <= index

    def _strikes(self, trigger: Trigger, index: int, joined: str) -> bool:
        """Whether the weapon stands for the one who uses it: قصفت طائرات، غارة لطائرة; or is what is deployed."""
        adjacent = index == trigger.index + 1 and (trigger.is_verb or joined == "ل")
        carried = trigger.label == "ASSAULT" and self._words.folded(index - 1) in CARRYING
        deployed = trigger.label == "MOBILIZE" and not joined and index - trigger.index <= _NEAR
        return carried or deployed or (adjacent and trigger.label == "ASSAULT")

    def _counts(self, first: int, trigger: Trigger) -> bool:
        """Whether a number stands close behind a word for death or injury."""
        return 0 < first - trigger.index <= _CLOSE and self._clauses.reach(trigger.index) >= first

    def _are_subject(self, last: int, trigger: Trigger) -> bool:
        """Whether counted people stand before the verb of their clause: 23 جندياً قتلوا، لقي 9 مصرعهم."""
        if trigger.reading.pronoun in _THEIR and not trigger.is_verb:
            return self._clauses.subject_start(trigger.index) <= last < trigger.index
        reach = _SUBJECT_REACH if counts_its_subject(trigger) else _NEAR + 1
        near = last < trigger.index <= last + reach
        named = trigger.is_verb and not self._clauses.is_initial(trigger)
        return near and named and self._clauses.subject_start(trigger.index) <= last

    def _casualties(self, mention: SuggestedMention) -> Iterator[Circumstance]:
        first = self._words.index_at(mention.hull.start)
        last = self._words.index_at(mention.hull.end - 1)
        after = last + 1
        shapes = self._words.shapes(after) if after < len(self._words) else frozenset()
        counted = any(shape.startswith(_VICTIMS) for shape in shapes)
        dead = any(shape.startswith(_DEAD) for shape in shapes)
        for at, trigger in enumerate(self._triggers):
            if trigger.label == "CASUALTY":
                people = counted or counts_its_subject(trigger) or trigger.reading.pronoun in _THEIR
                among = self._words.folded(first - 1) in AMONG | _OF_ALL
                if not among and (self._counts(first, trigger) or (people and self._are_subject(last, trigger))):
                    yield Circumstance(at, "casualties", mention, Pattern.CASUALTIES)
            elif (
                trigger.label == "ASSAULT"
                and dead
                and (
                    trigger.index < first <= self._clauses.end(trigger.index)
                    or first < trigger.index <= self._clauses.end(first)
                )
            ):
                yield Circumstance(at, "casualties", mention, Pattern.CASUALTIES_NEAR)
