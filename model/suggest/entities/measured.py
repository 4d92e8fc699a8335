"""How often an annotator accepts what each rule finds: the scores that suggestions bear.

While the rules work, the scores of drafts settle which of them stay. What stays bears the rate of right mentions that
its rule has for its label, counted on the sample corpus and 25 further pages (2,900 mentions) and on 10 to 40 samples a
rule of the 23,000 mentions in 1,500 news articles of another source; where both differ, nearer to the lower one.
"""

from model.messages import Message
from model.suggest.entities import agreement, bodies, glosses, judgement, languages, numbered, outlets, persons, posts
from model.suggest.entities.drafts import Draft
from model.suggest.entities.lexicon_rule import AFTER_PROCLITIC, TEMPLATE

_SURE = {
    "PERS": 0.98,
    "ORG": 0.97,
    "GPE": 0.98,
    "NORP": 0.97,
    "FAC": 0.95,
    "LOC": 0.92,
    "LAW": 0.93,
    "PRODUCT": 0.9,
    "EVENT": 0.85,
    "LANGUAGE": 0.9,
}
"""Names of the lexicon that need no evidence."""
_UNSURE = {
    "PERS": 0.85,
    "ORG": 0.75,
    "GPE": 0.9,
    "NORP": 0.85,
    "FAC": 0.85,
    "LOC": 0.85,
    "PRODUCT": 0.8,
    "LANGUAGE": 0.88,
}
"""Those that stand on evidence."""
_RULES: dict[Message, dict[str, float]] = {
    persons.REASON_GIVEN: {"PERS": 0.95},
    persons.REASON_SPEAKER: {"PERS": 0.92},
    persons.REASON_AFTER_POST: {"PERS": 0.82},
    persons.REASON_ACTING: {"PERS": 0.85},
    persons.REASON_KUNYA: {"PERS": 0.88},
    persons.REASON_INTRODUCED: {"PERS": 0.7},
    persons.REASON_APPOSED: {"PERS": 0.75},
    persons.REASON_LISTED: {"PERS": 0.8},
    bodies.REASON_RULER: {"PERS": 0.88},
    glosses.REASON_NICKNAME: {"PERS": 0.85},
    agreement.REASON_SHORT: {"PERS": 0.92},
    agreement.REASON_REPEATED: {
        "PERS": 0.8,
        "ORG": 0.75,
        "GPE": 0.9,
        "LOC": 0.85,
        "FAC": 0.6,
        "EVENT": 0.6,
        "LAW": 0.7,
        "PRODUCT": 0.75,
    },
    judgement.REASON_QUOTED: {
        "ORG": 0.87,
        "GPE": 0.9,
        "LOC": 0.88,
        "FAC": 0.75,
        "EVENT": 0.65,
        "LAW": 0.7,
        "PRODUCT": 0.75,
    },
    judgement.REASON_NAME: {
        "ORG": 0.88,
        "GPE": 0.96,
        "LOC": 0.9,
        "FAC": 0.83,
        "EVENT": 0.8,
        "LAW": 0.75,
        "PRODUCT": 0.75,
    },
    judgement.REASON_NATIONALITY: {"ORG": 0.93, "LOC": 0.9, "FAC": 0.85, "EVENT": 0.85, "LAW": 0.9},
    judgement.REASON_COMPLEMENT: {"ORG": 0.88, "GPE": 0.85, "FAC": 0.75, "EVENT": 0.75, "LAW": 0.78},
    bodies.REASON_INNER: {
        "ORG": 0.87,
        "GPE": 0.95,
        "LOC": 0.88,
        "FAC": 0.65,
        "EVENT": 0.6,
        "LAW": 0.65,
        "PRODUCT": 0.7,
    },
    glosses.REASON_GLOSS: {"ORG": 0.88},
    glosses.REASON_OUTLET: {"ORG": 0.8},
    glosses.REASON_DATELINE: {"ORG": 0.85},
    glosses.REASON_HEADED: {"ORG": 0.7},
    glosses.REASON_TITLED: {"EVENT": 0.7, "LAW": 0.65},
    outlets.REASON_HEAD: {"ORG": 0.78},
    outlets.REASON_MEDIA: {"ORG": 0.9},
    numbered.REASON_NUMBERED: {"LAW": 0.88},
    numbered.REASON_DATED: {"EVENT": 0.85},
    numbered.REASON_DIRECTIONS: {"LOC": 0.85},
    languages.REASON: {"LANGUAGE": 0.88},
    posts.REASON_POST: {"OCC": 0.95},
    posts.REASON_TITLE: {"OCC": 0.95},
    posts.REASON_PROFESSION: {"OCC": 0.85},
}


def rate(draft: Draft) -> float:
    """The rate of the draft's rule for its label; its own score where nobody counted."""
    if draft.reason.template == TEMPLATE:
        rates = _SURE if draft.score >= AFTER_PROCLITIC else _UNSURE
    else:
        rates = _RULES.get(draft.reason, {})
    return rates.get(draft.label, draft.score)
