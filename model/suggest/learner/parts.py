"""The trained parts of a learned model and how they read an article together."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.suggest.learner.analysis import Analysis
from model.suggest.learner.candidates import EVENT, MENTION, Candidate, Gatherer
from model.suggest.learner.classifier import Classifier
from model.suggest.learner.detector import Detector, Found, Reader
from model.suggest.learner.memory import Memory

Contexts = list[tuple[range, list[list[str]]]]
YES = "yes"
NO = "no"
VERDICTS = (NO, YES)


@dataclass(frozen=True)
class Judges:
    """The classifiers that give candidates and roles their final probabilities."""

    mentions: Classifier
    events: Classifier
    roles: Classifier


def gather(
    analysis: Analysis,
    contexts: Contexts,
    detector: Detector,
    memory: Memory,
    edges: Classifier,
    *,
    kinds: tuple[str, ...] = (MENTION, EVENT),
) -> list[Candidate]:
    """Everything that may be a mention or an event in an article; of other kinds only what the rules propose."""
    detection = Reader(detector, analysis, contexts).read(_parents(analysis), triggers=EVENT in kinds)
    return Gatherer(analysis, memory, detection, edges, kinds).gather()


def _parents(analysis: Analysis) -> set[Found]:
    """The mentions that the rules see, whose insides are read too."""
    found = set()
    for mention in analysis.mentions:
        places = analysis.token_range(mention.hull)
        if len(places) > 1:
            found.add((mention.label, places[0], places[-1]))
    return found


def judge(candidates: Sequence[Candidate], features: Sequence[list[str]], judges: Judges) -> list[float]:
    """How probable each candidate is, by its features."""
    found = [0.0] * len(candidates)
    for kind, classifier in ((MENTION, judges.mentions), (EVENT, judges.events)):
        chosen = [at for at, one in enumerate(candidates) if one.tag.startswith(kind)]
        rows = classifier.probabilities([features[at] for at in chosen])
        for at, probability in zip(chosen, rows[:, VERDICTS.index(YES)].tolist(), strict=True):
            found[at] = probability
    return found
