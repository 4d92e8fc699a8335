"""Whether a verb's subject does the deed or suffers it, which unvowelled script does not show."""

from collections.abc import Sequence

from model.suggest.events.fillers import Filler
from model.suggest.events.inflection import Kind
from model.suggest.events.patterns import Pattern
from model.suggest.events.scene import Scene
from model.suggest.events.triggers import Trigger
from model.suggest.events.words import Words

_DAMMA = "\u064f"
_PASSIVE_BY_PREFIX = frozenset({"COERCE", "CASUALTY", "OFFICE"})
_BEFORE = frozenset({Pattern.BEFORE, Pattern.RELATIVE, Pattern.PRONOUN})
_NEEDING_OBJECT = frozenset("اعتقل أوقف احتجز سجن خطف اختطف حبس اغتال طرد رحل".split())
_CHOOSING = frozenset("انتخب عين كلف نصب رشح اختار".split())


def is_passive(words: Words, trigger: Trigger) -> bool:
    """Whether a written damma says that a verb is passive.

    It stands inside a perfect, or on the prefix of an imperfect whose active voice has none there.
    """
    stem = words.tokens[trigger.index].text[len(trigger.reading.proclitics) :]
    if trigger.reading.form.kind is Kind.PERFECT:
        return _DAMMA in stem[:-1]
    derived = len(trigger.reading.sense.lemma) > 4
    return trigger.is_verb and stem[1:2] == _DAMMA and (derived or trigger.label in _PASSIVE_BY_PREFIX)


def lacks_object(scene: Scene, trigger: Trigger, subject: Sequence[Filler], pattern: Pattern) -> bool:
    """Whether a verb that needs an object has none behind it, its subject standing before it: فلان اعتقل أمس.

    Of the verbs of choosing, what one is chosen to be follows at once: فلان انتخب رئيساً.
    """
    if pattern not in _BEFORE or trigger.reading.pronoun:
        return False
    following, lemma = trigger.index + 1, trigger.reading.sense.lemma
    named = scene.is_plain_word(following) and not scene.words.labels_at(following) & {"DATE", "TIME"}
    person = bool(subject) and subject[0].label == "PERS"
    chosen = person and lemma in _CHOOSING and scene.words.folded(following).endswith("ا")
    return chosen or (lemma in _NEEDING_OBJECT and not named)


def kills(trigger: Trigger, filler: Filler, pattern: Pattern) -> bool:
    """Whether the subject before the verb kills and is not killed, as bodies and states do: «the police kill …»."""
    before = trigger.label == "CASUALTY" and trigger.reading.sense.lemma == "قتل" and pattern is Pattern.BEFORE
    return before and filler.label in ("ORG", "GPE")
