"""Roles of the events that stand in an article, as the rules and the classifier see them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.suggest.learner.analysis import Analysis
from model.suggest.learner.candidates import ROLE, Candidate
from model.suggest.learner.classifier import Classifier
from model.suggest.learner.policies import OFF, Policy
from model.suggest.learner.roles import NONE, Deed, Filler, Scene
from model.suggestion import SuggestedArgument, SuggestedEvent


@dataclass(frozen=True, slots=True)
class Filling:
    """A mention in a role of an event; ``rule`` is the argument when the rules see it."""

    deed: Deed
    filler: Filler
    role: str
    probability: float
    rule: SuggestedArgument | None = None

    @property
    def tag(self) -> str:
        """The role after ROLE."""
        return ROLE + self.role


def scenes(
    analysis: Analysis, mentions: Iterable[tuple[str, Candidate]], events: Iterable[Candidate]
) -> Iterator[Scene]:
    """The sentences with events. Mentions come with their ids."""
    sentence_of = {at: number for number, sentence in enumerate(analysis.sentences) for at in sentence}
    fillers, deeds = defaultdict[int, list[Filler]](list), defaultdict[int, list[Deed]](list)
    for id_, one in mentions:
        fillers[sentence_of[one.first]].append(Filler(id_, one.label, one.first, one.last, one.span))
    for one in events:
        deeds[sentence_of[one.first]].append(_deed(one))
    for number, here in sorted(deeds.items()):
        yield Scene(analysis, analysis.sentences[number], here, fillers[number])


def _deed(one: Candidate) -> Deed:
    if not isinstance(one.rule, SuggestedEvent):
        return Deed(one.label, one.first, {}, judged=False)
    return Deed(one.label, one.first, {part.mention_id: part for part in one.rule.arguments})


def possible(found: Iterable[Scene], classifier: Classifier) -> list[Filling]:
    """What the rules put into roles, and for each event and mention the role that the classifier finds best."""
    pairs = [pair for scene in found for pair in scene.pairs()]
    rows = classifier.probabilities([features for _, _, features in pairs])
    numbers = {role: number for number, role in enumerate(classifier.classes)}
    roles = [number for role, number in numbers.items() if role != NONE]
    fillings = []
    for (deed, filler, _), row in zip(pairs, rows.tolist(), strict=True):
        opinion = deed.opinions.get(filler.id)
        if opinion is not None:
            number = numbers.get(opinion.role)
            fillings.append(Filling(deed, filler, opinion.role, 0.0 if number is None else row[number], opinion))
        best = max(roles, key=row.__getitem__, default=None)
        if best is not None and (opinion is None or classifier.classes[best] != opinion.role):
            fillings.append(Filling(deed, filler, classifier.classes[best], row[best]))
    return fillings


def fill(found: Sequence[Filling], policies: Mapping[str, Policy]) -> list[Filling]:
    """What stands: those of the rules unless they fall, and others that are probable enough; of an event that the
    rules do not see, all that are rather right than wrong."""
    standing = []
    for one in found:
        policy = policies.get(one.tag, OFF)
        least = policy.keep if one.rule is not None else policy.add if one.deed.judged else min(policy.add, 0.5)
        if one.probability >= least:
            standing.append(one)
    return standing
