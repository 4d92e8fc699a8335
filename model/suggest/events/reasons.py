"""What the annotator is told about a suggested event."""

from model.messages import Message
from model.suggest.events.inflection import Kind
from model.suggest.events.triggers import Trigger

PLAIN: dict[Kind, str] = {
    Kind.PERFECT: "a past form of the verb {lemma}",
    Kind.IMPERFECT: "a present form of the verb {lemma}",
    Kind.JUSSIVE: "a present form of the verb {lemma}",
    Kind.NOUN: "the noun {lemma}",
    Kind.CIRCUMSTANCE: "a participle of {lemma} that tells how",
    Kind.PASSIVE: "the participle {lemma}",
}
IN_CONTEXT: dict[Kind, str] = {
    Kind.PERFECT: "a past form of the verb {lemma}, and the words around it fit",
    Kind.IMPERFECT: "a present form of the verb {lemma}, and the words around it fit",
    Kind.JUSSIVE: "a present form of the verb {lemma}, and the words around it fit",
    Kind.NOUN: "the noun {lemma}, and the words around it fit",
    Kind.CIRCUMSTANCE: "a participle of {lemma} that tells how, and the words around it fit",
    Kind.PASSIVE: "the participle {lemma}, and the words around it fit",
}


def reason_of_trigger(trigger: Trigger) -> Message:
    """The lemma, its form, and whether the context was needed."""
    sense = trigger.reading.sense
    templates = PLAIN if not sense.needs else IN_CONTEXT
    return Message(templates[trigger.reading.form.kind], lemma=sense.lemma)
