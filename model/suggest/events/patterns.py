"""The patterns that put mentions into roles, each with its measured precision and a reason for people."""

from enum import StrEnum

from model.messages import Message


class Pattern(StrEnum):
    """How a mention was found to fill a role."""

    AFTER = "after"
    ANNOUNCED = "announced"
    BEFORE = "before"
    BETWEEN = "between"
    CASUALTIES = "casualties"
    CASUALTIES_NEAR = "casualties near"
    CHARGE = "charge"
    COMPLEMENT = "complement"
    CONTROL = "control"
    DATE_AFTER = "date after"
    DATE_BEFORE = "date before"
    GENERIC = "generic"
    HEADING = "heading"
    INSTRUMENT = "instrument"
    LIGHT_VERB = "light verb"
    MEANT = "meant"
    OBJECT = "object"
    OWNER = "owner"
    PARTIES = "parties"
    PHASE = "phase"
    PLACE_BEFORE = "place before"
    PREPOSITION = "preposition"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    SCENE = "scene"
    SERIES = "series"
    SHARED = "shared"
    SIGNED = "signed"
    SPEAKER = "speaker"
    TALKS = "talks"


_SCORES: dict[Pattern, float] = {
    Pattern.AFTER: 0.93,
    Pattern.ANNOUNCED: 0.75,
    Pattern.BEFORE: 0.87,
    Pattern.BETWEEN: 0.93,
    Pattern.CASUALTIES: 0.96,
    Pattern.CASUALTIES_NEAR: 0.76,
    Pattern.CHARGE: 0.8,
    Pattern.COMPLEMENT: 0.81,
    Pattern.CONTROL: 0.68,
    Pattern.DATE_AFTER: 0.9,
    Pattern.DATE_BEFORE: 0.8,
    Pattern.GENERIC: 0.85,
    Pattern.HEADING: 0.75,
    Pattern.INSTRUMENT: 0.78,
    Pattern.LIGHT_VERB: 0.78,
    Pattern.MEANT: 0.62,
    Pattern.OBJECT: 0.82,
    Pattern.OWNER: 0.67,
    Pattern.PARTIES: 0.68,
    Pattern.PHASE: 0.7,
    Pattern.PLACE_BEFORE: 0.78,
    Pattern.PREPOSITION: 0.87,
    Pattern.PRONOUN: 0.88,
    Pattern.RELATIVE: 0.8,
    Pattern.SCENE: 0.82,
    Pattern.SERIES: 0.65,
    Pattern.SHARED: 0.84,
    Pattern.SIGNED: 0.77,
    Pattern.SPEAKER: 0.8,
    Pattern.TALKS: 0.8,
}
_LESS_SURE: dict[tuple[str, Pattern], float] = {
    ("date", Pattern.SERIES): 0.6,
    ("location", Pattern.COMPLEMENT): 0.72,
    ("location", Pattern.SCENE): 0.66,
    ("recipient", Pattern.AFTER): 0.72,
    ("recipient", Pattern.PREPOSITION): 0.83,
}
"""Roles in which a pattern is right less often than in others."""

_REASONS: dict[Pattern, Message] = {
    Pattern.AFTER: Message("the first name after the verb"),
    Pattern.ANNOUNCED: Message("the date on which it was decided or announced"),
    Pattern.BEFORE: Message("the name before the verb"),
    Pattern.BETWEEN: Message("named after “between”"),
    Pattern.CASUALTIES: Message("a number right after the word for death or injury"),
    Pattern.CASUALTIES_NEAR: Message("a number of victims in the same clause"),
    Pattern.CHARGE: Message("the one punished for it, or who denies it"),
    Pattern.COMPLEMENT: Message("the name that completes the noun"),
    Pattern.CONTROL: Message("the one who announces, promises or is asked to do it"),
    Pattern.DATE_AFTER: Message("the date that follows in the same clause"),
    Pattern.DATE_BEFORE: Message("the date that opens the clause"),
    Pattern.GENERIC: Message("the body of an unnamed speaker or doer"),
    Pattern.HEADING: Message("the name that heads the item"),
    Pattern.INSTRUMENT: Message("a weapon named after “with” or fired"),
    Pattern.LIGHT_VERB: Message("the subject of the verb that carries the noun"),
    Pattern.MEANT: Message("the one whom the pronoun on the word means"),
    Pattern.OBJECT: Message("the second name after the verb, its object"),
    Pattern.OWNER: Message("the one that the noun's pronoun stands for"),
    Pattern.PARTIES: Message("the two who met before, here “both sides”"),
    Pattern.PHASE: Message("two words for parts of one deed share it"),
    Pattern.PLACE_BEFORE: Message("the place that opens the sentence"),
    Pattern.PREPOSITION: Message("named after the preposition that marks this role"),
    Pattern.PRONOUN: Message("the one whom the pronoun before the verb means"),
    Pattern.RELATIVE: Message("the name that the relative clause describes"),
    Pattern.SCENE: Message("an attack and its victims share it"),
    Pattern.SERIES: Message("one place and time for deeds joined by “and”"),
    Pattern.SHARED: Message("the subject of the verb before, shared by “and”"),
    Pattern.SIGNED: Message("the parties, time and place of its signing"),
    Pattern.SPEAKER: Message("the speaker of the quotation says “we”"),
    Pattern.TALKS: Message("one place and time for a visit and its talks"),
}


def score_of_argument(role: str, pattern: Pattern) -> float:
    """How often an annotator would agree, as measured on the sample corpus and a few other pages."""
    return _LESS_SURE.get((role, pattern), _SCORES[pattern])


def reason_of_argument(pattern: Pattern) -> Message:
    """One line for the annotator."""
    return _REASONS[pattern]
