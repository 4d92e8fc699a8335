"""Why the learner suggests something, in a line for people."""

from model.messages import Message
from model.suggest.learner.candidates import Candidate

_LIKELY = 0.5


def reason_of_candidate(one: Candidate) -> Message:
    """What speaks most for a mention or trigger that the rules do not see."""
    if one.known.confirmed:
        return Message(
            "learned: the same words were confirmed as {label} {count} times in other articles",
            one="learned: the same words were confirmed as {label} once in another article",
            label=one.label,
            count=one.known.confirmed,
        )
    if one.elsewhere >= _LIKELY and one.elsewhere > one.detected:
        return Message("learned: the same words are {label} elsewhere in this article", label=one.label)
    return Message("learned: its words and its neighbours resemble confirmed ones of the type {label}", label=one.label)


def reason_of_argument() -> Message:
    """Why a mention fills a role that the rules do not give it."""
    return Message("learned: names in such a place fill this role in confirmed events")
