"""What stood behind a suggestion: features with their weights, and the confirmed examples most like it."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.messages import Message
from model.suggest.context import Context
from model.suggest.learner.analysis import Analysis
from model.suggest.learner.candidates import EVENT, MENTION, Candidate
from model.suggest.learner.describing import describe
from model.suggest.learner.features import context_of, feature_names
from model.suggest.learner.heading import NAME
from model.suggest.learner.judging import judged_features
from model.suggest.learner.learned_model import LearnedModel
from model.suggest.learner.memory import Example
from model.suggest.learner.parts import gather, judge
from model.suggest.learner.policies import OFF, Policy
from model.suggestion import SuggestedMention, Suggestion

_MOST = 6
"""Features told for and against."""
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature in words and how strongly it speaks for the label, against it when negative."""

    feature: Message
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """``probability`` is the final one, ``detected`` what the words alone tell; ``reasons`` the strongest first."""

    probability: float
    detected: float
    policy: Policy
    reasons: tuple[Reason, ...]
    confirmed: int
    """How often the same words were confirmed with the label in the lessons."""
    rejected: int
    examples: tuple[Example, ...]


def explain(model: LearnedModel, suggestion: Suggestion, context: Context) -> Explanation | None:
    """Why a model finds a suggestion as probable as it does; None where it does not look (boilerplate, pieces).

    ``context`` holds what was suggested for the article; the learner's own suggestions in it are passed over.
    """
    analysis = Analysis(
        context,
        [one for one in context.mentions if one.source.suggester != NAME],
        [one for one in context.events if one.source.suggester != NAME],
    )
    candidates = gather(
        analysis, context_of(analysis, model.memory, rules=True), model.detector, model.memory, model.edges
    )
    tag = (MENTION if isinstance(suggestion, SuggestedMention) else EVENT) + suggestion.label
    found = [at for at, one in enumerate(candidates) if (one.tag, (one.span,)) == (tag, suggestion.fragments)]
    if not found:
        return None
    one = candidates[found[0]]
    probability = judge(candidates, judged_features(analysis, candidates), model.judges)[found[0]]
    weights = sorted(_weights(model, analysis, one), key=lambda item: (-abs(item[1]), item[0]))
    speaking = [item for item in weights if item[1] > 0][:_MOST] + [item for item in weights if item[1] < 0][:_MOST]
    return Explanation(
        probability,
        one.detected,
        model.policies.get(tag, OFF),
        tuple(Reason(describe(name), round(weight, 2)) for name, weight in speaking),
        one.known.confirmed,
        one.known.rejected,
        tuple(_examples(model, one))[:_EXAMPLES],
    )


def _weights(model: LearnedModel, analysis: Analysis, one: Candidate) -> list[tuple[str, float]]:
    """The features of the candidate's tokens with their weights for its label against none."""
    detector, total = model.detector, dict[str, float]()
    weights = (detector.outer if one.is_mention else detector.trigger).features
    begin = detector.tags.column(one.label) if one.is_mention else _trigger_column(model, one.label)
    if begin < 0:
        return []
    for sentence, features in context_of(analysis, model.memory, rules=True):
        for at in range(one.first, one.last + 1):
            if at in sentence:
                column = begin + (one.is_mention and at > one.first)
                names = feature_names(analysis, sentence, at, features[at - sentence.start])
                for name in dict.fromkeys(names):
                    number = detector.alphabet.number(name)
                    if number is not None:
                        weight = float(weights[number, column] - weights[number, 0])
                        total[name] = total.get(name, 0.0) + weight
    return list(total.items())


def _trigger_column(model: LearnedModel, label: str) -> int:
    triggers = model.detector.triggers
    return triggers.index(label) + 1 if label in triggers else -1


def _examples(model: LearnedModel, one: Candidate) -> Iterator[Example]:
    """Where the same words were confirmed with the label, then where words with the same head were."""
    by_words = model.memory.records
    same = [by_words.get(one.words, {})]
    like = [records for words, records in by_words.items() if words[0] == one.words[0] and words != one.words]
    for records in (*same, *like):
        for _, record in sorted(records.items()):
            if record.example is not None and record.confirmed[one.tag]:
                yield record.example
